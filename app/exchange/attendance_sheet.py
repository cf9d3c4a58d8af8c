"""What a wide attendance report says: the mark of every member at every meeting of a period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.exchange import figures
from app.exchange.findings import Finding
from app.rules.attendance import Attendance

_LEAP_YEARS_APART = 8  # 1896 and 1904 as much as 2096 and 2104


@dataclass(frozen=True, slots=True)
class MeetingColumn:
    """The label of one meeting's column; the year is mostly not written."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One member's marks, each with the place of its meeting from 0."""

    number: int
    name: str
    given: str
    family: str
    marks: tuple[tuple[int, Attendance], ...]


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Marks by member and meeting; the period is that printed above, if any is."""

    chapter: str
    region: str
    country: str
    run_at: datetime | None
    starts_on: date | None
    ends_on: date | None
    meetings: tuple[MeetingColumn, ...]
    rows: tuple[AttendanceRow, ...]
    findings: tuple[Finding, ...]

    def days(self, last: date | None = None) -> tuple[date, ...]:
        """Return the days of the columns, perhaps across New Year; none where no year is known.

        ``last`` is the day of the last meeting, or one after it, where the file does not tell.
        """
        known = self.ends_on or (self.run_at.date() if self.run_at else None) or last
        return resolved(self.meetings, known)


def resolved(meetings: Sequence[MeetingColumn], until: date | None) -> tuple[date, ...]:
    """Return the latest days before one that columns can mean, in their order."""
    found: list[date] = []
    for meeting in reversed(meetings):
        day = _latest(meeting, until)
        if day is None:
            return ()
        found.append(day)
        until = day
    return tuple(reversed(found))


def _latest(meeting: MeetingColumn, until: date | None) -> date | None:
    if meeting.year is not None:
        return figures.valid_day(meeting.year, meeting.month, meeting.day)
    if until is None:
        return None
    years = range(until.year, until.year - _LEAP_YEARS_APART - 1, -1)
    days = (figures.valid_day(year, meeting.month, meeting.day) for year in years)
    return next((day for day in days if day and day <= until), None)
