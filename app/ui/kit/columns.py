"""Pairs of columns side by side, labelled directly: given and received by quarter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_FOOT = 24
_HEAD = 20
_WIDEST = 24


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counts of one stretch of time."""

    text: str
    first: int
    second: int


class PairColumns(QWidget):
    """Accent columns beside grey ones, each with its figure above."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(160, 96)
        self._pairs: Sequence[Pair] = ()

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other counts, oldest first."""
        self._pairs = pairs
        self.setAccessibleDescription(
            "; ".join(f"{pair.text}: {pair.first}, {pair.second}" for pair in pairs)
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(322, 140)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        base = self.height() - _FOOT
        brush.rule(painter, 0, self.width(), base)
        if not self._pairs:
            return
        most = max(1, *(max(pair.first, pair.second) for pair in self._pairs))
        step = self.width() / len(self._pairs)
        for place, pair in enumerate(self._pairs):
            area = QRectF(place * step, _HEAD, step, base - _HEAD)
            self._paint_pair(painter, area, pair, most)

    def _paint_pair(self, painter: QPainter, area: QRectF, pair: Pair, most: int) -> None:
        shades = tokens()
        wide = min(_WIDEST, round(area.width() / 3))
        left = round(area.center().x()) - wide - 3
        columns = (
            (pair.first, shades.accent, shades.text, Weight.SEMIBOLD),
            (pair.second, shades.before, shades.muted, Weight.MEDIUM),
        )
        for count, fill, ink, weight in columns:
            height = round(area.height() * count / most)
            painter.fillRect(QRectF(left, area.bottom() - height, wide, height), QColor(fill))
            above = QRectF(left - 8, area.bottom() - height - 19, wide + 16, 17)
            font = typeface.font(Size.LABEL, weight)
            brush.text(painter, above, str(count), font=font, colour=ink, align=brush.CENTRE)
            left += wide + 6
        below = QRectF(area.left(), area.bottom() + 4, area.width(), _FOOT - 4)
        font = typeface.font(Size.LABEL, Weight.MEDIUM)
        brush.text(painter, below, pair.text, font=font, colour=shades.muted, align=brush.CENTRE)
