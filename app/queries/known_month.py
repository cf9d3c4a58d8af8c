"""Up to which month lights can be told: none shines of a month nobody has met in yet."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.rules.meetings import MeetingState
from app.rules.periods import Period


def last_known_month(session: Session, period: Period) -> date:
    """Return the first day of the month a period ends in, or of the last completed meeting's.

    The earlier of the two counts; in a book without completed meetings, the period alone.
    """
    latest = session.scalar(_LATEST)
    return min(period.end, latest or period.end).replace(day=1)


_LATEST = select(func.max(Meeting.held_on)).where(Meeting.state == MeetingState.COMPLETED)
