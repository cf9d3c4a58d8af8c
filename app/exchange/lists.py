"""Lists as exports write them: a row of labels, lines below it, perhaps another table after that.

What the many lists of people have in common is here; each module of one report declares its
labels and says what a line means.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from app.exchange import days, labels
from app.exchange.findings import Notebook
from app.exchange.headers import Preamble, columns_of, read_preamble
from app.exchange.sheets import Row
from app.rules.exports import ReportKind


class Field(StrEnum):
    """What a column of a list may hold."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    COMPANY = "company"
    PROFESSION = "profession"
    SPECIALTY = "specialty"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    WEBSITE = "website"
    STREET = "street"
    STREET_TWO = "street_two"
    CITY = "city"
    STATE = "state"
    POSTCODE = "postcode"
    COUNTRY = "country"
    CHAPTER = "chapter"
    REGION = "region"
    STATUS = "status"
    JOINED = "joined"
    RENEWAL = "renewal"
    LEFT = "left"
    SPONSOR = "sponsor"
    SPONSOR_GIVEN = "sponsor_given"
    SPONSOR_FAMILY = "sponsor_family"
    ROLE = "role"
    LENGTH = "length"
    RECENT = "recent"
    VISITED = "visited"
    INVITED_BY = "invited_by"
    TYPE = "type"
    FORMAT = "format"
    EVENT_DAY = "event_day"
    EVENT = "event"
    DAY = "day"
    GIVER = "giver"
    RECEIVER = "receiver"
    AMOUNT = "amount"
    TIER = "tier"
    MARK = "mark"
    POINTS = "points"
    PLACE = "place"
    OTHER = "other"


Report_co = TypeVar("Report_co", covariant=True)
Columns = dict[Field, int]
Words = dict[str, Field]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its row in the sheet, the heading of its part, and its texts by column."""

    number: int
    section: str
    texts: Mapping[Field, str]

    def text(self, *fields: Field) -> str:
        """Return the first of some columns that is not blank."""
        return next((text for one in fields if (text := self.texts.get(one, ""))), "")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it stands in the file; what its readers notice goes into the notebook."""

    above: Sequence[Row]
    preamble: Preamble
    lines: tuple[Line, ...]
    notebook: Notebook

    def days(self, field: Field) -> dict[int, date]:
        """Return the dates of a column by row, in the one order of day and month that fits all."""
        written = {line.number: text for line in self.lines if (text := line.text(field))}
        return days.read(written, self.notebook)


@dataclass(frozen=True, slots=True)
class Layout(Generic[Report_co]):
    """How one report is known and read: its labels, and what must be among them.

    Of ``needed`` one whole set must be there; none of ``barred`` may be.
    """

    kind: ReportKind
    words: Words
    needed: tuple[frozenset[Field], ...]
    read: Callable[[Listing], Report_co]
    barred: frozenset[Field] = frozenset()

    def columns(self, row: Row) -> Columns | None:
        """Return the columns when a row heads this report."""
        found = columns_of(row, self._meaning)
        known = any(needed <= found.keys() for needed in self.needed)
        return found if known and not self.barred & found.keys() else None

    def gather(self, above: Sequence[Row], columns: Columns, rows: Iterable[Row]) -> Listing:
        """Return the lines below a header row; a further one may move the columns."""
        notebook = Notebook()
        preamble = read_preamble(above, notebook)
        lines: list[Line] = []
        section = _section(above[-1]) if above else ""
        for row in rows:
            if moved := self.columns(row):
                columns = moved
            elif heading := _section(row):
                section = heading
            elif texts := {
                field: text for field, column in columns.items() if (text := row.text(column))
            }:
                lines.append(Line(row.number, section, texts))
        if not lines:
            notebook.note("note_no_rows")
        return Listing(above, preamble, tuple(lines), notebook)

    def _meaning(self, label: str) -> Field | None:
        return self.words.get(labels.label_key(label))


def words(listed: Mapping[Field, str]) -> Words:
    """Return labels by their keys; ``|`` stands between the labels of one column."""
    return labels.table(listed)


def one_of(*sets: set[Field]) -> tuple[frozenset[Field], ...]:
    """Return sets of columns, one of which a report must have."""
    return tuple(map(frozenset, sets))


NAMED = ({Field.NAME}, {Field.GIVEN, Field.FAMILY})


def named(*fields: Field) -> tuple[frozenset[Field], ...]:
    """Return what a list of people must have: a name in one or two columns, and some more."""
    return tuple(frozenset(name | set(fields)) for name in NAMED)


def _section(row: Row) -> str:
    """Return the one text of a row that heads a part of the list."""
    cells = row.filled()
    return cells[0][1] if len(cells) == 1 else ""
