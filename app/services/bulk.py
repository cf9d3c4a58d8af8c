"""Entering many records at once, at the price of the database and not of objects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import islice
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Column, Connection, Table, insert
from sqlalchemy.orm import Session

from app.models import Base
from app.models.journal import ADDING

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
    statement = insert(table).compile(dialect=connection.dialect, column_keys=[*columns, *fixed])
    names, tail = (*columns, *fixed), tuple(fixed.values())
    whole = (row + tail for row in rows)
    if statement.positiontup is not None:
        given: Iterator[Any] = map(itemgetter(*map(names.index, statement.positiontup)), whole)
    else:
        given = (dict(zip(names, row, strict=True)) for row in whole)
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
) -> dict[str, object]:
    """Return what is equal in all rows, as the database stores it."""
    found = {}
    for column in table.columns:
        if column.name in columns or column.primary_key:
            continue
        value = same.get(column.name, _default(column))
        process = column.type.bind_processor(connection.dialect)
        found[column.name] = process(value) if process else value
    return found


def _default(column: Column[Any]) -> object:
    return None if column.default is None else getattr(column.default, "arg", None)
