"""The agenda of a meeting: what comes at which minute, and the clock it makes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.errors import RuleError
from app.rules.people import clean_text

LATEST_MINUTE = 12 * 60
LONGEST_TITLE = 120
_HOUR, _DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item: the minute from the start, what it is, whose it is, a remark.

    ``duty`` is the key of the duty whose holder leads it; else ``who`` says so in words.
    """

    minute: int
    title: str
    duty: str = ""
    who: str = ""
    remark: str = ""


def checked(lines: Sequence[AgendaLine]) -> tuple[AgendaLine, ...]:
    """Return an agenda in order of time with tidy words; refuse items without a title."""
    for one in lines:
        if not clean_text(one.title):
            raise RuleError("agenda_title_missing")
        if len(one.title) > LONGEST_TITLE:
            raise RuleError("title_too_long", limit=LONGEST_TITLE, length=len(one.title))
        if not 0 <= one.minute <= LATEST_MINUTE:
            raise RuleError("agenda_minute", minute=one.minute, latest=LATEST_MINUTE)
    tidy = (
        replace(
            one,
            title=clean_text(one.title),
            who=clean_text(one.who),
            remark=clean_text(one.remark),
        )
        for one in lines
    )
    return tuple(sorted(tidy, key=lambda one: one.minute))


def lasts(lines: Sequence[AgendaLine]) -> tuple[int | None, ...]:
    """Return how many minutes each item has until the next; none for the last."""
    later = [one.minute for one in lines[1:]]
    return tuple(
        None if place == len(later) else later[place] - one.minute
        for place, one in enumerate(lines)
    )


def clock(starts_at: str, minute: int) -> str:
    """Return the time of day a minute falls on, as HH:MM; nothing without a time of beginning."""
    if not starts_at:
        return ""
    hour, _colon, past = starts_at.partition(":")
    hours, minutes = divmod((int(hour) * _HOUR + int(past) + minute) % _DAY, _HOUR)
    return f"{hours:02}:{minutes:02}"
