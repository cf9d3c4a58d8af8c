"""A box to tick, with its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.theme import Tone, colour, tokens

_BOX = 16
_GAP = 8


class CheckBox(QAbstractButton):
    """Ticked or not; the words belong to the box and can be pressed too."""

    def __init__(self, words: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = typeface.metrics().horizontalAdvance(self._words)
        return QSize(round(words) + _BOX + _GAP + 4, 24)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        box = QRectF(1, round((self.height() - _BOX) / 2), _BOX, _BOX)
        if self.isChecked():
            fill = colour(Tone.ACCENT, enabled=self.isEnabled())
            brush.panel(painter, box, fill=fill, radius=4)
            icons.paint(painter, box, "check", shades.on_accent, size=14)
        else:
            brush.panel(painter, box, fill=shades.surface, line=shades.before, radius=4)
        words = QRectF(self.rect()).adjusted(_BOX + _GAP, 0, 0, 0)
        ink = colour(Tone.TEXT, enabled=self.isEnabled())
        brush.text(painter, words, self._words, font=typeface.font(), colour=ink)
        if self.hasFocus():
            brush.ring(painter, box.adjusted(-1, -1, 1, 1), 5)
