"""The row of chips under the slip line: what was understood so far."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.meeting.slip_bits import Bit, Look
from app.ui.theme import mix, tokens
from app.ui.typeface import Size, Weight

_HEIGHT = 26
_PADDING = 10
_GAP = 6
_ICON = 18
_WIDEST = 190
_BARE = (Look.LINK, Look.ARROW, Look.NOTE)
_STRONG = (Look.KIND, Look.FLAG)


class SlipChips(QWidget):
    """Paints bits side by side; the last ones give way where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bits: Sequence[Bit] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_bits(self, bits: Sequence[Bit]) -> None:
        """Show other bits."""
        self._bits = bits
        self.setAccessibleName(" ".join(bit.words for bit in bits))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0.0
        warnings = [bit for bit in self._bits if bit.look is Look.WARNING]
        room = self.width() - sum(_width(bit) + _GAP for bit in warnings)
        for bit in self._bits:
            if bit.look is not Look.WARNING and left < room - _HEIGHT:
                width = min(_width(bit), room - left)
                _paint(painter, QRectF(left, 0, width, _HEIGHT), bit)
                left += width + _GAP
        for bit in warnings:
            _paint(painter, QRectF(left, 0, min(_width(bit), self.width() - left), _HEIGHT), bit)
            left += _width(bit) + _GAP


def _width(bit: Bit) -> float:
    if bit.look is Look.ARROW:
        return _ICON
    words = QFontMetricsF(typeface.font(Size.BODY, _weight(bit))).horizontalAdvance(bit.words)
    if bit.look in _BARE:
        return words + 2
    icon = _ICON if bit.look is Look.WARNING else 0
    return min(words, _WIDEST) + 2 * _PADDING + icon


def _weight(bit: Bit) -> Weight:
    if bit.look is Look.ELSEWHERE:
        return Weight.BOLD
    if bit.look in _STRONG:
        return Weight.SEMIBOLD
    return Weight.REGULAR if bit.look in _BARE else Weight.MEDIUM


def _paint(painter: QPainter, area: QRectF, bit: Bit) -> None:
    shades = tokens()
    if bit.look is Look.ARROW:
        icons.paint(painter, area, "arrow-right", shades.muted, size=16)
        return
    inks = {
        Look.KIND: shades.on_accent,
        Look.LINK: shades.muted,
        Look.WANTED: shades.muted,
        Look.WRONG: shades.absent,
        Look.WARNING: shades.late,
        Look.NEW: shades.accent,
    }
    _paint_ground(painter, area, bit.look)
    inner = area if bit.look in _BARE else area.adjusted(_PADDING, 0, -_PADDING, 0)
    if bit.look is Look.WARNING:
        sign = QRectF(inner.left() - 2, inner.top(), 16, inner.height())
        icons.paint(painter, sign, "warning", shades.late, size=16)
        inner = inner.adjusted(_ICON, 0, 0, 0)
    font = typeface.font(Size.BODY, _weight(bit))
    brush.text(painter, inner, bit.words, font=font, colour=inks.get(bit.look, shades.text))


def _paint_ground(painter: QPainter, area: QRectF, look: Look) -> None:
    shades = tokens()
    radius = _HEIGHT / 2
    if look is Look.KIND:
        brush.panel(painter, area, fill=shades.accent, radius=radius)
    elif look is Look.WANTED:
        brush.panel(painter, area, line=shades.muted, radius=radius, dashes=(3, 2))
    elif look is Look.NEW:
        brush.panel(painter, area, line=shades.accent, radius=radius, dashes=(3, 2))
    elif look in {Look.WRONG, Look.WARNING}:
        ink = shades.absent if look is Look.WRONG else shades.late
        brush.panel(painter, area, fill=mix(ink, shades.surface, 0.1), radius=radius)
    elif look not in _BARE:
        brush.panel(painter, area, fill=shades.chip, radius=radius)
