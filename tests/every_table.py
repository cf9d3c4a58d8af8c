"""A record in every table of a book, every field of it filled: for whatever must leave out none.

Tables and fields are those that are mapped, so one that is added later is among them by itself.
"""

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Table, insert
from sqlalchemy.orm import Session

from app.models.types import Day, Flag, Instant, Step, Whole, Word
from app.models.whole import Base
from tests.small_book import NOON

Refer = Callable[["Column[Any]"], int | None]
_numbers = count(90_001)
_KEPT_OTHERWISE = {"chapter", "journal_entry", "journal_row"}


def fill(session: Session) -> None:
    """Add a record to every table but the one with a single row."""
    latest: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in _KEPT_OTHERWISE:
            latest[table.name] = add(session, table, lambda column: _latest(latest, column))


def add(session: Session, table: Table, refer: Refer, **marked: object) -> int:
    """Add one record to a table; ``refer`` says whom a field that refers to a record means."""
    number = next(_numbers)
    values = {column.name: _value(column, number, refer) for column in table.columns}
    values |= {name: value for name, value in marked.items() if name in table.columns}
    session.execute(insert(table).values(values))
    return number


def _latest(latest: dict[str, int], column: "Column[Any]") -> int | None:
    return latest.get(target(column) or "")


def target(column: "Column[Any]") -> str | None:
    """Return the table a field refers to."""
    keys: set[ForeignKey] = column.foreign_keys
    return next((key.column.table.name for key in keys), None)


def _value(column: "Column[Any]", number: int, refer: Refer) -> object:
    if column.name in {"id", "version"}:
        return number if column.name == "id" else 3
    if column.foreign_keys:
        return refer(column)
    kind = column.type
    if isinstance(kind, Word | Step):
        words: Any = kind.kind
        return next(iter(words))
    values = (
        (Day, date(1990, 1, 1 + number % 28)),
        (Instant, NOON),
        (Flag, True),
        (Whole | Integer, number),
    )
    text = f"{column.name} {number}\n=1+1 \\ “Łódź” 山田"
    return next((value for type_, value in values if isinstance(kind, type_)), text)
