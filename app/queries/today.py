"""What an officer should know on opening the book: the next meeting, what is off, the trend."""

from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.models.meetings import DutyHolder, Mark, Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.coming import free_day
from app.queries.ready import Ready
from app.queries.trends import Trends, trends
from app.queries.what_is_off import WhatIsOff, what_is_off
from app.rows import row
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.people import Duty, VisitorStage


@row(frozen=True, slots=True)
class NextMeeting:
    """The meeting ahead, or the one of today; no id where it is not on the calendar yet."""

    meeting_id: MeetingId | None
    held_on: date
    starts_at: str
    place: str
    marks: int
    slips: int
    duties: tuple[tuple[Duty, str], ...]
    visitors_expected: int


@row(frozen=True, slots=True)
class Today:
    """Everything the first page shows."""

    chapter: ChapterDetails
    day: date
    next_meeting: NextMeeting
    off: WhatIsOff
    trends: Trends


_MARKED = select(func.count()).where(Mark.meeting_id == Meeting.id).scalar_subquery()
_HANDED = select(func.count()).where(Slip.meeting_id == Meeting.id).scalar_subquery()
_DRAFTS = Ready(
    select(Meeting.id, Meeting.held_on, _MARKED, _HANDED)
    .where(Meeting.held_on >= bindparam("day"), Meeting.state == MeetingState.DRAFT)
    .order_by(Meeting.held_on)
    .limit(1)
)
_EXPECTED = Ready(
    select(func.count()).select_from(Visitor).where(Visitor.stage == VisitorStage.INVITED)
)
_DUTIES = Ready(
    select(DutyHolder.duty, Person.name)
    .join(Person, Person.id == DutyHolder.person_id)
    .where(DutyHolder.meeting_id == bindparam("meeting_id"))
)


def today(session: Session, day: date) -> Today:
    """Return what matters on a day."""
    chapter = chapter_details(session)
    return Today(
        chapter=chapter,
        day=day,
        next_meeting=_next_meeting(session, chapter, day),
        off=what_is_off(session, chapter, day),
        trends=trends(session, day),
    )


def unsettled(session: Session, since: date) -> int:
    """Return how many differences from the official lists of late nobody has decided about."""
    from app.queries import checking  # noqa: PLC0415  loaded once the page is seen

    return checking.unsettled(session, since)


def _next_meeting(session: Session, chapter: ChapterDetails, day: date) -> NextMeeting:
    drafts = _DRAFTS.rows(session, day=day)
    meeting_id, held_on, marked, handed = (
        drafts[0] if drafts else (None, free_day(session, chapter, day), 0, 0)
    )
    [(expected,)] = _EXPECTED.rows(session)
    return NextMeeting(
        None if meeting_id is None else MeetingId(meeting_id),
        held_on,
        chapter.starts_at,
        chapter.place,
        marked,
        handed,
        () if meeting_id is None else _duties(session, meeting_id),
        expected,
    )


def _duties(session: Session, meeting_id: int) -> tuple[tuple[Duty, str], ...]:
    held: dict[str, str] = dict(_DUTIES.rows(session, meeting_id=meeting_id))
    return tuple((duty, held[duty]) for duty in Duty if duty in held)
