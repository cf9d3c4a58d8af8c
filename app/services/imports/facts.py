"""Storing single facts about people, as lists of members and of visitors tell them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import RuleError
from app.models.imports import Training
from app.models.people import Person, Spell, Visitor
from app.queries.imports.facts import Fact
from app.queries.imports.plans import PlannedTraining
from app.rules.people import VisitorStage
from app.services import classifications, finding
from app.services.imports.ids import Ids

_OF_SPELLS = {"joined_on", "renewal_due"}


def keep(session: Session, facts: Iterable[Fact], people: Ids) -> None:
    """Keep what lists say of members."""
    for fact in facts:
        person = finding.record(session, Person, people.of(fact.ref))
        if fact.field in _OF_SPELLS:
            _keep_of_spell(session, person, fact)
        elif fact.field == "profession":
            _seat(session, person, str(fact.value))
        else:
            setattr(person, fact.field, _value(fact, people))


def keep_of_guests(session: Session, facts: Iterable[Fact], guests: Ids, people: Ids) -> None:
    """Keep what lists say of visitors."""
    for fact in facts:
        visitor = finding.record(session, Visitor, guests.of(fact.ref))
        value = _value(fact, people)
        setattr(visitor, fact.field, VisitorStage(value) if fact.field == "stage" else value)


def train(session: Session, trainings: Iterable[PlannedTraining], people: Ids) -> None:
    """Enter trainings."""
    session.add_all(
        Training(person_id=people.of(one.person), held_on=one.held_on, kind=one.kind, role=one.role)
        for one in trainings
    )


def _value(fact: Fact, people: Ids) -> Any:  # noqa: ANN401  as many types as there are columns
    """Return what to store: of somebody the id, all else as it is."""
    refers = fact.field.endswith("_id") and isinstance(fact.value, int)
    return people.of(fact.value) if refers else fact.value  # type: ignore[arg-type]  # a number where it refers


def _keep_of_spell(session: Session, person: Person, fact: Fact) -> None:
    spell = session.scalar(
        select(Spell).where(Spell.person_id == person.id, Spell.left_on.is_(None))
    )
    if spell is None or not isinstance(fact.value, date):
        return
    begins = fact.value if fact.field == "joined_on" else spell.joined_on
    due = fact.value if fact.field == "renewal_due" else spell.renewal_due
    if begins is None or due is None or begins <= due:
        spell.joined_on, spell.renewal_due = begins, due


def _seat(session: Session, person: Person, profession: str) -> None:
    """Give somebody a profession; one that is taken by now is left to whoever has it."""
    try:
        person.classification_id = classifications.seat_for(session, profession, person.id)
    except RuleError:
        return
