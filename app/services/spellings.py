"""Spellings: what somebody was called before, so that files which still say so are understood."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.imports import Alias
from app.models.people import Person
from app.rules import names
from app.rules.people import PersonKind


def of(person: Person) -> tuple[str, str]:
    """Return the keys under which files know somebody: the name, and the chapter of an outsider."""
    outside = person.kind is PersonKind.EXTERNAL
    return person.name_key, names.key(person.home_chapter) if outside else ""


def remember(session: Session, person: Person, before: tuple[str, str]) -> None:
    """Keep what somebody was called before, where that has changed."""
    if before != of(person):
        teach(session, *before, person.id)


def teach(session: Session, name_key: str, chapter_key: str, person_id: int) -> None:
    """Keep that a spelling means somebody, whatever it meant before."""
    alias = session.scalar(
        select(Alias).where(Alias.name_key == name_key, Alias.chapter_key == chapter_key)
    )
    if alias is None:
        session.add(Alias(name_key=name_key, chapter_key=chapter_key, person_id=person_id))
    else:
        alias.person_id = person_id
