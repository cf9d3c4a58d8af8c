"""Blank slips, one a seat: everything a member hands in at a meeting, on a card of his own."""

from app import formats
from app.i18n import _
from app.queries.seating_sheet import Seated, SeatingSheet
from app.reports.ahead_words import draw_nobody, masthead
from app.reports.cards import Card, cards
from app.reports.kit.document import Document
from app.reports.kit.faces import Weight
from app.reports.kit.fitting import draw_fitted, fit, two_lines
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import FINE, INK, MUTED, QUIET, RULE
from app.reports.kit.sheet import Sheet

_COLUMNS, _ROWS = 2, 2
_PAD = 12.0
_NUMBER = Style(15, Weight.SEMIBOLD)
_NAME = Style(12, Weight.SEMIBOLD)
_SEAT = Style(7.6, colour=MUTED)
_HEAD = Style(8.4, Weight.SEMIBOLD)
_WORD = Style(7, colour=MUTED)
_BOX, _GAP = 8.0, 5.0
_OWNER, _SECTION = 38.0, 16.0
_LINES, _TALLEST = 9, 26.0  # lines to write on, and how tall they grow
_FIXED = _OWNER + 4 * _SECTION + 12  # the height of everything else
_NO = 26.0  # the line for a member's number


def pdf(rows: SeatingSheet, sheet: Sheet) -> bytes:
    """Draw four slips a page, in seating order."""
    says = _("One a seat, in seating order. Write the numbers of the seats; cut along the dashes.")
    document = Document(sheet, masthead(rows, _("Blank slips"), says))
    if not rows.seats:
        page, rule = document.turn()
        draw_nobody(page, rule + 20)
    drawn = cards(document, len(rows.seats), columns=_COLUMNS, rows=_ROWS)
    for seat, card in zip(rows.seats, drawn, strict=True):
        _Slip(card).draw(rows, seat)
    return document.finish()


class _Slip:
    """One card on its way down."""

    def __init__(self, card: Card) -> None:
        self.page: Page = card.page
        self.left = card.x + _PAD
        self.right = card.x + card.width - _PAD
        self.y = card.y
        self.pitch = min((card.height - _FIXED) / _LINES, _TALLEST)

    def draw(self, rows: SeatingSheet, seat: Seated) -> None:
        """Draw who hands it in, then lines for each kind of slip."""
        self._owner(rows, seat)
        self._section(_("Referrals"))
        for _n in range(4):
            self._blanks((_("to no."), _NO), (_("for"), 0), boxes=(_("inside"), _("outside")))
        self._section(_("One-to-ones"))
        self._blanks(*((_("with no."), 0),) * 3)
        self._section(_("Thank you for closed business"))
        amount = rows.money.symbol()
        for _n in range(2):
            self._blanks((_("to no."), _NO), (amount, 0), boxes=(_("new"), _("repeat")))
        self._section(_("Visitors and learning"))
        self._blanks((_("visitor"), 0), (_("profession"), 70))
        self._blanks((_("education units"), 0), (_("testimonial for no."), _NO))

    def _owner(self, rows: SeatingSheet, seat: Seated) -> None:
        page = self.page
        day = formats.day_short(rows.held_on, year=True)
        wide = page.text(self.right, self.y + 21, day, _SEAT, Align.RIGHT)
        x = self.left + page.text(self.left, self.y + 23, str(seat.number), _NUMBER) + 7
        name = two_lines(page, seat.name, _NAME, self.right - x - wide - 8)
        draw_fitted(page, x, self.y + 21, name)
        words = fit(page, seat.seat, _SEAT, self.right - x)
        page.text(x, self.y + (31 if len(name) == 1 else 34), words.text, words.style)
        self.y += _OWNER
        page.rule(self.left, self.y, self.right, INK, RULE)

    def _section(self, words: str) -> None:
        self.y += _SECTION
        self.page.text(self.left, self.y, words, _HEAD)

    def _blanks(self, *blanks: tuple[str, float], boxes: tuple[str, ...] = ()) -> None:
        """Draw words with a line behind each; a line of no width takes what is left."""
        page, self.y = self.page, self.y + self.pitch
        taken = sum(page.width(words, _WORD) + 3 + wide + _GAP for words, wide in blanks)
        taken += sum(_BOX + 3 + page.width(words, _WORD) + _GAP for words in boxes)
        free = sum(1 for _words, wide in blanks if not wide)
        share = (self.right - self.left + _GAP - taken) / max(free, 1)
        x = self.left
        for words, wide in blanks:
            x += page.text(x, self.y, words, _WORD) + 3
            page.rule(x, self.y + 1.6, x + (wide or share), QUIET, FINE)
            x += (wide or share) + _GAP
        for words in boxes:
            page.frame(x, self.y - 6.4, _BOX, _BOX)
            x += _BOX + 3
            x += page.text(x, self.y, words, _WORD) + _GAP
