"""What is to be stored for the files of one import, worked out before anything is touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.exchange.reading import ReadFile
from app.exchange.summary import Figures
from app.queries.imports.facts import Fact
from app.queries.imports.naming import Naming
from app.queries.imports.people import NewPerson, Ref, SpellChange
from app.queries.imports.preview import FilePreview, ImportPreview
from app.rules.attendance import Attendance
from app.rules.people import VisitorStage
from app.rules.slips import SlipKind, Tier


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file as read, and the day of its meeting where the user was asked for it."""

    file: ReadFile
    day: date | None = None


Answers = Mapping[tuple[str, str], int]
"""Who is meant, by the keys of a name and of its chapter; ours has none."""


class PlannedSlip(NamedTuple):
    """One slip to be entered; a tuple, because there may be a hundred thousand."""

    kind: SlipKind
    giver: Ref | None
    receiver: Ref | None
    visitor: Ref | None
    tier: Tier | None
    amount: int | None
    credits: int | None
    other_chapter: str
    giver_written: str
    receiver_written: str


@dataclass(frozen=True, slots=True)
class NewVisitor:
    """A guest to be entered."""

    ref: Ref
    name: str
    inviter: Ref | None
    stage: VisitorStage = VisitorStage.ATTENDED


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of official figures; ``place`` is member, visitors, organisation or total."""

    place: str
    person: Ref | None
    name_written: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class PlannedPeriod:
    """Official figures to be kept, and those of the same period they replace."""

    ref: Ref
    starts_on: date | None
    ends_on: date | None
    chapter: str
    dropped_included: bool
    fingerprint: str
    rows: tuple[PlannedRow, ...]
    replaces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """What is to be entered in one meeting."""

    day: date
    slips: tuple[PlannedSlip, ...] = ()
    marks: tuple[tuple[Ref, Attendance], ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedTraining:
    """A training to be entered."""

    person: Ref
    held_on: date
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What is to be stored for one file; ``people`` are those it says something new about."""

    preview: FilePreview
    fingerprint: str
    meetings: tuple[PlannedMeeting, ...] = ()
    period: PlannedPeriod | None = None
    facts: tuple[Fact, ...] = ()
    guest_facts: tuple[Fact, ...] = ()
    trainings: tuple[PlannedTraining, ...] = ()
    people: frozenset[Ref] = frozenset()
    guests: frozenset[Ref] = frozenset()

    @property
    def only_meeting(self) -> PlannedMeeting | None:
        """The meeting, where the file fills no other."""
        return self.meetings[0] if len(self.meetings) == 1 else None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What is to be stored for all files together, in the order of ``files``.

    ``as_of`` tells which state of the book it was worked out for; ``sources`` are what to work it
    out from again where the book has changed since. ``answers`` are what the user said whose
    names are.
    """

    as_of: int
    sources: tuple[ImportFile, ...]
    other_chapter: bool
    answers: Answers
    naming: Naming | None
    files: tuple[FilePlan, ...]
    people: tuple[NewPerson, ...]
    spells: tuple[SpellChange, ...]
    seats: tuple[int, ...]
    visitors: tuple[NewVisitor, ...]
    preview: ImportPreview
