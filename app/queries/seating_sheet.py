"""Who sits where at a meeting ahead: what sheets to write on, and badges, are made from."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.people import Person, Visitor
from app.queries.ahead import Ahead, ahead, headed
from app.queries.roster import seating
from app.rows import row
from app.rules.identifiers import PersonId
from app.rules.people import VisitorStage
from app.rules.privacy import Audience


@row(frozen=True, slots=True)
class Seated:
    """A member in the seating order; ``number`` is the one on the roll of the screen."""

    number: int
    person_id: PersonId
    name: str
    seat: str


@row(frozen=True, slots=True)
class Expected:
    """A guest who was invited and has not come yet: a name, and no way to reach it."""

    name: str
    profession: str
    inviter: str


@row(frozen=True, slots=True)
class SeatingSheet(Ahead):
    """Everybody a meeting is prepared for."""

    seats: tuple[Seated, ...]
    expected: tuple[Expected, ...]


def seating_sheet(
    session: Session, *, audience: Audience, day: date, meeting_id: int | None = None
) -> SeatingSheet:
    """Return who is expected at a chosen meeting, or at the next one from a day on.

    NotFoundError where a meeting was chosen that is not in the book.
    """
    head = ahead(session, audience=audience, day=day, meeting_id=meeting_id)
    seats = (
        Seated(one.number, one.person_id, one.name, one.classification)
        for one in seating(session, head.held_on)
    )
    expected = (Expected(*row) for row in session.execute(_EXPECTED))
    return headed(SeatingSheet, head, tuple(seats), tuple(expected))


_EXPECTED = (
    select(Visitor.name, Visitor.profession, func.coalesce(Person.name, ""))
    .outerjoin(Person, Person.id == Visitor.inviter_id)
    .where(Visitor.stage == VisitorStage.INVITED)
    .order_by(Visitor.name_key, Visitor.id)
)
