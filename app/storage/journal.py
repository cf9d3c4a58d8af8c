"""Write every change down as it happens, and play it back.

SQLite itself keeps the journal: temporary triggers, generated from the mapped tables for each
connection, copy every row before and after it changes. So nothing that reaches the file, bulk
statements included, escapes undo, and no deed has to say how it is undone.

Taking an entry back is done table by table in whole sets, so that an import of ten thousand
slips is undone in about the time it took. A row is only put back where it still is as the entry
left it; its version counts on, so that an editor opened before is refused.

An image knows the columns of its own day only; what later schemas added is left out of it.
"""

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection, Table, text
from sqlalchemy.orm import Session

from app.errors import ConflictError
from app.models.base import ADDING

_HAS_ROWS = "WHEN EXISTS (SELECT 1 FROM journal_row WHERE entry_id = old.id)"

# First and last image of each row an entry touched. Taking back turns them round:
# ``undone`` is how the row must be now, ``restored`` how it shall be.
_IMAGES = """
    CREATE TEMP TABLE image_now AS
    SELECT first.row_id AS row_id, last.after AS undone, first.before AS restored
    FROM (SELECT min(id) AS low, max(id) AS high FROM main.journal_row
          WHERE entry_id = :entry AND table_name = :name GROUP BY row_id) AS span
    JOIN main.journal_row AS first ON first.id = span.low
    JOIN main.journal_row AS last ON last.id = span.high
"""


_IMAGE_KEYS = """
    SELECT key FROM json_each(
        (SELECT coalesce(undone, restored) FROM temp.image_now
         WHERE coalesce(undone, restored) IS NOT NULL LIMIT 1))
"""

_TOUCHED = "SELECT DISTINCT table_name FROM main.journal_row WHERE entry_id = :entry"
_KEPT = "SELECT 1 FROM temp.sqlite_schema WHERE name = 'journal_now'"

# An entry that turned out empty goes again before it is ever seen; nothing else does.
_GUARDS = {
    f"keep_{table}_{verb}": f"BEFORE {verb} ON main.{table} {condition} "
    "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
    for table, verb, condition in (
        ("journal_entry", "UPDATE", ""),
        ("journal_entry", "DELETE", _HAS_ROWS),
        ("journal_row", "UPDATE", ""),
        ("journal_row", "DELETE", ""),
    )
}


def start(connection: sqlite3.Connection) -> None:
    """Keep the journal on this connection from now on, if it is not kept already.

    Not before something is stored: making the triggers takes longer than opening the book.
    """
    if connection.execute(_KEPT).fetchone() is None:
        _install(connection)


