"""What a training report says: which members took part in what, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from app.exchange.findings import Finding


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """One member at one training; ``core`` where its organisers mark it as one everybody needs."""

    number: int
    name: str
    given: str
    family: str
    held_on: date
    kind: str
    role: str
    core: bool


@dataclass(frozen=True, slots=True)
class Trainings:
    """The trainings of a chapter's members in a period."""

    chapter: str
    region: str
    country: str
    run_at: datetime | None
    starts_on: date | None
    ends_on: date | None
    rows: tuple[TrainingRow, ...]
    findings: tuple[Finding, ...]
