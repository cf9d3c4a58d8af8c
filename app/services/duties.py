"""Duties: which ones there are, and who has them at a meeting that may not be planned yet."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.meetings import DutyHolder, Meeting
from app.models.schedules import OwnDuty
from app.queries.duties import duties as given_out
from app.rules import duties as rules
from app.rules.duties import DutyLine
from app.rules.meetings import check_open, next_on, week_of
from app.services import finding, meetings

_WEEK = timedelta(days=7)


def assign(
    session: Session,
    *,
    held_on: date,
    today: date,
    duty: str,
    person_id: int | None,
    topic: str = "",
    seen: tuple[int | None, str] | None = None,
) -> None:
    """Say who has a duty on a day; nobody clears it.

    Refused where who has it, and what about, is not what was ``seen``.

    A day without a meeting is put on the calendar, and so are the chapter's free weeks before it:
    slips and pages look for the first draft to come, which must not be one of next month.
    """
    if person_id is None and topic:
        raise RuleError("topic_of_nobody")
    meeting = finding.meeting_on(session, held_on)
    finding.unchanged(seen, _held(session, meeting, duty), DutyHolder.__name__)
    if meeting is None:
        _plan(session, today, held_on)
        meeting = Meeting(held_on=held_on)
        session.add(meeting)
        session.flush()
    check_open(meeting.state, meeting.held_on)
    meetings.assign_duty(
        session, meeting_id=meeting.id, duty=duty, person_id=person_id, topic=topic
    )


def give_out(
    session: Session, *, duties: Sequence[DutyLine], seen: Sequence[DutyLine] | None = None
) -> None:
    """Let the chapter's list of duties be this one; an empty list brings back the usual one.

    Who has a duty that is no longer on the list keeps it in the book, unseen. Refused where the
    list is not the one that was ``seen``.
    """
    lines = rules.checked(duties)
    finding.unchanged(seen, given_out(session), OwnDuty.__name__)
    kept = {one.key: one for one in session.scalars(select(OwnDuty))}
    for key in kept.keys() - {line.key for line in lines}:
        session.delete(kept[key])
    for place, line in enumerate(lines, start=1):
        own = kept.get(line.key)
        if own is None:
            session.add(OwnDuty(key=line.key, title=line.title, kind=line.kind, place=place))
        else:
            own.title, own.kind, own.place = line.title, line.kind, place


def _held(session: Session, meeting: Meeting | None, duty: str) -> tuple[int | None, str]:
    if meeting is None:
        return None, ""
    holders = select(DutyHolder.person_id, DutyHolder.topic).where(
        DutyHolder.meeting_id == meeting.id, DutyHolder.duty == duty
    )
    found = session.execute(holders).first()
    return (None, "") if found is None else (found.person_id, found.topic)


def _plan(session: Session, today: date, held_on: date) -> None:
    """Put a meeting on the calendar for every week before a day that has none of any state."""
    planned = select(Meeting.held_on).where(Meeting.held_on >= today - _WEEK)
    weeks = {week_of(day) for day in session.scalars(planned)}
    day = next_on(finding.chapter(session).weekday, today)
    while day < held_on:
        if week_of(day) not in weeks:
            session.add(Meeting(held_on=day))
        day += _WEEK
