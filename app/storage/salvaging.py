"""Read what can still be read of a damaged book, into a new one.

What a table has lost is looked for in the history, which keeps an image of every row. Only what
makes sense comes along; a reference to what is lost is left empty, or its row stays behind.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Column, Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from app.errors import AppError, StorageError
from app.models.journal import EntryRow
from app.models.whole import Base
from app.storage import cut_off, header, opened, schema
from app.storage.copies import Shelf
from app.storage.engine import connect, harden
from app.storage.files import growing, told
from app.storage.pages import Pages, Row
from app.storage.store import Store
from app.storage.tracked import TRACKED

_DIALECT = sqlite.dialect()
_PASSES = 3  # a row left behind may be what another one refers to

# What SQLite does to make a table, which it notes on its own list; nothing else is let through.
_MAKING = {sqlite3.SQLITE_CREATE_TABLE, sqlite3.SQLITE_CREATE_INDEX, sqlite3.SQLITE_READ}
_ON_ITS_LIST = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE}

_Row = dict[str, Any]
_Rows = dict[int, _Row]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where a table begins in the file, and its columns in the file's order."""

    root: int
    columns: tuple[str, ...]


@dataclass(slots=True)
class Salvage:
    """How many rows of each table came along, and how many of them from the history."""

    saved: dict[str, int] = field(default_factory=dict)
    from_history: int = 0
    left_behind: int = 0
    missing: dict[str, int] = field(default_factory=dict)  # than in the latest copy


def salvage(book: Path, target: Path, *, author: str, label: str, at: datetime) -> Salvage:
    """Make a new book of what can be read of a damaged one, which stays as it is."""
    if opened.here(book):
        raise StorageError("book_open_here", path=book)
    if target.exists():
        raise StorageError("book_exists", path=target)
    header.check(book)
    found = Salvage()
    with TemporaryDirectory(prefix="chapterhouse-") as folder, told(book):
        pages = Pages(_bytes(book, Path(folder)))
        rows = _read(pages, _usual_shapes(Path(folder)) | _shapes(pages), found)
    if not rows.get("chapter"):
        raise StorageError("nothing_to_salvage", path=book)
    _leave_orphans(rows, found)
    with growing(target) as part, Store.create(part, author=author, clock=lambda: at) as store:
        store.write(label, _put, rows=rows, found=found)
    _compare(book, found)
    return found


def _bytes(book: Path, folder: Path) -> bytes:
    """Return the file, what a crash left half done rolled back; the original is not touched."""
    if cut_off.has_way_back(book):
        for one in (book, cut_off.journal_of(book)):
            shutil.copyfile(one, folder / one.name)
        with suppress(sqlite3.DatabaseError, StorageError):
            connect(folder / book.name).close()
        return (folder / book.name).read_bytes()
    return book.read_bytes()


def _read(pages: Pages, shapes: dict[str, _Shape], found: Salvage) -> dict[str, _Rows]:
    history = Base.metadata.tables[EntryRow.__tablename__]
    tables = {table.name: table for table in (*TRACKED, history)}
    rows: dict[str, _Rows] = {name: {} for name in tables}
    reached = set[int]()
    for name, shape in shapes.items():
        for page in pages.leaves(shape.root) if name in tables else ():
            reached.add(page)
            _take(rows[name], tables[name], shape, pages.rows(page))
    for page in range(1, pages.count + 1):
        if page not in reached and pages.is_leaf(page):
            _take_stray(rows, tables, shapes, list(pages.rows(page)))
    images = _latest_images(rows.pop(EntryRow.__tablename__))
    for name, of_table in rows.items():
        for row_id, image in images.get(name, {}).items():
            if row_id not in of_table and _makes_sense(tables[name], image):
                of_table[row_id] = image
                found.from_history += 1
    return rows


def _shapes(pages: Pages) -> dict[str, _Shape]:
    """Return where each table begins and what its columns are, as the file itself says."""
    shapes = {}
    for page in pages.leaves(1):
        for row in pages.rows(page):
            kind, name, _table, root, sql = (*row.values, *[None] * 5)[:5]
            columns = _columns(str(name), str(sql)) if kind == "table" else ()
            if columns and isinstance(root, int):
                shapes[str(name)] = _Shape(root, columns)
    return shapes


def _usual_shapes(folder: Path) -> dict[str, _Shape]:
    """Return the tables as a new book has them, for those a damaged one does not know any more."""
    new = folder / "new.chapter"
    schema.create(new)
    shapes = _shapes(Pages(new.read_bytes()))
    return {name: replace(one, root=0) for name, one in shapes.items()}


def _columns(name: str, sql: str) -> tuple[str, ...]:
    """Let SQLite read what a table is made of; the words are the file's, so they may do no more."""
    with closing(sqlite3.connect(":memory:")) as scratch, suppress(sqlite3.Error):
        harden(scratch)
        scratch.set_authorizer(_making_a_table)
        scratch.execute(sql)
        scratch.set_authorizer(None)
        told = scratch.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (name,))
        return tuple(column for (column,) in told)
    return ()


