"""A small book that exported files are brought into; samples are made by ``tests.exchange``."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.exchange.reading import read
from app.models.imports import OfficialPeriod
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.queries.imports import ImportFile, ImportPlan, plan_import
from app.services import imports
from app.storage import Change
from tests.exchange import samples
from tests.exchange.samples import Counters, Member
from tests.small_book import NOON, SmallBook

EVENING = date(2025, 2, 13)
WEEK_AFTER = date(2025, 2, 20)
HALF_YEAR = (date(2024, 10, 1), date(2025, 3, 31))
ELM = "Elm, North Shore, Freedonia"


@dataclass(frozen=True, slots=True)
class Kept:
    """One slip as the book keeps it, people by name and chapter."""

    kind: str
    giver: tuple[str, str] | None
    receiver: tuple[str, str] | None
    visitor: str | None
    tier: int | None
    amount: int | None
    credits: int | None
    other_chapter: str
    confirmed: bool


class ImportedBook(SmallBook):
    """Riverside, brought up to date from files."""

    @classmethod
    def empty(cls, folder: Path, **found: str) -> "ImportedBook":
        """Begin a book as an import does."""
        book = cls.create(folder)
        book.store.undo()
        book.write(imports.found, name="book", **found)
        return book

    def plan(
        self, *contents: bytes, day: date | None = None, other_chapter: bool = False
    ) -> ImportPlan:
        """Work out what files would add."""
        files = files_of(*contents, day=day)
        return self.ask(plan_import, files=files, other_chapter=other_chapter)

    def bring_in(
        self, *contents: bytes, day: date | None = None, other_chapter: bool = False
    ) -> Change:
        """Import files."""
        plan = self.plan(*contents, day=day, other_chapter=other_chapter)
        return self.carry_out(plan)

    def carry_out(self, plan: ImportPlan) -> Change:
        """Store what was worked out."""
        return self.write(imports.store, plan=plan, at=NOON)

    def state(self, held_on: date) -> str:
        """Return the state of a meeting."""
        return self.ask(_state, held_on)

    def slips(self, held_on: date = EVENING) -> Counter[Kept]:
        """Return the slips of a meeting."""
        return self.ask(_slips, held_on)

    def kinds(self, held_on: date = EVENING) -> dict[str, int]:
        """Return how many slips of each kind a meeting has."""
        found = Counter[str]()
        for slip, count in self.slips(held_on).items():
            found[slip.kind] += count
        return dict(found)

    def marks(self, held_on: date = EVENING) -> dict[str, str]:
        """Return the marks of a meeting by name."""
        return self.ask(_marks, held_on)

    def people(self, kind: str = "member") -> list[str]:
        """Return the names of everybody of a kind."""
        return self.ask(_names, kind)

    def official(self) -> list[tuple[date | None, date | None]]:
        """Return the periods official figures are kept of."""
        return self.ask(_periods)


def files_of(*contents: bytes, day: date | None = None) -> list[ImportFile]:
    """Read files."""
    return [
        ImportFile(read(content, f"export {place}.xls"), day)
        for place, content in enumerate(contents, 1)
    ]


def audit(rows: Sequence[samples.Slip], **choices: Any) -> bytes:  # noqa: ANN401  handed on as given
    """Return a slips audit of the evening."""
    return samples.slips_audit(rows, **{"held_on": EVENING, **choices})


def weekly(*members: Member, held_on: date = EVENING, **choices: Any) -> bytes:  # noqa: ANN401  as above
    """Return the summary of one meeting."""
    return samples.summary(members, period=(held_on, held_on), **choices)


def half_year(*members: Member, **choices: Any) -> bytes:  # noqa: ANN401  as above
    """Return the summary of a half-year."""
    return samples.summary(members, **{"period": HALF_YEAR, **choices})


def member(name: str, **counters: int) -> Member:
    """Return a row of a summary."""
    given, _, family = name.rpartition(" ")
    return Member(given, family, Counters(**counters))


def _slips(session: Session, held_on: date) -> Counter[Kept]:
    giver, receiver = aliased(Person), aliased(Person)
    rows = session.execute(
        select(Slip, giver, receiver, Visitor)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .outerjoin(giver, giver.id == Slip.giver_id)
        .outerjoin(receiver, receiver.id == Slip.receiver_id)
        .outerjoin(Visitor, Visitor.id == Slip.visitor_id)
        .where(Meeting.held_on == held_on)
    )
    return Counter(
        Kept(
            kind=slip.kind.value,
            giver=_who(one),
            receiver=_who(other),
            visitor=guest.name if guest else None,
            tier=slip.tier,
            amount=slip.amount,
            credits=slip.credits,
            other_chapter=slip.other_chapter,
            confirmed=slip.confirmed,
        )
        for slip, one, other, guest in rows
    )


def _state(session: Session, held_on: date) -> str:
    return session.scalars(select(Meeting.state).where(Meeting.held_on == held_on)).one().value


def _who(person: Person | None) -> tuple[str, str] | None:
    return (person.name, person.home_chapter) if person else None


def _marks(session: Session, held_on: date) -> dict[str, str]:
    rows = session.execute(
        select(Person.name, Mark.attendance)
        .join(Mark, Mark.person_id == Person.id)
        .join(Meeting, Meeting.id == Mark.meeting_id)
        .where(Meeting.held_on == held_on)
    )
    return {name: mark.value for name, mark in rows}


def _names(session: Session, kind: str) -> list[str]:
    return list(session.scalars(select(Person.name).where(Person.kind == kind).order_by(Person.id)))


def _periods(session: Session) -> list[tuple[date | None, date | None]]:
    rows = session.execute(
        select(OfficialPeriod.starts_on, OfficialPeriod.ends_on).order_by(OfficialPeriod.id)
    )
    return [(start, end) for start, end in rows]
