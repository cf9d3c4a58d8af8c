"""Visitors: how far each has come on the way to a seat, and whether that seat is free."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.meetings import Meeting
from app.models.people import Person, Spell, Visitor
from app.models.slips import Slip
from app.queries.policy import policy_in_use
from app.queries.sides import Giver, Side, side, side_columns
from app.rules import names
from app.rules.identifiers import MeetingId, PersonId, SlipId, VisitorId
from app.rules.meetings import MeetingState
from app.rules.people import VisitorStage
from app.rules.slips import SlipKind


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; ``confirmed`` once an officer has credited the inviter of that day."""

    slip_id: SlipId
    meeting_id: MeetingId
    held_on: date
    inviter: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class VisitorRow:
    """One guest with all visits, the earliest first; ``seat_holder`` sits in his profession."""

    visitor_id: VisitorId
    version: int
    name: str
    profession: str
    company: str
    phone: str
    email: str
    note: str
    stage: VisitorStage
    inviter: Side
    visits: tuple[Visit, ...]
    seat_holder: str
    joined_as_id: PersonId | None

    @property
    def first_visit(self) -> date | None:
        """The day of the first visit."""
        return self.visits[0].held_on if self.visits else None

    @property
    def last_visit(self) -> date | None:
        """The day of the latest visit."""
        return self.visits[-1].held_on if self.visits else None

    @property
    def unconfirmed(self) -> tuple[Visit, ...]:
        """The visits whose inviter waits for the credit."""
        return tuple(visit for visit in self.visits if visit.inviter and not visit.confirmed)


@dataclass(frozen=True, slots=True)
class Visitors:
    """Every guest, and how many visits the chapter allows; none where it sets no limit."""

    rows: tuple[VisitorRow, ...]
    visits_allowed: int | None


_ENDS = (VisitorStage.JOINED, VisitorStage.DECLINED)
_VISITORS = (
    select(
        Visitor.id,
        Visitor.version,
        Visitor.name,
        Visitor.name_key,
        Visitor.profession,
        Visitor.company,
        Visitor.phone,
        Visitor.email,
        Visitor.note,
        Visitor.stage,
        Visitor.joined_as_id,
        *side_columns("giver", Giver, ""),
    )
    .outerjoin(Giver, Giver.id == Visitor.inviter_id)
    .order_by(Visitor.name_key, Visitor.id)
)
_VISITS = (
    select(
        Slip.visitor_id,
        Slip.id,
        Meeting.id,
        Meeting.held_on,
        Slip.giver_written,
        Slip.confirmed,
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        Slip.kind == SlipKind.VISITOR,
        Slip.visitor_id.is_not(None),
        Meeting.state != MeetingState.DISCARDED,
    )
    .order_by(Meeting.held_on, Slip.id)
)
_SEATS = (
    select(Classification.name_key, Person.name)
    .join(Person, Person.classification_id == Classification.id)
    .join(Spell, Spell.person_id == Person.id)
    .where(Spell.left_on.is_(None))
)


def visitors(session: Session, day: date) -> Visitors:
    """Return every guest, and how many visits are allowed by the rules of a day."""
    return Visitors(guests(session), policy_in_use(session, day).policy.visits)


def guests(session: Session) -> tuple[VisitorRow, ...]:
    """Return every guest: those on the way to a seat first, then the latest visit, then by name."""
    visits = _visits(session)
    taken = dict(session.execute(_SEATS).all())
    rows = [_row(row, visits, taken) for row in session.execute(_VISITORS)]
    rows.sort(key=lambda row: row.last_visit or date.max, reverse=True)
    rows.sort(key=lambda row: row.stage in _ENDS)
    return tuple(rows)


def _visits(session: Session) -> dict[int, list[Visit]]:
    found = defaultdict[int, list[Visit]](list)
    for visitor_id, slip_id, meeting_id, held_on, inviter, confirmed in session.execute(_VISITS):
        visit = Visit(SlipId(slip_id), MeetingId(meeting_id), held_on, inviter, confirmed)
        found[visitor_id or 0].append(visit)
    return found


def _row(
    row: Row[*tuple[Any, ...]], visits: dict[int, list[Visit]], taken: dict[str, str]
) -> VisitorRow:
    return VisitorRow(
        visitor_id=VisitorId(row.id),
        version=row.version,
        name=row.name,
        profession=row.profession,
        company=row.company,
        phone=row.phone,
        email=row.email,
        note=row.note,
        stage=row.stage,
        inviter=side(row, "giver"),
        visits=tuple(visits.get(row.id, ())),
        seat_holder=_seat_holder(row, taken),
        joined_as_id=None if row.joined_as_id is None else PersonId(row.joined_as_id),
    )


def _seat_holder(row: Row[*tuple[Any, ...]], taken: dict[str, str]) -> str:
    if not row.profession or row.joined_as_id is not None:
        return ""
    return taken.get(names.key(row.profession), "")
