"""The activity summary as a program makes it whose rows are objects: load them, then loop.

Written as its handbooks advise: the tables of a book mapped whole with their relationships, every
relationship that is walked loaded beforehand in one question for all, one engine for the life of
the program and one session for an answer. It adds up what the summary tells: the meetings held,
and of the members of the period by name their seats, first and last days and fourteen figures,
with those of everybody together. It need not look for official figures, tell visitors from other
chapters, know the rules of attendance or of privacy; so it does rather less.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Select, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, relationship, selectinload

from app.models import classifications, meetings, people, slips
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.slips import SlipKind, Tier

_MARKS = list(Attendance)
_CREDITED = {
    SlipKind.VISITOR: (9, "confirmed"),
    SlipKind.EDUCATION: (11, "credits"),
    SlipKind.CLOSED_BUSINESS: (13, "amount"),
}
_TESTIMONIALS, _ONE_TO_ONES = 12, 10


class _Base(DeclarativeBase):
    pass


class Classification(_Base):
    """A seat."""

    __table__ = classifications.Classification.__table__
    if TYPE_CHECKING:
        name: Mapped[str]


class Spell(_Base):
    """A membership."""

    __table__ = people.Spell.__table__
    if TYPE_CHECKING:
        joined_on: Mapped[date | None]
        left_on: Mapped[date | None]


class Person(_Base):
    """Anybody."""

    __table__ = people.Person.__table__
    if TYPE_CHECKING:
        id: Mapped[int]
        kind: Mapped[PersonKind]
        name: Mapped[str]
        sort_name: Mapped[str]
    classification: Mapped[Classification | None] = relationship()
    spells: Mapped[list[Spell]] = relationship()


class Mark(_Base):
    """How a member attended."""

    __table__ = meetings.Mark.__table__
    if TYPE_CHECKING:
        attendance: Mapped[Attendance]
    person: Mapped[Person] = relationship()


class Slip(_Base):
    """What was handed in."""

    __table__ = slips.Slip.__table__
    if TYPE_CHECKING:
        kind: Mapped[SlipKind]
        tier: Mapped[Tier | None]
    giver: Mapped[Person | None] = relationship(foreign_keys=[__table__.c.giver_id])
    receiver: Mapped[Person | None] = relationship(foreign_keys=[__table__.c.receiver_id])


class Meeting(_Base):
    """An evening, with all that belongs to it."""

    __table__ = meetings.Meeting.__table__
    if TYPE_CHECKING:
        held_on: Mapped[date]
        state: Mapped[MeetingState]
    marks: Mapped[list[Mark]] = relationship()
    slips: Mapped[list[Slip]] = relationship()


@dataclass
class Line:
    """A member of the period and his fourteen figures, in the order of a summary."""

    person_id: int
    name: str
    seat: str
    joined_on: date | None
    left_on: date | None
    figures: tuple[int, ...]


@dataclass
class Summary:
    """Everybody's figures, and how many meetings they come from."""

    meetings: int
    members: list[Line]
    total: tuple[int, ...]


class Objects:
    """A program that keeps its engine and asks with mapped objects."""

    def __init__(self, path: Path) -> None:
        self._engine = create_engine(f"sqlite:///{path}")

    def close(self) -> None:
        self._engine.dispose()

    def summary(self, period: Period) -> Summary:
        found: dict[Person | None, list[int]] = defaultdict(lambda: [0] * 14)
        with Session(self._engine) as session:
            people = session.scalars(_PEOPLE).all()
            held = session.scalars(_held(period)).all()
            for meeting in held:
                for mark in meeting.marks:
                    found[mark.person][_MARKS.index(mark.attendance)] += 1
                for slip in meeting.slips:
                    _count(found, slip)
            lines = [
                _line(person, spell, period, found[person])
                for person in sorted(people, key=lambda one: one.sort_name.casefold())
                if (spell := _spell_in(person, period)) is not None
            ]
            total = tuple(map(sum, zip(*found.values(), strict=True)))
            return Summary(len(held), lines, total)


_PEOPLE = (
    select(Person)
    .where(Person.kind == PersonKind.MEMBER)
    .options(joinedload(Person.classification), selectinload(Person.spells))
)


def _held(period: Period) -> Select[Meeting]:
    return (
        select(Meeting)
        .where(
            Meeting.state == MeetingState.COMPLETED,
            Meeting.held_on.between(period.start, period.end),
        )
        .options(selectinload(Meeting.marks), selectinload(Meeting.slips))
    )


def _spell_in(person: Person, period: Period) -> Spell | None:
    spells = [
        one
        for one in person.spells
        if (one.joined_on is None or one.joined_on <= period.end)
        and (one.left_on is None or one.left_on > period.start)
    ]
    return max(spells, key=lambda one: one.joined_on or date.min, default=None)


def _line(person: Person, spell: Spell, period: Period, figures: list[int]) -> Line:
    seat = person.classification.name if person.classification else ""
    left = spell.left_on if spell.left_on and spell.left_on <= period.end else None
    return Line(person.id, person.name, seat, spell.joined_on, left, tuple(figures))


def _count(found: dict[Person | None, list[int]], slip: Slip) -> None:
    giver, receiver = found[slip.giver], found[slip.receiver]
    if slip.kind is SlipKind.REFERRAL:
        outside = slip.tier is not Tier.INSIDE
        giver[5 + outside] += 1
        receiver[7 + outside] += 1
    elif slip.kind is SlipKind.ONE_TO_ONE:
        giver[_ONE_TO_ONES] += 1
        receiver[_ONE_TO_ONES] += 1
    elif slip.kind is SlipKind.TESTIMONIAL:
        giver[_TESTIMONIALS] += 1
    else:
        place, worth = _CREDITED[slip.kind]
        giver[place] += getattr(slip, worth) or 0
