"""A wide button that says what it does: one of a few ways to go on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.pressable import Pressable
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_COLUMN = 560


class Choice(Pressable):
    """A wide button: sign, what it does, and a line about it."""

    def __init__(
        self, icon: str, words: str, hint: str, *, tall: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._words, self._hint, self._tall = icon, words, hint, tall
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(72 if tall else 44)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_COLUMN, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        area = QRectF(self.rect())
        if self._tall:
            fill = shades.hover if self._hovered else shades.surface
            brush.panel(painter, area, fill=fill, line=shades.line)
        elif self._hovered:
            brush.panel(painter, area, fill=shades.hover)
        icons.paint(painter, QRectF(16, 0, 24, area.height()), self._icon, shades.accent, size=20)
        self._paint_words(painter, area.adjusted(56, 0, -16, 0))
        if self.hasFocus():
            brush.ring(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        shades = tokens()
        strong = typeface.font(Size.BODY, Weight.SEMIBOLD)
        small = typeface.font(Size.BODY)
        if self._tall:
            brush.text(
                painter, area.adjusted(0, 15, 0, -36), self._words, font=strong, colour=shades.text
            )
            brush.text(
                painter, area.adjusted(0, 36, 0, -15), self._hint, font=small, colour=shades.muted
            )
            return
        wide = brush.text(painter, area, self._words, font=strong, colour=shades.text)
        rest = area.adjusted(wide + 12, 0, 0, 0)
        brush.text(painter, rest, self._hint, font=small, colour=shades.muted)
