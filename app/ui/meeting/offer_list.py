"""The choices for a half-typed name, under the slip line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import ngettext
from app.rules.completion import Choice
from app.ui import typeface
from app.ui.kit import brush
from app.ui.theme import tokens
from app.ui.typeface import Size, Weight

_ROW = 30
_PADDING = 4
_NONE = -1


class OfferList(QWidget):
    """A list over the page; it never takes the focus from the line.

    Signals:
        chosen: A choice was clicked. Carries the Choice.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._hints: Sequence[str] = ()
        self._lit = _NONE
        self.setMouseTracking(True)
        self.hide()

    @property
    def lit(self) -> Choice | None:
        """The choice that Enter would take."""
        return self._choices[self._lit] if 0 <= self._lit < len(self._choices) else None

    def open(self, choices: Sequence[Choice], hints: Sequence[str]) -> None:
        """Show choices, none of them lit yet; ``hints`` stand grey beside the names."""
        if choices != self._choices:
            self._lit = _NONE
        self._choices, self._hints = choices, hints
        meant = ngettext("{n} person may be meant", "{n} people may be meant", len(choices))
        self.setAccessibleName(meant)
        self.resize(self.width(), self.sizeHint().height())
        self.raise_()
        self.show()
        self.update()

    def close_list(self) -> None:
        """Take the list away."""
        self._choices, self._lit = (), _NONE
        self.hide()

    def step(self, by: int) -> None:
        """Light the next or the previous choice."""
        if not self._choices:
            return
        start = self._lit if self._lit != _NONE else (-1 if by > 0 else 0)
        self._lit = (start + by) % len(self._choices)
        self.setAccessibleName(self._choices[self._lit].text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(504, len(self._choices) * _ROW + 2 * _PADDING)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._lit = self._row_at(event.position().y())
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._lit = _NONE
        self.update()
        super().leaveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if 0 <= row < len(self._choices):
            self.chosen.emit(self._choices[row])

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = tokens()
        brush.panel(painter, QRectF(self.rect()), fill=shades.raised, line=shades.raised_line)
        for row, choice in enumerate(self._choices):
            area = QRectF(_PADDING, _PADDING + row * _ROW, self.width() - 2 * _PADDING, _ROW)
            if row == self._lit:
                brush.panel(painter, area, fill=shades.selected, radius=4)
            self._paint_choice(painter, area, choice, self._hints[row])

    def _row_at(self, y: float) -> int:
        return int(y - _PADDING) // _ROW

    def _paint_choice(self, painter: QPainter, area: QRectF, choice: Choice, hint: str) -> None:
        shades = tokens()
        side = choice.side
        if side is not None and side.seat is not None:
            number = QRectF(area.left(), area.top(), 32, area.height())
            small = typeface.font(Size.LABEL)
            brush.text(
                painter, number, str(side.seat), font=small, colour=shades.muted, align=brush.RIGHT
            )
        name = side.name if side is not None else choice.text
        weight = Weight.BOLD if side is not None and side.chapter else Weight.REGULAR
        font = typeface.font(Size.BODY, weight)
        room = area.adjusted(44, 0, -180, 0)
        brush.text(painter, room, name, font=font, colour=shades.text)
        right = QRectF(area.right() - 172, area.top(), 160, area.height())
        small = typeface.font(Size.LABEL)
        brush.text(painter, right, hint, font=small, colour=shades.muted, align=brush.RIGHT)
