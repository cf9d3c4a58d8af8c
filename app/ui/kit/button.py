"""Buttons: one filled for the page's deed, the others quiet."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.kit.pressable import Pressable
from app.ui.theme import Tone, colour, mix, tokens
from app.ui.typeface import Size, Weight

HEIGHT = 32


class Kind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"


class Button(Pressable):
    """A button with an icon, words, or both; words are plain, ``&`` included."""

    def __init__(
        self,
        words: str,
        *,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        name: str = "",
        size: int = Size.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.icon_name = icon
        self.words = words
        self._size = size
        self.setAccessibleName(name or words)
        if not words:
            self.setToolTip(tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def relabel(self, words: str, icon: str = "") -> None:
        """Show other words."""
        self.words = words
        self.icon_name = icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        left, right = self._padding()
        width = left + right + round(self._words_width() + self._icon_width())
        if self.kind is Kind.LINK:
            return QSize(width, round(typeface.metrics(self._size).height()) + 4)
        return QSize(max(width, HEIGHT), HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        self._paint_ground(painter, area)
        self._paint_content(painter, area)
        if self.hasFocus():
            self._paint_focus(painter, area)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        shades = tokens()
        if self.kind is Kind.PRIMARY:
            brush.panel(painter, area, fill=self._filled())
        elif self.kind is Kind.PLAIN:
            fill = shades.hover if self._lit() else shades.surface
            brush.panel(painter, area, fill=fill, line=shades.line)
        elif self._lit() and self.kind is Kind.QUIET:
            brush.panel(painter, area, fill=shades.selected if self.isDown() else shades.hover)

    def _filled(self) -> QColor:
        shades = tokens()
        if not self.isEnabled():
            return mix(shades.accent, shades.window, 0.4)
        return mix(shades.text, shades.accent, 0.22 if self.isDown() else 0.12 * self._lit())

    def _paint_content(self, painter: QPainter, area: QRectF) -> None:
        shade = self._ink()
        before, after = self._padding()
        wide = before + after + self._words_width() + self._icon_width()
        left = area.left() + before + (area.width() - wide) / 2
        if self.icon_name:
            box = QRectF(round(left), area.top(), self._glyph(), area.height())
            icons.paint(painter, box, self.icon_name, shade, size=self._glyph())
            left += self._icon_width()
        font = QFont(typeface.font(self._size, self._weight()))
        font.setUnderline(self.kind is Kind.LINK and self._lit())
        rest = QRectF(left, area.top(), area.right() - left, area.height())
        brush.text(painter, rest, self.words, font=font, colour=shade)

    def _paint_focus(self, painter: QPainter, area: QRectF) -> None:
        if self.kind is Kind.PRIMARY:
            inner = area.adjusted(2.5, 2.5, -2.5, -2.5)
            brush.panel(painter, inner, line=tokens().on_accent, radius=4, width=1.5)
        else:
            brush.ring(painter, area, 4 if self.kind is Kind.LINK else brush.RADIUS)

    def _ink(self) -> QColor:
        if self.kind is Kind.PRIMARY:
            return QColor(tokens().on_accent)
        if self.kind is Kind.LINK:
            return colour(Tone.ACCENT, enabled=self.isEnabled())
        tone = Tone.TEXT if self.words else Tone.MUTED
        return colour(tone, enabled=self.isEnabled())

    def _lit(self) -> bool:
        return self.isEnabled() and (self._hovered or self.isDown())

    def _weight(self) -> Weight:
        loud = self.kind is Kind.PRIMARY or self._size == Size.LABEL
        return Weight.SEMIBOLD if loud else Weight.MEDIUM

    def _glyph(self) -> int:
        return 16 if self.words else icons.GRID

    def _padding(self) -> tuple[int, int]:
        if self.kind is Kind.LINK:
            return 0, 0
        if not self.words:
            return 6, 6
        return (12, 16) if self.icon_name else (14, 14)

    def _words_width(self) -> float:
        return typeface.metrics(self._size, self._weight()).horizontalAdvance(self.words)

    def _icon_width(self) -> float:
        if not self.icon_name:
            return 0.0
        return self._glyph() + (6 if self.words else 0)
