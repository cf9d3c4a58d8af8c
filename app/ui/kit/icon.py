"""A sign on a page."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import icons
from app.ui.theme import Tone, colour


class Sign(QWidget):
    """An icon that only shows; the words beside it say what it means."""

    def __init__(
        self,
        icon: str,
        *,
        tone: Tone = Tone.MUTED,
        size: int = icons.GRID,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        self.setAccessibleName(name or icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, icon: str, tone: Tone) -> None:
        """Show another sign."""
        self._icon, self._tone = icon, tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = colour(self._tone)
        icons.paint(QPainter(self), QRectF(self.rect()), self._icon, shade, size=self._size)
