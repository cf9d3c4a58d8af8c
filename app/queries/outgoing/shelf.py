"""All tables of the workbook: those declared, and any of the book that none of them shows."""

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from app.exchange.outgoing.tables import Form, Heading
from app.exchange.outgoing.tables import Table as Outgoing
from app.i18n import _
from app.models.chapter import Chapter
from app.models.people import Person
from app.models.types import Day, Flag, Instant, Whole
from app.models.whole import Base
from app.queries.outgoing import evenings, handed_in, people, records
from app.queries.outgoing.listing import Field, Listing

_FORMS = ((Day, Form.DAY), (Instant, Form.MOMENT), (Flag, Form.FLAG), (Whole, Form.NUMBER))
_USUAL_DECIMALS = 2


def listings() -> tuple[Listing, ...]:
    """Return the tables that are declared, in the order of the workbook."""
    chapter, settings, *rest = records.listings()
    return (
        chapter,
        *people.listings(),
        *evenings.listings(),
        *handed_in.listings(),
        settings,
        *rest,
    )


def everything() -> tuple[Listing, ...]:
    """Return those, and behind them every table of the book that is in none of them."""
    declared = listings()
    shown = frozenset[str]().union(*(one.of for one in declared))
    return (
        *declared,
        *(_as_stored(table) for table in Base.metadata.sorted_tables if table.name not in shown),
    )


def tables(session: Session) -> list[Outgoing]:
    """Return everything, to be written."""
    decimals = session.scalar(select(Chapter.currency_decimals))
    places = _USUAL_DECIMALS if decimals is None else decimals
    return [one.table(session, places) for one in everything()]


def _as_stored(table: Table) -> Listing:
    """Return a table as it is kept, its columns called as they are; people also by name."""
    named = [
        Field(Heading(_title(column.name.removesuffix("_id"))), Person.name)
        for column in _people(table)[:1]
    ]
    stored = [
        Field(Heading(_title(one.name), _form(one), _("As stored.")), one)
        for one in table.columns
        if one.name != "version"
    ]
    first = _people(table)[:1]
    return Listing(
        table.name.replace("_", "-"), _title(table.name), _("As stored."), frozenset({table.name}),
        (*named, *stored),
        lambda asked: (
            asked.select_from(table).outerjoin(Person, Person.id == first[0]) if first
            else asked.select_from(table)
        ).order_by(table.c.id),
    )  # fmt: skip


def _people(table: Table) -> list["Column[object]"]:
    return [
        column
        for column in table.columns
        if any(key.column.table.name == Person.__tablename__ for key in column.foreign_keys)
    ]


def _form(column: "Column[object]") -> Form:
    return next((form for kind, form in _FORMS if isinstance(column.type, kind)), Form.TEXT)


def _title(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
