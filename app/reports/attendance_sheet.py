"""The blank attendance sheet: one row a seat, numbered as on the screen, to cross by hand."""

from dataclasses import dataclass

from app.i18n import _
from app.queries.seating_sheet import Seated, SeatingSheet
from app.reports.ahead_words import draw_nobody, masthead
from app.reports.attendance_foot import TAIL, draw_foot
from app.reports.attendance_places import Places, places
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, fit, two_lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import FINE, HAIRLINE, INK, MUTED, QUIET, RULE, STRONG, TINT
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import FIFTH, HEAD
from app.rules.attendance import Attendance

_NUMBER = Style(9.5, Weight.SEMIBOLD)
_NAME = Style(9.5)
_SEAT = Style(7.4, colour=MUTED)
_LETTER = Style(9.5, Weight.BOLD)
_WORD = Style(6.4, colour=MUTED)
_HEADS = 22.8  # from the page's rule to the line under the column heads
_USUAL = 15.7
_LOWEST, _TALLEST = 14.0, 19.0  # rows a hand can just write in, and rows that only waste paper


def pdf(rows: SeatingSheet, sheet: Sheet) -> bytes:
    """Draw the sheet on upright pages, one up to some forty seats."""
    says = _("In seating order. Cross the exceptions, then the box at the foot for everyone else.")
    document = Document(sheet, masthead(rows, _("Attendance sheet"), says))
    page, rule = document.turn()
    at = places(sheet, max((page.width(one.name, _NAME) for one in rows.seats), default=0))
    pitch, counts = _pages(len(rows.seats), sheet, rule)
    number, y = 0, rule
    for place, count in enumerate(counts):
        if place:
            page, rule = document.turn()
        y = _draw_head(page, rule, at)
        _draw_block(page, y, rows.seats[number : number + count], _Look(at, pitch))
        number += count
        y += count * pitch
    if not rows.seats:
        draw_nobody(page, y + 14)
        y += 20
    draw_foot(page, y, at, rows.money)
    return document.finish()


def _pages(rows: int, sheet: Sheet, rule: float) -> tuple[float, list[int]]:
    """Return how tall rows are, and how many stand on each page.

    All on one where a hand can still write in them; else pages end with whole fives.
    """
    first = sheet.foot - rule - _HEADS
    if rows * _LOWEST + TAIL <= first:
        return min((first - TAIL) / max(rows, 1), _TALLEST), [rows]
    five = _USUAL * FIFTH
    first -= first % five
    later = sheet.foot - LATER_RULE - _HEADS
    return _USUAL, breaks(rows, _USUAL, first=first, later=later - later % five, tail=TAIL)


def words() -> dict[Attendance, str]:
    """Return the words under the letters of the marks."""
    return {
        Attendance.PRESENT: _("present"),
        Attendance.ABSENT: _("absent"),
        Attendance.LATE: _("late"),
        Attendance.MEDICAL: _("medical"),
        Attendance.SUBSTITUTE: _("subst."),
    }


def _draw_head(page: Page, rule: float, at: Places) -> float:
    line = rule + _HEADS
    base = line - 4.6
    page.text(at.name, base, _("Member"), HEAD)
    for mark, word in words().items():
        middle = at.marks[mark]
        page.text(middle, line - 12.4, mark, _LETTER, Align.CENTRE)
        shown = fit(page, word, _WORD, at.step - 1)
        page.text(middle, base, shown.text, shown.style, Align.CENTRE)
    heads = (_("Substitute's name"), _("Ref."), _("1-2-1"), _("Visitors"))
    for (start, end), words_above in zip(at.lines, heads, strict=True):
        head = fit(page, words_above, HEAD, end - start + 4)
        page.text(start, base, head.text, head.style)
    page.rule(page.sheet.left, line, page.sheet.right, INK, RULE)
    return line


@dataclass(frozen=True, slots=True)
class _Look:
    """Where everything stands, and how tall a row is."""

    at: Places
    pitch: float


def _draw_block(page: Page, y: float, seats: tuple[Seated, ...], look: _Look) -> None:
    """Draw rows in tinted and plain fives, for the eye to keep its row."""
    left, right = page.sheet.left, page.sheet.right
    for seat in seats:
        if (seat.number - 1) // FIFTH % 2:
            page.block(left, y, right - left, look.pitch, TINT)
        _draw_row(page, y, seat, look)
        y += look.pitch
        fifth = seat.number % FIFTH == 0 or seat is seats[-1]
        page.rule(left, y, right, INK if fifth else HAIRLINE, STRONG if fifth else FINE)


def _draw_row(page: Page, y: float, seat: Seated, look: _Look) -> None:
    at, middle = look.at, y + look.pitch / 2
    line = middle + 3.1
    page.text(at.number_end, line, str(seat.number), _NUMBER, Align.RIGHT)
    draw_fitted(page, at.name, line, two_lines(page, seat.name, _NAME, at.seat - at.name - 5))
    room = at.marks[Attendance.PRESENT] - at.seat - 12
    draw_fitted(page, at.seat, line, two_lines(page, seat.seat, _SEAT, room))
    side = min(10.4, look.pitch * 0.66)
    for mark, x in at.marks.items():
        colour = QUIET if mark is Attendance.PRESENT else INK
        page.frame(x - side / 2, middle - side / 2, side, side, colour=colour)
    for start, end in at.lines:
        page.rule(start, y + look.pitch - 2.6, end, QUIET, FINE)
