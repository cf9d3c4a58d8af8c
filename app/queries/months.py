"""What everybody did, month by month or meeting by meeting, in one pass over the book.

For figures of many overlapping windows: each day's counts are fetched once and added up here,
as they come into a window and leave it. Completed meetings only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, bindparam, case, extract, func, or_, select
from sqlalchemy.orm import Session

from app.models import Mark, Meeting, Person, Slip, Spell
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.scoring.counters import MARKS
from app.rules.slips import SlipKind, Tier
from app.rules.tally import COUNTED

COUNTERS = (*COUNTED, "sponsored")
_MONTHS = 12
Sums = dict[int, list[int]]  # by person, in the order of COUNTERS


@dataclass(frozen=True, slots=True)
class Passed:
    """The counts of each month, or of each meeting, with its first day; by day."""

    days: tuple[date, ...]
    sums: tuple[Sums, ...]

    def sliding(self, windows: Sequence[Period]) -> Iterator[Sums]:
        """Give the sums of windows, each beginning and ending no earlier than the one before.

        The sums are changed by the next step: whoever keeps them copies them.
        """
        running: Sums = _no_sums()
        first = last = 0
        for window in windows:
            while last < len(self.days) and self.days[last] <= window.end:
                _shift(running, self.sums[last], 1)
                last += 1
            while first < last and self.days[first] < window.start:
                _shift(running, self.sums[first], -1)
                first += 1
            yield running


def pass_over(
    session: Session, span: Period, *, by_meeting: bool = False, wanted: Collection[str] = COUNTERS
) -> Passed:
    """Fetch the counts of a span; less is asked where only some counters are wanted."""
    asked = {"start": span.start, "end": span.end}
    found: dict[int, Sums] = defaultdict(_no_sums)
    for names, statement in _statements(frozenset(wanted), by_meeting=by_meeting):
        places = [COUNTERS.index(name) for name in names]
        for bucket, person_id, *sums in session.execute(statement, asked):
            row = found[bucket][person_id]
            for place, value in zip(places, sums, strict=True):
                if value:
                    row[place] += value
    days = _days(session, asked) if by_meeting else {key: _first(key) for key in found}
    dated = [(days[key], sums) for key, sums in found.items()]
    if "sponsored" in wanted:
        dated += _sponsored(session, asked)
    dated.sort(key=itemgetter(0))
    return Passed(tuple(day for day, _sums in dated), tuple(sums for _day, sums in dated))


def _no_sums() -> Sums:
    return defaultdict(lambda: [0] * len(COUNTERS))


def _sponsored(session: Session, asked: dict[str, date]) -> list[tuple[date, Sums]]:
    """Return who brought in new members, by the days these joined."""
    found: list[tuple[date, Sums]] = []
    for joined_on, sponsor_id in session.execute(SPONSORED, asked):
        if joined_on is not None and sponsor_id is not None:
            found.append((joined_on, {sponsor_id: [0] * len(COUNTED) + [1]}))
    return found


def _shift(running: Sums, sums: Sums, sign: int) -> None:
    for person_id, counts in sums.items():
        row = running[person_id]
        for place, count in enumerate(counts):
            if count:
                row[place] += sign * count


def _first(month: int) -> date:
    return date((month - 1) // _MONTHS, (month - 1) % _MONTHS + 1, 1)


def _days(session: Session, asked: dict[str, date]) -> dict[int, date]:
    return {row.id: row.held_on for row in session.execute(_DAYS, asked)}


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


_HELD_IN_SPAN = and_(
    Meeting.state == MeetingState.COMPLETED,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
_DAYS = select(Meeting.id, Meeting.held_on).where(_HELD_IN_SPAN)
_MONTH = extract("year", Meeting.held_on) * _MONTHS + extract("month", Meeting.held_on)


def _buckets(key: ColumnElement[int]) -> CTE:
    """Return the meetings of the span, each with its bucket, worked out once for each."""
    held = select(Meeting.id.label("id"), key.label("bucket")).where(_HELD_IN_SPAN)
    return held.cte("held").prefix_with("MATERIALIZED")


SPONSORED = (
    select(Spell.joined_on, Person.sponsor_id)
    .join(Person, Person.id == Spell.person_id)
    .where(
        Person.sponsor_id.is_not(None),
        Spell.joined_on.between(bindparam("start"), bindparam("end")),
    )
)
_REFERRAL = Slip.kind == SlipKind.REFERRAL
_INSIDE = _count(and_(_REFERRAL, Slip.tier == Tier.INSIDE))
_OUTSIDE = _count(and_(_REFERRAL, or_(Slip.tier.is_(None), Slip.tier != Tier.INSIDE)))
_ONE_TO_ONES = _count(Slip.kind == SlipKind.ONE_TO_ONE)
_Column = tuple[SlipKind, ColumnElement[int]]
_GIVEN: dict[str, _Column] = {
    "given_inside": (SlipKind.REFERRAL, _INSIDE),
    "given_outside": (SlipKind.REFERRAL, _OUTSIDE),
    "visitors": (
        SlipKind.VISITOR,
        _count(and_(Slip.kind == SlipKind.VISITOR, Slip.confirmed)),
    ),
    "one_to_ones": (SlipKind.ONE_TO_ONE, _ONE_TO_ONES),
    "education": (
        SlipKind.EDUCATION,
        func.sum(case((Slip.kind == SlipKind.EDUCATION, Slip.credits))),
    ),
    "testimonials": (SlipKind.TESTIMONIAL, _count(Slip.kind == SlipKind.TESTIMONIAL)),
    "closed_business": (
        SlipKind.CLOSED_BUSINESS,
        func.sum(case((Slip.kind == SlipKind.CLOSED_BUSINESS, Slip.amount))),
    ),
}
_RECEIVED: dict[str, _Column] = {
    "received_inside": (SlipKind.REFERRAL, _INSIDE),
    "received_outside": (SlipKind.REFERRAL, _OUTSIDE),
    "one_to_ones": (SlipKind.ONE_TO_ONE, _ONE_TO_ONES),
}
_Asked = tuple[tuple[str, ...], Select[*tuple[Any, ...]]]


@lru_cache(maxsize=50)
def _statements(wanted: frozenset[str], *, by_meeting: bool) -> tuple[_Asked, ...]:
    """Return what is asked, and which counters each answers."""
    held = _buckets(Meeting.id.expression if by_meeting else _MONTH)
    marks = (
        select(
            held.c.bucket, Mark.person_id, *(_count(Mark.attendance == mark) for mark in Attendance)
        )
        .join(held, held.c.id == Mark.meeting_id)
        .group_by(held.c.bucket, Mark.person_id)
    )
    credited = (
        _slips(held, Slip.giver_id.expression, _GIVEN, wanted),
        _slips(held, Slip.receiver_id.expression, _RECEIVED, wanted),
    )
    return ((MARKS, marks), *(asked for asked in credited if asked[0]))


def _slips(
    held: CTE,
    person: ColumnElement[int | None],
    columns: dict[str, _Column],
    wanted: frozenset[str],
) -> _Asked:
    """Return the sums over slips in which somebody stands as giver or as receiver."""
    chosen = {name: column for name, column in columns.items() if name in wanted}
    statement = (
        select(held.c.bucket, person, *(sums for _kind, sums in chosen.values()))
        .join(held, held.c.id == Slip.meeting_id)
        .where(Slip.kind.in_({kind for kind, _sums in chosen.values()}), person.is_not(None))
        .group_by(held.c.bucket, person)
    )
    return tuple(chosen), statement
