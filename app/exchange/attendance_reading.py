"""Reads a wide attendance report: one column a meeting, its label a day without a year."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.exchange import days, figures, labels
from app.exchange.attendance_sheet import AttendanceRow, AttendanceSheet, MeetingColumn
from app.exchange.findings import Notebook
from app.exchange.headers import columns_of, read_preamble
from app.exchange.labels import Column
from app.exchange.parties import checked_name
from app.exchange.sheets import Row
from app.rules import names
from app.rules.attendance import Attendance
from app.rules.people import clean_text

_NAMES = {Column.GIVEN_NAME, Column.FAMILY_NAME, Column.NAME}
_COUNTERS = {Column.GIVEN_INSIDE, Column.ONE_TO_ONES, Column.CLOSED_BUSINESS}  # a damaged summary
_PARTS = {Column.GIVEN_NAME, Column.FAMILY_NAME}
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s*(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]+)\.?")
_HAN_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})\.?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold names, and which a meeting."""

    named: Mapping[Column, int]
    meetings: Mapping[int, MeetingColumn]


def find_columns(row: Row) -> Columns | None:
    """Return the columns when a row heads a wide attendance report."""
    known = columns_of(row, labels.summary_column)
    named = {label: column for label, column in known.items() if label in _NAMES}
    if known.keys() & _COUNTERS or not (named.keys() >= _PARTS or Column.NAME in named):
        return None
    meetings = {
        column: meeting for column, text in row.filled() if (meeting := _meeting(text)) is not None
    }
    return Columns(named, meetings) if meetings else None


def read_attendance(above: Sequence[Row], columns: Columns, rows: Iterable[Row]) -> AttendanceSheet:
    """Read the marks below a header row."""
    notebook = Notebook()
    preamble = read_preamble(above, notebook)
    found = tuple(_members(columns, rows, notebook))
    if not found:
        notebook.note("note_no_rows")
    return AttendanceSheet(
        chapter=preamble.chapter,
        region=preamble.region,
        country=preamble.country,
        run_at=preamble.run_at,
        starts_on=preamble.starts_on,
        ends_on=preamble.ends_on,
        meetings=tuple(columns.meetings.values()),
        rows=found,
        findings=notebook.findings(),
    )


def _members(columns: Columns, rows: Iterable[Row], notebook: Notebook) -> Iterator[AttendanceRow]:
    for row in rows:
        named = {label: row.text(column) for label, column in columns.named.items()}
        parts = [text for label, text in named.items() if label in _PARTS and text]
        written = named.get(Column.NAME, "") or " ".join(parts)
        name = checked_name(written, row.number, notebook)
        one_word = len(parts) < len(_PARTS)
        if not name or (one_word and labels.pseudo(name) is not None):
            continue
        given, family = (
            clean_text(named.get(part, "")) for part in (Column.GIVEN_NAME, Column.FAMILY_NAME)
        )
        if not (given and family):
            given, family = names.split(name)
        else:
            name = names.display(given, family)
        yield AttendanceRow(row.number, name, given, family, _marks(row, columns, notebook))


def _marks(row: Row, columns: Columns, notebook: Notebook) -> tuple[tuple[int, Attendance], ...]:
    found: list[tuple[int, Attendance]] = []
    for place, column in enumerate(columns.meetings):
        text = row.text(column)
        mark = labels.mark(text)
        if mark is not None:
            found.append((place, mark))
        elif text.strip(" -–—"):
            notebook.note("note_mark_unknown", row.number, text=text[:20])
    return tuple(found)


def _meeting(text: str) -> MeetingColumn | None:
    if day := days.one(text):
        return MeetingColumn(day.month, day.day, day.year)
    found = _month_and_day(text)
    return MeetingColumn(*found) if found else None


def _month_and_day(text: str) -> tuple[int, int] | None:
    """Read ``Apr 01``, ``01 Apr``, ``4月1日`` or ``01/04``, the day first in the last."""
    if found := _HAN_DAY.fullmatch(text):
        return _valid(int(found[1]), int(found[2]))
    if found := _MONTH_DAY.fullmatch(text):
        return _valid(days.MONTHS.get(found[1].casefold()), int(found[2]))
    if found := _DAY_MONTH.fullmatch(text):
        return _valid(days.MONTHS.get(found[2].casefold()), int(found[1]))
    if found := _NUMBERS.fullmatch(text):
        return _valid(int(found[2]), int(found[1]))
    return None


def _valid(month: int | None, day_of_month: int) -> tuple[int, int] | None:
    leap = 2000  # a year in which every day of the calendar is
    if month is None or figures.valid_day(leap, month, day_of_month) is None:
        return None
    return month, day_of_month
