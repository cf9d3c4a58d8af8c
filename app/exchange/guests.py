"""What lists of visitors say: who came or will come, when, and whose guest it is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.exchange import labels
from app.exchange.findings import Finding
from app.exchange.lists import Field, Line, Listing
from app.exchange.members import full_name
from app.rules.people import clean_text


class Visit(StrEnum):
    """What sort of visit it is; a substitute sits in a member's seat and is no guest."""

    VISIT = "visit"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One visit, or one registration for one."""

    number: int
    name: str
    company: str
    profession: str
    phone: str
    email: str
    visited_on: date | None
    invited_by: str
    visit: Visit


@dataclass(frozen=True, slots=True)
class GuestList:
    """Visits. ``expected`` where people have registered and nobody says whether they came."""

    chapter: str
    region: str
    country: str
    run_at: datetime | None
    expected: bool
    rows: tuple[GuestRow, ...]
    findings: tuple[Finding, ...]


_VISITS = labels.table({Visit.SUBSTITUTE: "Substitute|Sub|Stellvertreter|Remplaçant|替代人|代理人"})


def read_guests(listing: Listing, *, expected: bool) -> GuestList:
    """Return the visits a list holds."""
    visited = listing.days(Field.VISITED)
    rows = tuple(
        row
        for line in listing.lines
        if (row := _row(line, listing, visited.get(line.number))) is not None
    )
    above = listing.preamble
    return GuestList(
        chapter=above.chapter,
        region=above.region,
        country=above.country,
        run_at=above.run_at,
        expected=expected,
        rows=rows,
        findings=listing.notebook.findings(),
    )


def _row(line: Line, listing: Listing, visited: date | None) -> GuestRow | None:
    name = full_name(line, listing)[0]
    if not name:
        listing.notebook.note("note_row_left_out", line.number, text=_first(line))
        return None
    return GuestRow(
        number=line.number,
        name=name,
        company=clean_text(line.text(Field.COMPANY)),
        profession=clean_text(line.text(Field.SPECIALTY, Field.PROFESSION)),
        phone=clean_text(line.text(Field.MOBILE, Field.PHONE)),
        email=clean_text(line.text(Field.EMAIL)),
        visited_on=visited,
        invited_by=clean_text(line.text(Field.INVITED_BY)),
        visit=_VISITS.get(labels.label_key(line.text(Field.TYPE)), Visit.VISIT),
    )


def _first(line: Line) -> str:
    return next(iter(line.texts.values()), "")[:40]
