"""How much waits on the pages of the window, in three numbers, without the rows behind them."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.letters import letter_queue
from app.rules.letters import LetterState
from app.rules.meetings import MeetingState
from app.rules.slips import OPEN_STATES, SlipKind


@dataclass(frozen=True, slots=True)
class Waiting:
    """Drafts of days that have come, referrals that have not moved for long, letters to send."""

    drafts: int
    stale: int
    letters: int


def waiting(session: Session, day: date) -> Waiting:
    """Return what waits on a day; each number is the one its page counts."""
    return Waiting(_drafts(session, day), _stale(session, day), _letters(session, day))


def _drafts(session: Session, day: date) -> int:
    count = select(func.count(Meeting.id)).where(
        Meeting.state == MeetingState.DRAFT, Meeting.held_on <= day
    )
    return session.scalar(count) or 0


def _stale(session: Session, day: date) -> int:
    since = day - timedelta(days=chapter_details(session).settings.stale_days)
    count = (
        select(func.count(Slip.id))
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(
            Slip.kind == SlipKind.REFERRAL,
            Slip.state.in_(OPEN_STATES),
            func.coalesce(Slip.state_on, Slip.dated_on) <= since,
            Meeting.state != MeetingState.DISCARDED,
        )
    )
    return session.scalar(count) or 0


def _letters(session: Session, day: date) -> int:
    return sum(one.state is LetterState.DUE for one in letter_queue(session, day))
