"""What the demo must look up again, since deeds return nothing."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import Base
from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.rules.slips import SlipKind


def people(session: Session) -> dict[str, int]:
    """Return everybody's id by name."""
    return dict(session.execute(select(Person.name, Person.id)).all())


def visitors(session: Session) -> dict[str, int]:
    """Return every guest's id by name."""
    return dict(session.execute(select(Visitor.name, Visitor.id)).all())


def referrals(session: Session, meeting_id: int) -> list[int]:
    """Return the referrals of a meeting in the order they were passed."""
    ids = select(Slip.id).where(Slip.meeting_id == meeting_id, Slip.kind == SlipKind.REFERRAL)
    return list(session.scalars(ids.order_by(Slip.id)))


def at_hand(session: Session, meeting_id: int, slip_ids: Sequence[int]) -> list[Base]:
    """Return the records an evening's deeds will ask for one by one.

    The session forgets what nobody holds; with these held it need not ask the file each time.
    """
    return [
        *session.scalars(select(Meeting).where(Meeting.id == meeting_id)),
        *session.scalars(select(Person)),
        *session.scalars(select(Slip).where(Slip.id.in_(slip_ids))),
    ]
