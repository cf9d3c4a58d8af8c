"""Short questions and deeds for tests of the store."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.models.journal import Entry, EntryRow
from app.models.meetings import Mark, Meeting
from app.models.people import Person
from app.rules.attendance import Attendance
from app.rules.history import EntryKind
from app.storage import Change, Store

TUESDAY = date(2026, 11, 17)


def phone(session: Session) -> str:
    """Return Ann's phone number."""
    return session.scalars(select(Person.phone).where(Person.id == 1)).one()


def call_ann(store: Store, number: str) -> Change:
    """Change Ann's phone number."""
    return store.write(f"Ann's number {number}", _put_phone, number=number)


def _put_phone(session: Session, *, number: str) -> None:
    session.get_one(Person, 1).phone = number


def entries(store: Store) -> Sequence[tuple[EntryKind, str]]:
    """Return the history, the oldest first."""

    def ask(session: Session) -> list[tuple[EntryKind, str]]:
        rows = session.execute(select(Entry.kind, Entry.label).order_by(Entry.id))
        return [(kind, label) for kind, label in rows]

    return store.read(ask)


def count_rows(store: Store) -> int:
    """Return how many row images the journal holds."""
    return store.read(lambda session: session.scalars(select(func.count(EntryRow.id))).one())


def pragma(store: Store, name: str) -> object:
    """Return a setting of the connection."""
    return store.read(lambda session: session.execute(text(f"PRAGMA {name}")).scalar())


def meet(store: Store, on: date = TUESDAY) -> int:
    """Put a meeting on the calendar; return it."""
    store.write("Meeting", lambda session: session.add(Meeting(held_on=on)))
    return store.read(
        lambda session: session.scalars(select(Meeting.id).where(Meeting.held_on == on)).one()
    )


def mark_ann(store: Store, meeting_id: int) -> Change:
    """Mark Ann present."""
    present = {"meeting_id": meeting_id, "person_id": 1, "attendance": Attendance.PRESENT}
    return store.write("Ann marked", lambda session: session.add(Mark(**present)))


def unmark_ann(store: Store, meeting_id: int) -> Change:
    """Clear Ann's mark."""

    def clear(session: Session) -> None:
        found = session.scalars(select(Mark).where(Mark.meeting_id == meeting_id)).one()
        session.delete(found)

    return store.write("Ann cleared", clear)
