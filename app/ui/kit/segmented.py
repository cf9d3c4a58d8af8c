"""A few views of one thing side by side, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight


class SegmentedControl(QWidget):
    """Words in one frame; arrow keys and clicks choose.

    Signals:
        chosen: The number of the word chosen by the user.
    """

    chosen = Signal(int)

    def __init__(
        self,
        words: Sequence[str],
        *,
        name: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words = tuple(words)
        self._small = small
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose(0)

    @property
    def current(self) -> int:
        """The number of the word in force."""
        return self._current

    def offer(self, words: Sequence[str]) -> None:
        """Offer other words; the first of them is in force."""
        self._words = tuple(words)
        self.updateGeometry()
        self.choose(0)

    def choose(self, number: int) -> None:
        """Put a word in force without telling anybody."""
        self._current = number
        self.setAccessibleName(f"{self._name}: {self._words[number]}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())), 24 if self._small else 32)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._pick(max(0, min(len(self._words) - 1, self._current + step)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = 0.0
        for number, width in enumerate(self._widths()):
            left += width
            if event.position().x() < left:
                self._pick(number)
                return

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        shades = tokens()
        brush.panel(painter, area, fill=shades.sunken, line=shades.line)
        left = 0.0
        for number, width in enumerate(self._widths()):
            box = QRectF(left, 0, width, area.height())
            self._paint_segment(painter, box, number)
            left += width
        if self.hasFocus():
            brush.ring(painter, area.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_segment(self, painter: QPainter, box: QRectF, number: int) -> None:
        shades = tokens()
        ink = shades.text if self.isEnabled() else shades.muted
        if number == self._current:
            line = shades.accent if self.isEnabled() else shades.before
            brush.panel(painter, box, fill=shades.surface, line=line, width=1.5)
            ink = shades.accent if self.isEnabled() else shades.muted
        font = typeface.font(self._size(), self._weight(number))
        brush.text(painter, box, self._words[number], font=font, colour=ink, align=brush.CENTRE)

    def _widths(self) -> list[float]:
        padding = 10 if self._small else 14
        measures = QFontMetricsF(typeface.font(self._size(), Weight.SEMIBOLD))
        return [round(measures.horizontalAdvance(words)) + 2 * padding for words in self._words]

    def _size(self) -> int:
        return Size.LABEL if self._small else Size.BODY

    def _weight(self, number: int) -> int:
        return Weight.SEMIBOLD if number == self._current else Weight.REGULAR

    def _pick(self, number: int) -> None:
        if number != self._current:
            self.choose(number)
            self.chosen.emit(number)
