"""A round chip that can be pressed in: a filter that holds or not."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.kit.pressable import Pressable
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

HEIGHT = 28


class ToggleChip(Pressable):
    """A filter; pressed in it is filled with the accent."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = typeface.metrics(Size.BODY, Weight.MEDIUM).horizontalAdvance(self._words)
        return QSize(round(words) + 24, HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        ink = shades.text
        if self.isChecked():
            brush.panel(painter, area, fill=shades.accent, radius=HEIGHT / 2)
            ink = shades.on_accent
        else:
            fill = shades.hover if self._hovered else None
            brush.panel(painter, area, fill=fill, line=shades.line, radius=HEIGHT / 2)
        font = typeface.font(Size.BODY, Weight.MEDIUM)
        brush.text(painter, area, self._words, font=font, colour=ink, align=brush.CENTRE)
        if self.hasFocus():
            outer = shades.text if self.isChecked() else shades.accent
            brush.panel(painter, area, line=outer, radius=HEIGHT / 2, width=1.5)
