"""Classifications: one seat a profession, one member a seat."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.classifications import Classification
from app.models.committee import Ruling
from app.models.people import Person, Spell
from app.rules import names
from app.rules.letters import RulingKind
from app.rules.people import check_name, clean_text
from app.services import finding

_OPENED = select(Ruling.person_id).where(
    Ruling.kind == RulingKind.SEAT_OPENED, Ruling.ends_on.is_(None)
)


def add(session: Session, *, name: str, sphere: str = "", amount_hint: str = "") -> None:
    """Add a profession to the chapter's list."""
    if _by_name(session, name) is not None:
        raise RuleError("classification_exists", name=name)
    _add(session, name, sphere, amount_hint)


def correct(
    session: Session,
    *,
    classification_id: int,
    name: str,
    sphere: str,
    amount_hint: str,
    version: int | None = None,
) -> None:
    """Correct a profession; its name must stay the only one of its kind.

    A stale version is refused.
    """
    seat = finding.record(session, Classification, classification_id, version)
    other = _by_name(session, name)
    if other is not None and other.id != classification_id:
        raise RuleError("classification_exists", name=name)
    seat.name = check_name(name)
    seat.name_key = names.key(seat.name)
    seat.sphere = clean_text(sphere)
    seat.amount_hint = clean_text(amount_hint)


def place(session: Session, *, classification_id: int, sphere: str) -> None:
    """Put a profession into a contact sphere, or into none."""
    finding.record(session, Classification, classification_id).sphere = clean_text(sphere)


def remove(session: Session, *, classification_id: int) -> None:
    """Take a profession off the list; refused while anybody has it."""
    seat = finding.record(session, Classification, classification_id)
    holder = session.scalar(
        select(Person.name).where(Person.classification_id == classification_id)
    )
    if holder is not None:
        raise RuleError("classification_taken", name=seat.name, holder=holder)
    session.delete(seat)


def seat_for(session: Session, name: str, person_id: int | None, on: date | None = None) -> int:
    """Return the id of a profession nobody else sits in; add it where it is new.

    ``on`` is the day it is taken, on which who will leave later still sits in it.
    """
    seat = _by_name(session, name)
    if seat is None:
        return _add(session, name, "", "").id
    there = holder(session, seat.id, besides=(person_id or 0,), on=on)
    if there is not None:
        raise RuleError("classification_taken", name=seat.name, holder=there)
    return seat.id


def holder(
    session: Session, classification_id: int, *, besides: Collection[int], on: date | None = None
) -> str | None:
    """Return the name of the member in whose way another would be in a seat, if there is one.

    A seat the committee has opened may be taken by another beside its holder.
    """
    stays = Spell.left_on.is_(None)
    return session.scalar(
        select(Person.name)
        .join(Spell, Spell.person_id == Person.id)
        .where(
            Person.classification_id == classification_id,
            Person.id.not_in(besides),
            stays if on is None else or_(stays, Spell.left_on > on),
            Person.id.not_in(_OPENED),
        )
    )


def _add(session: Session, name: str, sphere: str, amount_hint: str) -> Classification:
    folded = check_name(name)
    seat = Classification(
        name=folded,
        name_key=names.key(folded),
        sphere=clean_text(sphere),
        amount_hint=clean_text(amount_hint),
    )
    session.add(seat)
    session.flush()
    return seat


def _by_name(session: Session, name: str) -> Classification | None:
    key = names.key(check_name(name))
    return session.scalar(select(Classification).where(Classification.name_key == key))