def _install(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TEMP TABLE journal_now (entry_id INTEGER)")
    set_guards(connection)
    for table in _tracked():
        for verb, before, after in (
            ("INSERT", None, "new"),
            ("UPDATE", "old", "new"),
            ("DELETE", "old", None),
        ):
            connection.execute(_trigger(table, verb, before, after))


def tables() -> frozenset[str]:
    """Return the names of all tables the journal is kept of."""
    return frozenset(table.name for table in _tracked())


def _tracked() -> Sequence[Table]:
    from app.storage.tracked import TRACKED  # noqa: PLC0415  maps every table there is

    return TRACKED


def set_guards(connection: sqlite3.Connection) -> None:
    """Let nothing rewrite the journal."""
    for name, guard in _GUARDS.items():
        connection.execute(f"CREATE TEMP TRIGGER {name} {guard}")


def lift_guards(connection: sqlite3.Connection) -> None:
    """Let the erasure of a person rewrite it, within its own transaction."""
    for name in _GUARDS:
        connection.execute(f"DROP TRIGGER temp.{name}")


@contextmanager
def recording(session: Session, entry_id: int) -> Generator[None]:
    """Credit what happens inside to an entry; outside, the file takes no change at all."""
    session.execute(text("INSERT INTO temp.journal_now VALUES (:id)"), {"id": entry_id})
    session.info[ADDING] = partial(adding, session, entry_id)
    yield
    session.flush()
    del session.info[ADDING]
    session.execute(text("DELETE FROM temp.journal_now"))


@contextmanager
def adding(session: Session, entry_id: int, table: Table) -> Generator[None]:
    """Write down what is only added to a table inside in one go, at a third of a trigger's cost.

    Ids count up, so what was added stands behind the last one from before. Where it fails, the
    transaction takes the missing trigger back as well.
    """
    connection = session.connection()
    last = connection.exec_driver_sql(_last_id(table)).scalar() or 0
    connection.exec_driver_sql(f"DROP TRIGGER temp.{_trigger_name(table, 'INSERT')}")
    yield
    connection.exec_driver_sql(_note_added(table), (entry_id, last))
    connection.exec_driver_sql(_trigger(table, "INSERT", None, "new"))


def touched(session: Session, entry_id: int) -> frozenset[str]:
    """Return the names of the tables an entry changed."""
    return frozenset(session.scalars(text(_TOUCHED), {"entry": entry_id}))


def take_back(session: Session, entry_id: int) -> None:
    """Put every row back as it was before an entry.

    Raises ConflictError where a row has changed since, or something else stands in its place.
    """
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    names = touched(session, entry_id)
    for table in _tracked():
        if table.name in names:
            _take_back_table(connection, table, entry_id)


def _take_back_table(connection: Connection, table: Table, entry_id: int) -> None:
    connection.execute(text(_IMAGES), {"entry": entry_id, "name": table.name})
    columns = _columns_then(connection, table)
    if connection.exec_driver_sql(_changed_since(table, columns)).first() is not None:
        raise ConflictError("changed_since", table=table.name)
    for statement in (_delete(table), _update(table, columns), _insert(table, columns)):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("DROP TABLE temp.image_now")


def _columns_then(connection: Connection, table: Table) -> tuple[str, ...]:
    """Return the columns an entry's images have, in their order.

    One that a later schema added is not among them: it stays, or begins with its default.
    """
    names = connection.exec_driver_sql(_IMAGE_KEYS).scalars().all() or table.columns.keys()
    return tuple(name for name in names if name in table.columns)


def _last_id(table: Table) -> str:
    return f"SELECT max(id) FROM main.{table.name}"  # noqa: S608  names are our own tables


def _note_added(table: Table) -> str:
    return (
        "INSERT INTO main.journal_row (entry_id, table_name, row_id, after) "  # noqa: S608  as above
        f"SELECT ?, '{table.name}', added.id, {_image(table, 'added')} "
        f"FROM main.{table.name} AS added WHERE added.id > ? ORDER BY added.id"
    )


def _trigger_name(table: Table, verb: str) -> str:
    return f"journal_{table.name}_{verb}"


def _trigger(table: Table, verb: str, before: str | None, after: str | None) -> str:
    key = f"{after or before}.id"
    return (
        f"CREATE TEMP TRIGGER {_trigger_name(table, verb)} "  # noqa: S608  names are our own tables
        f"AFTER {verb} ON main.{table.name} BEGIN "
        "SELECT RAISE(ABORT, 'changed outside Store.write') "
        "WHERE NOT EXISTS (SELECT 1 FROM journal_now); "
        "INSERT INTO journal_row (entry_id, table_name, row_id, before, after) "
        f"SELECT entry_id, '{table.name}', {key}, {_image(table, before)}, "
        f"{_image(table, after)} FROM journal_now; END"
    )


def _image(table: Table, side: str | None) -> str:
    if side is None:
        return "NULL"
    return _object([column.name for column in table.columns], side)


def _object(columns: Iterable[str], side: str) -> str:
    pairs = ", ".join(f"'{name}', {side}.{name}" for name in columns)
    return f"json_object({pairs})"


def _changed_since(table: Table, columns: Sequence[str]) -> str:
    now = f"json_remove({_object(columns, 'row')}, '$.version')"
    return (
        "SELECT 1 FROM temp.image_now AS image "  # noqa: S608  names are our own tables
        f"LEFT JOIN main.{table.name} AS row ON row.id = image.row_id "
        "WHERE (image.undone IS NULL AND row.id IS NOT NULL) OR (image.undone IS NOT NULL AND "
        f"(row.id IS NULL OR {now} <> json_remove(image.undone, '$.version'))) LIMIT 1"
    )


def _delete(table: Table) -> str:
    return (
        f"DELETE FROM main.{table.name} WHERE id IN "  # noqa: S608  names are our own tables
        "(SELECT row_id FROM temp.image_now WHERE restored IS NULL)"
    )


def _update(table: Table, columns: Sequence[str]) -> str:
    sets = ", ".join(
        f"{name} = json_extract(image.restored, '$.{name}')"
        for name in columns
        if name not in {"id", "version"}
    )
    return (
        f"UPDATE main.{table.name} SET {sets}, version = version + 1 "  # noqa: S608  as above
        f"FROM temp.image_now AS image WHERE {table.name}.id = image.row_id "
        "AND image.restored IS NOT NULL AND image.undone IS NOT NULL"
    )


def _insert(table: Table, columns: Sequence[str]) -> str:
    names = ", ".join(columns)
    values = ", ".join(
        f"json_extract(restored, '$.{name}')" + (" + 1" if name == "version" else "")
        for name in columns
    )
    return (
        f"INSERT INTO main.{table.name} ({names}) SELECT {values} "  # noqa: S608  as above
        "FROM temp.image_now WHERE restored IS NOT NULL AND undone IS NULL"
    )
