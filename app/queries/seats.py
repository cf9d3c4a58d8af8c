"""The chapter's list of classifications, and who sits in each."""

from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.models import Classification, Person, Spell
from app.rules.identifiers import ClassificationId


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A profession; ``holder`` is empty while the seat is open."""

    classification_id: ClassificationId
    name: str
    sphere: str
    amount_hint: str
    holder: str


def seats(session: Session) -> tuple[SeatRow, ...]:
    """Return every profession by name, with the current member who holds it."""
    current = select(Spell.person_id).where(Spell.left_on.is_(None))
    rows = session.execute(
        select(
            Classification.id,
            Classification.name,
            Classification.sphere,
            Classification.amount_hint,
            Person.name,
        )
        .outerjoin(
            Person, and_(Person.classification_id == Classification.id, Person.id.in_(current))
        )
        .order_by(Classification.name_key)
    )
    return tuple(
        SeatRow(ClassificationId(key), name, sphere, hint, holder or "")
        for key, name, sphere, hint, holder in rows
    )
