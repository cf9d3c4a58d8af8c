"""A traffic light as a shape: disc, triangle, square or ring, so that no colour is needed."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.kit import brush
from app.ui.theme import Tone, colour


class Light(StrEnum):
    """The four colours; the value is the name of the tone."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


def paint_light(painter: QPainter, centre: QPointF, light: Light, size: float = 12) -> None:
    """Draw a light round a point."""
    shade = colour(Tone(light.value))
    half = size / 2
    area = QRectF(centre.x() - half, centre.y() - half, size, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    if light is Light.GREEN:
        painter.drawEllipse(area)
    elif light is Light.YELLOW:
        corners = (QPointF(centre.x(), area.top()), area.bottomRight(), area.bottomLeft())
        painter.drawPolygon(QPolygonF(corners))
    elif light is Light.RED:
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        width = max(1.5, size / 7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(brush.pen(shade, width))
        painter.drawEllipse(area.adjusted(width / 2, width / 2, -width / 2, -width / 2))


class LightShape(QWidget):
    """One light on a page; its name says which."""

    def __init__(
        self, light: Light, *, name: str, size: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_light(light, name)

    def show_light(self, light: Light, name: str) -> None:
        """Show another light."""
        self._light = light
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        centre = QRectF(self.rect()).center()
        paint_light(QPainter(self), centre, self._light, self._size)
