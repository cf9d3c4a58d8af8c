"""Every refusal as one sentence or two: what happened, what it means for the data, what to do.

Used by the window and by the command line alike, so both say the same.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from app import formats
from app.errors import AppError
from app.i18n import _
from app.rules.meetings import MeetingState

_SUBJECTS = (
    "book", "people", "meetings", "schedules", "slips", "imports", "letters", "files", "remarks",
    "reports", "profiles", "command_line", "check",
)  # fmt: skip


def sentence(error: AppError) -> str:
    """Return what to tell the user about a refusal."""
    facts = {name: _say(fact) for name, fact in error.facts.items()}
    for table in tables():
        found = table.get(error.reason)
        if found is not None:
            return found.format_map(_Facts(facts))
    raise KeyError(error.reason)


def tables() -> Iterator[Mapping[str, str]]:
    """Yield the sentences of one subject after the other; most starts say none of them."""
    for subject in _SUBJECTS:
        yield import_module(f"{__name__}.{subject}").sentences()


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
        from app.wording.meetings import state_words  # noqa: PLC0415  as the sentences

        return state_words(fact)
    return str(fact)
