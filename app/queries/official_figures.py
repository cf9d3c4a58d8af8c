"""Official figures of periods in which the book has no meetings of its own."""

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.models.imports import OfficialPeriod, OfficialRow
from app.models.meetings import Meeting
from app.queries.ready import Ready
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.tally import COUNTED, NONE, Tally, added, missing


@dataclass(frozen=True, slots=True)
class OfficialFigures:
    """What official summaries say of the time the book has no meetings for.

    ``stand_in`` are the periods counted, with ``meetings`` in all; ``left_out`` those in which
    the book has meetings of its own. ``visitors`` and ``others`` are the rows that belong to no
    member; former members, whom a summary counts in its total only, are among the others.
    """

    stand_in: tuple[Period, ...] = ()
    left_out: tuple[Period, ...] = ()
    meetings: int = 0
    by_person: dict[int, Tally] = field(default_factory=dict)
    visitors: Tally = NONE
    others: Tally = NONE


def official_figures(session: Session, period: Period) -> OfficialFigures:
    """Return the official figures that stand in within a period; overlapping ones count once."""
    span = {"start": period.start, "end": period.end}
    found = [
        (period_id, Period(start or period.start, end or period.end))
        for period_id, start, end in _PERIODS.rows(session, **span)
    ]
    held = session.scalars(_HELD, span).all() if found else ()
    figures = OfficialFigures()
    for period_id, one in found:
        if any(day in one for day in held):
            figures = replace(figures, left_out=(*figures.left_out, one))
        elif all(one.start > earlier.end for earlier in figures.stand_in):
            figures = _joined(figures, one, _summary(session, period_id))
    return figures


@dataclass(frozen=True, slots=True)
class _Summary:
    meetings: int
    by_person: dict[int, Tally]
    visitors: Tally
    others: Tally


def _summary(session: Session, period_id: int) -> _Summary:
    by_person: dict[int, Tally] = {}
    by_place = dict.fromkeys(("member", "visitors", "organisation", "total"), NONE)
    for place, person_id, *counts in session.execute(_ROWS, {"period_id": period_id}):
        tally = Tally(*counts)
        if person_id is not None:
            by_person[person_id] = added((by_person.get(person_id, NONE), tally))
        else:
            by_place[place] = added((by_place[place], tally))
    meetings = max(by_place["visitors"].present, by_place["organisation"].present)
    visitors, organisation = map(_uncounted, (by_place["visitors"], by_place["organisation"]))
    strangers = by_place["member"]
    listed = added((*by_person.values(), strangers, visitors, organisation))
    former = missing(by_place["total"], listed)
    return _Summary(
        meetings or max((tally.weeks for tally in by_person.values()), default=0),
        by_person,
        visitors,
        added((organisation, strangers, former)),
    )


def _uncounted(pseudo: Tally) -> Tally:
    """Return a pseudo row without its attendance, which only repeats the number of meetings."""
    return replace(pseudo, present=0, absent=0, late=0, medical=0, substitute=0)


def _joined(figures: OfficialFigures, period: Period, summary: _Summary) -> OfficialFigures:
    by_person = dict(figures.by_person)
    for person_id, tally in summary.by_person.items():
        by_person[person_id] = added((by_person.get(person_id, NONE), tally))
    return OfficialFigures(
        stand_in=(*figures.stand_in, period),
        left_out=figures.left_out,
        meetings=figures.meetings + summary.meetings,
        by_person=by_person,
        visitors=added((figures.visitors, summary.visitors)),
        others=added((figures.others, summary.others)),
    )


_PERIODS = Ready(
    select(OfficialPeriod.id, OfficialPeriod.starts_on, OfficialPeriod.ends_on)
    .where(
        OfficialPeriod.starts_on >= bindparam("start"), OfficialPeriod.ends_on <= bindparam("end")
    )
    # the longest first, so that one over a half-year is not kept out by a week within it
    .order_by(OfficialPeriod.starts_on, OfficialPeriod.ends_on.desc(), OfficialPeriod.id.desc())
)
_HELD = select(Meeting.held_on).where(
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
    Meeting.state.in_((MeetingState.COMPLETED, MeetingState.DRAFT)),
)
_COLUMNS: tuple[Any, ...] = tuple(func.coalesce(getattr(OfficialRow, one), 0) for one in COUNTED)
_ROWS = (
    select(OfficialRow.place, OfficialRow.person_id, *_COLUMNS)
    .where(OfficialRow.period_id == bindparam("period_id"))
    .order_by(OfficialRow.id)
)
