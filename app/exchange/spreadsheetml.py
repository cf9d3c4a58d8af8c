"""Reads SpreadsheetML 2003, the XML inside the ``.xls`` that the organisation's program exports."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from app.errors import UnreadableFileError
from app.exchange.encodings import decoded, xml_encoding
from app.exchange.markup import Depth, Feed, new_parser
from app.exchange.plain_rows import Plainness, cells_of, end_of_plain_rows
from app.exchange.sheets import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_TEXT,
    Row,
    Sheet,
    check_count,
    check_length,
    check_place,
)
from app.exchange.sources import Source
from app.exchange.spreadsheetml_styles import NAMESPACE, Styles

_WORKSHEET = f"{NAMESPACE} Worksheet"
_COLUMN = f"{NAMESPACE} Column"
_ROW = f"{NAMESPACE} Row"
_CELL = f"{NAMESPACE} Cell"
_DATA = f"{NAMESPACE} Data"
_ROW_END = "</Row>"
_IN_TABLE = 3  # elements open where rows stand: Workbook, Worksheet, Table
_LONGEST_ROW = 128 * 1024  # a longer one is left to the parser and its limits
_STYLE = f"{NAMESPACE} Style"
_FONT = f"{NAMESPACE} Font"
_BOLD_RUN = "http://www.w3.org/TR/REC-html40 B"

_INDEX = f"{NAMESPACE} Index"
_SPAN = f"{NAMESPACE} Span"
_MERGED = f"{NAMESPACE} MergeAcross"
_STYLE_ID = f"{NAMESPACE} StyleID"
_NAME = f"{NAMESPACE} Name"


def sheets(source: Source) -> Iterator[Sheet]:
    """Yield the worksheets that hold any text; each must be walked before the next."""
    reader = _Reader()
    encoding = xml_encoding(source)
    texts = decoded(source.pieces(tell=True), encoding)
    for place, rows in groupby(reader.walk(texts), key=itemgetter(0)):
        yield Sheet(reader.name_of(place), (row for _, row in rows), encoding=encoding)


class _Reader:
    """Turns parser events into rows; keeps the rows of one piece of the file at most.

    Rows in the one plain shape that exports consist of go around the parser, at a third of the
    cost: each is whole in itself, so what the parser sees is the same document with fewer rows.
    """

    def __init__(self) -> None:
        self._parser = new_parser()
        self._feed = Feed(self._parser, lambda: self._number or None)
        self._plainness = Plainness(self._parser, NAMESPACE)
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._done: deque[tuple[int, Row]] = deque()
        self._others = Depth()
        self._aside = 0  # elements open inside the cell that are not its data
        self._styles = Styles()
        self._sheets: list[str] = []
        self._bold_columns: set[int] = set()
        self._rows = 0
        self._cells = 0
        self._number = 0
        self._span = 0
        self._in_row = self._in_cell = self._data_due = self._in_data = False
        self._row_style: str | None = None
        self._pieces: list[str] = []
        self._start_row()

    def name_of(self, place: int) -> str:
        """Return the name of a worksheet by its place, from 1."""
        return self._sheets[place - 1] if place else ""

    def walk(self, texts: Iterable[str]) -> Iterator[tuple[int, Row]]:
        """Yield each row that holds any text, with the place of its worksheet."""
        rest = ""
        for text in texts:
            rest = self._advance(rest + text)
            while self._done:
                yield self._done.popleft()
        self._push(rest)
        self._feed.close()
        yield from self._done

    def _advance(self, text: str) -> str:
        """Read the whole rows in a text and return the rest, whose row goes on."""
        place = 0
        while True:
            if self._is_between_rows():
                place = self._read_plain_rows(text, place)
            end = text.find(_ROW_END, place)
            if end < 0:
                break
            self._push(text[place : end + len(_ROW_END)])
            place = end + len(_ROW_END)
        rest = text[place:]
        if len(rest) <= _LONGEST_ROW:
            return rest
        self._push(rest)
        return ""

    def _push(self, text: str) -> None:
        self._feed.push(text.encode())
        self._plainness.note(text)
        check_length(sum(map(len, self._pieces)), self._number)

    def _is_between_rows(self) -> bool:
        return not self._in_row and self._others.depth == _IN_TABLE and self._plainness.is_certain()

    def _read_plain_rows(self, text: str, start: int) -> int:
        """Read the plain rows from a place on; return where they end."""
        end = end_of_plain_rows(text, start)
        cells = cells_of(text, start, end)
        if cells:
            self._count_cells(len(cells))
            self._take_plain_rows(cells)
        return end

    def _take_plain_rows(self, cells: list[tuple[str, str, str]]) -> None:
        """Make rows of plain cells; it runs eight times a row, so it asks nobody it need not."""
        done, sheet, is_bold = self._done, len(self._sheets), self._styles.is_bold
        number, next_column = self._number + 1, 1
        texts: list[str] = []
        bold: list[int] = []
        for index, style, written in cells:
            if not index:
                if texts:
                    done.append((sheet, Row(number, tuple(texts), tuple(bold))))
                    texts, bold = [], []
                number, next_column = number + 1, 1
                continue
            column = int(index)
            if column < next_column or column > MOST_COLUMNS or len(written) > MOST_TEXT:
                self._number = number
                check_place(number, column)
                check_length(len(written), number)
                raise self._damaged()
            next_column = column + 1
            if written:
                if column > len(texts) + 1:
                    texts.extend([""] * (column - len(texts) - 1))
                texts.append(written)
                if is_bold(style):
                    bold.append(column)
        self._rows += number - 1 - self._number
        self._number = number - 1
        check_count(self._rows)
        check_place(self._number)

    # The two handlers run sixteen times a row; the most frequent cases stand first.

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == _DATA and self._data_due and not self._aside:
            self._data_due = False
            self._in_data = True
            self._parser.CharacterDataHandler = self._pieces.append
        elif name == _CELL:
            self._begin_cell(attributes)
        elif name == _ROW:
            self._begin_row(attributes)
        else:
            self._begin_other(name, attributes)

    def _end(self, name: str) -> None:
        if name == _DATA and self._in_data and not self._aside:
            self._end_data()
        elif name == _CELL:
            self._in_cell = self._data_due = False
        elif name == _ROW:
            self._end_row()
        else:
            self._end_other()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if self._in_row:
            raise self._damaged()
        self._in_row = True
        self._rows += 1
        check_count(self._rows)
        self._number += 1
        if attributes:
            self._row_attributes(attributes)
        self._start_row()

    def _row_attributes(self, attributes: dict[str, str]) -> None:
        if _INDEX in attributes:
            index = self._whole(attributes[_INDEX])
            if index < self._number:
                raise self._damaged()
            self._number = index
        self._span = self._whole(attributes.get(_SPAN, "0"))
        self._row_style = attributes.get(_STYLE_ID)
        check_place(self._number + self._span)

    def _start_row(self) -> None:
        self._texts: list[str] = []
        self._bold: list[int] = []
        self._column = 0
        self._next_column = 1
        self._cell_bold = False

    def _end_row(self) -> None:
        self._in_row = False
        if self._texts:
            row = Row(self._number, tuple(self._texts), tuple(self._bold))
            self._done.append((len(self._sheets), row))
        self._number += self._span
        self._span = 0
        self._row_style = None

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if self._in_cell or not self._in_row:
            raise self._damaged()
        self._in_cell = self._data_due = True
        self._count_cells(1)
        if _INDEX in attributes:
            self._move_to(self._whole(attributes[_INDEX]))
        else:
            self._move_to(self._next_column)
        if _MERGED in attributes:
            self._next_column += self._whole(attributes[_MERGED])
        style = attributes.get(_STYLE_ID, self._row_style)
        if style is None:
            self._cell_bold = self._column in self._bold_columns
        else:
            self._cell_bold = self._styles.is_bold(style)

    def _end_data(self) -> None:
        self._in_data = False
        self._parser.CharacterDataHandler = None
        if not self._pieces:
            return
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._pieces.clear()
        self._add(text)

    def _count_cells(self, count: int) -> None:
        self._cells += count
        if self._cells > MOST_CELLS:
            raise UnreadableFileError("file_too_many_cells", row=self._number, limit=MOST_CELLS)

    def _move_to(self, column: int) -> None:
        if column < self._next_column:
            raise self._damaged()
        self._column = column
        self._next_column = column + 1

    def _add(self, text: str) -> None:
        texts, column = self._texts, self._column
        if len(text) > MOST_TEXT or column > MOST_COLUMNS:
            check_length(len(text), self._number)
            check_place(self._number, column)
        if column > len(texts) + 1:
            texts.extend([""] * (column - len(texts) - 1))
        texts.append(text)
        if self._cell_bold:
            self._bold.append(column)

    def _begin_other(self, name: str, attributes: dict[str, str]) -> None:
        self._others.enter()
        if self._in_cell:
            self._aside += 1
            if self._in_data and name == _BOLD_RUN:
                self._cell_bold = True
        elif name == _STYLE:
            self._styles.begin(attributes)
        elif name == _FONT:
            self._styles.font(attributes)
        elif name == _COLUMN:
            self._begin_column(attributes)
        elif name == _WORKSHEET:
            self._sheets.append(attributes.get(_NAME, ""))
            self._number = 0
            self._column = 0
            self._bold_columns.clear()

    def _end_other(self) -> None:
        self._others.leave()
        if self._in_cell:
            self._aside -= 1

    def _begin_column(self, attributes: dict[str, str]) -> None:
        """Note a column's own style, which its cells need not repeat."""
        first = self._whole(attributes.get(_INDEX, str(self._column + 1)))
        last = first + self._whole(attributes.get(_SPAN, "0"))
        self._column = last
        if self._styles.is_bold(attributes.get(_STYLE_ID, "")):
            self._bold_columns.update(range(first, min(last, MOST_COLUMNS) + 1))

    def _whole(self, digits: str) -> int:
        try:
            number = int(digits)
        except ValueError:
            raise self._damaged() from None
        if number < 0:
            raise self._damaged()
        return number

    def _damaged(self) -> UnreadableFileError:
        return UnreadableFileError("file_damaged", row=self._number or None)
