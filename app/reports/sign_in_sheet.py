"""The sign-in sheet: a tall row a seat to sign in, then rows for visitors."""

from collections.abc import Sequence

from app.i18n import _
from app.queries.seating_sheet import Expected, Seated, SeatingSheet
from app.reports.ahead_words import draw_nobody, masthead
from app.reports.kit.breaks import breaks
from app.reports.kit.document import LATER_RULE, Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, small, two_lines
from app.reports.kit.flow import draw_section
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import FIFTH_LINE, FINE, HAIRLINE, INK, MUTED, QUIET, RULE, STRONG
from app.reports.kit.sheet import Sheet
from app.reports.kit.table import FIFTH, HEAD

_ROW = 27.2
_HEADS = 16.8
_NUMBER = Style(10.5, Weight.SEMIBOLD)
_NAME = Style(10.5, Weight.SEMIBOLD)
_SEAT = Style(7.4, colour=MUTED)
_NAME_AT, _NUMBER_END = 20.0, 13.0
_SHARES = (0.332, 0.638, 0.724)  # of the width: where the boxes to write in begin
_VISITORS, _FEWEST, _SPARE = 7, 4, 2  # rows as a rule, at least, and empty ones at least
_SECTION = 32.0


def pdf(rows: SeatingSheet, sheet: Sheet) -> bytes:
    """Draw the sheet on upright pages; visitors stand behind the last member."""
    says = _("Sign in your own line. A substitute prints his name and signs.")
    document = Document(sheet, masthead(rows, _("Sign-in sheet"), says))
    page, rule = document.turn()
    first, later = sheet.foot - rule - _HEADS, sheet.foot - LATER_RULE - _HEADS
    counts = breaks(len(rows.seats), _ROW, first=first, later=later)
    number, y = 0, rule
    for turn, count in enumerate(counts):
        if turn:
            page, rule = document.turn()
        y = _draw_head(page, rule, (_("Member"), _("Substitute's name, in capitals")))
        for seat in rows.seats[number : number + count]:
            y = _draw_member(page, y, seat, last=seat.number == len(rows.seats))
        number += count
    if not rows.seats:
        draw_nobody(page, y + 14)
        y += 20
    _draw_visitors(document, y, rows.expected)
    return document.finish()


def _draw_head(page: Page, rule: float, heads: tuple[str, str]) -> float:
    line = rule + _HEADS
    left, boxes = page.sheet.left, _boxes(page)
    page.text(left + _NAME_AT, line - 5, heads[0], HEAD)
    for x, words in zip(boxes, (heads[1], _("Time"), _("Signature")), strict=True):
        page.text(x + 8, line - 5, words, HEAD)
    page.rule(left, line, page.sheet.right, INK, RULE)
    return line


def _boxes(page: Page) -> list[float]:
    return [page.sheet.left + share * page.sheet.inner for share in _SHARES]


def _draw_member(page: Page, y: float, seat: Seated, *, last: bool) -> float:
    left = page.sheet.left
    page.text(left + _NUMBER_END, y + _ROW / 2 + 3.8, str(seat.number), _NUMBER, Align.RIGHT)
    _draw_name(page, y, seat.name, seat.seat)
    return _end_row(page, y, strong=last or seat.number % FIFTH == 0)


def _draw_name(page: Page, y: float, name: str, under: str) -> None:
    """Draw a name with a word below; a long one takes two lines above it."""
    left, room = page.sheet.left + _NAME_AT, _boxes(page)[0] - page.sheet.left - _NAME_AT - 8
    lines = two_lines(page, name, _NAME, room)
    rise = 12.8 if len(lines) == 1 else 11.2
    draw_fitted(page, left, y + rise, lines)
    words = small(page, under, _SEAT, room)
    page.text(left, y + (22 if len(lines) == 1 else 24), words.text, words.style)


def _end_row(page: Page, y: float, *, strong: bool) -> float:
    for x in _boxes(page):
        page.stem(x, y + 2.6, y + _ROW - 2.6, HAIRLINE, FINE)
    end = y + _ROW
    colour, weight = (INK, STRONG) if strong else (FIFTH_LINE, RULE)
    page.rule(page.sheet.left, end, page.sheet.right, colour, weight)
    return end


def _draw_visitors(document: Document, y: float, expected: Sequence[Expected]) -> None:
    """Draw those who are expected by name, then empty rows: as many as the page has room for.

    Where it has no room for a few, they begin a page of their own.
    """
    page, sheet = document.pages[-1], document.sheet
    fitting = int((sheet.foot - y - _SECTION - _HEADS) / _ROW)
    guests = max(_VISITORS, len(expected) + _SPARE)
    if fitting >= max(_FEWEST, len(expected) + _SPARE):
        guests = min(guests, fitting)
    else:
        page, y = document.turn()
    y = draw_section(
        page, sheet.left, y + 24, _("Visitors"), _("a warm welcome to everybody"), to_x=sheet.right
    )
    heads = (_("Name and profession"), _("Invited by"))
    y = _draw_head(page, y, heads)
    for number in range(1, guests + 1):
        if y + _ROW > sheet.foot:
            page, rule = document.turn()
            y = _draw_head(page, rule, heads)
        guest = expected[number - 1] if number <= len(expected) else None
        y = _draw_guest(page, y, number, guest, last=number == guests)


def _draw_guest(page: Page, y: float, number: int, guest: Expected | None, *, last: bool) -> float:
    left = page.sheet.left
    words = _("V{number}").format(number=number)
    style = _NUMBER if guest else Style(10.5, colour=QUIET)
    shown = small(page, words, style, _NUMBER_END + 4)
    page.text(left + _NUMBER_END + 1, y + _ROW / 2 + 3.8, shown.text, shown.style, Align.RIGHT)
    if guest is not None:
        _draw_name(page, y, guest.name, guest.profession)
        x, end = _boxes(page)[0] + 8, _boxes(page)[1] - 6
        draw_fitted(page, x, y + _ROW / 2 + 3, two_lines(page, guest.inviter, Style(9), end - x))
    return _end_row(page, y, strong=last)
