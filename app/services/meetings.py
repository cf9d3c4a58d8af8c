"""Meetings: putting them on the calendar and leading them through their states."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.meetings import DutyHolder, Meeting
from app.models.people import Person
from app.models.slips import Slip
from app.rules.meetings import MeetingState, check_step, check_total, free_day
from app.rules.people import clean_lines, clean_text
from app.rules.slips import SlipKind
from app.services import finding


def schedule(session: Session, *, held_on: date) -> None:
    """Put a meeting on the calendar, as a draft; one a day."""
    if finding.meeting_on(session, held_on) is not None:
        raise RuleError("meeting_exists", held_on=held_on)
    session.add(Meeting(held_on=held_on))


def move(session: Session, *, meeting_id: int, held_on: date) -> None:
    """Put a draft on another day."""
    meeting = finding.draft(session, meeting_id)
    other = finding.meeting_on(session, held_on)
    if other is not None and other.id != meeting_id:
        raise RuleError("meeting_exists", held_on=held_on)
    meeting.held_on = held_on


def read_aloud(
    session: Session,
    *,
    meeting_id: int,
    referrals: int | None,
    one_to_ones: int | None,
    closed_business: int | None,
    visitors: int | None,
    education: int | None,
    testimonials: int | None,
) -> None:
    """Keep the totals the president read aloud; none where one was not read.

    Closed business is in minor units.
    """
    totals = (referrals, one_to_ones, closed_business, visitors, education, testimonials)
    for total in totals:
        check_total(total)
    meeting = finding.draft(session, meeting_id)
    meeting.read_referrals = referrals
    meeting.read_one_to_ones = one_to_ones
    meeting.read_closed_business = closed_business
    meeting.read_visitors = visitors
    meeting.read_education = education
    meeting.read_testimonials = testimonials


def note(session: Session, *, meeting_id: int, text: str) -> None:
    """Keep a remark on a meeting."""
    finding.record(session, Meeting, meeting_id).note = clean_lines(text)


def complete(
    session: Session, *, meeting_id: int, at: datetime, by: str, confirm_visits: bool = False
) -> None:
    """Complete a draft: from now on it counts, and nothing in it changes.

    ``confirm_visits`` credits every inviter who still waits for it.
    """
    meeting = _step(session, meeting_id, MeetingState.COMPLETED)
    if confirm_visits:
        _confirm_visits(session, meeting_id)
    meeting.completed_at = at
    meeting.completed_by = clean_text(by)
    meeting.reason = ""


def reopen(session: Session, *, meeting_id: int, reason: str) -> None:
    """Make a meeting a draft again; the reason is kept."""
    if not clean_text(reason):
        raise RuleError("reason_missing")
    meeting = _step(session, meeting_id, MeetingState.DRAFT)
    meeting.reason = clean_text(reason)
    meeting.completed_at = None
    meeting.completed_by = ""


def declare_holiday(session: Session, *, meeting_id: int, reason: str = "") -> None:
    """Say that no meeting was held that week; refused once there are slips."""
    held = session.scalar(select(Slip.id).where(Slip.meeting_id == meeting_id).limit(1))
    if held is not None:
        raise RuleError("holiday_with_slips")
    _step(session, meeting_id, MeetingState.HOLIDAY).reason = clean_text(reason)


def skip_week(session: Session, *, held_on: date, reason: str = "") -> None:
    """Put a holiday on the calendar for a week in which no meeting was held."""
    schedule(session, held_on=held_on)
    session.flush()
    meeting = finding.meeting_on(session, held_on)
    if meeting is not None:
        declare_holiday(session, meeting_id=meeting.id, reason=reason)


def confirm_visits(session: Session, *, meeting_id: int) -> None:
    """Credit every inviter of a meeting who still waits for it."""
    finding.record(session, Meeting, meeting_id)
    _confirm_visits(session, meeting_id)


def discard(session: Session, *, meeting_id: int, reason: str) -> None:
    """Set a meeting aside: kept and visible, but not counted."""
    if not clean_text(reason):
        raise RuleError("reason_missing")
    _step(session, meeting_id, MeetingState.DISCARDED).reason = clean_text(reason)


def assign_duty(
    session: Session, *, meeting_id: int, duty: str, person_id: int | None, topic: str = ""
) -> None:
    """Say who has a duty at a meeting; nobody clears it."""
    finding.record(session, Meeting, meeting_id)
    held = session.scalar(
        select(DutyHolder).where(DutyHolder.meeting_id == meeting_id, DutyHolder.duty == duty)
    )
    if held is not None and person_id is None:
        session.delete(held)
    elif held is not None and person_id is not None:
        held.person_id = finding.record(session, Person, person_id).id
        held.topic = clean_text(topic)
    elif person_id is not None:
        holder = finding.record(session, Person, person_id).id
        session.add(
            DutyHolder(meeting_id=meeting_id, duty=duty, person_id=holder, topic=clean_text(topic))
        )


def counting_to(session: Session, day: date) -> Meeting:
    """Return the draft that a slip of this day counts to; make one where there is none.

    That is the first draft on or after the day; else the chapter's weekday in the next week
    without a meeting, so slips handed in after a completed meeting count to the next one.
    """
    found = session.scalar(
        select(Meeting)
        .where(Meeting.held_on >= day, Meeting.state == MeetingState.DRAFT)
        .order_by(Meeting.held_on)
        .limit(1)
    )
    if found is not None:
        return found
    meeting = Meeting(held_on=_free_day(session, day))
    session.add(meeting)
    session.flush()
    return meeting


def _confirm_visits(session: Session, meeting_id: int) -> None:
    waiting = select(Slip).where(
        Slip.meeting_id == meeting_id, Slip.kind == SlipKind.VISITOR, Slip.confirmed.is_(False)
    )
    for visit in session.scalars(waiting):
        visit.confirmed = True


def _free_day(session: Session, day: date) -> date:
    monday = day - timedelta(days=day.weekday())
    held = session.scalars(select(Meeting.held_on).where(Meeting.held_on >= monday))
    return free_day(finding.chapter(session).weekday, day, held)


def _step(session: Session, meeting_id: int, state: MeetingState) -> Meeting:
    meeting = finding.record(session, Meeting, meeting_id)
    check_step(meeting.state, state)
    meeting.state = state
    return meeting
