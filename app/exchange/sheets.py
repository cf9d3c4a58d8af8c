"""A sheet as every container is read into: rows of texts, with what stood in bold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.errors import UnreadableFileError

MOST_BYTES = 256 * 1024 * 1024  # 100,000 slips take 60 MB; the largest export seen 0.4 MB
MOST_ROWS = 250_000
MOST_CELLS = 2_500_000  # empty ones included
LAST_ROW = 1_048_576  # what a spreadsheet can number
MOST_COLUMNS = 200  # the widest report seen has 60
MOST_TEXT = 32_767  # what a spreadsheet can hold in one cell


class Row(NamedTuple):
    """One row that holds any text: its number in the sheet, its texts from column 1, bold columns.

    A named tuple and not a dataclass, because a file may hold a hundred thousand of them.
    """

    number: int
    texts: tuple[str, ...]
    bold: tuple[int, ...] = ()

    def text(self, column: int) -> str:
        """Return the text of a column counted from 1, stripped; empty beyond the last."""
        return self.texts[column - 1].strip() if column <= len(self.texts) else ""

    def filled(self) -> list[tuple[int, str]]:
        """Return column and text of each cell that is not blank."""
        stripped = ((column, text.strip()) for column, text in enumerate(self.texts, 1))
        return [(column, text) for column, text in stripped if text]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; its rows can be walked once, before the next sheet is asked for."""

    name: str
    rows: Iterator[Row]
    encoding: str = ""
    bold_known: bool = True


def check_place(row: int, column: int = 1) -> None:
    """Refuse a cell where no export has one, before anything is made room for."""
    if row > LAST_ROW:
        raise UnreadableFileError("file_row_beyond_sheet", row=row)
    if column > MOST_COLUMNS:
        raise UnreadableFileError("file_too_wide", row=row, limit=MOST_COLUMNS)


def check_length(length: int, row: int) -> None:
    """Refuse a cell that holds more text than a spreadsheet could."""
    if length > MOST_TEXT:
        raise UnreadableFileError("file_cell_too_long", row=row, limit=MOST_TEXT)


def check_count(rows: int) -> None:
    """Refuse a file with more rows than any chapter fills."""
    if rows > MOST_ROWS:
        raise UnreadableFileError("file_too_many_rows", limit=MOST_ROWS)
