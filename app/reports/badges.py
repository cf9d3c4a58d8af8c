"""Badges to cut out: members in seating order with their numbers, then visitors."""

from app.i18n import _
from app.queries.seating_sheet import SeatingSheet
from app.reports.ahead_words import masthead
from app.reports.cards import Card, cards
from app.reports.kit.document import Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import fit, small, two_lines
from app.reports.kit.page import Align, Style
from app.reports.kit.palette import ACCENT, FINE, MUTED, QUIET, STRONG
from app.reports.kit.sheet import Sheet

_COLUMNS, _ROWS = 2, 5
_PAGE = _COLUMNS * _ROWS
_NUMBER = Style(11, Weight.SEMIBOLD, MUTED)
_NAME = Style(22, Weight.SEMIBOLD)
_SEAT = Style(11.5)
_CHAPTER = Style(8, colour=MUTED)
_PAD = 14.0


def pdf(rows: SeatingSheet, sheet: Sheet) -> bytes:
    """Draw ten badges a page; what the last page has room for is left blank for visitors."""
    says = _("In seating order. Cut along the dashes; blank ones are for visitors.")
    document = Document(sheet, masthead(rows, _("Badges"), says))
    known = len(rows.seats) + len(rows.expected)
    count = max(-(-known // _PAGE), 1) * _PAGE
    for place, card in enumerate(cards(document, count, columns=_COLUMNS, rows=_ROWS)):
        guest = place - len(rows.seats)
        if guest < 0:
            seat = rows.seats[place]
            _draw(card, rows.chapter, str(seat.number), seat.name, seat.seat)
        elif guest < len(rows.expected):
            one = rows.expected[guest]
            _draw(card, rows.chapter, _visitor(guest), one.name, one.profession)
        else:
            _draw_blank(card, rows.chapter, _visitor(guest))
    return document.finish()


def _visitor(place: int) -> str:
    return _("Visitor V{number}").format(number=place + 1)


def _draw(card: Card, chapter: str, number: str, name: str, seat: str) -> None:
    page, room = card.page, card.width - 2 * _PAD
    _draw_edges(card, chapter, number)
    middle = card.x + card.width / 2
    lines = two_lines(page, name, _NAME, room)
    y = card.y + card.height / 2 + (4 if len(lines) == 1 else -4)
    style = _NAME.sized(min(line.style.size for line in lines))
    for line in lines:
        page.text(middle, y, line.text, style, Align.CENTRE)
        y += style.size * 1.15
    words = small(page, seat, _SEAT, room)
    page.text(middle, y - 1, words.text, words.style, Align.CENTRE)


def _draw_edges(card: Card, chapter: str, number: str) -> None:
    page = card.page
    page.rule(card.x + _PAD, card.y + 27, card.x + card.width - _PAD, ACCENT, STRONG)
    page.text(card.x + _PAD, card.y + 21.5, number, _NUMBER)
    words = fit(page, chapter, _CHAPTER, card.width - 2 * _PAD - page.width(number, _NUMBER) - 8)
    page.text(card.x + card.width - _PAD, card.y + 21.5, words.text, words.style, Align.RIGHT)


def _draw_blank(card: Card, chapter: str, number: str) -> None:
    """Draw a badge to be written on."""
    _draw_edges(card, chapter, number)
    left, right = card.x + _PAD, card.x + card.width - _PAD
    for share, words in ((0.58, _("Name")), (0.84, _("Profession"))):
        y = card.y + card.height * share
        card.page.rule(left, y, right, QUIET, FINE)
        card.page.text(left, y + 8.4, words, Style(6.8, colour=MUTED))
