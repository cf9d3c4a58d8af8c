"""Whether a file consists of what our migrations make, before anything in it is asked.

A prepared file may carry triggers that change what is stored, or views in place of tables that
never end. Both stand in SQLite's own list of what a file consists of.
"""

import sqlite3
from pathlib import Path

from app.errors import StorageError
from app.models import Base

_TRIGGER = (
    "CREATE TRIGGER version_{table} BEFORE UPDATE ON {table} "
    "WHEN new.version <> old.version + 1 "
    "BEGIN SELECT RAISE(ABORT, 'version not counted on'); END"
)
_ACTIVE = (
    "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE type IN ('trigger', 'view')"
)
_VIRTUAL = "SELECT name FROM main.sqlite_master WHERE sql LIKE 'create virtual%'"
_HIDDEN = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 0"
_COLUMNS = "SELECT name FROM pragma_table_xinfo(?)"


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a book of today's schema that has other tables or columns than ours, or plants."""
    check_plants(connection, path)
    for table in Base.metadata.sorted_tables:
        found = {name for (name,) in connection.execute(_COLUMNS, (table.name,))}
        if not found.issuperset(table.columns.keys()):
            raise StorageError("book_damaged", path=path)


def check_plants(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file of whatever schema with triggers, views or computed columns not ours."""
    for kind, name, table, sql in connection.execute(_ACTIVE):
        if kind == "view" or " ".join(str(sql).split()) != _TRIGGER.format(table=table):
            raise StorageError("book_prepared", path=path, what=name)
    planted = connection.execute(_VIRTUAL).fetchone()
    if planted is not None:
        raise StorageError("book_prepared", path=path, what=planted[0])
    for table in Base.metadata.sorted_tables:
        hidden = connection.execute(_HIDDEN, (table.name,)).fetchone()
        if hidden is not None:
            raise StorageError("book_prepared", path=path, what=f"{table.name}.{hidden[0]}")
