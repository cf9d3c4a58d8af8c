"""How every member stands by the rules of attendance, and which letters became due."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.models.committee import Ruling
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.queries.policy import policy_in_use
from app.queries.ready import Ready
from app.rows import row
from app.rules.attendance import Attendance
from app.rules.attendance_policy import (
    LetterDue,
    Standing,
    Week,
    counted_marks,
    letters_due,
    standing,
)
from app.rules.identifiers import PersonId
from app.rules.letters import RulingKind
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.scoring.profile import Policy


@row(frozen=True, slots=True)
class MemberStanding:
    """A member of a day, how he stands, and the letters due by the marks of his window."""

    person_id: PersonId
    name: str
    sort_name: str
    joined_on: date | None
    renewal_due: date | None
    standing: Standing
    letters: tuple[LetterDue, ...]


def standings(
    session: Session, day: date, *, policy: Policy | None = None
) -> tuple[MemberStanding, ...]:
    """Return how the members of a day stand, by name, from meetings completed up to then."""
    rules = policy or policy_in_use(session, day).policy
    people = [_Member(*one) for one in _MEMBERS.rows(session, day=day)]
    starts = [rules.window.on(day, one.joined_on).start for one in people]
    earliest = min((rules.window.on(start).start for start in starts), default=day)
    span = Period(min(earliest, *starts, day), day)
    weeks = _weeks(session, span, counted_marks(rules))
    return tuple(_stands(rules, one, weeks[one.id], day) for one in people)


class _Member(NamedTuple):
    """A member, and the membership he is in."""

    id: int
    name: str
    sort_name: str
    joined_on: date | None
    renewal_due: date | None


def _stands(rules: Policy, person: _Member, weeks: Sequence[Week], day: date) -> MemberStanding:
    found = standing(rules, weeks, day, person.joined_on)
    due = letters_due(rules, weeks, person.joined_on, since=found.window.start)
    return MemberStanding(
        PersonId(person.id),
        person.name,
        person.sort_name,
        person.joined_on,
        person.renewal_due,
        found,
        due,
    )


_MEMBERS = Ready(
    select(Person.id, Person.name, Person.sort_name, Spell.joined_on, Spell.renewal_due)
    .join(Spell, Spell.person_id == Person.id)
    .where(
        Person.kind == PersonKind.MEMBER,
        or_(Spell.joined_on.is_(None), Spell.joined_on <= bindparam("day")),
        or_(Spell.left_on.is_(None), Spell.left_on > bindparam("day")),
    )
    .order_by(Person.sort_name, Person.id)
)
_LEAVE = (
    select(Ruling.id)
    .where(
        Ruling.person_id == Mark.person_id,
        Ruling.kind == RulingKind.MEDICAL_LEAVE,
        Ruling.starts_on <= Meeting.held_on,
        or_(Ruling.ends_on.is_(None), Ruling.ends_on >= Meeting.held_on),
    )
    .correlate(Mark, Meeting)
    .exists()
)
_MARKS = (
    select(Mark.person_id, Meeting.held_on, Mark.attendance, _LEAVE)
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(
        Meeting.state == MeetingState.COMPLETED,
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
        Mark.attendance.in_(bindparam("marks", expanding=True)),
    )
    .order_by(Meeting.held_on)
)


def _weeks(session: Session, span: Period, marks: Collection[Attendance]) -> dict[int, list[Week]]:
    found = defaultdict[int, list[Week]](list)
    asked = {"start": span.start, "end": span.end, "marks": sorted(marks)}
    for person_id, held_on, mark, approved in session.execute(_MARKS, asked):
        found[person_id].append(Week(held_on, mark, bool(approved)))
    return found
