"""Strokes that every widget of the kit shares: panels, rings, lines and one-line text."""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.rules.people import level
from app.ui import typeface
from app.ui.theme import tokens

RADIUS = 6.0
Colour = str | QColor

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def panel(
    painter: QPainter,
    area: QRectF,
    *,
    fill: Colour | None = None,
    line: Colour | None = None,
    radius: float = RADIUS,
    width: float = 1.0,
    dashes: tuple[float, ...] = (),
) -> None:
    """Draw a rounded panel whose line lies inside the area, sharp on every screen."""
    inset = width / 2 if line is not None else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(pen(line, width, dashes) if line is not None else QPen(Qt.PenStyle.NoPen))
    round_by = max(0.0, radius - inset)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), round_by, round_by)


def pen(colour: Colour, width: float = 1.0, dashes: tuple[float, ...] = ()) -> QPen:
    """Return a pen; ``dashes`` are lengths of line and gap in pixels."""
    result = QPen(QColor(colour), width)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        result.setDashPattern([length / width for length in dashes])
    return result


def ring(painter: QPainter, area: QRectF, radius: float = RADIUS) -> None:
    """Draw the sign of keyboard focus: a line of 1.5 in the accent."""
    panel(painter, area, line=tokens().accent, radius=radius, width=1.5)


def rule(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    *,
    colour: Colour | None = None,
    dashes: tuple[float, ...] = (),
) -> None:
    """Draw a horizontal hairline whose pixel row is ``y``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if dashes:
        painter.setPen(pen(colour or tokens().line, 1.0, dashes))
        painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))
    else:
        fill(painter, QRectF(left, y, right - left, 1), colour or tokens().line)


def fill(painter: QPainter, area: QRectF, colour: Colour) -> None:
    """Fill an area.

    At its first use ``fillRect`` has a class made for two hundred named gradients, which is felt
    where a window is to be seen.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
    painter.restore()


def text(
    painter: QPainter,
    area: QRectF,
    words: str,
    *,
    font: QFont,
    colour: Colour,
    align: Qt.AlignmentFlag = LEFT,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Write one line, shortened with an ellipsis where it is too long; return its width."""
    words = level(words)
    if not words:
        return 0.0
    room = max(0.0, area.width()) + 0.5
    font = lettering(words, font)
    shown, width = _whole(words, font)
    if width > room:
        shown, width = _cut(words, font, cut, room)
    painter.setFont(font)
    painter.setPen(colour if isinstance(colour, QColor) else QColor(colour))
    painter.drawText(area, int(align) | _ONE_LINE, shown)
    return width


def lettering(words: str, font: QFont) -> QFont:
    """Return the font to write words in: hyphens stay narrow, days of the calendar in columns."""
    return typeface.proportional(font) if "-" in words and not _DAY.search(words) else font


# To measure words costs as much as to write them, and the same ones are written again and again.
@lru_cache(maxsize=2048)
def _whole(words: str, font: QFont) -> tuple[str, float]:
    shown = words.translate(_FLAT)
    return shown, QFontMetricsF(font).horizontalAdvance(shown)


@lru_cache(maxsize=1024)
def _cut(words: str, font: QFont, cut: Qt.TextElideMode, room: float) -> tuple[str, float]:
    measures = QFontMetricsF(font)
    shown = measures.elidedText(words.translate(_FLAT), cut, room)
    return shown, measures.horizontalAdvance(shown)


_DAY = re.compile(r"\d-\d\d")
_FLAT = dict.fromkeys((*range(32), 0x85, 0x2028, 0x2029), " ")
_ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
