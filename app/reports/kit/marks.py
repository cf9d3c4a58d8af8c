"""Letters in boxes: the attendance marks, readable in black and white."""

from app.reports.kit.faces import Weight
from app.reports.kit.page import Align, Page, Style
from app.reports.kit.palette import INK, WHITE

SIDE = 12.4
_LETTER = Style(8.6, Weight.BOLD)


def boxed(page: Page, x: float, middle: float, letter: str, *, filled: bool) -> None:
    """Draw a letter in a box around a middle height: white on ink, or ink in an outline."""
    top = middle - SIDE / 2
    if filled:
        page.block(x, top, SIDE, SIDE, INK)
    else:
        page.frame(x + 0.4, top + 0.4, SIDE - 0.8, SIDE - 0.8)
    style = _LETTER.coloured(WHITE) if filled else _LETTER
    page.text(x + SIDE / 2, middle + 2.95, letter, style, Align.CENTRE)
