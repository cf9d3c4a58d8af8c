"""A key as it is printed on the keyboard: small and grey, where it works."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

HEIGHT = 18


def _font() -> QFont:
    return typeface.font(Size.LABEL, Weight.MEDIUM)


def width_of(key: str) -> float:
    """Return how wide a key cap is drawn."""
    return max(float(HEIGHT), round(QFontMetricsF(_font()).horizontalAdvance(key)) + 10)


def paint(painter: QPainter, right: float, middle: float, key: str) -> float:
    """Draw a key cap that ends at ``right``; return where it begins."""
    width = width_of(key)
    area = QRectF(right - width, round(middle - HEIGHT / 2), width, HEIGHT)
    shades = tokens()
    brush.panel(painter, area, fill=shades.surface, line=shades.raised_line, radius=4)
    brush.text(painter, area, key, font=_font(), colour=shades.muted, align=brush.CENTRE)
    return right - width


def paint_all(painter: QPainter, right: float, middle: float, keys: str) -> float:
    """Draw the keys of a shortcut such as ``Ctrl+P``, each with its cap; return the left edge."""
    for key in reversed(caps(keys)):
        right = paint(painter, right, middle, key) - 4
    return right + 4


def caps(keys: str) -> list[str]:
    """Split a shortcut into its keys: ``Ctrl+P`` or, typed one after the other, ``r ann``."""
    keys = keys.replace("Return", "Enter")  # Qt's word for the key everybody calls so
    return [key for word in keys.split() for key in (word.split("+") if len(word) > 1 else word)]


class KeyCap(QWidget):
    """One key cap."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._key)), HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint(QPainter(self), self.width(), self.height() / 2, self._key)
