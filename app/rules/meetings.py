"""The states of a meeting, and which deed leads from one to the next."""

from datetime import date, timedelta
from enum import StrEnum

from app.errors import RuleError


class MeetingState(StrEnum):
    """Draft is provisional, completed counts, holiday and discarded count for nothing."""

    DRAFT = "draft"
    COMPLETED = "completed"
    HOLIDAY = "holiday"
    DISCARDED = "discarded"


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


def next_on(weekday: int, day: date) -> date:
    """Return the first day on or after ``day`` with a weekday (0 Monday to 6 Sunday)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
