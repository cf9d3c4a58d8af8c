"""Pages of equal cards to cut out: badges and slips."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.reports.kit.document import FIRST_RULE, Document
from app.reports.kit.page import Page
from app.reports.kit.palette import HAIRLINE, THIN

_AIR = 4.0


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its page, its top left corner and its size in points."""

    page: Page
    x: float
    y: float
    width: float
    height: float


def cards(document: Document, count: int, *, columns: int, rows: int) -> Iterator[Card]:
    """Begin pages and yield cards, row by row, all as large as those of the first one."""
    sheet = document.sheet
    width = sheet.inner / columns
    height = (sheet.foot - FIRST_RULE - 2 * _AIR) / rows
    page, top = None, 0.0
    for number in range(count):
        place = number % (columns * rows)
        if page is None or place == 0:
            page, rule = document.turn()
            top = rule + _AIR
        down, across = divmod(place, columns)
        card = Card(page, sheet.left + across * width, top + down * height, width, height)
        page.frame(card.x, card.y, width, height, colour=HAIRLINE, weight=THIN * 2, dashes="3 2")
        yield card
