"""A key with its meaning, small and grey where it works; a click does what the key does."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush, keycap
from app.ui.theme import tokens
from app.ui.typeface import Size

_ICONS = {"Backspace": "backspace"}
_GAP = 5


class KeyHint(QAbstractButton):
    """One key cap and a word beside it, or none."""

    def __init__(self, key: str, words: str = "", *, name: str = "") -> None:
        super().__init__()
        self._key = key
        self._words = words
        self.setAccessibleName(name or words or key)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = typeface.metrics(Size.LABEL).horizontalAdvance(self._words)
        gap = _GAP if self._words else 0
        return QSize(round(self._cap_width() + gap + words), keycap.HEIGHT + 4)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        right = self._cap_width()
        if self._key in _ICONS:
            keycap.paint(painter, right, middle, " ")
            area = QRectF(0, 0, right, self.height())
            icons.paint(painter, area, _ICONS[self._key], tokens().muted, size=14)
        else:
            keycap.paint(painter, right, middle, self._key)
        room = QRectF(right + _GAP, 0, self.width(), self.height())
        ink = tokens().text if self.underMouse() else tokens().muted
        brush.text(painter, room, self._words, font=typeface.font(Size.LABEL), colour=ink)

    def _cap_width(self) -> float:
        return keycap.width_of(" " if self._key in _ICONS else self._key)


class KeyRow(QWidget):
    """Hints side by side; those that don't fit are left out, the last ones first."""

    def __init__(self, hints: Sequence[KeyHint], apart: Sequence[int]) -> None:
        """``apart`` is the gap after each hint."""
        super().__init__()
        self._hints = hints
        self._apart = apart
        for hint in hints:
            hint.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, keycap.HEIGHT + 4)

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        left = 0
        for hint, gap in zip(self._hints, self._apart, strict=True):
            size = hint.sizeHint()
            hint.setGeometry(left, 0, size.width(), size.height())
            left += size.width()
            hint.setVisible(left <= self.width())
            left += gap
