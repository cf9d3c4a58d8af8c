"""What published traffic lights say: the points of each member, to be compared and not stored."""

from dataclasses import dataclass
from datetime import date, datetime

from app.exchange.findings import Finding


@dataclass(frozen=True, slots=True)
class LightRow:
    """One member's points, in hundredths."""

    number: int
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Lights:
    """The points of a chapter's members, or of several chapters'."""

    chapter: str
    region: str
    country: str
    run_at: datetime | None
    starts_on: date | None
    ends_on: date | None
    rows: tuple[LightRow, ...]
    findings: tuple[Finding, ...]
