"""Entering many records at once, at the price of the database and not of objects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import islice
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    bindparam,
    insert,
    literal_column,
)
from sqlalchemy.orm import Session

from app.models.base import ADDING, Base

Plain = str | int | None
_AT_ONCE = 1000  # rows; more are no faster, and take memory


def enter(
    session: Session,
    kind: type[Base],
    columns: Sequence[str],
    rows: Iterable[tuple[Plain, ...]],
    **same: object,
) -> None:
    """Enter records whose columns differ as ``rows`` say and are else the ``same``.

    Rows hold what the database stores: texts and whole numbers, so no dates and no enumerations.
    Columns named nowhere have their defaults.
    """
    session.flush()
    connection = session.connection()
    table = cast("Table", kind.__table__)
    fixed = _fixed(table, columns, same, connection)
    places: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in columns}
    statement = insert(table).values(places | fixed).compile(dialect=connection.dialect)
    given: Iterator[Any] = iter(rows)
    if statement.positiontup is None:
        given = (dict(zip(columns, row, strict=True)) for row in rows)
    elif statement.positiontup != [*columns]:
        given = map(itemgetter(*map(columns.index, statement.positiontup)), rows)
    adding = session.info.get(ADDING, nullcontext)
    with adding(table):
        while some := list(islice(given, _AT_ONCE)):
            connection.exec_driver_sql(str(statement), some)


def entered(session: Session, kind: type[Base], rows: Sequence[Mapping[str, object]]) -> list[int]:
    """Enter records and return their ids, in the order of the rows."""
    if not rows:
        return []
    table = kind.__table__
    statement = insert(kind).returning(table.c.id, sort_by_parameter_order=True)
    return list(session.scalars(statement, rows))


def _fixed(
    table: Table, columns: Sequence[str], same: Mapping[str, object], connection: Connection
) -> dict[str, ColumnElement[Any]]:
    """Return what is equal in all rows as SQL spells it: to bind it in each costs a third more."""
    found: dict[str, ColumnElement[Any]] = {}
    for column in table.columns:
        if column.name in columns or column.primary_key:
            continue
        value = same.get(column.name, _default(column))
        process = column.type.bind_processor(connection.dialect)
        stored = process(value) if process and value is not None else value
        found[column.name] = literal_column(_spelled(stored), column.type)
    return found


def _spelled(value: object) -> str:
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def _default(column: Column[Any]) -> object:
    return None if column.default is None else getattr(column.default, "arg", None)
