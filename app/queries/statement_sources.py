"""What statements are made from, asked for any number of members at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.membership import member_on
from app.queries.one_to_ones import unmet
from app.queries.sides import Giver, Receiver, Side, side, side_columns
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.slips import SlipKind

_WEEKS_APART = 26  # who has not met for so long is worth a coffee
# for each member: what puts the best first, and the name
Apart = dict[int, list[tuple[tuple[int, bool], str]]]


@dataclass(frozen=True, slots=True)
class Told:
    """Who a statement is about, with every spell he was a member."""

    person_id: PersonId
    name: str
    seat: str
    company: str
    spells: tuple[tuple[date | None, date | None, date | None], ...]

    def belonged(self, day: date) -> bool:
        """Tell whether he was a member on a day."""
        return any(
            (joined is None or joined <= day) and (left is None or left > day)
            for joined, left, _due in self.spells
        )


_PEOPLE = (
    select(
        Person.id,
        Person.name,
        Classification.name.label("seat"),
        Person.company,
        Spell.joined_on,
        Spell.left_on,
        Spell.renewal_due,
    )
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .outerjoin(Spell, Spell.person_id == Person.id)
    .order_by(Person.sort_name, Person.id, Spell.joined_on, Spell.id)
)


def told(session: Session, day: date, member_ids: Collection[int] | None) -> list[Told]:
    """Return some people, or all members of a day, by name."""
    wanted = member_on(day) if member_ids is None else member_ids
    rows = defaultdict[int, list[Any]](list)
    for row in session.execute(_PEOPLE.where(Person.id.in_(wanted))):
        rows[row.id].append(row)
    return [
        Told(
            PersonId(key),
            found[0].name,
            found[0].seat or "",
            found[0].company,
            tuple((row.joined_on, row.left_on, row.renewal_due) for row in found),
        )
        for key, found in rows.items()
    ]


_HELD = Meeting.held_on.between(bindparam("start"), bindparam("end"))
_WEEKS = (
    select(Meeting.id, Meeting.held_on, Meeting.state)
    .where(_HELD, Meeting.state.in_((MeetingState.COMPLETED, MeetingState.HOLIDAY)))
    .order_by(Meeting.held_on)
)
_MARKS = (
    select(Mark.meeting_id, Mark.person_id, Mark.attendance)
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(_HELD, Meeting.state == MeetingState.COMPLETED)
)
_MET = (
    select(
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .select_from(Slip)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .where(_HELD, Slip.kind == SlipKind.ONE_TO_ONE, Meeting.state == MeetingState.COMPLETED)
    .order_by(Meeting.held_on, Slip.id)
)


def _span(period: Period) -> dict[str, date]:
    return {"start": period.start, "end": period.end}


def held(session: Session, period: Period) -> list[tuple[int, date, MeetingState]]:
    """Return the meetings of a period, completed ones and holidays."""
    return [(key, day, state) for key, day, state in session.execute(_WEEKS, _span(period))]


def marked(session: Session, period: Period) -> dict[tuple[int, int], Attendance]:
    """Return how everybody attended, by meeting and person."""
    rows = session.execute(_MARKS, _span(period))
    return {(meeting_id, person_id): mark for meeting_id, person_id, mark in rows}


def met(session: Session, period: Period) -> dict[int, dict[Side, int]]:
    """Return how often each person met whom."""
    found: dict[int, dict[Side, int]] = defaultdict(lambda: defaultdict(int))
    for row in session.execute(_MET, _span(period)):
        giver, receiver = side(row, "giver"), side(row, "receiver")
        for one, other in ((giver, receiver), (receiver, giver)):
            if one.person_id is not None:
                found[one.person_id][other] += 1
    return found


def not_met(session: Session, day: date) -> Apart:
    """Return for each member those not met who are worth it, with what puts the best first."""
    found: Apart = defaultdict(list)
    for pair in unmet(session, day, _WEEKS_APART):
        between = pair.referred + pair.referred_back
        if between or pair.sphere:
            gain = (-between, not pair.sphere)
            found[pair.one_id].append((gain, pair.other))
            found[pair.other_id].append((gain, pair.one))
    return found
