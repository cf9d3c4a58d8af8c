"""Records that may be one person: offered, never merged by themselves."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.meetings import Mark
from app.models.people import Person
from app.models.slips import Slip
from app.queries.checking.findings import Finding, Subject
from app.rules import names
from app.rules.merging import mistyped, run_together
from app.rules.people import PersonKind

_PEOPLE = (PersonKind.MEMBER, PersonKind.EXTERNAL)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Record:
    person_id: int
    name: str
    kind: PersonKind
    chapter: str


def doubles(session: Session) -> Iterator[Finding]:
    """Yield pairs whose names are alike and whom nothing in the book tells apart.

    People of two other chapters are two people, and so are two who stand on one slip or were
    marked at one meeting.
    """
    for one, other in _pairs(_records(session)):
        if _may_be_one(one, other) and not _told_apart(session, one, other):
            stays, goes = (one, other) if one.kind is PersonKind.MEMBER else (other, one)
            yield Finding(
                Subject.DOUBLE, date.min, date.min, person_id=goes.person_id, name=_called(goes),
                other_id=stays.person_id, other=_called(stays),
            )  # fmt: skip


def _called(record: _Record) -> str:
    return f"{record.name} ({record.chapter})" if record.chapter else record.name


def _records(session: Session) -> list[_Record]:
    rows = session.execute(
        select(Person.id, Person.name, Person.kind, Person.home_chapter)
        .where(Person.kind.in_(_PEOPLE))
        .order_by(Person.id)
    )
    return [_Record(key, name, kind, home) for key, name, kind, home in rows]


def _pairs(records: list[_Record]) -> list[tuple[_Record, _Record]]:
    """Return pairs that share a word of their names, each once."""
    by_word = defaultdict[str, list[_Record]](list)
    for record in records:
        words = names.words(record.name)
        for word in {*words, "".join(sorted("".join(words)))}:  # its signs: in whatever order
            if len(word) >= _SHORTEST:
                by_word[word].append(record)
    pairs = {
        (one.person_id, other.person_id): (one, other)
        for sharing in by_word.values()
        for one, other in combinations(sharing, 2)
    }
    return [pairs[key] for key in sorted(pairs)]


def _may_be_one(one: _Record, other: _Record) -> bool:
    outside = one.kind is other.kind is PersonKind.EXTERNAL
    if outside and one.chapter and other.chapter and one.chapter != other.chapter:
        return False
    return any(rule(one.name, other.name) for rule in (names.alike, mistyped, run_together))


def _told_apart(session: Session, one: _Record, other: _Record) -> bool:
    both = (one.person_id, other.person_id)
    slip = select(Slip.id).where(Slip.giver_id.in_(both), Slip.receiver_id.in_(both)).limit(1)
    marked = (
        select(Mark.meeting_id)
        .where(Mark.person_id.in_(both))
        .group_by(Mark.meeting_id)
        .having(func.count() > 1)
        .limit(1)
    )
    return session.scalar(slip) is not None or session.scalar(marked) is not None
