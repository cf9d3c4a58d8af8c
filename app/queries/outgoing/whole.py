"""Every row of every table as the book keeps it, so that a document comes back without loss.

The tables are those that are mapped: one that is added later is in the document by itself.
"""

from collections.abc import Iterator

from sqlalchemy import Table, func, select, text
from sqlalchemy.orm import Session

from app.exchange.outgoing.documents import Records, Row
from app.models.journal import Entry, EntryRow
from app.models.printing import Printed
from app.models.whole import Base

_BATCH = 1000
# A moment of an earlier history means nothing to a new one.
_HISTORY = {kind.__tablename__ for kind in (Entry, EntryRow, Printed)}


def records(session: Session, *, history: bool) -> list[Records]:
    """Return all tables, parents first; the history only where it is wanted."""
    return [
        Records(table.name, _rows(session, table), _count(session, table))
        for table in Base.metadata.sorted_tables
        if history or table.name not in _HISTORY
    ]


def schema(session: Session) -> int:
    """Return the version of the tables."""
    return int(session.execute(text("PRAGMA user_version")).scalar_one())


def _count(session: Session, table: Table) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def _rows(session: Session, table: Table) -> Iterator[Row]:
    names = [column.name for column in table.columns]
    asked = f"SELECT {', '.join(names)} FROM {table.name} ORDER BY id"  # noqa: S608  own tables' names
    for row in session.execute(text(asked), execution_options={"yield_per": _BATCH}):
        yield dict(zip(names, row, strict=True))
