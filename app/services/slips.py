"""Slips: what is handed in at a meeting, and what becomes of it.

Each deed takes the meeting the slip counts to, or none: then ``meetings.counting_to`` finds it
by the slip's own date.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.people import Person
from app.models.slips import Slip
from app.rules.people import clean_text
from app.rules.slips import ReferralState, SlipKind, Tier, check_amount, check_credits
from app.services import finding, meetings, newcomers


def pass_referral(
    session: Session,
    *,
    dated_on: date,
    giver_id: int,
    receiver_id: int,
    tier: Tier = Tier.OUTSIDE,
    note: str = "",
    contact: str = "",
    meeting_id: int | None = None,
) -> None:
    """Record that one person referred business to another."""
    _different(giver_id, receiver_id)
    slip = _slip(
        session, SlipKind.REFERRAL, dated_on, meeting_id, giver_id=giver_id, receiver_id=receiver_id
    )
    slip.tier = tier
    slip.note = clean_text(note)
    slip.contact = clean_text(contact)
    slip.state = ReferralState.PASSED
    slip.state_on = dated_on


def record_one_to_one(
    session: Session,
    *,
    dated_on: date,
    member_id: int,
    partner_id: int,
    note: str = "",
    meeting_id: int | None = None,
) -> None:
    """Record that two people met; members each get one credit."""
    _different(member_id, partner_id)
    slip = _slip(
        session,
        SlipKind.ONE_TO_ONE,
        dated_on,
        meeting_id,
        giver_id=member_id,
        receiver_id=partner_id,
    )
    slip.note = clean_text(note)


def thank(
    session: Session,
    *,
    dated_on: date,
    earner_id: int | None,
    giver_id: int,
    amount: int,
    repeat: bool = False,
    tier: Tier | None = None,
    referral_id: int | None = None,
    note: str = "",
    other_chapter: str = "",
    meeting_id: int | None = None,
) -> None:
    """Record closed business: the earner thanks the giver; amount in minor units.

    Where nobody knows the earner, ``other_chapter`` may say where he belongs.
    """
    _different(earner_id, giver_id)
    slip = _slip(
        session,
        SlipKind.CLOSED_BUSINESS,
        dated_on,
        meeting_id,
        giver_id=giver_id,
        receiver_id=earner_id,
    )
    slip.amount = check_amount(amount)
    slip.repeat = repeat
    slip.tier = tier
    slip.note = clean_text(note)
    slip.other_chapter = clean_text(other_chapter) if earner_id is None else ""
    if referral_id is not None:
        referral = _referral(session, referral_id)
        slip.referral_id = referral.id
        referral.state = ReferralState.WON
        referral.state_on = dated_on


def welcome(
    session: Session,
    *,
    dated_on: date,
    inviter_id: int | None,
    name: str,
    profession: str = "",
    confirmed: bool = False,
    meeting_id: int | None = None,
) -> None:
    """Record a visit; the guest is added where no visitor of that name is known.

    A visit nobody is to be credited with needs no confirming: it counts for the chapter.
    """
    finding.person(session, inviter_id)
    visitor = newcomers.guest(session, name=name, profession=profession, inviter_id=inviter_id)
    slip = _slip(
        session, SlipKind.VISITOR, dated_on, meeting_id, giver_id=inviter_id, receiver_id=None
    )
    slip.visitor_id = visitor.id
    slip.receiver_written = visitor.name
    slip.confirmed = confirmed or inviter_id is None


def learn(
    session: Session,
    *,
    dated_on: date,
    member_id: int,
    units: int,
    note: str = "",
    meeting_id: int | None = None,
) -> None:
    """Record education units of a member."""
    slip = _slip(
        session, SlipKind.EDUCATION, dated_on, meeting_id, giver_id=member_id, receiver_id=None
    )
    slip.credits = check_credits(units)
    slip.note = clean_text(note)


def praise(
    session: Session,
    *,
    dated_on: date,
    writer_id: int,
    praised_id: int,
    note: str = "",
    meeting_id: int | None = None,
) -> None:
    """Record a testimonial."""
    _different(writer_id, praised_id)
    slip = _slip(
        session,
        SlipKind.TESTIMONIAL,
        dated_on,
        meeting_id,
        giver_id=writer_id,
        receiver_id=praised_id,
    )
    slip.note = clean_text(note)


def amend(
    session: Session,
    *,
    slip_id: int,
    giver_id: int | None,
    receiver_id: int | None,
    tier: Tier | None = None,
    amount: int | None = None,
    units: int | None = None,
    repeat: bool = False,
    note: str = "",
    contact: str | None = None,
    other_chapter: str | None = None,
    dated_on: date | None = None,
    version: int | None = None,
) -> None:
    """Correct a slip of a draft meeting; a stale version is refused.

    Contact, other chapter and date stay as they are where they are none.
    """
    slip = finding.record(session, Slip, slip_id, version)
    finding.draft(session, slip.meeting_id)
    _different(giver_id, receiver_id)
    if slip.kind is SlipKind.VISITOR and (giver_id is None) is not (slip.giver_id is None):
        slip.confirmed = giver_id is None
    _hand(session, slip, giver_id, receiver_id)
    slip.tier = tier
    if slip.kind is SlipKind.CLOSED_BUSINESS:
        slip.amount = check_amount(amount or 0)
    if slip.kind is SlipKind.EDUCATION:
        slip.credits = check_credits(units or 0)
    slip.repeat = repeat
    slip.note = clean_text(note)
    slip.dated_on = dated_on or slip.dated_on
    if contact is not None:
        slip.contact = clean_text(contact)
    if other_chapter is not None:
        slip.other_chapter = clean_text(other_chapter) if receiver_id is None else ""


def remove(session: Session, *, slip_id: int) -> None:
    """Take a slip out of a draft meeting."""
    slip = finding.record(session, Slip, slip_id)
    finding.draft(session, slip.meeting_id)
    take_out(session, slip)


def take_out(session: Session, slip: Slip) -> Slip:
    """Take a slip out, whatever the meeting's state, and return it as it was."""
    for thanks in session.scalars(select(Slip).where(Slip.referral_id == slip.id)):
        thanks.referral_id = None
    session.flush()
    session.delete(slip)
    return slip


