"""What was done to the book: who, when, what, before and after."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models.classifications import Classification
from app.models.journal import Entry, EntryRow
from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.queries.chapter import chapter_details
from app.rules.history import EntryKind
from app.rules.identifiers import EntryId

_SHOWN_ROWS = 200
_PRIVATE = frozenset({"own_figures"})  # that they were entered is told, what they are is not
_TOLD = frozenset({"person_id"})
_SETTING = ("setting", "value")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry; ``taken_back`` where a later one took it back; ``made_at`` in UTC."""

    entry_id: EntryId
    kind: EntryKind
    label: str
    made_at: datetime
    author: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; none where the record did not exist."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an entry did to one record."""

    table: str
    row_id: int
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class EntryDetails:
    """The records an entry changed; ``left_out`` counts those beyond the first two hundred."""

    changes: tuple[RecordChange, ...]
    left_out: int


_Later = aliased(Entry)


def history(
    session: Session, *, search: str = "", before_id: int | None = None, limit: int = 200
) -> tuple[HistoryRow, ...]:
    """Return the latest entries first; ``before_id`` continues an earlier answer."""
    reverted = select(_Later.id).where(_Later.reverts_id == Entry.id).exists()
    entries = select(
        Entry.id, Entry.kind, Entry.label, Entry.made_at, Entry.author, reverted
    ).order_by(Entry.id.desc())
    if search:
        entries = entries.where(Entry.label.icontains(search, autoescape=True))
    if before_id is not None:
        entries = entries.where(Entry.id < before_id)
    return tuple(
        HistoryRow(EntryId(entry_id), kind, label, made_at, author, back)
        for entry_id, kind, label, made_at, author, back in session.execute(entries.limit(limit))
    )


def entry_details(session: Session, entry_id: int) -> EntryDetails:
    """Return what an entry changed, identifiers of people and meetings said as names and days."""
    read = _images(session, entry_id)
    return EntryDetails(
        _told(session, read[:_SHOWN_ROWS], _PRIVATE), max(len(read) - _SHOWN_ROWS, 0)
    )


def record_changes(session: Session, entry_id: int) -> tuple[RecordChange, ...]:
    """Return all that an entry changed, each record once, for the eyes of whoever made it."""
    net: dict[tuple[str, int], _Image] = {}
    for one in _images(session, entry_id):
        first = net.get((one.table, one.row_id), one)
        net[one.table, one.row_id] = replace(one, before=first.before)
    return _told(session, list(net.values()))


def field_changes(
    session: Session, table: str, before: dict[str, object], after: dict[str, object]
) -> tuple[FieldChange, ...]:
    """Return what is another between two images of one record, said as in an entry."""
    (record,) = _told(session, [_Image(table, 0, before, after)])
    return record.fields


@dataclass(frozen=True, slots=True)
class _Image:
    table: str
    row_id: int
    before: dict[str, object]
    after: dict[str, object]


def _images(session: Session, entry_id: int) -> list[_Image]:
    rows = session.execute(
        select(EntryRow.table, EntryRow.row_id, EntryRow.before, EntryRow.after)
        .where(EntryRow.entry_id == entry_id)
        .order_by(EntryRow.id)
    )
    return [
        _Image(table, row_id, json.loads(before or "{}"), json.loads(after or "{}"))
        for table, row_id, before, after in rows
    ]


def _told(
    session: Session, images: list[_Image], private: Collection[str] = ()
) -> tuple[RecordChange, ...]:
    spoken = _Names(session, [side for one in images for side in (one.before, one.after)])
    return tuple(
        RecordChange(one.table, one.row_id, tuple(_fields(one, spoken, private))) for one in images
    )


def _fields(image: _Image, spoken: "_Names", private: Collection[str]) -> Iterable[FieldChange]:
    for name in image.before | image.after:
        old, new = image.before.get(name), image.after.get(name)
        if image.table in private and name not in _TOLD:
            continue
        if name in {"id", "version"} or name.endswith("_key") or (old or None) == (new or None):
            continue
        say = _decided if (image.table, name) == _SETTING else partial(spoken.say, name)
        yield FieldChange(name.removesuffix("_id"), say(old), say(new))


def _decided(value: object) -> object:
    """Return a setting without the marks of its JSON, where it is a word."""
    said = json.loads(value) if isinstance(value, str) else None
    return said if isinstance(said, str) else value


class _Names:
    """The names behind the identifiers that some row images mention."""

    _FLAGS = frozenset({"confirmed", "imported", "repeat"})  # stored as 0 and 1
    _AMOUNTS = frozenset({
        "amount", "closed_business", "read_closed_business",
        "year_fee", "entry_fee", "meeting_cost", "lead_cost",
    })  # fmt: skip  # in minor units
    _COLUMNS = (
        (
            {
                "person_id",
                "giver_id",
                "receiver_id",
                "inviter_id",
                "sponsor_id",
                "mentor_id",
                "joined_as_id",
            },
            Person.id,
            Person.name,
        ),
        ({"meeting_id"}, Meeting.id, Meeting.held_on),
        ({"visitor_id"}, Visitor.id, Visitor.name),
        ({"classification_id"}, Classification.id, Classification.name),
    )

    def __init__(self, session: Session, images: list[dict[str, object]]) -> None:
        self._names: dict[tuple[str, object], object] = {}
        amounts = any(image.get(field) for image in images for field in self._AMOUNTS)
        self._money = chapter_details(session).money if amounts else None
        for fields, key, name in self._COLUMNS:
            wanted = {(f, image[f]) for image in images for f in fields if image.get(f)}
            found = dict(
                session.execute(
                    select(key, name).where(key.in_({value for _field, value in wanted}))
                ).all()
            )
            self._names |= {
                (field, value): found[value]
                for field, value in wanted
                if isinstance(value, int) and value in found
            }

    def say(self, field: str, value: object) -> object:
        """Return a name, a truth or an amount behind a number, and anything else as it is."""
        if field in self._FLAGS and value is not None:
            return bool(value)
        if field in self._AMOUNTS and self._money is not None and isinstance(value, int):
            return self._money.exact(value)
        return self._names.get((field, value), value)
