"""The professions on the chapter's list, and who sits in each."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.people import Person, Spell
from app.rules.identifiers import ClassificationId


@dataclass(frozen=True, slots=True)
class Profession:
    """One profession; ``holder`` is the current member in its seat, two where it was opened."""

    classification_id: ClassificationId
    name: str
    sphere: str
    amount_hint: str
    holder: str
    version: int


_HOLDERS = (
    select(Person.classification_id, Person.name)
    .join(Spell, Spell.person_id == Person.id)
    .where(Person.classification_id.is_not(None), Spell.left_on.is_(None))
    .order_by(Spell.joined_on, Person.id)
)
_PROFESSIONS = select(
    Classification.id,
    Classification.name,
    Classification.sphere,
    Classification.amount_hint,
    Classification.version,
).order_by(Classification.name_key, Classification.id)


def professions(session: Session) -> tuple[Profession, ...]:
    """Return every profession on the list, by name."""
    holders = defaultdict[int | None, list[str]](list)
    for key, name in session.execute(_HOLDERS):
        holders[key].append(name)
    return tuple(
        Profession(ClassificationId(key), name, sphere, hint, ", ".join(holders[key]), version)
        for key, name, sphere, hint, version in session.execute(_PROFESSIONS)
    )
