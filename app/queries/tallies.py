"""What everybody did in a period, added up: the one source of summary, scoreboard and statement.

Completed meetings count; drafts only where they are asked for. For time in which the book has
no meeting at all, official figures brought in from elsewhere stand in.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, or_, select
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


def _added_up(
    session: Session, sums: Iterable[_Ready], span: dict[str, date]
) -> dict[int | None, Tally]:
    """Add up marks, what was given and what was received."""
    marks, given, received = (one.rows(session, **span) for one in sums)
    found: dict[int | None, list[int]] = defaultdict(lambda: [0] * _WIDTH)
    for person_id, *counts in marks:
        found[person_id][_MARKED] = counts
    for person_id, inside, outside, *counts in given:
        row = found[person_id]
        row[_GIVEN] = inside, outside
        row[_CREDITED] = counts
    for person_id, inside, outside, one_to_ones in received:
        row = found[person_id]
        row[_RECEIVED] = inside, outside
        row[_ONE_TO_ONES] += one_to_ones
    return {person_id: Tally(*row) for person_id, row in found.items()}


def held(session: Session, period: Period, *, drafts: bool) -> Held:
    """Return the meetings of a period."""
    span = {"start": period.start, "end": period.end}
    counted = dict.fromkeys(MeetingState, 0)
    holidays = []
    for state, holiday, count in _MEETINGS.rows(session, **span):
        counted[state] += count
        if holiday is not None:
            holidays.append(holiday)
    return Held(
        counted[MeetingState.COMPLETED],
        counted[MeetingState.DRAFT],
        drafts,
        tuple(sorted(holidays)),
    )


def _thankers(
    session: Session, statement: _Ready, span: dict[str, date]
) -> dict[int | None, set[Hashable]]:
    behind: dict[int | None, set[Hashable]] = defaultdict(set)
    for giver_id, earner_id, chapter in statement.rows(session, **span):
        behind[giver_id].add(earner_id or chapter)
    return behind


_UNNAMED = ""  # official figures and imported slips name no thanker: all of them may be one


_WIDTH = len(COUNTED)


def _places(first: str, last: str) -> slice:
    return slice(COUNTED.index(first), COUNTED.index(last) + 1)


# Where the sums of the three statements stand in a tally, in their order.
_MARKED = _places("present", "substitute")
_GIVEN = _places("given_inside", "given_outside")
_RECEIVED = _places("received_inside", "received_outside")
_CREDITED = _places("visitors", "closed_business")
_ONE_TO_ONES = COUNTED.index("one_to_ones")


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(condition)  # a quarter quicker than a sum of ones


def _sum(what: InstrumentedAttribute[int | None], condition: ColumnElement[bool]) -> Any:  # noqa: ANN401  SQLAlchemy's own type of a sum
    return func.coalesce(func.sum(what).filter(condition), 0)


_REFERRAL = Slip.kind == SlipKind.REFERRAL
_INSIDE = and_(_REFERRAL, Slip.tier == Tier.INSIDE)
_OUTSIDE = and_(_REFERRAL, or_(Slip.tier.is_(None), Slip.tier != Tier.INSIDE))
_ONE_TO_ONE = Slip.kind == SlipKind.ONE_TO_ONE


@dataclass(frozen=True, slots=True)
class _Statements:
    sums: tuple[_Ready, ...]
    thankers: _Ready


def _statements(*states: MeetingState) -> _Statements:
    held = and_(
        or_(*(Meeting.state == state for state in states)),
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
    )
    marks = (
        select(Mark.person_id, *(_count(Mark.attendance == mark) for mark in Attendance))
        .join(Meeting, Meeting.id == Mark.meeting_id)
        .where(held)
        .group_by(Mark.person_id)
    )
    given = (
        select(
            Slip.giver_id,
            _count(_INSIDE),
            _count(_OUTSIDE),
            _count(and_(Slip.kind == SlipKind.VISITOR, Slip.confirmed)),
            _count(_ONE_TO_ONE),
            _sum(Slip.credits, Slip.kind == SlipKind.EDUCATION),
            _count(Slip.kind == SlipKind.TESTIMONIAL),
            _sum(Slip.amount, Slip.kind == SlipKind.CLOSED_BUSINESS),
        )
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(held)
        .group_by(Slip.giver_id)
    )
    received = (
        select(Slip.receiver_id, _count(_INSIDE), _count(_OUTSIDE), _count(_ONE_TO_ONE))
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(held, or_(_REFERRAL, _ONE_TO_ONE))
        .group_by(Slip.receiver_id)
    )
    thankers = (
        select(Slip.giver_id, Slip.receiver_id, Slip.other_chapter)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(held, Slip.kind == SlipKind.CLOSED_BUSINESS)
        .distinct()
    )
    return _Statements((Ready(marks), Ready(given), Ready(received)), Ready(thankers))


_STATEMENTS = {
    False: _statements(MeetingState.COMPLETED),
    True: _statements(MeetingState.COMPLETED, MeetingState.DRAFT),
}
_HOLIDAY = case((Meeting.state == MeetingState.HOLIDAY, Meeting.held_on))
_MEETINGS = Ready(
    select(Meeting.state, _HOLIDAY, func.count())
    .where(
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
        Meeting.state != MeetingState.DISCARDED,
        or_(
            Meeting.state != MeetingState.DRAFT,
            exists().where(Mark.meeting_id == Meeting.id),
            exists().where(Slip.meeting_id == Meeting.id),
        ),
    )
    .group_by(Meeting.state, _HOLIDAY)
)
