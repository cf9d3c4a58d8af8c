"""The official figures of a period beside the book's own, wherever the book has all its meetings.

A summary counts what its slips and marks say, so both must agree, member by member. Marks are
only compared where the book has any, and slips likewise: either may have been brought in alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session

from app.models.imports import OfficialPeriod, OfficialRow
from app.models.people import Person
from app.queries.tallies import tallies
from app.rules.periods import Period
from app.rules.tally import Tally

MARKS = ("present", "absent", "late", "medical", "substitute")
SLIPS = (
    "given_inside",
    "given_outside",
    "received_inside",
    "received_outside",
    "visitors",
    "one_to_ones",
    "closed_business",
    "education",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of one member that is not the same; closed business in minor units."""

    name: str
    figure: str
    start: date
    end: date
    official: int
    book: int


_Rows = Sequence[Row[*tuple[Any, ...]]]
_PERIODS = (
    select(OfficialPeriod.id, OfficialPeriod.starts_on, OfficialPeriod.ends_on)
    .where(OfficialPeriod.starts_on.is_not(None), OfficialPeriod.ends_on.is_not(None))
    .order_by(OfficialPeriod.starts_on, OfficialPeriod.id)
)
_ROWS = (
    select(
        OfficialRow.place,
        OfficialRow.person_id,
        func.coalesce(Person.name, OfficialRow.name_written).label("name"),
        *(getattr(OfficialRow, figure) for figure in (*MARKS, *SLIPS)),
    )
    .outerjoin(Person, Person.id == OfficialRow.person_id)
    .where(OfficialRow.period_id == bindparam("period_id"))
    .order_by(Person.sort_name, OfficialRow.id)
)


def differences(session: Session) -> tuple[Difference, ...]:
    """Return where official figures and the book's differ, period by period, by name."""
    periods = session.execute(_PERIODS).all()
    return tuple(
        difference
        for period_id, start, end in periods
        if start and end
        for difference in _of_period(session, period_id, Period(start, end))
    )


def _of_period(session: Session, period_id: int, period: Period) -> Iterator[Difference]:
    rows = session.execute(_ROWS, {"period_id": period_id}).all()
    own = tallies(session, period, thankers=False)
    if not own.held.completed or own.held.completed != _meetings_told(rows):
        return
    compared = _compared(own.by_person.values())
    for row in rows:
        for figure in compared if row.person_id else ():
            told, counted = getattr(row, figure), getattr(own.of(row.person_id), figure)
            if told != counted:
                yield Difference(row.name, figure, period.start, period.end, told, counted)


def _meetings_told(rows: _Rows) -> int:
    """Return how many meetings a summary covers: the most anybody, or a pseudo row, was at."""
    weeks = (sum(getattr(row, mark) for mark in MARKS) for row in rows if row.place != "total")
    return max(weeks, default=0)


def _compared(own: Iterable[Tally]) -> tuple[str, ...]:
    seen = {name for tally in own for name in (*MARKS, *SLIPS) if getattr(tally, name)}
    marks = MARKS if seen.intersection(MARKS) else ()
    return (*marks, *(SLIPS if seen.intersection(SLIPS) else ()))