def advance(session: Session, *, slip_id: int, state: ReferralState, on: date) -> None:
    """Say how far a referral has come; allowed whatever the meeting's state."""
    referral = _referral(session, slip_id)
    if referral.state is not state:
        referral.state = state
        referral.state_on = on


def confirm_visit(session: Session, *, slip_id: int, confirmed: bool = True) -> None:
    """Confirm the inviter's credit for a visit; allowed after completion too."""
    slip = finding.record(session, Slip, slip_id)
    if slip.kind is not SlipKind.VISITOR:
        raise RuleError("not_a_visit")
    slip.confirmed = confirmed


def _slip(
    session: Session,
    kind: SlipKind,
    dated_on: date,
    meeting_id: int | None,
    *,
    giver_id: int | None,
    receiver_id: int | None,
) -> Slip:
    meeting = (
        meetings.counting_to(session, dated_on)
        if meeting_id is None
        else finding.draft(session, meeting_id)
    )
    slip = Slip(kind=kind, dated_on=dated_on, meeting_id=meeting.id)
    _hand(session, slip, giver_id, receiver_id)
    session.add(slip)
    return slip


def _hand(session: Session, slip: Slip, giver_id: int | None, receiver_id: int | None) -> None:
    giver = finding.person(session, giver_id)
    receiver = finding.person(session, receiver_id)
    slip.giver_id, slip.giver_written = _written(giver, slip.giver_id, slip.giver_written)
    slip.receiver_id, slip.receiver_written = _written(
        receiver, slip.receiver_id, slip.receiver_written
    )


def _written(
    person: Person | None, before_id: int | None, before: str | None
) -> tuple[int | None, str]:
    """Return who stands on a side; a name that was never anybody's in the book stays as written."""
    if person is not None:
        return person.id, person.name
    return None, (before or "") if before_id is None else ""


def _referral(session: Session, slip_id: int) -> Slip:
    slip = finding.record(session, Slip, slip_id)
    if slip.kind is not SlipKind.REFERRAL:
        raise RuleError("not_a_referral")
    return slip


def _different(one: int | None, other: int | None) -> None:
    if one is not None and one == other:
        raise RuleError("same_person")
