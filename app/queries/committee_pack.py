"""The committee's papers: attendance of the month before by name, what is due, growth, coaching."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.queries.chapter import chapter_details
from app.queries.committee import CommitteeRow, Matter, committee
from app.queries.membership import member_on
from app.queries.profiles import profile_in_use
from app.queries.standings import standings
from app.rules.attendance import EXCEPTIONS, Attendance
from app.rules.identifiers import PersonId
from app.rules.letters import LetterKind, LetterState
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period, last_months
from app.rules.privacy import Audience
from app.rules.scoring.profile import Light, Policy


@dataclass(frozen=True, slots=True)
class MonthMark:
    """A member's days of the month with one mark; ``absences`` are those of the window now."""

    person_id: PersonId
    name: str
    attendance: Attendance
    days: tuple[date, ...]
    substitutes: tuple[str, ...]
    absences: Fraction | None


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """A letter that waits to be sent, since when, and the days it rests on."""

    name: str
    kind: LetterKind
    step: int
    on: date
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something else that waits; ``on`` is its day, ``by`` who decided it."""

    matter: Matter
    name: str
    on: date | None
    absences: Fraction | None
    days: tuple[date, ...]
    by: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Who joined or left, and when."""

    name: str
    seat: str
    on: date


@dataclass(frozen=True, slots=True)
class Coached:
    """A member whose light of the month is red or grey."""

    name: str
    total: Fraction
    light: Light


@dataclass(frozen=True, slots=True)
class CommitteePack:
    """What the committee has before it; ``month`` is the last completed one before ``day``.

    ``members_before`` counts those of the day before that month, ``joined`` and ``left`` all since.
    ``terms`` are the words of the profile that scores members, such as its own for grey.
    """

    chapter: str
    audience: Audience
    day: date
    month: Period
    held: int
    policy: Policy
    terms: Mapping[str, str]
    marks: tuple[MonthMark, ...]
    letters: tuple[WaitingLetter, ...]
    waiting: tuple[Waiting, ...]
    members_before: int
    members_now: int
    joined: tuple[Change, ...]
    left: tuple[Change, ...]
    to_coach: tuple[Coached, ...]


def committee_pack(session: Session, *, audience: Audience, day: date) -> CommitteePack:
    """Return the papers of a day."""
    found, month = committee(session, day), last_months(day, 1)
    return CommitteePack(
        chapter=chapter_details(session).name,
        audience=audience,
        day=day,
        month=month,
        held=session.scalar(_HELD, {"start": month.start, "end": month.end}) or 0,
        policy=found.policy,
        terms=profile_in_use(session, month.end).terms,
        marks=tuple(_marks(session, month, day)),
        letters=tuple(_letters(found.of(Matter.LETTER))),
        waiting=tuple(map(_waiting, found.of(*_WAITING))),
        members_before=_members(session, month.start - _DAY),
        members_now=_members(session, day),
        joined=_changes(session, month.start, day, joined=True),
        left=_changes(session, month.start, day, joined=False),
        to_coach=tuple(
            Coached(row.name, row.total, row.light)
            for row in found.of(Matter.COACH)
            if row.total is not None and row.light is not None
        ),
    )


_DAY = timedelta(days=1)
_WAITING = tuple(one for one in Matter if one not in {Matter.LETTER, Matter.COACH})
_IN_MONTH = (
    Meeting.state == MeetingState.COMPLETED,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
_HELD = select(func.count(Meeting.id)).where(*_IN_MONTH)
_MARKS = (
    select(Person.id, Person.name, Mark.attendance, Meeting.held_on, Mark.substitute)
    .join(Mark, Mark.person_id == Person.id)
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(Mark.attendance.in_(EXCEPTIONS), *_IN_MONTH)
    .order_by(Person.sort_name, Person.id, Meeting.held_on)
)


def _marks(session: Session, month: Period, day: date) -> Iterator[MonthMark]:
    now = {one.person_id: one.standing.absences for one in standings(session, day)}
    span = {"start": month.start, "end": month.end}
    kept = defaultdict[tuple[int, str, Attendance], list[tuple[date, str]]](list)
    for person_id, name, mark, held_on, substitute in session.execute(_MARKS, span):
        kept[person_id, name, mark].append((held_on, substitute))
    for wanted in EXCEPTIONS:
        for (person_id, name, mark), days in kept.items():
            if mark is wanted:
                yield MonthMark(
                    PersonId(person_id),
                    name,
                    mark,
                    tuple(held_on for held_on, _substitute in days),
                    tuple(substitute for _held_on, substitute in days if substitute),
                    now.get(PersonId(person_id)),
                )


def _letters(rows: tuple[CommitteeRow, ...]) -> Iterator[WaitingLetter]:
    for row in rows:
        letter = row.letter
        if letter is not None and letter.state is LetterState.DUE:
            yield WaitingLetter(row.name, letter.kind, letter.step, letter.on, letter.days)


def _waiting(row: CommitteeRow) -> Waiting:
    standing = row.standing
    day = row.renewal_due if row.matter is not Matter.REVIEW else row.on
    return Waiting(
        matter=row.matter,
        name=row.name,
        on=day or row.on,
        absences=standing.absences if standing else None,
        days=_behind(row),
        by=row.ruling.decided_by if row.ruling else "",
        overdue=row.overdue,
    )


def _behind(row: CommitteeRow) -> tuple[date, ...]:
    if row.standing is None:
        return ()
    if row.matter is Matter.MEDICAL:
        return row.standing.unapproved
    return tuple(one.day for one in row.standing.missed)


def _members(session: Session, day: date) -> int:
    counted = select(func.count(Person.id)).where(
        Person.kind == PersonKind.MEMBER, Person.id.in_(member_on(day))
    )
    return session.scalar(counted) or 0


def _changes(session: Session, start: date, end: date, *, joined: bool) -> tuple[Change, ...]:
    when = Spell.joined_on if joined else Spell.left_on
    rows = session.execute(
        select(Person.name, func.coalesce(Classification.name, ""), when)
        .join(Spell, Spell.person_id == Person.id)
        .outerjoin(Classification, Classification.id == Person.classification_id)
        .where(when.between(start, end))
        .order_by(when, Person.sort_name)
    )
    return tuple(Change(name, seat, on) for name, seat, on in rows if on)
