"""One thing that is off, with the one deed that mends it."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.rows import row
from app.ui import icons, typeface
from app.ui.kit import brush
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.kit.mark import paint_mark
from app.ui.theme import Tone, colour
from app.ui.typeface import Size, Weight

_HEIGHT = 76
_TEXT_X = 36
_MARK = 18.0
_NAME = 180  # a long name leaves room for others
_LEAST = 40  # of a piece is seen, or nothing


@row(frozen=True, slots=True)
class Piece:
    """Some words of a row's second line; ``gap`` pixels stand before them."""

    words: str
    strong: bool = False
    gap: int = 0
    absences: int = 0
    allowed: int = 0


@row(frozen=True, slots=True)
class OffItem:
    """What a row says: sign, headline, second line, and the deed at its right."""

    icon: str
    urgent: bool
    headline: str
    pieces: tuple[Piece, ...]
    deed: str
    run: Callable[[], object]


class OffRow(QWidget):
    """Shows one item; Tab reaches its deed."""

    def __init__(self, item: OffItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(item.headline)
        headline = PlainLabel(item.headline, weight=Weight.SEMIBOLD)
        deed = Button(item.deed, kind=Kind.LINK)
        deed.setAccessibleName(f"{item.deed}: {item.headline}")
        deed.clicked.connect(self._on_deed)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(headline, 1)
        upper.addWidget(deed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_TEXT_X, 18, 0, 37)
        layout.addLayout(upper)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = Tone.ABSENT if self._item.urgent else Tone.TEXT
        icons.paint(painter, QRectF(0, 18, 20, 20), self._item.icon, colour(tone))
        left = float(_TEXT_X)
        for piece, after in pairwise((*self._item.pieces, Piece(""))):
            least = _NAME + after.allowed * (_MARK + 3) if after.absences else _LEAST
            if left + piece.gap + least > self.width():
                break
            left = self._paint_piece(painter, left + piece.gap, piece)
        brush.rule(painter, 0, self.width(), _HEIGHT - 1)

    def _paint_piece(self, painter: QPainter, left: float, piece: Piece) -> float:
        for place in range(piece.allowed if piece.absences else 0):
            mark = "A" if place < piece.absences else ""
            paint_mark(painter, QPointF(left + _MARK / 2, 48), mark, width=18, height=16)
            left += _MARK + 3
        if piece.absences:
            return left + 5
        weight = Weight.MEDIUM if piece.strong else Weight.REGULAR
        shade = colour(Tone.TEXT if piece.strong else Tone.MUTED)
        room = self.width() - left
        area = QRectF(left, 38, min(room, _NAME) if piece.strong else room, 20)
        font = typeface.font(Size.BODY, weight)
        return left + brush.text(painter, area, piece.words, font=font, colour=shade)

    @Slot()
    def _on_deed(self) -> None:
        self._item.run()
