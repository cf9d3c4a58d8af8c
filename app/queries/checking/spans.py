"""What official lists say, by the days they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.checking import AuditedFigures
from app.models.imports import OfficialPeriod, OfficialRow
from app.models.meetings import Meeting
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


def spans(session: Session, since: date = date.min) -> list[Span]:
    """Return the days of each summary, and of each audited meeting that has none of its own.

    What ended before ``since`` is not read.
    """
    asked = {"since": since}
    found = {
        span.period: span for span in _summaries(session, asked)
    }  # of the same days the latest
    for day, figures in _audits(session, asked).items():
        period = Period(day, day)
        found[period] = replace(found.get(period, Span(period, {})), audit=figures)
    return list(found.values())


_AUDITED = (
    select(
        Meeting.held_on,
        AuditedFigures.person_id,
        *(getattr(AuditedFigures, figure) for figure in SLIPS),
    )
    .join(Meeting, Meeting.id == AuditedFigures.meeting_id)
    .where(Meeting.state.in_(COUNTED), Meeting.held_on >= bindparam("since"))
    .order_by(Meeting.held_on)
)
_FIGURES = (*MARKS, *SLIPS)
_SUMMED_UP = (
    select(
        OfficialPeriod.id,
        OfficialPeriod.starts_on,
        OfficialPeriod.ends_on,
        OfficialRow.place,
        OfficialRow.person_id,
        *(getattr(OfficialRow, figure) for figure in _FIGURES),
    )
    .join(OfficialRow, OfficialRow.period_id == OfficialPeriod.id)
    .where(OfficialPeriod.starts_on.is_not(None), OfficialPeriod.ends_on >= bindparam("since"))
    .order_by(OfficialPeriod.id, OfficialRow.id)
)


def _audits(session: Session, asked: dict[str, date]) -> dict[date, dict[int, Tally]]:
    found = defaultdict[date, dict[int, Tally]](dict)
    for day, person_id, *figures in session.execute(_AUDITED, asked):
        found[day][person_id] = Tally(**dict(zip(SLIPS, figures, strict=True)))
    return found


def _summaries(session: Session, asked: dict[str, date]) -> Iterator[Span]:
    rows = session.execute(_SUMMED_UP, asked)
    for (_key, start, end), of_one in groupby(rows, key=lambda row: tuple(row[:3])):
        yield _summary(Period(start, end), (row[3:] for row in of_one))


def _summary(period: Period, rows: Iterable[Sequence[Any]]) -> Span:
    by_person: dict[int, Tally] = {}
    listed: list[Tally] = []
    told, total = 0, None
    for place, person_id, *counts in rows:
        tally = Tally(**dict(zip(_FIGURES, counts, strict=True)))
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
