"""One course over months, with named levels and the values worth reading written at it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.charts import Scale, paint_dot, paint_line
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_FOOT = 28
_SIDE = 76
_HEAD = 22


@dataclass(frozen=True, slots=True)
class Level:
    """A value that divides good from better, named at the right."""

    value: float
    text: str


class LineChart(QWidget):
    """A line of values under their months; ``marked`` places get a dot and their figure."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(240, 100)
        self._places: Sequence[str] = ()
        self._values: Sequence[float] = ()
        self._levels: Sequence[Level] = ()
        self._marked: Collection[int] = ()

    def show_course(
        self,
        places: Sequence[str],
        values: Sequence[float],
        *,
        levels: Sequence[Level] = (),
        marked: Collection[int] = (),
    ) -> None:
        """Show other values, oldest first."""
        self._places, self._values = places, values
        self._levels, self._marked = levels, marked
        pairs = zip(places, values, strict=True)
        self.setAccessibleDescription("; ".join(f"{place} {value:g}" for place, value in pairs))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 140)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._values:
            return
        right = self.width() - (_SIDE if self._levels else 8)
        area = QRectF(10, _HEAD, right - 30, self.height() - _HEAD - _FOOT)
        scale = self._scale()
        self._paint_levels(painter, area, scale, right)
        paint_line(painter, area, self._values, scale)
        self._paint_marked(painter, area, scale)
        self._paint_places(painter, area, scale)

    def _scale(self) -> Scale:
        values = [*self._values, *(level.value for level in self._levels)]
        return Scale(min(values), max(values), len(self._values))

    def _paint_levels(self, painter: QPainter, area: QRectF, scale: Scale, right: float) -> None:
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        for level in self._levels:
            y = round(scale.point(area, 0, level.value).y())
            brush.rule(painter, 0, right, y)
            words = QRectF(right + 4, y - 9, self.width() - right - 4, 18)
            brush.text(
                painter, words, level.text, font=font, colour=tokens().muted, align=brush.RIGHT
            )

    def _paint_marked(self, painter: QPainter, area: QRectF, scale: Scale) -> None:
        font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
        for place in self._marked:
            point = scale.point(area, place, self._values[place])
            paint_dot(painter, point)
            words = QRectF(point.x() - 30, point.y() - 22, 60, 16)
            figure = f"{self._values[place]:g}"
            brush.text(painter, words, figure, font=font, colour=tokens().text, align=brush.CENTRE)

    def _paint_places(self, painter: QPainter, area: QRectF, scale: Scale) -> None:
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        for place, words in enumerate(self._places):
            point = scale.point(area, place, scale.low)
            below = _round_about(point, self.height() - 20)
            brush.text(painter, below, words, font=font, colour=tokens().muted, align=brush.CENTRE)


def _round_about(point: QPointF, top: float) -> QRectF:
    return QRectF(point.x() - 30, top, 60, 18)
