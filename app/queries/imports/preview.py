"""What an import would do, as frozen rows: the same for the window, for people and for programs."""

from dataclasses import dataclass, field
from datetime import date, datetime

from app.errors import AppError
from app.exchange.findings import Finding
from app.exchange.labels import Column
from app.exchange.sniffing import Container
from app.exchange.summary import Figures
from app.queries.imports.people import Acquaintance, Becomes
from app.rules.attendance import Attendance
from app.rules.exports import ReportKind, What
from app.rules.slips import SlipKind, Tier

NO_FIGURES = Figures()


@dataclass(frozen=True, slots=True)
class KindCount:
    """The slips of one kind: read in the file, new to the book, there already."""

    kind: SlipKind
    read: int
    new: int

    @property
    def there(self) -> int:
        """How many the book has already."""
        return self.read - self.new


@dataclass(frozen=True, slots=True)
class TierCount:
    """The referrals of one tier; no tier where the file names none."""

    tier: Tier | None
    read: int


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """What a file says of one person; ``thanks`` counts the slips behind closed business."""

    person: Acquaintance
    figures: Figures
    thanks: int = 0


@dataclass(frozen=True, slots=True)
class Pairing:
    """How often one person stands with another in a file, referrals by tier."""

    giver: Acquaintance | None
    receiver: Acquaintance | None
    inside: int = 0
    outside: int = 0
    untold: int = 0

    @property
    def count(self) -> int:
        """How often altogether."""
        return self.inside + self.outside + self.untold


@dataclass(frozen=True, slots=True)
class MarkConflict:
    """A mark the book has otherwise; the book's own stays."""

    name: str
    book: Attendance
    file: Attendance
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WhatCount:
    """How much of one thing a file holds, and how much of it is new."""

    what: What
    read: int
    new: int


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What one file holds and what of it is new.

    ``day`` is the meeting it fills, where it fills one; a summary of a longer period has
    ``starts_on`` and ``ends_on``, or no dates at all. ``totals`` are the sums of what was read; of
    an audit those its meeting's summary must have. ``total_row`` is the file's own last row and
    ``residual`` what it counts beyond the rows above it: former members. ``refusals`` are why the
    book would not take it. Money is in minor units.
    """

    name: str
    kind: ReportKind
    container: Container
    encoding: str
    header_row: int
    chapter: str
    region: str
    country: str
    run_at: datetime | None
    starts_on: date | None
    ends_on: date | None
    day: date | None
    seen_before: bool
    oddities: tuple[Finding, ...]
    refusals: tuple[AppError, ...]
    needs_date: bool = False
    rows_read: int = 0
    rows_new: int = 0
    kinds: tuple[KindCount, ...] = ()
    contents: tuple[WhatCount, ...] = ()
    tiers: tuple[TierCount, ...] = ()
    people: tuple[Acquaintance, ...] = ()
    members: tuple[PersonFigures, ...] = ()
    referrals: tuple[Pairing, ...] = ()
    one_to_ones: tuple[Pairing, ...] = ()
    totals: Figures = NO_FIGURES
    visitors_row: Figures | None = None
    organisation_row: Figures | None = None
    total_row: Figures | None = None
    residual: dict[Column, int] = field(default_factory=dict)
    marks_new: int = 0
    mark_conflicts: tuple[MarkConflict, ...] = ()
    keeps_figures: bool = False
    replaces_figures: bool = False

    @property
    def rows_there(self) -> int:
        """How many rows the book has already."""
        return self.rows_read - self.rows_new

    def new_people(self) -> tuple[Acquaintance, ...]:
        """Return those nobody in the book is known as."""
        return tuple(person for person in self.people if person.becomes is not None)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What all files of one import would do to the book together.

    ``chapter`` is the book's, empty where the book is still to be made; ``decimals`` those of its
    currency. ``people_new`` counts everybody to be entered, once. ``oddities`` are about the files
    as a whole.
    """

    chapter: str
    currency: str
    decimals: int
    files: tuple[FilePreview, ...]
    people_new: dict[Becomes, int]
    visitors_new: int
    oddities: tuple[Finding, ...] = ()

    @property
    def rows_new(self) -> int:
        """How many rows of all files are new to the book."""
        return sum(file.rows_new for file in self.files)

    @property
    def refusals(self) -> tuple[AppError, ...]:
        """Why the book would not take these files; empty where it would."""
        return tuple(refusal for file in self.files for refusal in file.refusals)
