"""The way down a document: where the next thing stands, and when a new page is due."""

from app.reports.kit.document import Document
from app.reports.kit.faces import Weight
from app.reports.kit.page import Page, Style
from app.reports.kit.palette import HAIRLINE, INK, MUTED, RULE, THIN, Colour

SECTION = Style(10.5, Weight.SEMIBOLD)
NOTE = Style(8, colour=MUTED)
_SECTION_RULE = 8.2  # below the baseline of a section's head


class Flow:
    """A document being filled from top to bottom; ``y`` is measured from the top in points."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sheet = document.sheet
        self.page, self.y = document.turn()

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self.sheet.foot - self.y

    def turn(self) -> Page:
        """Begin a new page."""
        self.page, self.y = self.document.turn()
        return self.page

    def need(self, height: float) -> bool:
        """Turn the page where a height is not left on it; tell whether it was turned."""
        if height <= self.room:
            return False
        self.turn()
        return True

    def section(self, words: str, note: str = "", *, above: float = 30, below: float = 40) -> None:
        """Draw a section's head with a note beside it; keep ``below`` points with it."""
        if self.need(above + _SECTION_RULE + below):
            above = min(above, 22)
        self.y += above
        draw_section(self.page, self.sheet.left, self.y, words, note, to_x=self.sheet.right)
        self.y += _SECTION_RULE


def draw_section(
    page: Page,
    x: float,
    y: float,
    words: str,
    note: str = "",
    *,
    to_x: float,
    strong: bool = True,
) -> float:
    """Draw a section's head on a baseline with its line below; return where the line stands."""
    width = page.text(x, y, words, SECTION)
    page.text(x + width + 6.5, y, note, NOTE)
    page.heading(words, y - 12)
    colour: Colour = INK if strong else HAIRLINE
    page.rule(x, y + _SECTION_RULE, to_x, colour, RULE if strong else THIN * 2)
    return y + _SECTION_RULE
