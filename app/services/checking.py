"""Checking: taking over what an official list says, one difference at a time, or leaving it.

An official list is of a meeting that is over, so these deeds may change a completed one; each is
an entry of the history and can be taken back.
"""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.checking import AcceptedDifference
from app.models.meetings import Mark, Meeting
from app.models.people import Person
from app.models.slips import Slip
from app.rules.attendance import Attendance
from app.rules.corrections import Correction, Cure
from app.rules.meetings import MeetingState
from app.rules.people import clean_text
from app.rules.slips import ReferralState, SlipKind, check_amount, check_credits
from app.services import finding, meetings, slips

_COUNTED = frozenset({MeetingState.DRAFT, MeetingState.COMPLETED})


def correct(session: Session, *, correction: Correction) -> None:
    """Make one correction; refused where the slip or the meeting is not there any more."""
    match correction.cure:
        case Cure.ENTER:
            _enter(session, correction)
        case Cure.TAKE_MARK:
            _take_mark(session, correction)
        case Cure.SKIP_WEEK:
            meetings.skip_week(session, held_on=date.fromisoformat(correction.day))
        case _:
            _change(session, correction)


def accept(session: Session, *, key: str, reason: str = "") -> None:
    """Leave a difference as it is, and remember why; it comes back when its figures change."""
    found = session.scalar(select(AcceptedDifference).where(AcceptedDifference.key == key))
    if found is None:
        found = AcceptedDifference(key=key)
        session.add(found)
    found.reason = clean_text(reason)


def reconsider(session: Session, *, key: str) -> None:
    """Show a difference again that was left as it is."""
    session.execute(delete(AcceptedDifference).where(AcceptedDifference.key == key))


def _enter(session: Session, correction: Correction) -> None:
    meeting = _counted(session, correction.meeting_id)
    giver = finding.person(session, correction.giver_id)
    receiver = finding.person(session, correction.receiver_id)
    if correction.kind is None or giver is None:
        raise RuleError("nothing_to_correct")
    slip = Slip(
        kind=correction.kind,
        meeting_id=meeting.id,
        dated_on=meeting.held_on,
        giver_id=giver.id,
        giver_written=giver.name,
        receiver_id=receiver.id if receiver else None,
        receiver_written=receiver.name if receiver else "",
        tier=correction.tier,
    )
    _size(slip, correction.size)
    if slip.kind is SlipKind.REFERRAL:
        slip.state, slip.state_on = ReferralState.PASSED, meeting.held_on
    session.add(slip)


def _change(session: Session, correction: Correction) -> None:
    slip = finding.record(session, Slip, correction.slip_id or 0)
    _counted(session, slip.meeting_id)
    if correction.cure is Cure.REMOVE:
        slips.take_out(session, slip)
    elif correction.cure is Cure.CHANGE_TIER:
        slip.tier = correction.tier
    elif correction.cure is Cure.CHANGE_SIZE:
        _size(slip, correction.size)
    else:
        slip.confirmed = True


def _size(slip: Slip, size: int | None) -> None:
    if slip.kind is SlipKind.CLOSED_BUSINESS:
        slip.amount = check_amount(size or 0)
    elif slip.kind is SlipKind.EDUCATION:
        slip.credits = check_credits(size or 0)


def _take_mark(session: Session, correction: Correction) -> None:
    meeting = _counted(session, correction.meeting_id)
    person = finding.record(session, Person, correction.giver_id or 0)
    mark = session.scalar(
        select(Mark).where(Mark.meeting_id == meeting.id, Mark.person_id == person.id)
    )
    if correction.mark is None:
        if mark is not None:
            session.delete(mark)
        return
    if mark is None:
        mark = Mark(meeting_id=meeting.id, person_id=person.id)
        session.add(mark)
    mark.attendance = correction.mark
    if mark.attendance is not Attendance.SUBSTITUTE:
        mark.substitute = ""


def _counted(session: Session, meeting_id: int | None) -> Meeting:
    """Return a meeting that counts, completed or still a draft."""
    meeting = finding.record(session, Meeting, meeting_id or 0)
    if meeting.state not in _COUNTED:
        raise RuleError("meeting_not_draft", state=meeting.state, held_on=meeting.held_on)
    return meeting
