"""Own figures: what a member says his membership costs him."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.own_figures import OwnFigures
from app.models.people import Person
from app.rules.returns import Costs, check_cost
from app.services import finding


def state(
    session: Session,
    *,
    person_id: int,
    year_fee: int | None,
    entry_fee: int | None,
    meeting_cost: int | None,
    lead_cost: int | None,
    seen: Costs | None = None,
) -> None:
    """Put a member's figures in place of earlier ones, in minor units; none where not known.

    Refused where the earlier ones are not those that were ``seen``.
    """
    finding.record(session, Person, person_id)
    told = (year_fee, entry_fee, meeting_cost, lead_cost)
    for amount in told:
        check_cost(amount)
    own = session.scalar(select(OwnFigures).where(OwnFigures.person_id == person_id))
    finding.unchanged(seen, _costs(own), OwnFigures.__name__)
    if own is None:
        own = OwnFigures(person_id=person_id)
        session.add(own)
    own.year_fee, own.entry_fee, own.meeting_cost, own.lead_cost = told


def _costs(own: OwnFigures | None) -> Costs:
    if own is None:
        return Costs()
    return Costs(own.year_fee, own.entry_fee, own.meeting_cost, own.lead_cost)
