"""The professions on the chapter's list, and who sits in each."""

from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.models import Classification, Person, Spell
from app.rules.identifiers import ClassificationId


@dataclass(frozen=True, slots=True)
class Profession:
    """One profession; ``holder`` is the current member in its seat, if any."""

    classification_id: ClassificationId
    name: str
    sphere: str
    amount_hint: str
    holder: str


_HELD = (
    select(Person.classification_id, Person.name)
    .join(Spell, and_(Spell.person_id == Person.id, Spell.left_on.is_(None)))
    .subquery()
)
_PROFESSIONS = (
    select(
        Classification.id,
        Classification.name,
        Classification.sphere,
        Classification.amount_hint,
        _HELD.c.name,
    )
    .outerjoin(_HELD, _HELD.c.classification_id == Classification.id)
    .order_by(Classification.name_key, Classification.id)
)


def professions(session: Session) -> tuple[Profession, ...]:
    """Return every profession on the list, by name."""
    return tuple(
        Profession(ClassificationId(key), name, sphere, hint, holder or "")
        for key, name, sphere, hint, holder in session.execute(_PROFESSIONS)
    )
