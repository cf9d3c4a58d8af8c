"""People of other chapters and guests whom the book does not know yet, entered where named."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.models.people import Person, Visitor
from app.rules import names
from app.rules.people import PersonKind, VisitorStage, check_name, clean_text
from app.rules.slip_entry import Side
from app.services import roster


def with_sides(
    session: Session,
    *,
    deed: Callable[..., None],
    sides: Mapping[str, Side | None],
    facts: Mapping[str, object],
) -> None:
    """Do a deed about people, entering first those the book does not know.

    ``sides`` names the deed's parameters that take a person's id; ``facts`` are all others.
    """
    people = {name: person(session, side) for name, side in sides.items()}
    deed(session, **people, **facts)


def person(session: Session, side: Side | None) -> int | None:
    """Return the id of who is meant, entered now where the book does not know the person."""
    if side is None or side.person_id is not None:
        return None if side is None else side.person_id
    side = replace(side, chapter=clean_text(side.chapter))
    known = session.scalar(_external(side))
    if known is None:
        roster.add_external(session, name=side.name, chapter=side.chapter)
        session.flush()
        known = session.scalars(_external(side)).one()
    return known


def guest(session: Session, *, name: str, profession: str, inviter_id: int | None) -> Visitor:
    """Return the guest of a name who has come, entered now where no visitor is called so."""
    key = names.key(check_name(name))
    known = select(Visitor).where(Visitor.name_key == key).order_by(Visitor.id)
    visitor = session.scalar(known.limit(1))
    if visitor is None:
        visitor = Visitor(name=check_name(name), name_key=key, stage=VisitorStage.ATTENDED)
        visitor.inviter_id = inviter_id
        session.add(visitor)
    if profession and not visitor.profession:
        visitor.profession = clean_text(profession)
    if visitor.stage is VisitorStage.INVITED:
        visitor.stage = VisitorStage.ATTENDED
    session.flush()
    return visitor


def _external(side: Side) -> Select[int]:
    return select(Person.id).where(
        Person.kind == PersonKind.EXTERNAL,
        Person.name_key == names.key(side.name),
        Person.home_chapter == side.chapter,
    )
