"""Everything a book keeps about one person, to be handed to him: every row that refers to him.

What others earned through him is their own affair: of thanks he is only credited with, earner
and amount are withheld.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table, or_, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models.classifications import Classification
from app.models.journal import Entry, EntryRow
from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.models.whole import Base
from app.queries.chapter import chapter_details
from app.rules.identifiers import PersonId
from app.rules.privacy import Audience
from app.rules.slips import SlipKind

_TECHNICAL = {"id", "version", "name_key", "sort_name"}
_JOURNAL = {Entry.__tablename__, EntryRow.__tablename__}
_WITHHELD = {"receiver_id", "receiver_written", "amount", "note"}


@dataclass(frozen=True, slots=True)
class Datum:
    """One field of a record; references are told by name, money in minor units."""

    field: str
    value: str | int | None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class DataRecord:
    """One record, without the fields that are empty."""

    number: int
    fields: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """The records of one table that refer to the person."""

    table: str
    records: tuple[DataRecord, ...]


@dataclass(frozen=True, slots=True)
class DataEntry:
    """A change of the person's own record: when, what, who made it."""

    made_at: datetime
    label: str
    author: str


@dataclass(frozen=True, slots=True)
class PersonData:
    """All of it, table by table, then the history of the person's own record."""

    chapter: str
    audience: Audience
    money: Money
    person_id: PersonId
    name: str
    tables: tuple[DataTable, ...]
    history: tuple[DataEntry, ...]


def person_data(session: Session, *, audience: Audience, member_id: int | None) -> PersonData:
    """Return everything the book keeps about somebody."""
    name = session.scalar(select(Person.name).where(Person.id == member_id))
    if member_id is None or name is None:
        raise NotFoundError("record_missing")
    told = _Names(session)
    chapter = chapter_details(session)
    tables = (
        _about(session, table, member_id, told)
        for table in Base.metadata.sorted_tables
        if table.name not in _JOURNAL
    )
    return PersonData(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        person_id=PersonId(member_id),
        name=name,
        tables=tuple(one for one in tables if one.records),
        history=_history(session, member_id),
    )


class _Names:
    """What the records are called that others refer to."""

    def __init__(self, session: Session) -> None:
        self._names = {
            "person": _named(session, Person.id, Person.name),
            "meeting": _named(session, Meeting.id, Meeting.held_on),
            "classification": _named(session, Classification.id, Classification.name),
            "visitor": _named(session, Visitor.id, Visitor.name),
        }

    def of(self, column: Column[Any], value: object) -> str | int | None:
        """Return a value as it is read, a reference as the name of what it refers to."""
        for key in column.foreign_keys:
            known = self._names.get(key.column.table.name, {})
            if value in known:
                return known[value]
        return value if value is None or isinstance(value, int) else str(value)


def _named(session: Session, key: Any, name: Any) -> dict[object, str]:  # noqa: ANN401  columns
    return {found: str(called) for found, called in session.execute(select(key, name))}


def _about(session: Session, table: Table, person_id: int, told: _Names) -> DataTable:
    links = [column for column in table.columns if _refers(column)]
    if table.name == Person.__tablename__:
        links = [table.columns["id"]]
    if not links:
        return DataTable(table.name, ())
    rows = session.execute(
        select(table)
        .where(or_(*(link == person_id for link in links)))
        .order_by(table.columns["id"])
    ).mappings()
    return DataTable(
        table.name,
        tuple(DataRecord(row["id"], tuple(_fields(table, row, person_id, told))) for row in rows),
    )


def _fields(table: Table, row: Any, person_id: int, told: _Names) -> list[Datum]:  # noqa: ANN401  a row
    hidden = _WITHHELD if _is_others_earning(table, row, person_id) else set()
    fields = []
    for column in table.columns:
        value = row[column.name]
        if column.name in _TECHNICAL or value in (None, ""):
            continue
        name = column.name.removesuffix("_id")
        if column.name in hidden:
            fields.append(Datum(name, None, withheld=True))
        else:
            fields.append(Datum(name, told.of(column, value)))
    return fields


def _is_others_earning(table: Table, row: Any, person_id: int) -> bool:  # noqa: ANN401  a row
    if table.name != "slip" or row["kind"] is not SlipKind.CLOSED_BUSINESS:
        return False
    return bool(row["receiver_id"] != person_id)


def _refers(column: Column[Any]) -> bool:
    return any(key.column.table.name == Person.__tablename__ for key in column.foreign_keys)


def _history(session: Session, person_id: int) -> tuple[DataEntry, ...]:
    entries = session.execute(
        select(Entry.made_at, Entry.label, Entry.author)
        .join(EntryRow, EntryRow.entry_id == Entry.id)
        .where(EntryRow.table == Person.__tablename__, EntryRow.row_id == person_id)
        .order_by(Entry.id)
        .distinct()
    )
    return tuple(DataEntry(made_at, label, author) for made_at, label, author in entries)
