"""A column as a value: what it is called, shows, sorts by, and what editing it asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.queries.roster import Party
from app.ui.matching import fold
from app.ui.theme import Tone

Row = TypeVar("Row")


class Align(Enum):
    """Where a column's words stand; its head stands there too."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Look:
    """How one cell differs from its neighbours; the icon stands before the words.

    ``both_ends`` cuts what is too long in the middle, as names of files need it.
    """

    tone: Tone = Tone.TEXT
    bold: bool = False
    icon: str = ""
    both_ends: bool = False


PLAIN = Look()
QUIET = Look(Tone.MUTED)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values a cell may take."""

    value: object
    text: str


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    ``show`` returns what is read; None shows nothing. ``sort`` returns what rows are ordered by,
    else what is shown. ``edit`` takes the row and the new value: the text typed, the value of
    one of ``choices``, or the id of a member among ``people``, None for nobody; ``value`` is what
    the editor begins with, else what is shown. ``paint`` draws the cell itself, within the area
    it is given. ``width`` is in pixels; one column of a table may ``stretch``.
    """

    title: str
    show: Callable[[Row], object]
    align: Align = Align.LEFT
    width: int = 120
    stretch: bool = False
    sort: Callable[[Row], Any] | None = None
    sortable: bool = True
    edit: Callable[[Row, Any], object] | None = None
    value: Callable[[Row], object] | None = None
    choices: Callable[[Row], Sequence[Choice]] | None = None
    people: Callable[[], Sequence[Party]] | None = None
    look: Callable[[Row], Look] | None = None
    tip: Callable[[Row], str] | None = None
    paint: Callable[[QPainter, QRectF, Row], None] | None = None

    def text(self, row: Row) -> str:
        """Return what is read in a cell."""
        shown = self.show(row)
        return "" if shown is None else str(shown)

    def order(self, row: Row) -> tuple[int, Any]:
        """Return a sort key; nothing comes last, words come without case and accents."""
        value = self.show(row) if self.sort is None else self.sort(row)
        if value is None:
            return 1, 0
        return 0, fold(value) if isinstance(value, str) else value

    def start(self, row: Row) -> object:
        """Return what an editor begins with."""
        return self.text(row) if self.value is None else self.value(row)
