"""What official lists say, by the days they are about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import AuditedFigures, Meeting, OfficialPeriod, OfficialRow
from app.queries.checking.findings import Former
from app.queries.official import MARKS, SLIPS
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.tally import NONE, Tally, added, missing

COUNTED = (MeetingState.DRAFT, MeetingState.COMPLETED)


@dataclass(frozen=True, slots=True)
class Span:
    """Some days: what a summary says of them, and what the slips audit of their one meeting says.

    ``told`` is how many meetings the summary covers; 0 where there is none.
    """

    period: Period
    summary: Mapping[int, Tally]
    total: Tally | None = None
    told: int = 0
    residual: Tally = NONE
    audit: Mapping[int, Tally] | None = None

    @property
    def former(self) -> Former | None:
        """What former members did in a summary's days, if anything."""
        if self.residual == NONE:
            return None
        return Former(self.period.start, self.period.end, self.residual)


def spans(session: Session) -> list[Span]:
    """Return the days of each summary, and of each audited meeting that has none of its own."""
    found = {span.period: span for span in _summaries(session)}  # of the same days the latest
    for day, figures in _audits(session).items():
        period = Period(day, day)
        found[period] = replace(found.get(period, Span(period, {})), audit=figures)
    return list(found.values())


def _audits(session: Session) -> dict[date, dict[int, Tally]]:
    found = defaultdict[date, dict[int, Tally]](dict)
    columns = [getattr(AuditedFigures, figure) for figure in SLIPS]
    for day, person_id, *figures in session.execute(
        select(Meeting.held_on, AuditedFigures.person_id, *columns)
        .join(Meeting, Meeting.id == AuditedFigures.meeting_id)
        .where(Meeting.state.in_(COUNTED))
        .order_by(Meeting.held_on)
    ):
        found[day][person_id] = Tally(**dict(zip(SLIPS, figures, strict=True)))
    return found


def _summaries(session: Session) -> Iterator[Span]:
    periods = session.execute(
        select(OfficialPeriod.id, OfficialPeriod.starts_on, OfficialPeriod.ends_on)
        .where(OfficialPeriod.starts_on.is_not(None), OfficialPeriod.ends_on.is_not(None))
        .order_by(OfficialPeriod.id)
    ).all()
    for period_id, start, end in periods:
        if start and end:
            yield _summary(session, period_id, Period(start, end))


def _summary(session: Session, period_id: int, period: Period) -> Span:
    figures = (*MARKS, *SLIPS)
    columns = [getattr(OfficialRow, figure) for figure in figures]
    by_person: dict[int, Tally] = {}
    listed: list[Tally] = []
    told, total = 0, None
    for place, person_id, *counts in session.execute(
        select(OfficialRow.place, OfficialRow.person_id, *columns)
        .where(OfficialRow.period_id == period_id)
        .order_by(OfficialRow.id)
    ):
        tally = Tally(**dict(zip(figures, counts, strict=True)))
        if place == "total":
            total = tally
            continue
        told = max(told, tally.weeks)
        listed.append(tally if place == "member" else _without_marks(tally))
        if person_id is not None and place == "member":
            by_person[person_id] = added((by_person.get(person_id, NONE), tally))
    residual = NONE if total is None else missing(total, added(listed))
    return Span(period, by_person, total, told, residual)


def _without_marks(pseudo: Tally) -> Tally:
    """Return a pseudo row without its attendance, which only repeats the number of meetings."""
    return replace(pseudo, **dict.fromkeys(MARKS, 0))
