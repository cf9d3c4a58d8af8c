"""Visitors: their details, and their way to a seat."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.people import Visitor
from app.models.slips import Slip
from app.rules import names
from app.rules.people import PersonKind, VisitorStage, check_name, clean_lines, clean_text
from app.services import finding, roster


def invite(
    session: Session,
    *,
    name: str,
    inviter_id: int | None,
    profession: str = "",
    company: str = "",
    phone: str = "",
    email: str = "",
) -> None:
    """Enter a guest who has been invited."""
    finding.person(session, inviter_id)
    visitor = Visitor(stage=VisitorStage.INVITED, inviter_id=inviter_id, name="", name_key="")
    _fill(visitor, name, profession=profession, company=company, phone=phone, email=email)
    session.add(visitor)


def correct(
    session: Session,
    *,
    visitor_id: int,
    name: str,
    profession: str,
    company: str,
    phone: str,
    email: str,
    inviter_id: int | None,
    note: str = "",
    version: int | None = None,
) -> None:
    """Correct what is known of a guest."""
    visitor = finding.record(session, Visitor, visitor_id, version)
    finding.person(session, inviter_id)
    _fill(visitor, name, profession=profession, company=company, phone=phone, email=email)
    visitor.inviter_id = inviter_id
    visitor.note = clean_lines(note)


def advance(session: Session, *, visitor_id: int, stage: VisitorStage) -> None:
    """Say how far a guest has come; joining is a deed of its own."""
    if stage is VisitorStage.JOINED:
        raise RuleError("join_by_admitting")
    visitor = finding.record(session, Visitor, visitor_id)
    if visitor.joined_as_id is not None:
        raise RuleError("already_a_member")
    visitor.stage = stage


def join(
    session: Session,
    *,
    visitor_id: int,
    given_name: str,
    family_name: str,
    joined_on: date,
    classification: str | None = None,
    renewal_due: date | None = None,
) -> None:
    """Admit a guest as a member, sponsored by the inviter; his seat is his own profession's.

    ``classification`` is another seat, or an empty text for none.
    """
    visitor = finding.record(session, Visitor, visitor_id)
    if visitor.joined_as_id is not None:
        raise RuleError("already_a_member")
    inviter = finding.person(session, visitor.inviter_id)
    sponsor = inviter.id if inviter and inviter.kind is PersonKind.MEMBER else None
    member = roster.new_member(
        session,
        given_name=given_name,
        family_name=family_name,
        joined_on=joined_on,
        classification=visitor.profession if classification is None else classification,
        renewal_due=renewal_due,
        company=visitor.company,
        phone=visitor.phone,
        email=visitor.email,
        sponsor_id=sponsor,
    )
    visitor.joined_as_id = member.id
    visitor.stage = VisitorStage.JOINED


def remove(session: Session, *, visitor_id: int) -> None:
    """Take a guest off the list; refused once there is a visit."""
    visitor = finding.record(session, Visitor, visitor_id)
    visit = session.scalar(select(Slip.id).where(Slip.visitor_id == visitor_id).limit(1))
    if visit is not None:
        raise RuleError("visitor_came", name=visitor.name)
    session.delete(visitor)


def _fill(
    visitor: Visitor, name: str, *, profession: str, company: str, phone: str, email: str
) -> None:
    visitor.name = check_name(name)
    visitor.name_key = names.key(visitor.name)
    visitor.profession = clean_text(profession)
    visitor.company = clean_text(company)
    visitor.phone = clean_text(phone)
    visitor.email = clean_text(email)
