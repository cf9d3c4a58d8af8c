"""What the tick on a ranked bar stands for."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import formats
from app.rules.periods import Period
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size


class TickKey(QWidget):
    """Says what the tick on a bar stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFixedHeight(20)
        self.setMinimumWidth(220)

    def show_period(self, period: Period | None) -> None:
        """Name the period before, or nothing where nothing is known of it."""
        self._words = "" if period is None else formats.period(period.start, period.end)
        self.setAccessibleName(self._words)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 3, 2, 14), QColor(tokens().text))
        area = QRectF(9, 0, self.width() - 9, 20)
        font = typeface.font(Size.LABEL)
        brush.text(painter, area, self._words, font=font, colour=tokens().muted)
