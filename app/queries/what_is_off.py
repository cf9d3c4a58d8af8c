"""What an officer ought to look at: weeks missing, drafts, limits, renewals, stale referrals."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.chapter import ChapterDetails
from app.queries.letters import letter_queue
from app.queries.ready import Ready
from app.queries.reviews import reviews_due
from app.queries.standings import MemberStanding, standings
from app.rows import row
from app.rules.attendance_policy import Level
from app.rules.identifiers import MeetingId, PersonId, SlipId
from app.rules.letters import LetterState
from app.rules.meetings import MeetingState, next_on
from app.rules.slips import OPEN_STATES, SlipKind

if TYPE_CHECKING:
    from app.rules.totals import Gaps

_WEEK = timedelta(days=7)


@row(frozen=True, slots=True)
class Draft:
    """A meeting of the past that was not completed, and what is still missing of it."""

    meeting_id: MeetingId
    held_on: date
    gaps: "Gaps"


@row(frozen=True, slots=True)
class NearLimit:
    """A member with few or no absences left in the window of the policy.

    ``drops_on`` is the day the oldest of them leaves the window.
    """

    person_id: PersonId
    name: str
    absences: int
    allowed: int
    drops_on: date


@row(frozen=True, slots=True)
class LettersDue:
    """Letters that wait to be sent: how many, and whom the oldest are to."""

    count: int = 0
    names: tuple[str, ...] = ()


@row(frozen=True, slots=True)
class RenewalDue:
    """A membership that wants renewing; overdue where the day has passed."""

    person_id: PersonId
    name: str
    due: date


@row(frozen=True, slots=True)
class StaleReferral:
    """A referral that has not moved for long."""

    slip_id: SlipId
    giver: str
    receiver: str
    days: int


@row(frozen=True, slots=True)
class WhatIsOff:
    """Everything that wants an officer's eye, most urgent kind first."""

    missing_weeks: tuple[date, ...]
    drafts: tuple[Draft, ...]
    letters: LettersDue
    near_limit: tuple[NearLimit, ...]
    reviews: tuple[str, ...]
    renewals: tuple[RenewalDue, ...]
    stale: tuple[StaleReferral, ...]


_HELD = Ready(select(Meeting.held_on).order_by(Meeting.held_on))
_DRAFTS = Ready(
    select(Meeting.id).where(
        Meeting.state == MeetingState.DRAFT, Meeting.held_on < bindparam("day")
    )
)
_RENEWALS = Ready(
    select(Person.id, Person.name, Spell.renewal_due)
    .join(Spell, Spell.person_id == Person.id)
    .where(Spell.left_on.is_(None), Spell.renewal_due <= bindparam("until"))
    .order_by(Spell.renewal_due, Person.sort_name)
)
_STALE = Ready(
    select(Slip.id, Slip.giver_written, Slip.receiver_written, Slip.state_on)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        Slip.kind == SlipKind.REFERRAL,
        or_(*(Slip.state == state for state in OPEN_STATES)),
        Slip.state_on <= bindparam("since"),
        Meeting.state != MeetingState.DISCARDED,
    )
    .order_by(Slip.state_on, Slip.id)
)


def what_is_off(session: Session, chapter: ChapterDetails, day: date) -> WhatIsOff:
    """Return what is off on a day."""
    members = standings(session, day)
    return WhatIsOff(
        missing_weeks=missing_weeks(session, chapter.weekday, day),
        drafts=_drafts(session, day),
        letters=_letters(session, day, members),
        near_limit=_near_limit(members),
        reviews=tuple(one.name for one in reviews_due(session, day, members)),
        renewals=_renewals(session, chapter, day),
        stale=_stale(session, chapter, day),
    )


def missing_weeks(session: Session, weekday: int, day: date) -> tuple[date, ...]:
    """Return the chapter's weekdays before a day, since the first meeting, without any meeting.

    A week counts as recorded when any meeting, a holiday too, lies in it.
    """
    held = [one for (one,) in _HELD.rows(session)]
    if not held:
        return ()
    recorded = {_monday(one) for one in held}
    week, missing = next_on(weekday, _monday(held[0])), []
    while week < day:
        if _monday(week) not in recorded:
            missing.append(week)
        week += _WEEK
    return tuple(missing)


def _drafts(session: Session, day: date) -> tuple[Draft, ...]:
    ids = [one for (one,) in _DRAFTS.rows(session, day=day)]
    if not ids:
        return ()
    from app.queries import still_open  # noqa: PLC0415  only where there is a draft

    gaps = still_open.gaps_of(session, ids)
    return tuple(Draft(MeetingId(one), held_on, found) for one, held_on, found in gaps)


def _letters(session: Session, day: date, members: Sequence[MemberStanding]) -> LettersDue:
    queue = letter_queue(session, day, members=members)
    due = [one for one in queue if one.state is LetterState.DUE]
    return LettersDue(len(due), tuple(dict.fromkeys(one.name for one in due)))


def _near_limit(members: Sequence[MemberStanding]) -> tuple[NearLimit, ...]:
    near = [
        NearLimit(
            one.person_id,
            one.name,
            int(one.standing.absences),
            one.standing.allowed,
            one.standing.next_to_leave.leaves_on,
        )
        for one in members
        if one.standing.level is not Level.FINE and one.standing.next_to_leave
    ]
    return tuple(sorted(near, key=lambda one: (-one.absences, one.drops_on, one.name)))


def _renewals(session: Session, chapter: ChapterDetails, day: date) -> tuple[RenewalDue, ...]:
    until = day + timedelta(days=chapter.settings.renewal_notice_days)
    rows = _RENEWALS.rows(session, until=until)
    return tuple(RenewalDue(PersonId(key), name, due) for key, name, due in rows if due)


def _stale(session: Session, chapter: ChapterDetails, day: date) -> tuple[StaleReferral, ...]:
    rows = _STALE.rows(session, since=day - timedelta(days=chapter.settings.stale_days))
    return tuple(
        StaleReferral(SlipId(key), giver, receiver, (day - since).days)
        for key, giver, receiver, since in rows
        if since
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
