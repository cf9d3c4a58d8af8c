"""Own figures: what a member says his membership costs him."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import OwnFigures, Person
from app.rules.returns import check_cost
from app.services import finding


def state(
    session: Session,
    *,
    person_id: int,
    year_fee: int | None,
    entry_fee: int | None,
    meeting_cost: int | None,
    lead_cost: int | None,
) -> None:
    """Put a member's figures in place of earlier ones, in minor units; none where not known."""
    finding.record(session, Person, person_id)
    told = (year_fee, entry_fee, meeting_cost, lead_cost)
    for amount in told:
        check_cost(amount)
    own = session.scalar(select(OwnFigures).where(OwnFigures.person_id == person_id))
    if own is None:
        own = OwnFigures(person_id=person_id)
        session.add(own)
    own.year_fee, own.entry_fee, own.meeting_cost, own.lead_cost = told
