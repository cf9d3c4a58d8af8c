"""What a summary says: the official figures of one meeting or a longer period."""

from dataclasses import dataclass
from datetime import date, datetime

from app.exchange.findings import Finding
from app.exchange.labels import Column
from app.rules.people import PersonKind


@dataclass(frozen=True, slots=True)
class Figures:
    """The counters of one row; money in minor units; None where the file has no such column."""

    present: int = 0
    absent: int = 0
    late: int = 0
    medical: int = 0
    substitute: int = 0
    given_inside: int = 0
    given_outside: int = 0
    received_inside: int = 0
    received_outside: int = 0
    visitors: int = 0
    one_to_ones: int = 0
    closed_business: int = 0
    education: int = 0
    testimonials: int | None = None
    custom: int | None = None
    revenue_received: int | None = None

    @property
    def weeks(self) -> int:
        """Return in how many meetings attendance was recorded."""
        return self.present + self.absent + self.late + self.medical + self.substitute


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One row: its number in the sheet, the name as written, and its parts where it is a person's.

    ``kind`` is member, visitors or organisation; None stands for the row of totals.
    """

    number: int
    kind: PersonKind | None
    given: str
    family: str
    name: str
    written: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary; the period is None in files without headings, and somebody must be asked for it.

    ``dropped_included`` tells whether former members are among the rows. ``columns`` are those
    the file has.
    """

    chapter: str
    region: str
    country: str
    starts_on: date | None
    ends_on: date | None
    run_at: datetime | None
    dropped_included: bool
    columns: frozenset[Column]
    rows: tuple[SummaryRow, ...]
    visitors_row: SummaryRow | None
    organisation_row: SummaryRow | None
    total_row: SummaryRow | None
    findings: tuple[Finding, ...]

    @property
    def is_one_meeting(self) -> bool:
        """Tell whether this is the sheet of a single day."""
        return self.starts_on is not None and self.starts_on == self.ends_on
