"""Where a deed may happen: anybody, any evening, any slip that a book holds, chosen by chance."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import Base
from app.models.classifications import Classification
from app.models.meetings import Meeting
from app.models.offices import Holder
from app.models.people import Person, Spell, Visitor
from app.models.slips import Slip
from tests.services.deeds import EXAMPLES
from tests.services.stage import Stage

_KINDS: dict[type[Base], tuple[str, ...]] = {
    Person: ("ann", "bob", "former", "external"),
    Meeting: ("completed", "draft", "holiday", "bare_draft"),
    Slip: ("old_referral", "referral", "thanks", "one_to_one", "visit", "education"),
    Visitor: ("visitor", "invited"),
    Spell: ("first_spell", "last_spell"),
    Holder: ("term",),
    Classification: ("profession", "free_profession"),
}
_DAYS = [date(2026, 10, 1) + timedelta(days=day) for day in range(120)]

FITTING = tuple(example for example in EXAMPLES if not example.empty)
"""The deeds that a book with a chapter takes."""


def somewhere(session: Session, stage: Stage, chance: Random) -> Stage:
    """Return the stage with others in its roles, whoever and whatever the book holds."""
    roles: dict[str, int] = {}
    for kind, names in _KINDS.items():
        ids = session.scalars(select(kind.__table__.c.id)).all()
        roles |= {name: chance.choice(ids) if ids else 1 for name in names}
    number = chance.randrange(30)
    day = chance.choice(_DAYS)
    return replace(stage, name=f"Chidi Eze {number}", free_day=day, **roles)
