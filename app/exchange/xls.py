"""Reads the binary workbooks of Excel 97 to 2003, record by record.

By hand, because python-calamine reserves room for whatever size a file claims, which a forged
one turns into the end of the program, and knows nothing of bold type.
"""

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.errors import UnreadableFileError
from app.exchange.ole import Compound
from app.exchange.sheets import (
    MOST_CELLS,
    Row,
    Sheet,
    check_count,
    check_length,
    check_place,
)
from app.exchange.sources import Source
from app.exchange.xls_book import (
    BOF,
    EOF,
    Book,
    packed_number,
    records,
)
from app.exchange.xls_texts import short_text

MOST_BYTES = 50 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_NO_NUMBER = 0xFFFF
_ERROR_TEXT = "#?"


class _Place(NamedTuple):
    """Row and column from 0, and the number of the style."""

    row: int
    column: int
    style: int


class _Cell(NamedTuple):
    column: int
    text: str
    bold: bool


def sheets(source: Source) -> Iterator[Sheet]:
    """Yield the worksheets in workbook order."""
    if source.size > MOST_BYTES:
        raise UnreadableFileError(
            "file_too_big", size=source.size // _MEGABYTE, limit=MOST_BYTES // _MEGABYTE
        )
    stream = _workbook_stream(Compound(b"".join(source.pieces(tell=True))))
    book = Book(stream)
    for name, start in book.sheets:
        yield Sheet(name, _SheetReader(book).walk(stream, start))


def _workbook_stream(compound: Compound) -> bytes:
    if "Workbook" in compound:
        return compound.stream("Workbook")
    if "EncryptedPackage" in compound:
        raise UnreadableFileError("file_encrypted")
    raise UnreadableFileError("file_is_old_workbook" if "Book" in compound else "file_is_no_table")


class _SheetReader:
    """Collects the cells of one worksheet, whose rows may come in any order."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows: defaultdict[int, list[_Cell]] = defaultdict(list)
        self._cells = 0
        self._waiting: _Place | None = None  # a formula whose text comes next
        self._take: dict[int, Callable[[bytes], None]] = {
            0x0203: self._number,
            0x027E: self._packed,
            0x00BD: self._many_packed,
            0x00FD: self._shared,
            0x0204: self._label,
            0x00D6: self._label,
            0x0006: self._formula,
            0x0207: self._result,
            0x0205: self._truth,
        }

    def walk(self, stream: bytes, start: int) -> Iterator[Row]:
        """Yield each row that holds any text."""
        try:
            self._collect(stream, start)
        except (struct.error, IndexError) as error:
            raise UnreadableFileError("file_damaged") from error
        for number in sorted(self._rows):
            yield self._row(number)

    def _collect(self, stream: bytes, start: int) -> None:
        depth = 0  # charts inside a sheet are sheets of their own
        for kind, content in records(stream, start):
            if kind == BOF:
                depth += 1
            elif kind == EOF:
                depth -= 1
                if depth == 0:
                    return
            elif depth == 1 and kind in self._take:
                self._take[kind](content)
        raise UnreadableFileError("file_cut_off", row=max(self._rows, default=None))

    def _row(self, number: int) -> Row:
        texts: list[str] = []
        bold: list[int] = []
        for column, text, is_bold in sorted(self._rows[number]):
            texts.extend([""] * (column - len(texts) - 1))
            if column <= len(texts):
                continue  # a cell given twice
            texts.append(text)
            if is_bold:
                bold.append(column)
        return Row(number, tuple(texts), tuple(bold))

    def _add(self, place: _Place, text: str) -> None:
        if not text:
            return
        row = place.row + 1
        check_place(row, place.column + 1)
        check_length(len(text), row)
        check_count(len(self._rows))
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise UnreadableFileError("file_too_many_cells", row=row, limit=MOST_CELLS)
        bold = self._book.style(place.style).bold
        self._rows[row].append(_Cell(place.column + 1, text, bold))

    def _add_number(self, place: _Place, number: float) -> None:
        self._add(place, self._book.as_text(number, place.style))

    def _number(self, content: bytes) -> None:
        self._add_number(_place(content), struct.unpack_from("<d", content, 6)[0])

    def _packed(self, content: bytes) -> None:
        (packed,) = struct.unpack_from("<I", content, 6)
        self._add_number(_place(content), packed_number(packed))

    def _many_packed(self, content: bytes) -> None:
        row, column = struct.unpack_from("<HH", content)
        for begin in range(4, len(content) - 6, 6):
            style, packed = struct.unpack_from("<HI", content, begin)
            self._add_number(_Place(row, column, style), packed_number(packed))
            column += 1

    def _shared(self, content: bytes) -> None:
        (number,) = struct.unpack_from("<I", content, 6)
        self._add(_place(content), self._book.texts[number])

    def _label(self, content: bytes) -> None:
        self._add(_place(content), short_text(content[6:]))

    def _formula(self, content: bytes) -> None:
        place = _place(content)
        kind, value, mark = struct.unpack_from("<BxBxxxH", content, 6)
        self._waiting = None
        if mark != _NO_NUMBER:
            self._add_number(place, struct.unpack_from("<d", content, 6)[0])
        elif kind == 0:
            self._waiting = place
        elif kind == 1:
            self._add(place, _truth_text(value))
        elif kind == 2:  # noqa: PLR2004  an error value
            self._add(place, _ERROR_TEXT)

    def _result(self, content: bytes) -> None:
        if self._waiting is not None:
            self._add(self._waiting, short_text(content))
            self._waiting = None

    def _truth(self, content: bytes) -> None:
        value, is_error = struct.unpack_from("<BB", content, 6)
        self._add(_place(content), _ERROR_TEXT if is_error else _truth_text(value))


def _place(content: bytes) -> _Place:
    return _Place(*struct.unpack_from("<HHH", content))


def _truth_text(value: int) -> str:
    return "TRUE" if value else "FALSE"
