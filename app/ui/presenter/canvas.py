"""A board's canvas: 800 high whatever the screen, so that every measure grows with the picture.

Wide screens get more width, narrow ones at least that of 4 to 3. No letter is below 28.
"""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Weight

HEIGHT = 800.0
MARGIN = 64.0
LINE = 2.0
_LEAST_WIDTH = HEIGHT * 4 / 3


class Step(IntEnum):
    """The type scale of the projector, in pixels of a canvas 800 high."""

    SMALL = 28
    NAME = 34
    TITLE = 44
    FIGURE = 80
    TOTAL = 96
    FIRST = 112


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painter whose units are those of the canvas, and how wide that is."""

    painter: QPainter
    width: float

    @property
    def left(self) -> float:
        """Where everything begins."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where everything ends."""
        return self.width - MARGIN

    def write(
        self,
        area: QRectF,
        words: str,
        *,
        size: int = Step.SMALL,
        weight: Weight = Weight.REGULAR,
        ink: str = "",
        align: Qt.AlignmentFlag = brush.LEFT,
        least: int = 0,
    ) -> float:
        """Write one line, smaller down to ``least`` where it is too long, then shortened.

        Return its width.
        """
        fitting = fit(words, area.width(), size, weight, least or size)
        return brush.text(
            self.painter,
            area,
            words,
            font=typeface.font(fitting, weight),
            colour=ink or tokens().text,
            align=align,
        )

    def rule(self, left: float, right: float, y: float, colour: str = "") -> None:
        """Draw a horizontal line whose upper edge is ``y``."""
        area = QRectF(left, y, right - left, LINE)
        self.painter.fillRect(area, QColor(colour or tokens().text))

    def bar(self, x: float, top: float, bottom: float) -> None:
        """Draw a pale vertical line."""
        self.painter.fillRect(QRectF(x, top, LINE, bottom - top), QColor(tokens().line))


def open_canvas(painter: QPainter, size: QSize) -> Canvas:
    """Scale a painter to the canvas and return it, centred where the screen is too tall."""
    scale = min(size.height() / HEIGHT, size.width() / _LEAST_WIDTH)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, (size.height() - HEIGHT * scale) / 2)
    painter.scale(scale, scale)
    return Canvas(painter, size.width() / scale)


def fit(words: str, room: float, size: int, weight: Weight, least: int) -> int:
    """Return the largest size at which some words fit, not below ``least``."""
    for fitting in range(int(size), int(least), -2):
        if wide(words, fitting, weight) <= room:
            return fitting
    return int(least)


def wide(words: str, size: int, weight: Weight = Weight.REGULAR) -> float:
    """Return how wide some words are."""
    return typeface.metrics(int(size), weight).horizontalAdvance(words)
