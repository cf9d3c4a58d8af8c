"""A word of state in a round frame; dashed while it is only provisional."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.theme import Tone, colour, mix, tokens
from app.ui.typeface import Size, Weight

HEIGHT = 22


class Chip(QWidget):
    """Shows a state; it does nothing. Tinted by its tone, dashed on request."""

    def __init__(
        self,
        words: str,
        *,
        icon: str = "",
        tone: Tone = Tone.TEXT,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(words, icon=icon, tone=tone, dashed=dashed)

    def show_chip(
        self, words: str, *, icon: str = "", tone: Tone = Tone.TEXT, dashed: bool = False
    ) -> None:
        """Show other words."""
        self._words, self._icon, self._tone, self._dashed = words, icon, tone, dashed
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = typeface.metrics(Size.LABEL, Weight.SEMIBOLD).horizontalAdvance(self._words)
        return QSize(round(words) + self._icon_width() + 20, HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shade = colour(self._tone)
        if self._dashed:
            brush.panel(painter, area, line=shade, radius=HEIGHT / 2, dashes=(3, 2))
        else:
            fill = mix(shade.name(), tokens().window, 0.1)
            brush.panel(painter, area, fill=fill, radius=HEIGHT / 2)
        left = 10.0
        if self._icon:
            icons.paint(painter, QRectF(8, 0, 14, HEIGHT), self._icon, shade, size=14)
            left = 8.0 + self._icon_width()
        font = typeface.font(Size.LABEL, Weight.SEMIBOLD)
        brush.text(
            painter, QRectF(left, 0, area.width(), HEIGHT), self._words, font=font, colour=shade
        )

    def _icon_width(self) -> int:
        return 17 if self._icon else 0
