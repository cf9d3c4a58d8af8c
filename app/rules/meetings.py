"""The states of a meeting, and which deed leads from one to the next."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from app.errors import RuleError


class MeetingState(StrEnum):
    """Draft is provisional, completed counts, holiday and discarded count for nothing."""

    DRAFT = "draft"
    COMPLETED = "completed"
    HOLIDAY = "holiday"
    DISCARDED = "discarded"


LARGEST_TOTAL = 10**15  # minor units; above any sum of one evening, within what a file keeps
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_NEXT = {
    MeetingState.DRAFT: {
        MeetingState.COMPLETED,
        MeetingState.HOLIDAY,
        MeetingState.DISCARDED,
    },
    MeetingState.COMPLETED: {MeetingState.DRAFT},
    MeetingState.HOLIDAY: {MeetingState.DRAFT},
    MeetingState.DISCARDED: {MeetingState.DRAFT},
}


def check_step(old: MeetingState, new: MeetingState) -> None:
    """Refuse a change of state the chapter does not know."""
    if new not in _NEXT[old]:
        raise RuleError("meeting_state", old=old, new=new)


def check_open(state: MeetingState, held_on: date) -> None:
    """Refuse to change the marks or slips of a meeting that is no draft."""
    if state is not MeetingState.DRAFT:
        raise RuleError("meeting_not_draft", state=state, held_on=held_on)


def check_total(total: int | None) -> None:
    """Refuse a total nobody can have read aloud; none means that it was not read."""
    if total is not None and total < 0:
        raise RuleError("negative_total")
    if total is not None and total > LARGEST_TOTAL:
        raise RuleError("impossible_total")


def check_time(text: str) -> str:
    """Return a time of day as HH:MM, or nothing where none is given."""
    found = _TIME.fullmatch(text.strip())
    if not text.strip():
        return ""
    if found is None:
        raise RuleError("start_time", text=text)
    return f"{int(found[1]):02}:{found[2]}"


def next_on(weekday: int, day: date) -> date:
    """Return the first day on or after ``day`` with a weekday (0 Monday to 6 Sunday)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def week_of(day: date) -> tuple[int, int]:
    """Return the year and the number of the week a day lies in: a chapter meets once a week."""
    year, week, _weekday = day.isocalendar()
    return year, week


def free_day(weekday: int, day: date, held: Iterable[date]) -> date:
    """Return the first of a chapter's weekdays from a day on in whose week no meeting stands."""
    taken, free = {week_of(one) for one in held}, next_on(weekday, day)
    while week_of(free) in taken:
        free += timedelta(weeks=1)
    return free
