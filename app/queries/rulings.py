"""What the committee decided about members, as it holds on a day."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.committee import Ruling
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
    asked = select(
        Ruling.person_id, Ruling.kind, Ruling.starts_on, Ruling.ends_on, Ruling.decided_by,
        Ruling.note,
    ).order_by(Ruling.starts_on, Ruling.id)  # fmt: skip
    if day is not None:
        asked = asked.where(or_(Ruling.ends_on.is_(None), Ruling.ends_on >= day))
    return tuple(
        RulingRow(
            PersonId(one.person_id), one.kind, one.starts_on, one.ends_on, one.decided_by, one.note
        )
        for one in session.execute(asked)
    )
