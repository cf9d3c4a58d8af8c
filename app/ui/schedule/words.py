"""What is doubtful about who has a duty, and how duties are labelled in the history."""

from datetime import date

from app import formats
from app.i18n import _
from app.queries.schedule import Held
from app.rules.duties import Doubt, DutyKind, DutyLine


def doubt_words(doubt: Doubt) -> str:
    """Return what is doubtful."""
    return {
        Doubt.UNTRAINED: _("no newcomer training is known yet"),
        Doubt.TWICE: _("speaks twice in these weeks"),
        Doubt.NO_MEMBER: _("is no member on that day"),
    }[doubt]


def doubts(held: Held | None) -> str:
    """Return everything that is doubtful about a holder, as a sentence; nothing if all is well."""
    if held is None or not held.doubts:
        return ""
    return f"{held.name}: {', '.join(doubt_words(one) for one in held.doubts)}"


def label(duty: DutyLine, day: date, name: str) -> str:
    """Return how a change is called in the history and beside Undo."""
    words = _("{duty} on {day}: {name}")
    return words.format(duty=duty.title, day=formats.day_short(day), name=name or _("nobody"))


def kind_words(kind: DutyKind) -> str:
    """Return what a kind of duty means."""
    return {
        DutyKind.TALK: _("a talk, with a topic"),
        DutyKind.LESSON: _("a lesson, with a topic"),
        DutyKind.SERVICE: _("a service"),
    }[kind]
