"""The head of a section: words and a count on a line in text colour."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

HEIGHT = 40


class SectionHead(QWidget):
    """Heads a section; widgets such as a link go to its right end with ``add``.

    ``quiet`` puts the words at 13 on a hairline, as inside a white sheet.
    """

    def __init__(
        self,
        words: str,
        count: str = "",
        *,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._right = QHBoxLayout(self)
        self._right.setContentsMargins(0, 0, 0, 1)
        self._right.setSpacing(12)
        self._right.addStretch(1)
        self.setFixedHeight(32 if quiet else HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(words, count)

    def say(self, words: str, count: str = "") -> None:
        """Show other words; the count stands grey beside them."""
        self._words, self._count = words, count
        self.setAccessibleName(" ".join(filter(None, (words, count))))
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._right.addWidget(widget)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        size = Size.BODY if self._quiet else Size.SECTION
        area = QRectF(0, 0, self.width(), self.height() - 2)
        font = typeface.font(size, Weight.SEMIBOLD)
        brush.text(painter, area, self._words, font=font, colour=shades.text)
        gap = QFontMetricsF(font).horizontalAdvance(self._words) + 10
        plain = typeface.font(size)
        brush.text(
            painter, area.adjusted(gap, 0, 0, 0), self._count, font=plain, colour=shades.muted
        )
        line = shades.line if self._quiet else shades.text
        brush.rule(painter, 0, self.width(), self.height() - 1, colour=line)