def _making_a_table(action: int, name: str | None, *_more: str | None) -> int:
    noting = action in _ON_ITS_LIST and name == "sqlite_master"
    return sqlite3.SQLITE_OK if noting or action in _MAKING else sqlite3.SQLITE_DENY


def _take(of_table: _Rows, table: Table, shape: _Shape, rows: Iterable[Row]) -> None:
    for one in rows:
        row = _named(shape, one)
        if row is not None and _makes_sense(table, row):
            of_table.setdefault(one.number, row)


def _take_stray(
    rows: dict[str, _Rows],
    tables: dict[str, Table],
    shapes: dict[str, _Shape],
    strays: Sequence[Row],
) -> None:
    """Take the rows of a page that nothing leads to any more, where one table alone fits them."""
    fitting = [
        name
        for name in tables
        if name in shapes and strays and all(_fits_table(tables[name], shapes[name], strays))
    ]
    if len(fitting) == 1:
        (name,) = fitting
        _take(rows[name], tables[name], shapes[name], strays)


def _fits_table(table: Table, shape: _Shape, strays: Sequence[Row]) -> Iterator[bool]:
    for one in strays:
        row = _named(shape, one)
        whole = len(one.values) == len(shape.columns)
        yield whole and row is not None and _makes_sense(table, row)


def _named(shape: _Shape, row: Row) -> _Row | None:
    if len(row.values) > len(shape.columns):
        return None
    named = dict(zip(shape.columns, row.values, strict=False))
    named["id"] = row.number
    return named


def _latest_images(history: _Rows) -> dict[str, _Rows]:
    """Return the last image of each row that was not deleted, by table."""
    images: dict[str, _Rows] = {}
    for _number, one in sorted(history.items()):
        of_table = images.setdefault(str(one.get("table_name")), {})
        image, row_id = _parsed(one.get("after")), one.get("row_id")
        if row_id is None:
            continue
        if image is None:
            of_table.pop(row_id, None)
        else:
            of_table[row_id] = image
    return images


def _parsed(image: object) -> _Row | None:
    try:
        parsed = json.loads(image) if isinstance(image, str) else None
    except ValueError:
        return None
    return parsed if isinstance(parsed, dict) else None


def _makes_sense(table: Table, row: _Row) -> bool:
    return isinstance(row.get("id"), int) and all(
        _fits(column, row[column.name]) for column in table.columns if column.name in row
    )


def _fits(column: Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    if not isinstance(value, _stored_as(column)):
        return False
    try:
        read = column.type.result_processor(_DIALECT, None)
        if read is not None:
            read(value)
    except (ValueError, TypeError, AppError):
        return False
    return True


@cache
def _stored_as(column: Column[Any]) -> type[int | str]:
    return int if column.type.compile(_DIALECT) == "INTEGER" else str


def _leave_orphans(rows: dict[str, _Rows], found: Salvage) -> None:
    """Empty the references to what is lost; where there must be one, leave the row behind."""
    for _pass in range(_PASSES):
        for table in TRACKED:
            kept = {key: one for key, one in rows[table.name].items() if _refers(table, one, rows)}
            found.left_behind += len(rows[table.name]) - len(kept)
            rows[table.name] = kept


def _refers(table: Table, row: _Row, rows: dict[str, _Rows]) -> bool:
    for column in table.columns:
        for key in column.foreign_keys:
            there = rows.get(key.column.table.name, {})
            if row.get(column.name) is None or row[column.name] in there:
                continue
            if not column.nullable:
                return False
            row[column.name] = None
    return True


def _put(session: Session, *, rows: dict[str, _Rows], found: Salvage) -> None:
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in TRACKED:
        put = 0
        for row in rows[table.name].values():
            names = [name for name in row if name in table.columns]
            holes = ", ".join("?" for _name in names)
            statement = (
                f"INSERT OR IGNORE INTO {table.name} "  # noqa: S608  our own names
                f"({', '.join(names)}) VALUES ({holes})"
            )
            put += connection.exec_driver_sql(
                statement, tuple(row[name] for name in names)
            ).rowcount
        found.saved[table.name] = put
        found.left_behind += len(rows[table.name]) - put
    _leave_who_refers_to_the_refused(connection, found)


def _leave_who_refers_to_the_refused(connection: Connection, found: Salvage) -> None:
    """Leave behind what refers to rows that a new book refuses, as a day's second meeting."""
    while orphans := connection.exec_driver_sql("PRAGMA main.foreign_key_check").all():
        for table, row_id in {(orphan[0], orphan[1]) for orphan in orphans}:
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))  # noqa: S608  our own names
            found.saved[table] -= 1
            found.left_behind += 1


def _compare(book: Path, found: Salvage) -> None:
    latest = Shelf(book).latest()
    for name, count in () if latest is None else latest.contents.rows.items():
        short = count - found.saved.get(name, count)
        if short > 0:
            found.missing[name] = short
