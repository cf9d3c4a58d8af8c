"""Whether a file consists of what our migrations make, before anything in it is asked.

A prepared file may carry triggers that change what is stored, views that never end, columns that
compute, checks and indexes that run functions. All of it stands in SQLite's own list of what a
file consists of, and that list is the same in every book of a schema: so it is compared as a
whole, and nothing has to be recognised as harmful.
"""

import hashlib
import sqlite3
from pathlib import Path

from app.errors import StorageError
from app.storage.header import SCHEMA

# What a book of each released schema consists of; a test says what to write for the next one.
SHAPES: dict[int, str] = {
    1: "0d62b1779a9c1344226aff49512bf8213f6d0e0d168271e4eba9e6c66dd43e0f",
    2: "74954183586216e311e003acf363c5a22661b9ffce95677dc39e944a04380d85",
    3: "e2ebd5efc55f39c9936dc6a5fdcf630ee9a7927324bc5b39d343701308a6f9da",
    4: "70c9859e96896fe91d466737887af4c2eff8a30eec67750b2ccbd60f6ff36a15",
    5: "c81f6dbf12741b9e8a2f080ac05dde68c48fd64e926c76d2646345b60c8739bd",
    6: "31a3a6203e7ab94e70ce26665dfa77fb990a041c05466197c53316983d55c411",
    7: "bbbab9770321fdffab2458f9746fa542799e59c90f90916ac65e9c1f9d3d7e82",
    8: "5355b24e49fe23dbbb70a742b27c9f8d1e5899471a8ae5f554a1f7b27d490090",
    9: "a46f272ba94797a85318c224a5c3e7f5d0c5aec5f8c8e4969f0636f232c11c04",
}

_ALL = (
    "SELECT type, name, tbl_name, sql FROM main.sqlite_master "
    "WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4') ORDER BY type, name, tbl_name"
)
_STATISTICS = {"CREATE TABLE sqlite_stat1(tbl,idx,stat)"}
_COUNTED = "SELECT sql FROM main.sqlite_master WHERE name IN ('sqlite_stat1', 'sqlite_stat4')"
_TRIGGER = (
    "CREATE TRIGGER version_{table} BEFORE UPDATE ON {table} "
    "WHEN new.version <> old.version + 1 "
    "BEGIN SELECT RAISE(ABORT, 'version not counted on'); END"
)
_ACTIVE = (
    "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE type IN ('trigger', 'view')"
)
_COLUMNS = "SELECT name FROM pragma_table_xinfo(?)"


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file of whatever schema that consists of anything else than ours does.

    A file that is being made consists of nothing yet.
    """
    found = shape(connection)
    if not found:
        return
    schema = int(connection.execute("PRAGMA main.user_version").fetchone()[0])
    if schema > SCHEMA:
        raise StorageError("newer_book", path=path, schema=schema, ours=SCHEMA)
    if schema not in SHAPES:
        raise StorageError("not_a_book", path=path)
    if found != SHAPES[schema]:
        planted = _planted(connection)
        if planted is None and schema == SCHEMA:
            _check_complete(connection, path)
        raise StorageError("book_prepared", path=path, what=planted or "sqlite_master")


def check_begun(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a book nothing was made in; what consists of anything was compared already."""
    if connection.execute(_ALL).fetchone() is None:
        raise StorageError("book_damaged", path=path)


def _check_complete(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a book of today's schema that has lost a table or a column."""
    from app.models.whole import Base  # noqa: PLC0415  few files are anything else than ours

    for table in Base.metadata.sorted_tables:
        found = {name for (name,) in connection.execute(_COLUMNS, (table.name,))}
        if not found.issuperset(table.columns.keys()):
            raise StorageError("book_damaged", path=path)


def shape(connection: sqlite3.Connection) -> str:
    """Return a digest of all that a file consists of; nothing where it is empty.

    What is only a matter of writing, as spaces and quotes around names are, makes no difference.
    """
    parts = [tuple(map(_folded, row)) for row in connection.execute(_ALL)]
    for (sql,) in connection.execute(_COUNTED):
        if sql not in _STATISTICS:
            parts.append((_folded(sql),))
    if not parts:
        return ""
    return hashlib.sha256("\n".join(map("|".join, parts)).encode()).hexdigest()


def _folded(words: object) -> str:
    return "".join(str(words or "").lower().replace('"', "").split())


def _planted(connection: sqlite3.Connection) -> str | None:
    """Name what runs by itself and is not ours, where it is as plain as that."""
    for kind, name, table, sql in connection.execute(_ACTIVE):
        if kind == "view" or _folded(sql) != _folded(_TRIGGER.format(table=table)):
            return str(name)
    return None
