"""Reads xlsx workbooks: texts, dates and, unlike quicker readers, what stands in bold.

Bold tells a guest from a member in a slips audit. python-calamine knows no styles; openpyxl
does, but fills memory with every cell that a forged dimension promises.
"""

import posixpath
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.errors import UnreadableFileError
from app.exchange.archives import Archive
from app.exchange.markup import Event, Where, events, nowhere, truth
from app.exchange.sheets import Row, Sheet, check_count, check_length, check_place
from app.exchange.sources import Source
from app.exchange.xlsx_styles import CellStyle, date_text, read_styles


class _Text(NamedTuple):
    text: str
    bold: bool


def sheets(source: Source) -> Iterator[Sheet]:
    """Yield the worksheets in workbook order; each must be walked before the next."""
    with source.open() as file:
        archive = Archive(file, source.progress)
        book = _book_part(archive)
        targets = _targets(archive, book)
        styles = read_styles(_events(archive, targets.get("styles")))
        strings = list(_shared_strings(_events(archive, targets.get("sharedStrings"))))
        names, from_1904 = _workbook(_events(archive, book))
        for name, relation in names:
            reader = _SheetReader(styles, strings, from_1904=from_1904)
            yield Sheet(name, reader.walk(_events(archive, targets.get(relation), reader.where)))


def _events(archive: Archive, part: str | None, where: Where = nowhere) -> Iterator[Event]:
    """Yield what a part holds; a part that is not there holds nothing."""
    return events(archive.pieces(part), where) if part and part in archive else iter(())


def _book_part(archive: Archive) -> str:
    for name, attributes, _text in _events(archive, "_rels/.rels"):
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            part = attributes.get("Target", "").lstrip("/")
            if part in archive and part.endswith(".xml") and not part.startswith("word/"):
                return part
    raise UnreadableFileError("file_is_archive")


def _targets(archive: Archive, book: str) -> dict[str, str]:
    """Return the parts of the workbook by relation and by the last word of their type."""
    folder, file = posixpath.split(book)
    found: dict[str, str] = {}
    for name, attributes, _text in _events(archive, f"{folder}/_rels/{file}.rels"):
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            part = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found[attributes.get("Id", "")] = part.lstrip("/")
            found.setdefault(posixpath.basename(attributes.get("Type", "")), part.lstrip("/"))
    return found


def _workbook(book: Iterable[Event]) -> tuple[list[tuple[str, str]], bool]:
    """Return name and relation of each sheet, and whether days are counted from 1904."""
    names: list[tuple[str, str]] = []
    from_1904 = False
    for name, attributes, _text in book:
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            names.append((attributes.get("name", ""), relation))
        elif name == "workbookPr":
            from_1904 = "date1904" in attributes and truth(attributes, "date1904")
    return names, from_1904


def _shared_strings(strings: Iterable[Event]) -> Iterator[_Text]:
    """Yield the workbook's texts; one is bold when all its runs are."""
    run = _Runs()
    for name, attributes, text in strings:
        if name == "si":
            run = _Runs()
        elif name == "/si":
            yield run.text()
        else:
            run.take(name, attributes, text)


class _Runs:
    """Puts together a text that may be written in several runs, some of them bold."""

    __slots__ = ("_bold", "_bold_run", "_in_text", "_phonetic", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._bold: list[bool] = []
        self._bold_run = self._in_text = self._phonetic = False

    def take(self, name: str, attributes: dict[str, str], text: str) -> None:
        """Take in one event from within the text."""
        if name == "#":
            if self._in_text:
                self._pieces.append(text)
                self._bold.append(self._bold_run)
        elif name in {"t", "/t"}:
            self._in_text = name == "t" and not self._phonetic
        elif name in {"rPh", "/rPh"}:
            self._phonetic = name == "rPh"
        elif name == "r":
            self._bold_run = False
        elif name == "b":
            self._bold_run = truth(attributes)

    def text(self) -> _Text:
        """Return the whole text."""
        return _Text("".join(self._pieces), bool(self._bold) and all(self._bold))


class _SheetReader:
    """Walks one worksheet; holds one row at a time."""

    def __init__(self, styles: list[CellStyle], strings: list[_Text], *, from_1904: bool) -> None:
        self._styles = styles
        self._strings = strings
        self._from_1904 = from_1904
        self._number = 0
        self._rows = 0
        self._start_row()
        self._begin_cell({})

    def where(self) -> int | None:
        """Return the row reached."""
        return self._number or None

    def walk(self, sheet: Iterable[Event]) -> Iterator[Row]:
        """Yield each row that holds any text."""
        for name, attributes, text in sheet:  # the most frequent events stand first
            if name == "#":
                self._take_text(text)
            elif name == "c":
                self._begin_cell(attributes)
            elif name == "/c":
                self._end_cell()
            elif name in {"v", "/v"}:
                self._in_value = name == "v"
            elif name == "row":
                self._begin_row(attributes)
            elif name == "/row":
                if self._texts:
                    yield Row(self._number, tuple(self._texts), tuple(self._bold))
            elif self._runs:
                self._runs.take(name, attributes, "")

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._rows += 1
        check_count(self._rows)
        number = self._whole(attributes.get("r", str(self._number + 1)))
        check_place(number)
        if number <= self._number:
            raise self._damaged()
        self._number = number
        self._start_row()

    def _start_row(self) -> None:
        self._texts: list[str] = []
        self._bold: list[int] = []
        self._column = 0

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        self._column = self._column_of(reference) if reference else self._column + 1
        self._kind = attributes.get("t", "n")
        place = self._whole(attributes.get("s", "0"))
        self._style = self._styles[place] if place < len(self._styles) else CellStyle()
        self._value = ""
        self._in_value = False
        self._runs = _Runs() if self._kind == "inlineStr" else None

    def _take_text(self, text: str) -> None:
        if self._in_value:
            self._value += text
        elif self._runs:
            self._runs.take("#", {}, text)

    def _end_cell(self) -> None:
        found = self._runs.text() if self._runs else self._understood(self._value)
        if not found.text:
            return
        check_length(len(found.text), self._number)
        check_place(self._number, self._column)
        gap = self._column - len(self._texts) - 1
        if gap < 0:
            raise self._damaged()
        if gap:
            self._texts.extend([""] * gap)
        self._texts.append(found.text)
        if found.bold or self._style.bold:
            self._bold.append(self._column)

    def _understood(self, value: str) -> _Text:
        if self._kind == "s":
            place = self._whole(value) if value else -1
            if place >= len(self._strings):
                raise self._damaged()
            return self._strings[place] if value else _Text("", bold=False)
        if self._kind == "b":
            return _Text("TRUE" if value == "1" else "FALSE", bold=False)
        if self._kind == "n" and self._style.is_date and value:
            return _Text(date_text(value, from_1904=self._from_1904), bold=False)
        return _Text(value, bold=False)

    def _column_of(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):  # noqa: PLR2004  XFD is the last
            raise self._damaged()
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        return column

    def _whole(self, digits: str) -> int:
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= 10):  # noqa: PLR2004
            raise self._damaged()
        return int(digits)

    def _damaged(self) -> UnreadableFileError:
        return UnreadableFileError("file_damaged", row=self._number or None)
