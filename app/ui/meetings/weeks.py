"""One line of the calendar: a meeting, or a week that nobody recorded."""

from dataclasses import dataclass
from datetime import date

from app import formats
from app.i18n import _
from app.queries.meetings import Calendar, MeetingRow
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind
from app.ui.meeting.words import gaps_in_short, gaps_sentence, state_name


@dataclass(frozen=True, slots=True)
class Week:
    """What the list shows; ``meeting`` is none in a week that is missing.

    What is still open is said in short, and ``explained`` in full.
    """

    held_on: date
    meeting: MeetingRow | None
    gaps: str
    explained: str = ""

    @property
    def missing(self) -> bool:
        """Whether nothing was recorded."""
        return self.meeting is None

    @property
    def state(self) -> str:
        """The state in a word."""
        return _("Missing") if self.meeting is None else state_name(self.meeting.state)

    @property
    def provisional(self) -> bool:
        """Whether its figures do not count yet."""
        return self.meeting is not None and self.meeting.state is MeetingState.DRAFT

    @property
    def untouched(self) -> bool:
        """Whether it is a draft into which nothing was entered yet."""
        row = self.meeting
        empty = row is not None and not row.marked and not any(map(row.entered.of, SlipKind))
        return self.provisional and empty

    def marked(self, mark: Attendance) -> int | None:
        """Return how many have a mark; nothing where no mark was given at all."""
        if self.meeting is None or not self.meeting.marked:
            return None
        return self.meeting.marks[list(Attendance).index(mark)]

    def total(self, kind: SlipKind) -> int | None:
        """Return what the slips of a kind come to; nothing where no meeting was held."""
        if self.meeting is None or self.meeting.state is MeetingState.HOLIDAY or self.untouched:
            return None
        return self.meeting.entered.of(kind)


def weeks(calendar: Calendar, today: date) -> tuple[Week, ...]:
    """Return the meetings and the missing weeks, the latest first."""
    money = calendar.chapter.money
    held = [
        Week(
            row.held_on,
            row,
            _said_of(row, gaps_in_short(row.gaps, money), today),
            _said_of(row, gaps_sentence(row.gaps, money), today),
        )
        for row in calendar.rows
    ]
    missing = [Week(day, None, "") for day in calendar.missing_weeks]
    return tuple(sorted([*held, *missing], key=lambda week: week.held_on, reverse=True))


def day_words(day: date, today: date) -> str:
    """Return a day as the list writes it: with its year where that is not this one."""
    words = f"{formats.weekdays()[day.weekday()][:3]} {formats.day_short(day)}"
    return words if day.year == today.year else f"{words} {day.year}"


def _said_of(row: MeetingRow, gaps: str, today: date) -> str:
    if row.state in {MeetingState.HOLIDAY, MeetingState.DISCARDED}:
        return row.reason
    if Week(row.held_on, row, "").untouched:
        return _("still to come") if row.held_on >= today else _("nothing recorded yet")
    return gaps
