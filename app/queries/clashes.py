"""Two editors of one record: what one of them meant to store, beside what stands stored by now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, func, select, tuple_
from sqlalchemy.orm import Session

from app.models.base import Base
from app.models.journal import Entry, EntryRow
from app.queries.history import FieldChange, RecordChange, field_changes, record_changes
from app.rules.identifiers import EntryId
from app.wording.records import changed_by


@dataclass(frozen=True, slots=True)
class Sight:
    """Which record an editor looked at, and in which version."""

    table: str
    row_id: int
    version: int


@dataclass(frozen=True, slots=True)
class Others:
    """What others have stored of a record since it was looked at, by column: before and now."""

    fields: Mapping[str, tuple[object, object]]
    told: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """What an editor meant beside what is stored: of each change ``before`` is the stored side.

    ``others`` is what somebody else has changed besides and nobody meant to change again. An
    empty author where the history does not know him; ``latest`` is the last entry there was.
    """

    author: str
    made_at: datetime | None
    latest: EntryId
    changes: tuple[RecordChange, ...]
    others: tuple[FieldChange, ...] = ()

    @property
    def changed(self) -> str:
        """By whom and when it was stored, as the beginning of a sentence."""
        return changed_by(self.author, self.made_at)


def others_since(session: Session, sight: Sight) -> Others:
    """Return what has been stored of a record since; nothing where the history does not know."""
    seen = session.scalar(
        select(EntryRow.before)
        .where(
            EntryRow.table == sight.table,
            EntryRow.row_id == sight.row_id,
            func.json_extract(EntryRow.before, "$.version") == sight.version,
        )
        .order_by(EntryRow.id.desc())
        .limit(1)
    )
    table = Base.metadata.tables[sight.table]
    now = session.execute(select(table).where(table.c.id == sight.row_id)).mappings().first()
    if seen is None or now is None:
        return Others({}, ())
    before = {
        name: _typed(session, table.c[name], raw)
        for name, raw in json.loads(seen).items()
        if name in table.c and name not in {"id", "version"}
    }
    changed = {name: (old, now[name]) for name, old in before.items() if old != now[name]}
    return Others(
        changed,
        field_changes(
            session,
            sight.table,
            {name: old for name, (old, _new) in changed.items()},
            {name: new for name, (_old, new) in changed.items()},
        ),
    )


def clash(session: Session, entry_id: int, others: Others) -> Clash:
    """Return what an entry that will not be kept does to the book, and who stored what it meets."""
    changes = record_changes(session, entry_id)
    meant = {field.name for one in changes for field in one.fields}
    last = _last_touch(session, entry_id)
    author, made_at = ("", None) if last is None else last
    return Clash(
        author,
        made_at,
        EntryId(entry_id - 1),
        tuple(one for one in changes if one.fields),
        tuple(one for one in others.told if one.name not in meant),
    )


def _last_touch(session: Session, entry_id: int) -> tuple[str, datetime] | None:
    """Return who was the last to store something of what an entry touches, and when."""
    mine = select(EntryRow.table, EntryRow.row_id).where(EntryRow.entry_id == entry_id)
    tables = select(EntryRow.table).where(EntryRow.entry_id == entry_id)
    for same in (tuple_(EntryRow.table, EntryRow.row_id).in_(mine), EntryRow.table.in_(tables)):
        found = session.execute(
            select(Entry.author, Entry.made_at)
            .join(EntryRow, EntryRow.entry_id == Entry.id)
            .where(EntryRow.entry_id < entry_id, same)
            .order_by(EntryRow.id.desc())
            .limit(1)
        ).first()
        if found is not None:
            return found.author, found.made_at
    return None


def _typed(session: Session, column: Column[Any], raw: object) -> object:
    """Return a value out of an image as the book itself returns it."""
    dialect = session.get_bind().dialect
    process = column.type.dialect_impl(dialect).result_processor(dialect, None)
    return raw if process is None else process(raw)
