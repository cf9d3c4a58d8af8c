"""The slip line: store what one line says, new people of other chapters included."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.people import Visitor
from app.models.slips import Slip
from app.rules import names
from app.rules.people import check_name
from app.rules.slip_entry import Understood
from app.rules.slips import SlipKind, Tier
from app.services import finding, newcomers, slips, visitors


def enter(
    session: Session, *, said: Understood, dated_on: date, meeting_id: int | None = None
) -> None:
    """Store a slip as the line says it; without a meeting it counts to the next draft."""
    if not said.ready or said.kind is None:
        raise RuleError("slip_incomplete")
    giver, receiver = (
        newcomers.person(session, said.giver),
        newcomers.person(session, said.receiver),
    )
    match said.kind:
        case SlipKind.REFERRAL:
            slips.pass_referral(
                session,
                dated_on=dated_on,
                giver_id=_known(giver),
                receiver_id=_known(receiver),
                tier=said.tier or Tier.OUTSIDE,
                note=said.note,
                meeting_id=meeting_id,
            )
        case SlipKind.ONE_TO_ONE:
            slips.record_one_to_one(
                session,
                dated_on=dated_on,
                member_id=_known(giver),
                partner_id=_known(receiver),
                note=said.note,
                meeting_id=meeting_id,
            )
        case SlipKind.CLOSED_BUSINESS:
            slips.thank(
                session,
                dated_on=dated_on,
                earner_id=receiver,
                giver_id=_known(giver),
                amount=said.amount or 0,
                repeat=said.repeat,
                tier=said.tier,
                note=said.note,
                meeting_id=meeting_id,
            )
        case SlipKind.VISITOR:
            slips.welcome(
                session,
                dated_on=dated_on,
                inviter_id=giver,
                name=said.guest,
                profession=said.profession,
                meeting_id=meeting_id,
            )
        case SlipKind.EDUCATION:
            slips.learn(
                session,
                dated_on=dated_on,
                member_id=_known(giver),
                units=said.units or 0,
                note=said.note,
                meeting_id=meeting_id,
            )
        case SlipKind.TESTIMONIAL:
            slips.praise(
                session,
                dated_on=dated_on,
                writer_id=_known(giver),
                praised_id=_known(receiver),
                note=said.note,
                meeting_id=meeting_id,
            )


def correct(
    session: Session, *, slip_id: int, said: Understood, version: int | None = None
) -> None:
    """Make a slip say what the line says now; its kind, date and meeting stay."""
    slip = finding.record(session, Slip, slip_id, version)
    if not said.ready:
        raise RuleError("slip_incomplete")
    if said.kind is not slip.kind:
        raise RuleError("slip_kind_stays")
    brought_by = slip.giver_id
    slips.amend(
        session,
        slip_id=slip_id,
        giver_id=newcomers.person(session, said.giver),
        receiver_id=newcomers.person(session, said.receiver),
        tier=said.tier,
        amount=said.amount,
        units=said.units,
        repeat=said.repeat,
        note=said.note,
        contact=slip.contact,
    )
    if slip.kind is SlipKind.VISITOR:
        _correct_guest(session, slip, said, brought_by)


def _correct_guest(session: Session, slip: Slip, said: Understood, brought_by: int | None) -> None:
    """Correct the guest's own record where this is his only visit: it was misspelt.

    Another name on one of several visits is somebody else; the others stay as they are.
    Who was taken for his inviter because of this slip is so no longer.
    """
    guest = finding.record(session, Visitor, slip.visitor_id or 0)
    if names.key(said.guest) != guest.name_key and _came_more_often(session, slip):
        other = newcomers.guest(
            session, name=said.guest, profession=said.profession, inviter_id=slip.giver_id
        )
        slip.visitor_id, slip.receiver_written = other.id, other.name
        return
    visitors.correct(
        session,
        visitor_id=guest.id,
        name=said.guest,
        profession=said.profession,
        company=guest.company,
        phone=guest.phone,
        email=guest.email,
        inviter_id=slip.giver_id if guest.inviter_id == brought_by else guest.inviter_id,
        note=guest.note,
    )
    slip.receiver_written = check_name(said.guest)


def _came_more_often(session: Session, slip: Slip) -> bool:
    others = select(Slip.id).where(Slip.visitor_id == slip.visitor_id, Slip.id != slip.id)
    return session.scalar(others.limit(1)) is not None


def _known(person_id: int | None) -> int:
    if person_id is None:
        raise RuleError("slip_incomplete")
    return person_id
