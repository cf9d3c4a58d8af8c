"""Small squares for how far something has come on its way, or a cross where it came to nothing."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.theme import tokens

_SIDE = 7
_GAP = 2
_CROSS = 14


def paint_steps(
    painter: QPainter, area: QRectF, done: int, steps: int, words: str, *, loud: bool = False
) -> None:
    """Draw squares, ``done`` of them filled, and the word for it; none done draws a cross."""
    shades = tokens()
    if done:
        _paint_squares(painter, area, done, steps)
    else:
        box = QRectF(area.left() - 2, area.top(), _CROSS, area.height())
        icons.paint(painter, box, "close", shades.muted, size=_CROSS)
    rest = area.adjusted(steps * (_SIDE + _GAP) + 8, 0, 0, 0)
    ink = shades.text if loud else shades.muted
    brush.text(painter, rest, words, font=typeface.font(), colour=ink)


def _paint_squares(painter: QPainter, area: QRectF, done: int, steps: int) -> None:
    shades = tokens()
    top = round(area.center().y() - _SIDE / 2)
    for place in range(steps):
        square = QRectF(area.left() + place * (_SIDE + _GAP), top, _SIDE, _SIDE)
        fill = shades.accent if place < done else shades.line
        brush.panel(painter, square, fill=fill, radius=2)
