"""The days a report is about when nobody says: the last term of office with anything in it."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.imports import OfficialPeriod
from app.models.meetings import Meeting
from app.rules.meetings import MeetingState
from app.rules.periods import Period, month_of, term_of

_LAST_MEETING = (
    select(Meeting.held_on)
    .where(Meeting.state == MeetingState.COMPLETED)
    .order_by(Meeting.held_on.desc())
    .limit(1)
)
_LAST_FIGURES = (
    select(OfficialPeriod.starts_on, OfficialPeriod.ends_on)
    .where(OfficialPeriod.starts_on.is_not(None), OfficialPeriod.ends_on.is_not(None))
    .order_by(OfficialPeriod.ends_on.desc(), OfficialPeriod.starts_on)
    .limit(1)
)


def usual_period(session: Session, today: date) -> Period:
    """Return the term of the last completed meeting, or else the days of the official figures."""
    held_on = session.scalar(_LAST_MEETING)
    if held_on is not None:
        return term_of(held_on)
    for start, end in session.execute(_LAST_FIGURES):
        if start and end:
            return Period(start, end)
    return term_of(today)


def usual_month(session: Session, today: date) -> Period:
    """Return the month of the last completed meeting, or else the usual period."""
    held_on = session.scalar(_LAST_MEETING)
    return usual_period(session, today) if held_on is None else month_of(held_on)
