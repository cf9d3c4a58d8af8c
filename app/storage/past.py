"""The book as it was known at a past moment: a copy, with the journal played backwards on it.

The copy is SQLite's own backup into memory; the live file is only read. Every row that a later
entry touched is put back as the first of them found it, table by table in whole sets. What the
book knew at a moment is always a prefix of its journal, even where a clock was set back.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Column, Connection, Table, create_engine, func, literal, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from app.errors import NotFoundError
from app.models.journal import Entry
from app.storage.engine import harden
from app.storage.tracked import TRACKED

P = ParamSpec("P")
T = TypeVar("T")

_IMAGES = """
    CREATE TEMP TABLE image_then AS
    SELECT first.row_id AS row_id, first.before AS restored
    FROM (SELECT min(id) AS low FROM main.journal_row
          WHERE entry_id > :entry AND table_name = :name GROUP BY row_id) AS span
    JOIN main.journal_row AS first ON first.id = span.low
"""


class Past:
    """A book as it was after one entry; questions are asked of it as of a store."""

    def __init__(self, live: sqlite3.Connection, entry_id: int) -> None:
        self.entry_id = entry_id
        self._copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._engine = create_engine(
            "sqlite://", creator=lambda: self._copy, poolclass=StaticPool, hide_parameters=True
        )
        self._sessions = sessionmaker(self._engine)
        try:
            harden(self._copy)
            live.backup(self._copy)
            with self._engine.begin() as connection:
                _go_back(connection, entry_id)
        except BaseException:
            self.close()
            raise

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question as it would have been answered then."""
        with self._sessions() as session:
            answer = query(session, *args, **kwargs)
            session.rollback()
            return answer

    def close(self) -> None:
        """Let go of the copy; harmless when done twice."""
        self._engine.dispose()
        self._copy.close()


def last_entry(session: Session, moment: datetime) -> int:
    """Return the last entry made at or before a moment.

    Raises NotFoundError with the first moment where the book did not exist yet.
    """
    found = session.scalar(select(func.max(Entry.id)).where(Entry.made_at <= moment))
    if found is None:
        first = session.scalar(select(func.min(Entry.made_at)))
        raise NotFoundError("before_the_book", moment=moment, first=first)
    return found


def latest_entry(session: Session) -> int:
    """Return the last entry there is; 0 in an empty book."""
    return session.scalar(select(func.max(Entry.id))) or 0


def _go_back(connection: Connection, entry_id: int) -> None:
    later = text("SELECT DISTINCT table_name FROM journal_row WHERE entry_id > :entry")
    names = set(connection.scalars(later, {"entry": entry_id}))
    for table in TRACKED:
        if table.name in names:
            _restore(connection, table, entry_id)
    for statement in (
        "DELETE FROM journal_row WHERE entry_id > :entry",
        "DELETE FROM journal_entry WHERE id > :entry",
    ):
        connection.execute(text(statement), {"entry": entry_id})


def _restore(connection: Connection, table: Table, entry_id: int) -> None:
    columns = ", ".join(c.name for c in table.columns)
    values = ", ".join(_kept(column) for column in table.columns)
    connection.execute(text(_IMAGES), {"entry": entry_id, "name": table.name})
    changed = "SELECT row_id FROM temp.image_then"
    restored = f"SELECT {values} FROM temp.image_then WHERE restored IS NOT NULL"  # noqa: S608  names are our own tables
    for statement in (
        f"DELETE FROM main.{table.name} WHERE id IN ({changed})",  # noqa: S608  as above
        f"INSERT INTO main.{table.name} ({columns}) {restored}",
        "DROP TABLE temp.image_then",
    ):
        connection.exec_driver_sql(statement)


def _kept(column: Column[Any]) -> str:
    """Return what stands for a column of the image ``restored``, in SQL.

    An image from before the column was there takes the column's default.
    """
    value = f"json_extract(restored, '$.{column.name}')"
    default = column.default
    if not isinstance(default, ScalarElementColumnDefault):
        return value
    spoken = literal(default.arg, column.type).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    return f"iif(json_type(restored, '$.{column.name}') IS NULL, {spoken}, {value})"
