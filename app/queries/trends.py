"""How the weeks of a term compare with those of the term before."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.orm import Session

from app.models.meetings import Mark, Meeting
from app.models.slips import Slip
from app.queries.ready import Ready
from app.rows import row
from app.rules import periods
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.slips import SlipKind


@row(frozen=True, slots=True)
class Trend:
    """One figure, week by week, this term and the term before; attendance in per cent."""

    now: tuple[float, ...]
    before: tuple[float, ...]

    @property
    def mean(self) -> float | None:
        """The mean of this term, if anything was held."""
        return _mean(self.now)

    @property
    def mean_before(self) -> float | None:
        """The mean of the term before, if anything was held."""
        return _mean(self.before)


@row(frozen=True, slots=True)
class Trends:
    """The four figures of a chapter; closed business in minor units."""

    term: Period
    meetings: int
    referrals: Trend
    attendance: Trend
    visitors: Trend
    closed_business: Trend


def trends(session: Session, day: date) -> Trends:
    """Return the term a day lies in beside the term before, completed meetings only."""
    term = periods.term_of(day)
    weeks = _weeks(session, Period(periods.before(term).start, day))
    now = [week for week in weeks if week.held_on in term]
    earlier = [week for week in weeks if week.held_on not in term]
    return Trends(
        term=term,
        meetings=len(now),
        referrals=_trend(now, earlier, lambda week: week.referrals),
        attendance=_trend(now, earlier, lambda week: week.attendance),
        visitors=_trend(now, earlier, lambda week: week.visitors),
        closed_business=_trend(now, earlier, lambda week: week.closed_business),
    )


@row(frozen=True, slots=True)
class _Week:
    held_on: date
    referrals: int
    visitors: int
    closed_business: int
    attendance: float | None


_SLIPS_BY_MEETING = (
    select(
        Slip.meeting_id.label("meeting_id"),
        func.sum(case((Slip.kind == SlipKind.REFERRAL, 1), else_=0)).label("referrals"),
        func.sum(case((Slip.kind == SlipKind.VISITOR, 1), else_=0)).label("visitors"),
        func.coalesce(func.sum(Slip.amount), 0).label("closed_business"),
    )
    .group_by(Slip.meeting_id)
    .subquery()
)
_MARKS_BY_MEETING = (
    select(
        Mark.meeting_id.label("meeting_id"),
        func.count().label("marks"),
        func.sum(case((Mark.attendance == Attendance.ABSENT, 1), else_=0)).label("absent"),
    )
    .group_by(Mark.meeting_id)
    .subquery()
)


_WEEKS = Ready(
    select(
        Meeting.held_on,
        _SLIPS_BY_MEETING.c.referrals,
        _SLIPS_BY_MEETING.c.visitors,
        _SLIPS_BY_MEETING.c.closed_business,
        _MARKS_BY_MEETING.c.marks,
        _MARKS_BY_MEETING.c.absent,
    )
    .outerjoin(_SLIPS_BY_MEETING, _SLIPS_BY_MEETING.c.meeting_id == Meeting.id)
    .outerjoin(_MARKS_BY_MEETING, _MARKS_BY_MEETING.c.meeting_id == Meeting.id)
    .where(
        Meeting.state == MeetingState.COMPLETED,
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
    )
    .order_by(Meeting.held_on)
)


def _weeks(session: Session, span: Period) -> list[_Week]:
    rows = _WEEKS.rows(session, start=span.start, end=span.end)
    return [
        _Week(held_on, referrals or 0, visitors or 0, money or 0, _share(marks, absent))
        for held_on, referrals, visitors, money, marks, absent in rows
    ]


def _share(marks: int | None, absent: int | None) -> float | None:
    return 100 * (marks - (absent or 0)) / marks if marks else None


def _trend(now: list[_Week], before: list[_Week], figure: Callable[[_Week], float | None]) -> Trend:
    return Trend(
        tuple(value for week in now if (value := figure(week)) is not None),
        tuple(value for week in before if (value := figure(week)) is not None),
    )


def _mean(figures: tuple[float, ...]) -> float | None:
    return sum(figures) / len(figures) if figures else None
