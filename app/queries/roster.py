"""Who is, was or may be meant: members on a day, and everybody who can stand on a slip."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.people import Person
from app.queries.membership import member_on
from app.rows import row
from app.rules.identifiers import PersonId
from app.rules.people import PersonKind


@row(frozen=True, slots=True)
class Seat:
    """A member in the seating order; ``number`` counts from 1 without gaps."""

    number: int
    person_id: PersonId
    name: str
    sort_name: str
    classification: str


@row(frozen=True, slots=True)
class Party:
    """Somebody who may stand on a slip; ``current`` only for members of today."""

    person_id: PersonId
    kind: PersonKind
    name: str
    name_key: str
    chapter: str
    classification: str
    current: bool
    seat: int | None


def seating(session: Session, on: date) -> tuple[Seat, ...]:
    """Return the members of a day in seating order, those without a seat last, by name."""
    rows = session.execute(
        select(Person.id, Person.name, Person.sort_name, Classification.name)
        .outerjoin(Classification, Classification.id == Person.classification_id)
        .where(Person.kind == PersonKind.MEMBER, Person.id.in_(member_on(on)))
        .order_by(Person.seat.is_(None), Person.seat, Person.sort_name, Person.id)
    )
    return tuple(
        Seat(number, PersonId(person_id), name, sort_name, classification or "")
        for number, (person_id, name, sort_name, classification) in enumerate(rows, start=1)
    )


def parties(session: Session, on: date) -> tuple[Party, ...]:
    """Return everybody who may stand on a slip: current members first, then by name."""
    current = set(session.scalars(member_on(on)))
    rows = session.execute(
        select(
            Person.id,
            Person.kind,
            Person.name,
            Person.name_key,
            Person.home_chapter,
            Classification.name,
            Person.seat,
        )
        .outerjoin(Classification, Classification.id == Person.classification_id)
        .order_by(Person.sort_name, Person.id)
    )
    found = [
        Party(
            PersonId(person_id), kind, name, key, chapter, seat or "", person_id in current, place
        )
        for person_id, kind, name, key, chapter, seat, place in rows
    ]
    return tuple(sorted(found, key=lambda party: not party.current))
