"""A whole book as one JSON document: every table, every row, every field; and back.

One row stands on one line, so that two documents can be compared line by line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import UnreadableFileError
from app.exchange.outgoing.places import placed
from app.exchange.outgoing.tables import Progress

FORMAT = "chapterhouse.book.1"
MOST_BYTES = 1024 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_SNIFFED = 200
_STEP = 500

Plain = str | int | None
Row = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of one table, as the book keeps them."""

    table: str
    rows: Iterable[Row]
    count: int


@dataclass(frozen=True, slots=True)
class BookDocument:
    """A book as a document has it; ``history`` where the journal is in it."""

    schema: int
    history: bool
    tables: Mapping[str, Sequence[Row]]


def write(
    path: Path,
    records: Sequence[Records],
    *,
    schema: int,
    history: bool,
    at: datetime,
    progress: Progress | None = None,
) -> None:
    """Write a document; a file of that name is replaced."""
    whole = sum(one.count for one in records)
    told = progress or _nobody
    head = {"format": FORMAT, "schema": schema, "history": history, "written_at": at.isoformat()}
    with placed(path) as growing, growing.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head)[:-1] + ', "tables": {')
        done = 0
        for place, one in enumerate(records):
            file.write(("," if place else "") + f"\n{json.dumps(one.table)}: [")
            for number, row in enumerate(one.rows):
                file.write((",\n" if number else "\n") + json.dumps(row, ensure_ascii=False))
                done += 1
                if done % _STEP == 0:
                    told(done, whole)
            file.write("]")
        file.write("\n}}\n")


def is_one(path: Path) -> bool:
    """Tell whether a file begins as such a document does."""
    try:
        if not path.is_file():  # a pipe would be waited on for ever
            return False
        with path.open("rb") as file:
            return FORMAT.encode() in file.read(_SNIFFED)
    except OSError:
        return False


def read(path: Path) -> BookDocument:
    """Read a document; UnreadableFileError where it is none, is damaged or too big."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableFileError("not_a_document", file=path.name)
        if size > MOST_BYTES:
            raise UnreadableFileError(
                "file_too_big",
                file=path.name,
                size=size // _MEGABYTE,
                limit=MOST_BYTES // _MEGABYTE,
            )
        found = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise UnreadableFileError("file_missing", file=path.name) from error
    except OSError as error:
        raise UnreadableFileError(
            "file_not_readable", file=path.name, cause=error.strerror
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError("document_damaged", file=path.name) from error
    return _checked(found, path.name)


def _checked(found: object, name: str) -> BookDocument:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UnreadableFileError("not_a_document", file=name)
    schema, tables = found.get("schema"), found.get("tables")
    if not isinstance(schema, int) or not isinstance(tables, dict):
        raise UnreadableFileError("document_damaged", file=name)
    if not all(map(_is_plain, _rows(tables, name))):
        raise UnreadableFileError("document_damaged", file=name)
    return BookDocument(schema, bool(found.get("history")), tables)


def _rows(tables: Mapping[str, object], name: str) -> Iterator[object]:
    for rows in tables.values():
        if not isinstance(rows, list):
            raise UnreadableFileError("document_damaged", file=name)
        yield from rows


def _is_plain(row: object) -> bool:
    return isinstance(row, dict) and all(
        value is None or isinstance(value, str | int) for value in row.values()
    )


def _nobody(_done: int, _whole: int) -> None:
    """Tell nobody."""
