"""A table of the workbook as a value: which rows, and what each column is called and means."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.exchange.outgoing.tables import Form, Heading, Table, Value

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its heading, and what it is read from."""

    heading: Heading
    source: Any


@dataclass(frozen=True, slots=True)
class Listing:
    """One table; ``of`` are the mapped tables whose rows it shows."""

    name: str
    title: str
    says: str
    of: frozenset[str]
    fields: Sequence[Field]
    complete: Callable[[Select[Any]], Select[Any]]

    def table(self, session: Session, decimals: int) -> Table:
        """Return the table, its rows read as they are written."""
        asked = self.complete(select(*(field.source for field in self.fields)))
        counted = select(func.count()).select_from(asked.order_by(None).subquery())
        headings = [field.heading for field in self.fields]
        return Table(
            self.name,
            self.title,
            headings,
            _rows(session, asked, headings, decimals),
            session.scalar(counted) or 0,
        )


def field(source: object, title: str, says: str, form: Form = Form.TEXT) -> Field:
    """Return a column."""
    return Field(Heading(title, form, says), source)


def _rows(
    session: Session, asked: Select[Any], headings: Sequence[Heading], decimals: int
) -> Iterator[list[Value]]:
    forms = [heading.form for heading in headings]
    for row in session.execute(asked.execution_options(yield_per=_BATCH)):
        yield [_value(value, form, decimals) for value, form in zip(row, forms, strict=True)]


def _value(value: object, form: Form, decimals: int) -> Value:
    if isinstance(value, Enum) and isinstance(value.value, str):
        return value.value.replace("_", " ")
    if form is Form.MONEY and isinstance(value, int):
        return Decimal(value).scaleb(-decimals)
    if isinstance(value, datetime):
        return value.astimezone()
    if value is None or isinstance(value, str | bool | int | Decimal | date | datetime):
        return value
    return str(value)
