"""How the members of today are reached, as cards."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.outgoing.cards import Card
from app.models.classifications import Classification
from app.models.people import Person
from app.queries.chapter import chapter_details
from app.queries.membership import member_on
from app.queries.outgoing.identity import book_key, person_uid
from app.rules.people import PersonKind


def contacts(session: Session, *, today: date) -> tuple[Card, ...]:
    """Return a card for every member, by family name; remarks of officers are in none."""
    chapter, key = chapter_details(session).name, book_key(session)
    rows = session.execute(
        select(
            Person.id,
            Person.name,
            Person.given_name,
            Person.family_name,
            Person.company,
            Classification.name,
            Person.phone,
            Person.email,
            Person.website,
            Person.address,
        )
        .outerjoin(Classification, Classification.id == Person.classification_id)
        .where(Person.kind == PersonKind.MEMBER, Person.id.in_(member_on(today)))
        .order_by(Person.sort_name, Person.id)
    )
    return tuple(
        Card(person_uid(key, person_id), chapter, *(word or "" for word in words))
        for person_id, *words in rows
    )
