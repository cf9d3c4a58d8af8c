"""Find the records a deed is about, or refuse."""

from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import ConflictError, NotFoundError
from app.models.base import Base, Versioned
from app.models.chapter import Chapter
from app.models.meetings import Meeting
from app.models.people import Person
from app.rules import meetings as rules

Record = TypeVar("Record", bound=Base)


def record(session: Session, kind: type[Record], key: int, version: int | None = None) -> Record:
    """Return a record; refuse one that is gone or, given a version, no longer in that version."""
    found = session.get(kind, key)
    if found is None:
        raise NotFoundError("record_missing", kind=kind.__name__)
    if version is not None and isinstance(found, Versioned) and found.version != version:
        seen = {"table": kind.__tablename__, "row_id": key, "version": version}
        raise ConflictError("changed_meanwhile", kind=kind.__name__, **seen)
    return found


def unchanged(seen: object, now: object, kind: str) -> None:
    """Refuse where what an editor looked at is another by now; none where nobody looked."""
    if seen is not None and seen != now:
        raise ConflictError("changed_meanwhile", kind=kind, seen=seen, now=now)


def chapter(session: Session) -> Chapter:
    """Return the chapter whose book this is."""
    return record(session, Chapter, 1)


def draft(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting that may still be changed."""
    meeting = record(session, Meeting, meeting_id)
    rules.check_open(meeting.state, meeting.held_on)
    return meeting


def person(session: Session, person_id: int | None) -> Person | None:
    """Return a person, or none where none is meant."""
    return None if person_id is None else record(session, Person, person_id)


def meeting_on(session: Session, held_on: date) -> Meeting | None:
    """Return the meeting of a day."""
    return session.scalar(select(Meeting).where(Meeting.held_on == held_on))
