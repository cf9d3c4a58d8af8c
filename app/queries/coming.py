"""The meeting ahead: the next draft, or the next free day on which the chapter meets.

Papers for it begin alike: `Ahead` is that beginning, which their own rows add to.
"""

from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models.meetings import Meeting
from app.queries.chapter import ChapterDetails, chapter_details
from app.rows import row
from app.rules import meetings as rules
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.privacy import Audience


@row(frozen=True, slots=True)
class Coming:
    """A meeting to prepare; no id where it is not on the calendar yet."""

    meeting_id: MeetingId | None
    held_on: date


@row(frozen=True, slots=True)
class Ahead:
    """How every paper for a meeting ahead begins; no id where it is not on the calendar yet."""

    chapter: str
    audience: Audience
    money: Money
    meeting_id: MeetingId | None
    held_on: date
    starts_at: str
    place: str


Headed = TypeVar("Headed", bound=Ahead)

_HEAD = attrgetter(*Ahead.__dataclass_fields__)
_CHOSEN = select(Meeting.id, Meeting.held_on).where(Meeting.id == bindparam("meeting_id"))
_DRAFTS = (
    select(Meeting.id, Meeting.held_on)
    .where(Meeting.held_on >= bindparam("day"), Meeting.state == MeetingState.DRAFT)
    .order_by(Meeting.held_on)
    .limit(1)
)
_HELD = select(Meeting.held_on).where(Meeting.held_on >= bindparam("day"))


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


def ahead(session: Session, *, audience: Audience, day: date, meeting_id: int | None) -> Ahead:
    """Return the head of a paper for the meeting of that id, or the next one from a day on."""
    chapter = chapter_details(session)
    meeting = coming(session, chapter, day, meeting_id)
    return Ahead(
        chapter.name,
        audience,
        chapter.money,
        meeting.meeting_id,
        meeting.held_on,
        chapter.starts_at,
        chapter.place,
    )


def headed(kind: Callable[..., Headed], head: Ahead, *rows: object) -> Headed:
    """Return a paper's rows with that head."""
    return kind(*_HEAD(head), *rows)


def free_day(session: Session, chapter: ChapterDetails, day: date) -> date:
    """Return the first of the chapter's days from a day on in a week without any meeting."""
    monday = day - timedelta(days=day.weekday())
    return rules.free_day(chapter.weekday, day, session.scalars(_HELD, {"day": monday}))
