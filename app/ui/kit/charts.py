"""Lines and bars: few, flat, labelled directly, one hue and greys.

Painters come first, so that pages and tables draw the same chart as the widgets below them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.rows import row
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_DOT = 3.5


@row(frozen=True, slots=True)
class Scale:
    """What of the values lies at the lower and the upper edge, and how many places across."""

    low: float
    high: float
    places: int

    def point(self, area: QRectF, place: int, value: float) -> QPointF:
        """Return where a value is drawn."""
        across = place / max(1, self.places - 1)
        up = (value - self.low) / ((self.high - self.low) or 1.0)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())


def scale_of(*series: Sequence[float], from_zero: bool = False) -> Scale:
    """Return a scale that holds every value of some series."""
    values = [value for one in series for value in one] or [0.0]
    low = min(0.0, *values) if from_zero else min(values)
    return Scale(low, max(values), max(len(one) for one in series))


def paint_line(
    painter: QPainter, area: QRectF, values: Sequence[float], scale: Scale, *, before: bool = False
) -> QPointF | None:
    """Draw one course, grey and thin for the time before; return where it ends."""
    if not values:
        return None
    shades = tokens()
    pen = QPen(QColor(shades.before), 1.5) if before else QPen(QColor(shades.accent), 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    points = [scale.point(area, place, value) for place, value in enumerate(values)]
    painter.drawPolyline(QPolygonF(points))
    return points[-1]


def paint_dot(painter: QPainter, point: QPointF, *, ground: str = "") -> None:
    """Mark a value with a dot set off from its line."""
    shades = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ground or shades.window), 2.0))
    painter.setBrush(QColor(shades.accent))
    painter.drawEllipse(point, _DOT + 0.5, _DOT + 0.5)


def paint_bar(
    painter: QPainter,
    area: QRectF,
    value: float,
    most: float,
    *,
    before: float | None = None,
    strong: bool = True,
    height: float = 10,
) -> None:
    """Draw a ranked bar from the left; a tick in text colour stands where it ended before."""
    shades = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    reach = area.width() / most if most else 0.0
    top = round(area.center().y() - height / 2)
    fill = QColor(shades.accent if strong else shades.pale)
    painter.fillRect(QRectF(area.left(), top, round(value * reach), height), fill)
    if before is not None:
        at = area.left() + round(before * reach)
        painter.fillRect(QRectF(at - 1, top - 2, 2, height + 4), QColor(shades.text))


class Sparkline(QWidget):
    """A course beside that of the time before, on a line with a word at either end."""

    def __init__(
        self, *, name: str, left: str = "", right: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._left, self._right = left, right
        self._now: Sequence[float] = ()
        self._before: Sequence[float] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_courses(self, now: Sequence[float], before: Sequence[float] = ()) -> None:
        """Show other values, oldest first."""
        self._now, self._before = now, before
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(196, 104 if self._left or self._right else 80)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        foot = 26 if self._left or self._right else 2
        area = QRectF(self.rect()).adjusted(4, 5, -5, -foot - 5)
        scale = scale_of(self._now, self._before)
        paint_line(painter, area, self._before, scale, before=True)
        end = paint_line(painter, area, self._now, scale)
        if end is not None:
            paint_dot(painter, end)
        brush.rule(painter, 0, self.width(), self.height() - foot)
        words = QRectF(0, self.height() - 22, self.width(), 18)
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        shade = tokens().muted
        brush.text(painter, words, self._left, font=font, colour=shade)
        brush.text(painter, words, self._right, font=font, colour=shade, align=brush.RIGHT)
