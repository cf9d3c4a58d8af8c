"""The name of the chapter at the top left; it opens the program's menu."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.label import tip
from app.ui.kit.pressable import Pressable
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_WORDS = 80


class BookTitle(Pressable):
    """Says whose book is open; pressed, it shows everything the menu bar holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(_("Chapterhouse"))

    def say(self, words: str) -> None:
        """Show another name."""
        self._words = words
        self.setAccessibleName(_("Menu of {chapter}").format(chapter=words))
        self.setToolTip(tip(_("{chapter}: menu (F10)").format(chapter=words)))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        lit = self._hovered or self.hasFocus() or self.isDown()
        if self._hovered or self.isDown():
            brush.panel(painter, area, fill=shades.hover)
        if self.width() < _WORDS:
            icons.paint(painter, area, "menu", shades.muted)
        else:
            self._paint_words(painter, area, lit=lit)
        if self.hasFocus() and self.window().isActiveWindow():
            brush.ring(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF, *, lit: bool) -> None:
        shades = tokens()
        place = area.adjusted(12, 0, -30 if lit else -8, 0)
        lines = _lines(self._words, place.width())
        font = typeface.font(Size.SECTION if len(lines) == 1 else Size.BODY, Weight.SEMIBOLD)
        height = place.height() / len(lines)
        for number, words in enumerate(lines):
            line = QRectF(place.left(), place.top() + number * height, place.width(), height)
            brush.text(painter, line, words, font=font, colour=shades.text)
        if lit:
            sign = QRectF(area.right() - 28, 0, 20, area.height())
            icons.paint(painter, sign, "chevron-down", shades.muted, size=16)


def _lines(name: str, room: float) -> tuple[str, ...]:
    """Return a name in one line, or in two smaller ones where it is too long for that."""
    words = name.split()
    if not words[1:] or _wide(name, Size.SECTION) <= room:
        return (name,)
    ends = range(len(words) - 1, 0, -1)
    end = next((n for n in ends if _wide(" ".join(words[:n]), Size.BODY) <= room), 1)
    return " ".join(words[:end]), " ".join(words[end:])


def _wide(words: str, size: Size) -> float:
    return typeface.metrics(size, Weight.SEMIBOLD).horizontalAdvance(words)
