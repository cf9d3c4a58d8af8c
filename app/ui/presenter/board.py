"""What a board is, and the frame all of them share: whose, when, what about, how provisional."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF

from app.queries.presenter import Presented
from app.ui.kit import brush
from app.ui.presenter.canvas import Canvas, Step, wide
from app.ui.theme import tokens
from app.ui.typeface import Weight

_HEAD = QRectF(0, 34, 0, 48)
_HEAD_LINE = 92.0
_TITLE = QRectF(0, 116, 0, 62)
_BETWEEN = 56.0


class Board(Protocol):
    """One board; its rows are all it knows."""

    def __init__(self, rows: Presented) -> None: ...

    @abstractmethod
    def title(self) -> str:
        """Return what the board is about."""

    @abstractmethod
    def when(self) -> str:
        """Return the day or the period."""

    def note(self) -> str:
        """Return a few small words beside the title."""
        return ""

    @abstractmethod
    def paint(self, canvas: Canvas) -> None:
        """Draw what stands below the title."""

    @abstractmethod
    def words(self) -> Sequence[str]:
        """Return what is read out after the title."""


def paint_board(canvas: Canvas, board: Board, chapter: str) -> None:
    """Draw a whole board: whose it is and when, what it is about, its rows."""
    when = board.when()
    head = _HEAD.adjusted(canvas.left, 0, canvas.right, 0)
    canvas.write(head, when, ink=tokens().muted, align=brush.RIGHT)
    name = head.adjusted(0, 0, -wide(when, Step.SMALL) - _BETWEEN, 0)
    canvas.write(name, chapter, weight=Weight.SEMIBOLD)
    canvas.rule(canvas.left, canvas.right, _HEAD_LINE)
    title = _TITLE.adjusted(canvas.left, 0, canvas.right, 0)
    width = canvas.write(title, board.title(), size=Step.TITLE, weight=Weight.SEMIBOLD)
    beside_title = title.adjusted(width + _BETWEEN, 6, 0, 6)
    canvas.write(beside_title, board.note(), ink=tokens().muted, align=brush.RIGHT)
    board.paint(canvas)


def read_out(board: Board) -> str:
    """Return a board in words, for those who listen."""
    note = board.note()
    return "; ".join((board.title(), board.when(), *([note] if note else []), *board.words()))
