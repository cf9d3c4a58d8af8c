"""The meeting ahead: the next draft, or the next free day on which the chapter meets."""

from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models.meetings import Meeting
from app.queries.chapter import ChapterDetails
from app.queries.ready import Ready
from app.rows import row
from app.rules import meetings as rules
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState


@row(frozen=True, slots=True)
class Coming:
    """A meeting to prepare; no id where it is not on the calendar yet."""

    meeting_id: MeetingId | None
    held_on: date


_CHOSEN = select(Meeting.id, Meeting.held_on).where(Meeting.id == bindparam("meeting_id"))
_DRAFTS = (
    select(Meeting.id, Meeting.held_on)
    .where(Meeting.held_on >= bindparam("day"), Meeting.state == MeetingState.DRAFT)
    .order_by(Meeting.held_on)
    .limit(1)
)
_HELD = Ready(select(Meeting.held_on).where(Meeting.held_on >= bindparam("day")))


def coming(
    session: Session, chapter: ChapterDetails, day: date, meeting_id: int | None = None
) -> Coming:
    """Return the meeting of that id, or the first one to come from a day on.

    NotFoundError where a meeting was chosen that is not in the book.
    """
    if meeting_id is not None:
        row = session.execute(_CHOSEN, {"meeting_id": meeting_id}).first()
        if row is None:
            raise NotFoundError("record_missing", kind=Meeting.__name__)
        return Coming(MeetingId(row[0]), row[1])
    row = session.execute(_DRAFTS, {"day": day}).first()
    if row is None:
        return Coming(None, free_day(session, chapter, day))
    return Coming(MeetingId(row[0]), row[1])


def free_day(session: Session, chapter: ChapterDetails, day: date) -> date:
    """Return the first of the chapter's days from a day on in a week without any meeting."""
    monday = day - timedelta(days=day.weekday())
    held = (one for (one,) in _HELD.rows(session, day=monday))
    return rules.free_day(chapter.weekday, day, held)
