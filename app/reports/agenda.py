"""The agenda of one meeting: clock, minutes, what it is and who leads it."""

from app.i18n import _
from app.queries.agenda import Agenda, AgendaPoint
from app.reports.ahead_words import masthead
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, small, two_lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import HAIRLINE, INK, MUTED, RULE, THIN
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import HEAD

_CLOCK = Style(10.4, Weight.SEMIBOLD)
_TITLE = Style(10.4, Weight.SEMIBOLD)
_NAME = Style(10.4)
_UNDER = Style(8, colour=MUTED)
_MINUTES = Style(9, colour=MUTED)
_PITCH, _LEAST_PITCH = 32.0, 24.0
_HEADS = 16.8
_CLOCK_END, _MINUTES_END, _ITEM, _WHO = 0.075, 0.15, 0.19, 0.64  # shares of the width


def pdf(rows: Agenda, sheet: Sheet) -> bytes:
    """Draw the agenda on one upright page, more where it is very long."""
    document = Document(sheet, masthead(rows, _("Agenda"), rows.place or _("of one meeting")))
    page, rule = document.turn()
    room = sheet.foot - rule - _HEADS
    pitch = max(_LEAST_PITCH, min(_PITCH, room / max(len(rows.points), 1)))
    later = sheet.foot - LATER_RULE - _HEADS
    number = 0
    for turn, count in enumerate(breaks(len(rows.points), pitch, first=room, later=later)):
        if turn:
            page, rule = document.turn()
        y = _draw_heads(page, rule)
        for point in rows.points[number : number + count]:
            _draw_point(page, y, point, pitch)
            y += pitch
            page.rule(sheet.left, y, sheet.right, HAIRLINE, THIN * 2)
        number += count
    return document.finish()


def _draw_heads(page: Page, rule: float) -> float:
    line = rule + _HEADS
    page.text(_x(page, _CLOCK_END), line - 5, _("Clock"), HEAD, Align.RIGHT)
    page.text(_x(page, _MINUTES_END), line - 5, _("Min"), HEAD, Align.RIGHT)
    page.text(_x(page, _ITEM), line - 5, _("Item"), HEAD)
    page.text(_x(page, _WHO), line - 5, _("Who"), HEAD)
    page.rule(page.sheet.left, line, page.sheet.right, INK, RULE)
    return line


def _x(page: Page, share: float) -> float:
    return page.sheet.left + share * page.sheet.inner


def _draw_point(page: Page, y: float, point: AgendaPoint, pitch: float) -> None:
    """Draw an item between two lines; what is said about it stands below it in small type."""
    about = ", ".join(filter(None, (_quoted(point), point.remark)))
    under = point.duty if point.who and point.duty != point.title else ""
    middle = y + pitch / 2 + 3.6
    line = middle - 4.4 if about else middle
    page.text(_x(page, _CLOCK_END), middle, _clock(point), _CLOCK, Align.RIGHT)
    lasts = "" if not point.lasts else str(point.lasts)
    page.text(_x(page, _MINUTES_END), middle, lasts, _MINUTES, Align.RIGHT)
    room = (_WHO - _ITEM) * page.sheet.inner - 10
    draw_fitted(page, _x(page, _ITEM), line, two_lines(page, point.title, _TITLE, room))
    draw_fitted(page, _x(page, _ITEM), line + 10.2, two_lines(page, about, _UNDER, room))
    room = (1 - _WHO) * page.sheet.inner
    line = middle - 4.4 if under else middle
    name = two_lines(page, point.who or point.duty, _NAME if point.who else _MINUTES, room)
    draw_fitted(page, _x(page, _WHO), line, name)
    duty = small(page, under, _UNDER, room)
    page.text(_x(page, _WHO), line + 10.2, duty.text, duty.style)


def _clock(point: AgendaPoint) -> str:
    return point.clock or f"+{point.minute}"


def _quoted(point: AgendaPoint) -> str:
    return _("“{topic}”").format(topic=point.topic) if point.topic else ""
