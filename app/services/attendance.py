"""Attendance: the marks of one meeting."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.meetings import Mark
from app.models.people import Person
from app.rules.attendance import Attendance
from app.rules.people import clean_text
from app.services import bulk, finding


def mark(
    session: Session,
    *,
    meeting_id: int,
    person_id: int,
    attendance: Attendance,
    substitute: str = "",
) -> None:
    """Record how a member attended, replacing an earlier mark."""
    finding.draft(session, meeting_id)
    finding.record(session, Person, person_id)
    found = _mark(session, meeting_id, person_id)
    if found is None:
        found = Mark(meeting_id=meeting_id, person_id=person_id)
        session.add(found)
    found.attendance = attendance
    found.substitute = clean_text(substitute) if attendance is Attendance.SUBSTITUTE else ""


def clear(session: Session, *, meeting_id: int, person_id: int) -> None:
    """Take a mark away, so that nothing is recorded."""
    finding.draft(session, meeting_id)
    found = _mark(session, meeting_id, person_id)
    if found is not None:
        session.delete(found)


def mark_all(
    session: Session, *, meeting_id: int, person_ids: Sequence[int], attendance: Attendance
) -> None:
    """Give everyone named who is still blank the same mark."""
    finding.draft(session, meeting_id)
    marked = set(session.scalars(select(Mark.person_id).where(Mark.meeting_id == meeting_id)))
    blank = [one for one in dict.fromkeys(person_ids) if one not in marked]
    known = set(session.scalars(select(Person.id).where(Person.id.in_(blank))))
    marks = [(one,) for one in blank if one in known]
    bulk.enter(session, Mark, ("person_id",), marks, meeting_id=meeting_id, attendance=attendance)


def remark(
    session: Session, *, meeting_id: int, person_id: int, note: str, substitute: str | None = None
) -> None:
    """Keep a remark beside a mark, such as when someone arrived, or who sat in the seat.

    The substitute stays as he is where he is none.
    """
    finding.draft(session, meeting_id)
    found = _mark(session, meeting_id, person_id)
    if found is None:
        return
    found.note = clean_text(note)
    if found.attendance is Attendance.SUBSTITUTE and substitute is not None:
        found.substitute = clean_text(substitute)


def _mark(session: Session, meeting_id: int, person_id: int) -> Mark | None:
    return session.scalar(
        select(Mark).where(Mark.meeting_id == meeting_id, Mark.person_id == person_id)
    )
