"""Offices: who holds which, from when to when."""

from datetime import date

from sqlalchemy.orm import Session

from app.models.offices import Holder
from app.models.people import Person
from app.rules.people import Office, check_span
from app.services import finding


def appoint(
    session: Session, *, office: Office, person_id: int, starts_on: date, ends_on: date | None
) -> None:
    """Put a member into an office; ``ends_on`` is the last day of the term."""
    check_span(starts_on, ends_on)
    finding.record(session, Person, person_id)
    session.add(Holder(office=office, person_id=person_id, starts_on=starts_on, ends_on=ends_on))


def correct_term(
    session: Session,
    *,
    holder_id: int,
    starts_on: date,
    ends_on: date | None,
    version: int | None = None,
) -> None:
    """Correct the days of a term; a stale version is refused."""
    check_span(starts_on, ends_on)
    holder = finding.record(session, Holder, holder_id, version)
    holder.starts_on = starts_on
    holder.ends_on = ends_on


def dismiss(session: Session, *, holder_id: int, version: int | None = None) -> None:
    """Take a term off the list, as if it had never been."""
    session.delete(finding.record(session, Holder, holder_id, version))
