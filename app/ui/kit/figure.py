"""One figure under its name, with what it is measured against beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import Tone, colour, tokens
from app.ui.typeface import Size, Weight


class StatFigure(QWidget):
    """A name at 11, a figure at 20 or 28, and grey words after it such as ``of 25``."""

    def __init__(self, name: str, *, size: int = Size.TITLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._figure = self._beside = ""
        self._tone = Tone.TEXT
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: str, beside: str = "", tone: Tone = Tone.TEXT) -> None:
        """Show another figure."""
        self._figure, self._beside, self._tone = figure, beside, tone
        self.setAccessibleDescription(" ".join(filter(None, (figure, beside))))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        figure = QFontMetricsF(self._figure_font()).horizontalAdvance(self._figure)
        beside = typeface.metrics(Size.BODY).horizontalAdvance(self._beside)
        name = typeface.metrics(Size.LABEL, Weight.MEDIUM).horizontalAdvance(self._name)
        return QSize(round(max(name, figure + beside + 6)) + 1, 18 + round(self._size * 1.4))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        label = typeface.font(Size.LABEL, Weight.MEDIUM)
        top = QRectF(0, 0, self.width(), 16)
        brush.text(painter, top, self._name, font=label, colour=shades.muted)
        row = QRectF(0, 18, self.width(), self.height() - 18)
        shade = colour(self._tone)
        font = self._figure_font()
        left = brush.text(painter, row, self._figure, font=font, colour=shade) + 6
        drop = (QFontMetricsF(font).ascent() - typeface.metrics(Size.BODY).ascent()) / 3
        rest = row.adjusted(left, drop, 0, drop)
        brush.text(painter, rest, self._beside, font=typeface.font(), colour=shades.muted)

    def _figure_font(self) -> QFont:
        return typeface.font(self._size, Weight.SEMIBOLD)
