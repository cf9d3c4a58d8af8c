"""What the committee decided about members, as it holds on a day."""

from datetime import date

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.models.committee import Ruling
from app.queries.ready import Ready
from app.rows import row
from app.rules.identifiers import PersonId
from app.rules.letters import RulingKind


@row(frozen=True, slots=True)
class RulingRow:
    """One decision; without an end it holds until it is ended."""

    person_id: PersonId
    kind: RulingKind
    starts_on: date
    ends_on: date | None
    decided_by: str
    note: str


def rulings(session: Session, day: date | None = None) -> tuple[RulingRow, ...]:
    """Return the decisions that hold on a day or begin later; all of them where none is given."""
    found = _RULINGS.rows(session) if day is None else _HOLDING.rows(session, day=day)
    return tuple(
        RulingRow(PersonId(person_id), kind, starts_on, ends_on, decided_by, note)
        for person_id, kind, starts_on, ends_on, decided_by, note in found
    )


_ALL = select(
    Ruling.person_id, Ruling.kind, Ruling.starts_on, Ruling.ends_on, Ruling.decided_by, Ruling.note
).order_by(Ruling.starts_on, Ruling.id)
_RULINGS = Ready(_ALL)
_HOLDING = Ready(_ALL.where(or_(Ruling.ends_on.is_(None), Ruling.ends_on >= bindparam("day"))))
