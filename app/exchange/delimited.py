"""Reads CSV and its kin: commas, semicolons or tabs, in whatever letters they were saved."""

import csv
import io
from collections.abc import Iterator

from app.errors import UnreadableFileError
from app.exchange.encodings import decoded, text_encoding
from app.exchange.outgoing.cells import mended
from app.exchange.sheets import (
    MOST_COLUMNS,
    Row,
    Sheet,
    check_count,
    check_length,
)
from app.exchange.sources import Source

MOST_BYTES = 50 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_DELIMITERS = ",;\t"
_SAMPLE_ROWS = 25
_SAMPLE_SIGNS = 64 * 1024


def sheets(source: Source) -> Iterator[Sheet]:
    """Yield the one table of a text file; nothing in it can be bold."""
    if source.size > MOST_BYTES:
        raise UnreadableFileError(
            "file_too_big", size=source.size // _MEGABYTE, limit=MOST_BYTES // _MEGABYTE
        )
    encoding = text_encoding(source)
    text = "".join(decoded(source.pieces(tell=True), encoding))
    yield Sheet("", _rows(text, _delimiter(text)), encoding=encoding, bold_known=False)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            check_count(number)
            if row := _row(number, cells):
                yield row
    except csv.Error as error:
        raise UnreadableFileError("file_damaged", row=number + 1) from error


def _row(number: int, cells: list[str]) -> Row | None:
    while cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise UnreadableFileError("file_too_wide", row=number, limit=MOST_COLUMNS)
    check_length(max(map(len, cells), default=0), number)
    return Row(number, tuple(map(mended, cells))) if cells else None


def _delimiter(text: str) -> str:
    """Return the sign that cuts the first rows into the most columns."""
    sample = text[:_SAMPLE_SIGNS]
    return max(_DELIMITERS, key=lambda sign: _widest(sample, sign))


def _widest(sample: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: list[int] = []
    try:
        for cells in reader:
            widths.append(sum(1 for cell in cells if cell.strip()))
            if len(widths) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0
    return max(widths, default=0)
