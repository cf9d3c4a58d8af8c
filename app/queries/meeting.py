"""One meeting: the roll in seating order, every slip, and what is missing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models.meetings import Mark, Meeting
from app.models.people import Person
from app.queries.chapter import chapter_details
from app.queries.meeting_slips import SlipRow, meeting_slips
from app.queries.policy import policy_in_use
from app.queries.roster import Seat, seating
from app.queries.still_open import READ_ALOUD, read_aloud
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId, PersonId
from app.rules.meetings import MeetingState
from app.rules.totals import Gaps, Totals, added, gaps


@dataclass(frozen=True, slots=True)
class RollRow:
    """One seat of the roll and its mark, if any; ``number`` counts from 1 without gaps.

    Whoever has a mark without being a member on that day stands at the end.
    """

    number: int
    person_id: PersonId
    name: str
    profession: str
    attendance: Attendance | None
    substitute: str
    note: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A meeting before or after this one."""

    meeting_id: MeetingId
    held_on: date


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """Everything the page of a meeting shows; ``reason`` is that of the last change of state.

    ``read`` holds the totals read aloud, ``entered`` what the slips come to.
    """

    meeting_id: MeetingId
    version: int
    held_on: date
    state: MeetingState
    reason: str
    completed_at: datetime | None
    completed_by: str
    note: str
    read: Totals
    entered: Totals
    gaps: Gaps
    roll: tuple[RollRow, ...]
    slips: tuple[SlipRow, ...]
    previous: Neighbour | None
    following: Neighbour | None
    visits_allowed: int | None
    money: Money
    chapter: str

    def marked(self, attendance: Attendance | None) -> int:
        """Return how many have a mark, or none."""
        return sum(1 for row in self.roll if row.attendance is attendance)


_MEETING = select(
    Meeting.version,
    Meeting.held_on,
    Meeting.state,
    Meeting.reason,
    Meeting.completed_at,
    Meeting.completed_by,
    Meeting.note,
    *READ_ALOUD,
)
_MARKS = select(Mark.person_id, Mark.attendance, Mark.substitute, Mark.note, Person.name).join(
    Person, Person.id == Mark.person_id
)


def meeting_sheet(session: Session, meeting_id: int) -> MeetingSheet:
    """Return one meeting; NotFoundError where it is not in the book."""
    meeting = session.execute(_MEETING.where(Meeting.id == meeting_id)).first()
    if meeting is None:
        raise NotFoundError("record_missing", kind=Meeting.__name__)
    chapter = chapter_details(session)
    seats = seating(session, meeting.held_on)
    roll = _roll(session, meeting_id, seats)
    slips = meeting_slips(session, meeting_id, meeting.held_on, seats)
    entered = added((slip.kind, slip.weight) for slip in slips)
    read = read_aloud(meeting)
    return MeetingSheet(
        meeting_id=MeetingId(meeting_id),
        version=meeting.version,
        held_on=meeting.held_on,
        state=meeting.state,
        reason=meeting.reason,
        completed_at=meeting.completed_at,
        completed_by=meeting.completed_by,
        note=meeting.note,
        read=read,
        entered=entered,
        gaps=gaps(
            blank=sum(1 for row in roll if row.attendance is None),
            unconfirmed=sum(1 for slip in slips if slip.awaits_confirmation),
            entered=entered,
            read=read,
        ),
        roll=roll,
        slips=slips,
        previous=_neighbour(session, meeting.held_on, -1),
        following=_neighbour(session, meeting.held_on, 1),
        visits_allowed=policy_in_use(session, meeting.held_on).policy.visits,
        money=chapter.money,
        chapter=chapter.name,
    )


def meeting_on(session: Session, day: date) -> MeetingId | None:
    """Return the meeting of a day, if there is one."""
    found = session.scalar(select(Meeting.id).where(Meeting.held_on == day))
    return None if found is None else MeetingId(found)


def latest_draft(session: Session, day: date) -> MeetingId | None:
    """Return the draft nearest to a day: the last one up to it, else the first one after."""
    drafts = select(Meeting.id).where(Meeting.state == MeetingState.DRAFT).limit(1)
    past = drafts.where(Meeting.held_on <= day).order_by(Meeting.held_on.desc())
    ahead = drafts.where(Meeting.held_on > day).order_by(Meeting.held_on)
    found = session.scalar(past) or session.scalar(ahead)
    return None if found is None else MeetingId(found)


def _roll(session: Session, meeting_id: int, seats: tuple[Seat, ...]) -> tuple[RollRow, ...]:
    marks = {
        row.person_id: row for row in session.execute(_MARKS.where(Mark.meeting_id == meeting_id))
    }
    rows = [
        _row(seat.number, seat.person_id, seat.name, seat.classification, marks.get(seat.person_id))
        for seat in seats
    ]
    seated = {seat.person_id for seat in seats}
    strays = sorted((m for m in marks.values() if m.person_id not in seated), key=lambda m: m.name)
    rows.extend(
        _row(number, PersonId(mark.person_id), mark.name, "", mark)
        for number, mark in enumerate(strays, start=len(seats) + 1)
    )
    return tuple(rows)


def _row(
    number: int, person_id: PersonId, name: str, profession: str, mark: Row[*tuple[Any, ...]] | None
) -> RollRow:
    if mark is None:
        return RollRow(number, person_id, name, profession, None, "", "")
    return RollRow(number, person_id, name, profession, mark.attendance, mark.substitute, mark.note)


def _neighbour(session: Session, day: date, step: int) -> Neighbour | None:
    near = select(Meeting.id, Meeting.held_on).limit(1)
    if step < 0:
        near = near.where(Meeting.held_on < day).order_by(Meeting.held_on.desc())
    else:
        near = near.where(Meeting.held_on > day).order_by(Meeting.held_on)
    row = session.execute(near).first()
    return None if row is None else Neighbour(MeetingId(row[0]), row[1])
