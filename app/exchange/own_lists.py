"""Reads a list somebody keeps himself, once he has said what its columns mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UnreadableFileError
from app.exchange import labels, slips_reading
from app.exchange.attendance_sheet import AttendanceRow, AttendanceSheet, MeetingColumn
from app.exchange.findings import Finding
from app.exchange.guests import GuestList, read_guests
from app.exchange.headers import PREAMBLE_ROWS
from app.exchange.labels import SlipColumn
from app.exchange.lists import Field, Layout, Line, Listing, Words, words
from app.exchange.members import WORDS, Members, full_name, read_members
from app.exchange.sheets import Row
from app.exchange.slips import SlipRow, SlipsAudit
from app.exchange.visitors_reading import GUEST_WORDS
from app.rules.exports import ReportKind, Subject

if TYPE_CHECKING:
    from app.rules.attendance import Attendance

_FEWEST_LABELS = 2
_MOST_SAMPLES = 3
_NAMES = (Field.NAME, Field.GIVEN, Field.FAMILY)
_HOW_REACHED = (Field.COMPANY, Field.PROFESSION, Field.PHONE, Field.EMAIL)
_SLIPS = (Field.DAY, Field.GIVER, Field.RECEIVER)

MEANINGS: Mapping[Subject, tuple[Field, ...]] = {
    Subject.MEMBERS: (
        *_NAMES,
        *_HOW_REACHED,
        Field.JOINED,
        Field.RENEWAL,
        Field.STATUS,
        Field.SPONSOR,
    ),
    Subject.ATTENDANCE: (Field.DAY, *_NAMES, Field.MARK),
    Subject.REFERRALS: (*_SLIPS, Field.TIER, Field.CHAPTER),
    Subject.ONE_TO_ONES: (*_SLIPS, Field.CHAPTER),
    Subject.CLOSED_BUSINESS: (Field.DAY, Field.GIVER, Field.RECEIVER, Field.AMOUNT, Field.CHAPTER),
    Subject.VISITORS: (Field.VISITED, *_NAMES, Field.INVITED_BY, *_HOW_REACHED),
}
"""What the columns of a list about each subject may mean."""

_KIND_WORDS = {
    Subject.REFERRALS: "Referral",
    Subject.ONE_TO_ONES: "One-to-One",
    Subject.CLOSED_BUSINESS: "TYFCB",
}
_SLIP_WORDS = words(
    {
        Field.DAY: "Date|Day|Meeting|Meeting Date|Week|Datum|Fecha|Data|日期",
        Field.GIVER: "From|Giver|Given by|Referred by|Thanks to|Von|De|自",
        Field.RECEIVER: "To|Receiver|Received by|For|With|By|An|Para|至",
        Field.AMOUNT: "Amount|Value|Sum|Business|Closed Business|Revenue|Betrag|Montant|金額",
        Field.TIER: "Tier|Inside/Outside|Inside or outside|Kind",
        Field.MARK: "Mark|Attendance|Status|PALMS",
        Field.CHAPTER: "Chapter|Other chapter",
    }
)
_GUESSES: Mapping[Subject, Words] = {
    Subject.MEMBERS: WORDS,
    Subject.ATTENDANCE: WORDS | _SLIP_WORDS,
    Subject.VISITORS: GUEST_WORDS | words({Field.VISITED: "Date|Visit|Visited"}),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """What one row of a list is about, and which column means what, from 1."""

    subject: Subject
    columns: Mapping[Field, int]

    def is_enough(self) -> bool:
        """Tell whether rows can be understood: who, and where it needs one, what."""
        told = self.columns.keys()
        named = Field.NAME in told or {Field.GIVEN, Field.FAMILY} <= told
        if self.subject is Subject.ATTENDANCE:
            return named and Field.MARK in told
        if self.subject is Subject.CLOSED_BUSINESS:
            return {Field.GIVER, Field.AMOUNT} <= told
        return named if self.subject not in _KIND_WORDS else {Field.GIVER, Field.RECEIVER} <= told


Explanations = Mapping[str, Explained]
"""What lists of the chapter's own were said to mean, by their header."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """The header of a list nobody knows, and what stands in its first rows."""

    header_key: str
    labels: tuple[tuple[int, str], ...]
    samples: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OwnSlips:
    """Slips of many meetings, each as an audit would have them."""

    audits: tuple[SlipsAudit, ...]
    findings: tuple[Finding, ...]
    chapter: str = ""
    region: str = ""
    country: str = ""
    run_at: datetime | None = None

    @property
    def rows(self) -> tuple[SlipRow, ...]:
        """All slips."""
        return tuple(row for audit in self.audits for row in audit.rows)


OwnReport = Members | AttendanceSheet | GuestList | OwnSlips


def header_key(row: Row) -> str:
    """Return what a row of labels is known by again; nothing for a row that is none."""
    cells = row.filled()
    if len(cells) < _FEWEST_LABELS:
        return ""
    return "|".join(f"{column}:{labels.label_key(text)}" for column, text in cells)


