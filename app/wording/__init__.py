"""Every refusal as one sentence or two: what happened, what it means for the data, what to do.

Used by the window and by the command line alike, so both say the same.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from app import formats
from app.errors import AppError
from app.i18n import _
from app.rules.meetings import MeetingState
from app.wording import (
    book,
    check,
    command_line,
    files,
    imports,
    letters,
    meetings,
    people,
    profiles,
    remarks,
    reports,
    schedules,
    slips,
)


def sentence(error: AppError) -> str:
    """Return what to tell the user about a refusal."""
    facts = {name: _say(fact) for name, fact in error.facts.items()}
    for table in TABLES:
        found = table().get(error.reason)
        if found is not None:
            return found.format_map(_Facts(facts))
    raise KeyError(error.reason)


def remark(reason: str, row: int | None, facts: Mapping[str, object]) -> str:
    """Return what to tell about something odd in a file, with its row where that is known."""
    words = sentence(AppError(reason, **facts))
    return words if row is None else _("Row {row}: {words}").format(row=row, words=words)


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _say(fact: object) -> str:
    if isinstance(fact, datetime):
        return formats.moment(fact)
    if isinstance(fact, date):
        return formats.day_full(fact)
    if isinstance(fact, Path):
        return fact.name
    if isinstance(fact, MeetingState):
        return meetings.state_words(fact)
    return str(fact)


TABLES: tuple[Callable[[], dict[str, str]], ...] = (
    book.sentences,
    people.sentences,
    meetings.sentences,
    schedules.sentences,
    slips.sentences,
    imports.sentences,
    letters.sentences,
    files.sentences,
    remarks.sentences,
    reports.sentences,
    profiles.sentences,
    command_line.sentences,
    check.sentences,
)
