"""What members say their membership costs: for each one's own eyes.

Nothing else may ask for these figures; one question serves any number of members.
"""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.own_figures import OwnFigures
from app.rules.returns import Costs

_FIGURES = select(
    OwnFigures.person_id,
    OwnFigures.year_fee,
    OwnFigures.entry_fee,
    OwnFigures.meeting_cost,
    OwnFigures.lead_cost,
)


def own_figures(session: Session, people: Collection[int]) -> dict[int, Costs]:
    """Return what each of some people stated."""
    statement = _FIGURES.where(OwnFigures.person_id.in_(people))
    stated = {person_id: Costs(*costs) for person_id, *costs in session.execute(statement)}
    return {one: stated.get(one, Costs()) for one in people}