def first_table(rows: Iterable[Row]) -> OwnTable | None:
    """Return the first row that may be one of labels, with what stands below."""
    head = list(islice(rows, PREAMBLE_ROWS))
    for place, row in enumerate(head):
        if key := header_key(row):
            below = head[place + 1 : place + 1 + _MOST_SAMPLES]
            cells = tuple(row.filled())
            samples = tuple(tuple(one.text(column) for column, _ in cells) for one in below)
            return OwnTable(key, cells, samples)
    return None


def guess(label: str, subject: Subject) -> Field | None:
    """Return what a column most likely means in a list about a subject."""
    found = _GUESSES.get(subject, _SLIP_WORDS).get(labels.label_key(label))
    return found if found in MEANINGS[subject] else None


def read_own(
    above: Sequence[Row], explained: Explained, rows: Iterable[Row], *, decimals: int
) -> tuple[ReportKind, OwnReport]:
    """Read a list by what was said of its columns."""
    layout = Layout(ReportKind.ROSTER, {}, (), read=_unread)
    listing = layout.gather(above, dict(explained.columns), rows)
    subject = explained.subject
    if subject is Subject.MEMBERS:
        return ReportKind.ROSTER, read_members(listing, complete=False, official=False)
    if subject is Subject.VISITORS:
        return ReportKind.VISITORS, read_guests(listing, expected=False)
    if subject is Subject.ATTENDANCE:
        return ReportKind.ATTENDANCE, _attendance(listing)
    return ReportKind.OWN_SLIPS, _slips(listing, _KIND_WORDS[subject], decimals)


def _unread(listing: Listing) -> Listing:
    return listing


def _attendance(listing: Listing) -> AttendanceSheet:
    """Turn lines of day, name and mark into a sheet."""
    held = listing.days(Field.DAY)
    days = sorted(set(held.values()))
    marks: dict[tuple[str, str, str], list[tuple[int, Attendance]]] = defaultdict(list)
    for line in listing.lines:
        name, given, family, _ = full_name(line, listing)
        mark, day = labels.mark(line.text(Field.MARK)), held.get(line.number)
        if name and mark is not None and day is not None:
            marks[name, given, family].append((days.index(day), mark))
        elif line.text(Field.MARK).strip(" -–—"):
            listing.notebook.note("note_mark_unknown", line.number, text=line.text(Field.MARK)[:20])
    return AttendanceSheet(
        chapter="",
        region="",
        country="",
        run_at=None,
        starts_on=None,
        ends_on=None,
        meetings=tuple(MeetingColumn(day.month, day.day, day.year) for day in days),
        rows=tuple(AttendanceRow(0, *who, tuple(given)) for who, given in marks.items()),
        findings=listing.notebook.findings(),
    )


def _slips(listing: Listing, kind: str, decimals: int) -> OwnSlips:
    """Turn lines into the rows of an audit, and read those of each day as one."""
    held = listing.days(Field.DAY)
    dated = any(line.text(Field.DAY) for line in listing.lines)
    by_day: dict[date | None, list[Row]] = defaultdict(list)
    if not listing.lines:
        by_day[None] = []
    for line in listing.lines:
        day = held.get(line.number)
        if day is not None or not dated:
            by_day[day].append(_audit_row(line, kind))
        else:
            shown = next(iter(line.texts.values()), "")[:40]
            listing.notebook.note("note_row_left_out", line.number, text=shown)
    audits = tuple(
        _audit(day, rows, decimals) for day, rows in sorted(by_day.items(), key=_in_order)
    )
    found = [finding for audit in audits for finding in audit.findings]
    return OwnSlips(audits, (*listing.notebook.findings(), *found))


def _in_order(item: tuple[date | None, list[Row]]) -> date:
    return item[0] or date.min


def _audit_row(line: Line, kind: str) -> Row:
    giver, receiver = line.text(Field.GIVER), line.text(Field.RECEIVER)
    if kind == "TYFCB":  # an audit has whom it thanks in the second column
        giver, receiver = receiver, giver
    texts = (giver, receiver, kind, line.text(Field.TIER), line.text(Field.AMOUNT), "",
             line.text(Field.CHAPTER))  # fmt: skip
    return Row(line.number, texts)


def _audit(day: date | None, rows: Sequence[Row], decimals: int) -> SlipsAudit:
    columns = {column: place for place, column in enumerate(SlipColumn, 1)}
    audit = slips_reading.read_slips_audit((), columns, rows, decimals=decimals, bold_known=False)
    return slips_reading.of_day(audit, day)


def no_table(origin: Path | bytes) -> UnreadableFileError:
    """Return the refusal for a file without any table."""
    name = origin.name if isinstance(origin, Path) else ""
    return UnreadableFileError("file_without_rows", file=name)
