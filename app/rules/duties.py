"""The duties a chapter gives out at each meeting, and what may be doubtful about who has one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.errors import RuleError
from app.rules.people import clean_text

LONGEST_TITLE = 60


class DutyKind(StrEnum):
    """A talk counts as having spoken; talk and lesson have a topic, a service has none."""

    TALK = "talk"
    LESSON = "lesson"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty of the chapter's list; the key stays when it is called something else."""

    key: str
    title: str
    kind: DutyKind = DutyKind.SERVICE

    @property
    def has_topic(self) -> bool:
        """Whether something may be said of what it is about."""
        return self.kind is not DutyKind.SERVICE


class Doubt(StrEnum):
    """Why somebody may be the wrong one: no training yet, twice in the weeks shown, has left."""

    UNTRAINED = "untrained"
    TWICE = "twice"
    NO_MEMBER = "no_member"


def checked(lines: Sequence[DutyLine]) -> tuple[DutyLine, ...]:
    """Return a list of duties with tidy titles; refuse nameless ones and two of one name."""
    tidy = tuple(DutyLine(one.key, clean_text(one.title), one.kind) for one in lines)
    titles = [one.title.casefold() for one in tidy]
    if not all(titles):
        raise RuleError("duty_title_missing")
    for one in tidy:
        if len(one.title) > LONGEST_TITLE:
            raise RuleError("title_too_long", limit=LONGEST_TITLE, length=len(one.title))
        if titles.count(one.title.casefold()) > 1:
            raise RuleError("duty_twice", title=one.title)
    return tidy


def fresh_key(title: str, taken: Sequence[str]) -> str:
    """Return a key for a new duty that no other has."""
    stem = "_".join(clean_text(title).casefold().split()) or "duty"
    keys = (stem if number == 1 else f"{stem}_{number}" for number in range(1, len(taken) + 2))
    return next(key for key in keys if key not in taken)
