"""Drawings that paper and screen share, on the screen."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.rules.drawing import Drawing, Label, Shade
from app.ui import typeface
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_GAP = 5.0
_MARGIN = 12.0
_NAME = 0.0335  # of the unit: how large names are written
_LEAST = 9


class DrawingView(QWidget):
    """Shows a drawing as large as there is room: round its middle, or ``height`` widths high."""

    def __init__(self, *, name: str, height: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing((), ())
        self._height = height
        self.setAccessibleName(name)
        self.setMinimumSize(360, round(360 * (height or 1)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawing(self, drawing: Drawing, spoken: str) -> None:
        """Show another drawing; ``spoken`` says it in words."""
        self._drawing = drawing
        self.setAccessibleDescription(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._height:
            unit = min(self.width(), self.height() / self._height)
        else:
            unit = min(self.width(), self.height()) / 2 - _MARGIN
            painter.translate(QRectF(self.rect()).center())
        paint(painter, self._drawing, unit)


def paint(painter: QPainter, drawing: Drawing, unit: float) -> None:
    """Paint a drawing round the painter's origin, its unit as long as given."""
    shades = tokens()
    colours = {
        Shade.PALE: shades.line,
        Shade.MIDDLE: shades.before,
        Shade.STRONG: shades.accent,
        Shade.INK: shades.text,
        Shade.GROUND: shades.window,
        Shade.LINE: shades.before,
        Shade.EARLIER: shades.before,
    }
    painter.setPen(Qt.PenStyle.NoPen)
    for shape in drawing.shapes:
        painter.setBrush(QColor(colours[shape.shade]))
        painter.drawPolygon(QPolygonF([QPointF(x * unit, y * unit) for x, y in shape.corners]))
    for label in drawing.labels:
        _write(painter, label, unit)


def _write(painter: QPainter, label: Label, unit: float) -> None:
    size = max(_LEAST, min(round(unit * _NAME), Size.BODY)) - label.quiet
    placed = label.starts or label.ends
    strong = label.strong or not (placed or label.quiet)
    font = typeface.font(size, Weight.SEMIBOLD if strong else Weight.REGULAR)
    small = typeface.font(size - 1)
    figures = QFontMetricsF(small).horizontalAdvance(label.figures) + _GAP if label.figures else 0
    measures = QFontMetricsF(font)
    room = max(unit * label.room - figures, 1)
    words = measures.elidedText(label.words, Qt.TextElideMode.ElideRight, room)
    wide = measures.horizontalAdvance(words)
    back = (wide + figures) * label.ends if placed else wide / 2
    drop = measures.capHeight() / 2 if placed else 0
    painter.save()
    painter.translate(label.at[0] * unit, label.at[1] * unit)
    painter.rotate(math.degrees(label.angle))
    shade = tokens().text if placed else tokens().muted
    _put(painter, QPointF(-back, drop), words, font, shade)
    _put(painter, QPointF(-back + wide + _GAP, drop), label.figures, small, tokens().muted)
    painter.restore()


def _put(painter: QPainter, at: QPointF, words: str, font: QFont, shade: str) -> None:
    if words:
        painter.setFont(font)
        painter.setPen(QColor(shade))
        painter.drawText(at, words)
