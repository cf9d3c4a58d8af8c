"""A model of a book: what it holds, and what undo and redo would bring back.

What is done to a book is described as something that can be sent to another process, so that the
same is done in this one or in one that is killed over it.
"""

import inspect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.models.base import Base
from app.models.chapter import Chapter
from app.models.classifications import Classification
from app.models.offices import Holder
from app.models.people import Person, Spell, Visitor
from app.models.profiles import OwnProfile
from app.models.slips import Slip
from app.storage import Change, Store
from tests.durability.forking import order
from tests.images import Images, images
from tests.services.anywhere import FITTING
from tests.services.stage import Stage
from tests.small_book import NOON

_EXAMPLES = {example.name: example for example in FITTING}
_RECORDS: dict[str, type[Base]] = {
    "person_id": Person,
    "slip_id": Slip,
    "visitor_id": Visitor,
    "spell_id": Spell,
    "holder_id": Holder,
    "classification_id": Classification,
    "profile_id": OwnProfile,
}

EDITING = tuple(
    example.name for example in FITTING if "version" in inspect.signature(example.deed).parameters
)
"""The deeds of an editor that has been open for a while: a stale version is refused."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed of the examples, with whoever stands on the stage, and the version an editor saw."""

    example: str
    stage: Stage
    version: int | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """What the deed is told."""
        facts = _EXAMPLES[self.example].facts(self.stage)
        return facts if self.version is None else facts | {"version": self.version}

    @property
    def record(self) -> tuple[str, int]:
        """The table and the row that an editor of it has before it."""
        facts = self.facts
        names = [name for name in _RECORDS if name in facts]
        table = _RECORDS[names[0]] if names else Chapter
        return table.__tablename__, facts[names[0]] if names else 1

    def do(self, store: Store) -> Change:
        """Do it."""
        return store.write(self.example, _EXAMPLES[self.example].deed, **self.facts)


@dataclass(frozen=True, slots=True)
class Erase:
    """A person taken out of the book and its history."""

    person_id: int

    @property
    def becomes(self) -> str:
        """What stands in place of the name."""
        return f"Former member {self.person_id}"

    def do(self, store: Store) -> Change:
        """Do it."""
        return store.erase("A person was erased", person_id=self.person_id, becomes=self.becomes)


@dataclass(frozen=True, slots=True)
class Undo:
    """The latest change taken back."""

    def do(self, store: Store) -> Change:
        """Do it."""
        return store.undo()


@dataclass(frozen=True, slots=True)
class Redo:
    """The change taken back last made again."""

    def do(self, store: Store) -> Change:
        """Do it."""
        return store.redo()


@dataclass(frozen=True, slots=True)
class TakeBack:
    """An entry taken back out of the middle."""

    entry_id: int

    def do(self, store: Store) -> Change:
        """Do it."""
        return store.take_back(self.entry_id)


Step = Deed | Undo | Redo | TakeBack | Erase


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who has a row before him: what he is about to save, and the row as he saw it."""

    deed: Deed
    saw: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A change that was stored, and what the book held before and after it."""

    id: int
    before: Images
    after: Images


@dataclass(frozen=True, slots=True)
class Model:
    """What a book holds now, and before each step that undo and redo would go.

    Entries can be taken back out of the middle; those from before an erasure are gone.
    """

    now: Images
    done: tuple[Images, ...]
    undone: tuple[Images, ...] = ()
    entries: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    erased: bool = False

    def after(self, step: Step, entry_id: int, found: Images) -> "Model":
        """Return the model once a step is stored that left the book as it was found."""
        if isinstance(step, Erase):
            return Model(found, (), gone=self.gone + self.entries, erased=True)
        entries = (*self.entries, Entry(entry_id, self.now, found))
        return replace(self._stepped(step, found), entries=entries)

    def _stepped(self, step: Step, found: Images) -> "Model":
        if isinstance(step, Undo):
            undone = (*self.undone, self.now)
            return replace(self, now=self.done[-1], done=self.done[:-1], undone=undone)
        if isinstance(step, Redo):
            done = (*self.done, self.now)
            return replace(self, now=self.undone[-1], done=done, undone=self.undone[:-1])
        return replace(self, now=found, done=(*self.done, self.now), undone=())


def opened(path: Path) -> Store:
    """Open a book at the same hour every time."""
    return Store(path, author="Wanda", clock=lambda: NOON)


def do_in_a_process_of_its_own(path: Path, step: Step) -> None:
    """Open a book and do something; the disk counts from then on."""
    with opened(path) as store:
        order("begin")
        step.do(store)


def states(path: Path) -> Sequence[Images]:
    """Undo a book to its beginning; return what it held before each step, the first one first."""
    found = []
    with opened(path) as store:
        while store.history().undo is not None:
            store.undo()
            found.append(images(store))
    return found[::-1]


def figures(found: Images, person_id: int) -> Images:
    """Return what erasing a person must leave: all but words, and his costs and spellings."""
    return {
        table: {
            key: {name: value for name, value in row.items() if isinstance(value, int)}
            for key, row in rows.items()
            if table not in {"alias", "own_figures"} or row["person_id"] != person_id
        }
        for table, rows in found.items()
    }


def traces(path: Path, held: Images, erased: Erase) -> list[bytes]:
    """Return what a book and all files beside it still have of the name a person had."""
    name = held["person"][erased.person_id]["name"]
    called = [row["name"] for table in ("person", "visitor") for row in held[table].values()]
    alone = called.count(name) == 1 and " " in name  # else it may be another's
    if not alone or name == erased.becomes:
        return []
    files = [one for one in path.parent.glob(f"{path.name}*") if one.is_file()]
    whole = re.compile(rb"\b%b\b" % re.escape(name).encode())
    return [found for one in files for found in whole.findall(one.read_bytes())]


def without(now: Images, before: Images, after: Images) -> Images | None:
    """Return what is left when one change is taken out, None where it does not stand any more."""
    left = {table: dict(rows) for table, rows in now.items()}
    for table, rows in before.items():
        for key in rows.keys() | after[table].keys():
            was, became = rows.get(key), after[table].get(key)
            if was == became:
                continue
            if now[table].get(key) != became:
                return None
            left[table].pop(key, None)
            if was is not None:
                left[table][key] = was
    return left
