"""Reads published traffic lights: regional PDFs line by line, and tables of points."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from app.errors import UnreadableFileError
from app.exchange import days
from app.exchange.findings import Notebook
from app.exchange.lights import LightRow, Lights
from app.exchange.lists import Field, Layout, Line, Listing, named, words
from app.exchange.members import WORDS, full_name
from app.exchange.parties import checked_name
from app.rules.exports import ReportKind
from app.rules.people import clean_text

_WORDS = WORDS | words(
    {
        Field.POINTS: "Punkte|Points|Score|Total Points",
        Field.PLACE: "Platzierung|Rank|Rang|Abwesenheit|Umsatzdanke|Training|Light",
        Field.DAY: "Datum|Date",
    }
)
# Points, weeks, five marks, five counters, the share of attendance, four values with their points.
_US_LINE = re.compile(r"^(?P<name>\D.*?,.*?)\s+(?P<figures>(?:[\d.,]+%?\s+){22}[\d.,]+)$")
# Five marks, given, received, visitors, testimonials, perhaps an amount, trainings, weeks, score.
_LINE = re.compile(r"^(?P<name>\D.*?)\s+(?P<figures>(?:(?:[\d.,]+|-)\s+){10,12}\d{1,3})$")
_MARKS = slice(2, 7)
_SHORT_MARKS = slice(0, 5)
_MOST_POINTS = 150
_LONGEST_LINE = 400
_PERIOD = re.compile(
    r"([A-Za-z]{3})[-\s](\d{2,4})\s+TO\s+([A-Za-z]{3})[-\s](\d{2,4})", re.IGNORECASE
)


def read_lines(pages: Sequence[Sequence[str]]) -> Lights:
    """Read the lines of a PDF; one that holds no members' points is refused.

    A line counts only where its weeks are the sum of its marks, which no other line's are.
    """
    notebook = Notebook()
    lines = [clean_text(line[:_LONGEST_LINE]) for page in pages for line in page]
    rows = tuple(_rows(lines, notebook))
    if not rows:
        raise UnreadableFileError("file_is_pdf")
    starts_on, ends_on = _period(" ".join(lines[:20]))
    return Lights("", "", "", None, starts_on, ends_on, rows, notebook.findings())


def _rows(lines: Sequence[str], notebook: Notebook) -> Iterator[LightRow]:
    for number, line in enumerate(lines, 1):
        found = _US_LINE.match(line)
        if found and _adds_up(found["figures"].split(), weeks=1, marks=_MARKS):
            family, _, given = found["name"].partition(",")
            name, points = f"{given.strip()} {family.strip()}", found["figures"].split()[0]
        elif (found := _LINE.match(line)) and _adds_up(
            found["figures"].split(), weeks=-2, marks=_SHORT_MARKS
        ):
            name, points = found["name"], found["figures"].split()[-1]
        else:
            continue
        if points.isdecimal() and int(points) <= _MOST_POINTS:
            yield LightRow(number, checked_name(name, number, notebook), int(points) * 100)


def _adds_up(texts: Sequence[str], *, weeks: int, marks: slice) -> bool:
    counted = [*texts[marks], texts[weeks]]
    if not all(text.isdecimal() for text in counted):
        return False
    return sum(map(int, texts[marks])) == int(texts[weeks])


def _period(head: str) -> tuple[date | None, date | None]:
    """Read ``FOR JAN-26 TO JUN-26``."""
    found = _PERIOD.search(head)
    if found is None:
        return None, None
    first, last = (days.one(f"01 {found[at]} {found[at + 1]}") for at in (1, 3))
    if first is None or last is None:
        return None, None
    return first, (last + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _read(listing: Listing) -> Lights:
    """Read a table of points; of several dates the latest counts."""
    held = listing.days(Field.DAY)
    latest = max(held.values(), default=None)
    rows = tuple(
        row
        for line in listing.lines
        if latest is None or held.get(line.number) == latest
        if (row := _row(line, listing)) is not None
    )
    above = listing.preamble
    return Lights(
        chapter=above.chapter,
        region=above.region,
        country=above.country,
        run_at=above.run_at,
        starts_on=above.starts_on,
        ends_on=above.ends_on or latest,
        rows=rows,
        findings=listing.notebook.findings(),
    )


def _row(line: Line, listing: Listing) -> LightRow | None:
    name = full_name(line, listing)[0]
    text = line.text(Field.POINTS).replace(",", ".")
    if not name or not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text, re.ASCII):
        listing.notebook.note("note_row_left_out", line.number, text=(name or text)[:40])
        return None
    return LightRow(line.number, name, int(Decimal(text) * 100))


LAYOUT = Layout(ReportKind.LIGHTS, _WORDS, needed=named(Field.POINTS, Field.PLACE), read=_read)
