"""What the command palette lists for the words typed: people first, then deeds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.i18n import _
from app.ui.actions import Action, Menu, Subject
from app.ui.matching import Match, match

_MOST_SUBJECTS = 6
_MOST_ACTIONS = 40


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a group of finds."""

    text: str


@dataclass(frozen=True, slots=True)
class Find:
    """One line of the palette that can be run."""

    text: str
    run: Callable[[], object]
    hint: str = ""
    icon: str = ""
    key: str = ""
    places: frozenset[int] = frozenset()
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Finds:
    """The lines to list, and how many of which kind were found."""

    lines: tuple[Head | Find, ...]
    actions: int
    subjects: int


def find(wanted: str, actions: Sequence[Action], subjects: Sequence[Subject]) -> Finds:
    """Return what matches; without words, everything that can be done."""
    possible = [action for action in actions if action.enabled]
    if not wanted.strip():
        return Finds(tuple(_everything(possible)), len(possible), len(subjects))
    people = _best(wanted, subjects)[:_MOST_SUBJECTS]
    deeds = _best(wanted, possible)[:_MOST_ACTIONS]
    lines = [*_people_lines(people, wanted), *_deed_lines(_("Actions"), deeds)]
    return Finds(tuple(lines), len(deeds), len(people))


def deeds_with(subject: Subject, wanted: str) -> Finds:
    """Return what can be done with one subject."""
    deeds = subject.deeds() if subject.deeds is not None else ()
    found = _best(wanted, deeds) if wanted.strip() else [(deed, Match(0, _NONE)) for deed in deeds]
    lines = _deed_lines(_("With {name}").format(name=subject.text), found)
    return Finds(tuple(lines), len(found), 0)


_NONE: frozenset[int] = frozenset()
_IN_HINT = 5  # behind everything that is called so
T = TypeVar("T", Action, Subject)


def _best(wanted: str, among: Sequence[T]) -> list[tuple[T, Match]]:
    found = [(one, hit) for one in among if (hit := _hit(wanted, one)) is not None]
    return sorted(found, key=_rank)


def _hit(wanted: str, one: Action | Subject) -> Match | None:
    """Find words in what something is called, or of a document in what it shows."""
    hit = match(wanted, one.text)
    if hit is None and isinstance(one, Action) and match(wanted, f"{one.text} {one.hint}"):
        return Match(_IN_HINT, _NONE)
    return hit


def _rank(found: tuple[Action | Subject, Match]) -> tuple[int, int]:
    return found[1].rank, len(found[0].text)


def _people_lines(people: Sequence[tuple[Subject, Match]], wanted: str) -> Iterator[Head | Find]:
    kind = ""
    for subject, hit in people:
        if subject.kind != kind:
            kind = subject.kind
            yield Head(kind)
        yield Find(
            subject.text, subject.run, subject.hint, subject.icon,
            places=hit.places, subject=subject,
        )  # fmt: skip
    if people and (len(people) == 1 or people[0][1].rank < people[1][1].rank):
        yield from _deeds_of(people[0][0], wanted)


def _deeds_of(subject: Subject, wanted: str) -> Iterator[Head | Find]:
    deeds = subject.deeds() if subject.deeds is not None else ()
    found = [(deed, match(wanted, deed.text) or Match(0, _NONE)) for deed in deeds]
    yield from _deed_lines(_("With {name}").format(name=subject.text), found)


def _deed_lines(title: str, deeds: Sequence[tuple[Action, Match]]) -> Iterator[Head | Find]:
    if deeds:
        yield Head(title)
    for action, hit in deeds:
        yield Find(action.text, action.run, action.hint, action.icon, action.shown_key, hit.places)


def _everything(actions: Sequence[Action]) -> Iterator[Head | Find]:
    groups = (
        (_("On this page"), (Menu.PAGE,)),
        (_("Go to"), (Menu.GO,)),
        (_("Actions"), (Menu.FILE, Menu.EDIT, Menu.VIEW, Menu.HELP)),
        (_("Documents"), (Menu.DOCUMENT,)),
    )
    for title, menus in groups:
        inside = [(action, Match(0, _NONE)) for action in actions if action.menu in menus]
        yield from _deed_lines(title, inside)
