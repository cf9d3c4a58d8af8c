"""What everybody did in a period, added up: the one source of summary, scoreboard and statement.

Completed meetings count; drafts only where they are asked for. For time in which the book has
no meeting at all, official figures brought in from elsewhere stand in.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.models.meetings import Mark, Meeting
from app.models.slips import Slip
from app.queries.official_figures import OfficialFigures, official_figures
from app.queries.ready import Ready
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Thanked
from app.rules.slips import SlipKind, Tier
from app.rules.tally import COUNTED, NONE, Tally, added

_Ready = Ready[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Held:
    """The meetings of a period; drafts count only where it says so, holidays never.

    A draft nothing is entered in only stands in the calendar, and is not among them.
    """

    completed: int
    drafts: int
    drafts_counted: bool
    holidays: tuple[date, ...]

    @property
    def counted(self) -> int:
        """How many meetings the figures come from."""
        return self.completed + (self.drafts if self.drafts_counted else 0)

    @property
    def provisional(self) -> bool:
        """Whether figures come from drafts, which may still change."""
        return self.drafts_counted and self.drafts > 0


@dataclass(frozen=True, slots=True)
class Tallies:
    """Tallies by person; the key None holds what belongs to nobody known.

    ``thankers`` tells, for each giver of closed business, who is known to be behind it.
    Official figures of members are in ``by_person`` already, those of others are not.
    """

    held: Held
    by_person: dict[int | None, Tally]
    official: OfficialFigures
    thankers: dict[int | None, set[Hashable]] = field(default_factory=dict)

    def of(self, person_id: int | None) -> Tally:
        """Return the tally of a person."""
        return self.by_person.get(person_id, NONE)

    def thanked(self, person_ids: Iterable[int | None], more: Tally = NONE) -> Thanked:
        """Return the closed business some people gave, and who is known to be behind it."""
        amount, behind = more.closed_business, set[Hashable]()
        if more.closed_business:
            behind.add(_UNNAMED)
        for person_id in person_ids:
            amount += self.of(person_id).closed_business
            behind |= self.thankers.get(person_id, set())
            if self.official.by_person.get(person_id or 0, NONE).closed_business:
                behind.add(_UNNAMED)
        return Thanked(amount, frozenset(behind))


def tallies(
    session: Session, period: Period, *, drafts: bool = False, thankers: bool = True
) -> Tallies:
    """Add up a period; ``thankers`` costs one more question and is needed for the room only."""
    span = {"start": period.start, "end": period.end}
    statements = _STATEMENTS[drafts]
    official = official_figures(session, period)
    by_person = _added_up(session, statements.sums, span)
    for key, tally in official.by_person.items():
        by_person[key] = added((by_person.get(key, NONE), tally))
    behind = _thankers(session, statements.thankers, span) if thankers else {}
    return Tallies(held(session, period, drafts=drafts), by_person, official, behind)


def _added_up(session: Session, sums: _Ready, span: dict[str, date]) -> dict[int | None, Tally]:
    """Add up marks, what was given and what was received."""
    found: dict[int | None, list[int]] = defaultdict(lambda: [0] * _WIDTH)
    for person_id, place, count in sums.rows(session, **span):
        found[person_id][place] += count
    return {person_id: Tally(*row) for person_id, row in found.items()}


def held(session: Session, period: Period, *, drafts: bool) -> Held:
    """Return the meetings of a period."""
    ((completed, begun, holidays),) = _MEETINGS.rows(session, start=period.start, end=period.end)
    days = sorted(map(date.fromisoformat, holidays.split(","))) if holidays else ()
    return Held(completed, begun, drafts, tuple(days))


def _thankers(
    session: Session, statement: _Ready, span: dict[str, date]
) -> dict[int | None, set[Hashable]]:
    behind: dict[int | None, set[Hashable]] = defaultdict(set)
    for giver_id, earner_id, chapter in statement.rows(session, **span):
        behind[giver_id].add(earner_id or chapter)
    return behind


_UNNAMED = ""  # official figures and imported slips name no thanker: all of them may be one


_WIDTH = len(COUNTED)


@dataclass(frozen=True, slots=True)
class _Counter:
    """What is counted by person, and which marks or slips it is counted of."""

    name: str  # as in a tally
    of: ColumnElement[int]
    person: InstrumentedAttribute[Any]
    meeting: InstrumentedAttribute[int]
    which: tuple[ColumnElement[bool], ...]


_EACH: ColumnElement[int] = func.count()


def _marked(name: str, mark: Attendance) -> _Counter:
    return _Counter(name, _EACH, Mark.person_id, Mark.meeting_id, (Mark.attendance == mark,))


def _given(
    name: str, kind: SlipKind, *which: ColumnElement[bool], of: ColumnElement[int] = _EACH
) -> _Counter:
    return _Counter(name, of, Slip.giver_id, Slip.meeting_id, (Slip.kind == kind, *which))


def _received(name: str, kind: SlipKind, *which: ColumnElement[bool]) -> _Counter:
    return _Counter(name, _EACH, Slip.receiver_id, Slip.meeting_id, (Slip.kind == kind, *which))


def _total(of: InstrumentedAttribute[int | None]) -> ColumnElement[int]:
    return func.coalesce(func.sum(of), 0)


_INSIDE = Slip.tier == Tier.INSIDE
_OUTSIDE = or_(Slip.tier.is_(None), Slip.tier != Tier.INSIDE)
_COUNTERS = (
    _marked("present", Attendance.PRESENT),
    _marked("absent", Attendance.ABSENT),
    _marked("late", Attendance.LATE),
    _marked("medical", Attendance.MEDICAL),
    _marked("substitute", Attendance.SUBSTITUTE),
    _given("given_inside", SlipKind.REFERRAL, _INSIDE),
    _given("given_outside", SlipKind.REFERRAL, _OUTSIDE),
    _given("visitors", SlipKind.VISITOR, Slip.confirmed.is_(True)),
    _given("one_to_ones", SlipKind.ONE_TO_ONE),
    _given("education", SlipKind.EDUCATION, of=_total(Slip.credits)),
    _given("testimonials", SlipKind.TESTIMONIAL),
    _given("closed_business", SlipKind.CLOSED_BUSINESS, of=_total(Slip.amount)),
    _received("received_inside", SlipKind.REFERRAL, _INSIDE),
    _received("received_outside", SlipKind.REFERRAL, _OUTSIDE),
    _received("one_to_ones", SlipKind.ONE_TO_ONE),
)


@dataclass(frozen=True, slots=True)
class _Statements:
    sums: _Ready
    thankers: _Ready


def _statements(*states: MeetingState) -> _Statements:
    """Spell the questions for meetings in some states.

    One question brings all sums, a counter after the other: an index finds just what is counted,
    and SQLite carries but little while it sorts by person.
    """
    held = and_(
        or_(*(Meeting.state == state for state in states)),
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
    )
    sums = (
        select(one.person, literal_column(str(COUNTED.index(one.name))), one.of)
        .join(Meeting, Meeting.id == one.meeting)
        .where(held, *one.which)
        .group_by(one.person)
        for one in _COUNTERS
    )
    thankers = (
        select(Slip.giver_id, Slip.receiver_id, Slip.other_chapter)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(held, Slip.kind == SlipKind.CLOSED_BUSINESS)
        .distinct()
    )
    return _Statements(Ready(union_all(*sums)), Ready(thankers))


_STATEMENTS = {
    False: _statements(MeetingState.COMPLETED),
    True: _statements(MeetingState.COMPLETED, MeetingState.DRAFT),
}
_BEGUN = and_(
    Meeting.state == MeetingState.DRAFT,
    or_(
        exists().where(Mark.meeting_id == Meeting.id),
        exists().where(Slip.meeting_id == Meeting.id),
    ),
)
_MEETINGS = Ready(
    select(
        func.count().filter(Meeting.state == MeetingState.COMPLETED),
        func.count().filter(_BEGUN),
        func.group_concat(Meeting.held_on).filter(Meeting.state == MeetingState.HOLIDAY),
    ).where(Meeting.held_on.between(bindparam("start"), bindparam("end")))
)
