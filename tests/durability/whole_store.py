"""A model of a book: what it holds, and what undo and redo would bring back.

What is done to a book is described as something that can be sent to another process, so that the
same is done in this one or in one that is killed over it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.storage import Change, Store
from tests.durability.forking import order
from tests.images import Images, images
from tests.services.anywhere import FITTING
from tests.services.stage import Stage
from tests.small_book import NOON

_EXAMPLES = {example.name: example for example in FITTING}


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed of the examples, with whoever stands on the stage."""

    example: str
    stage: Stage

    def do(self, store: Store) -> Change:
        """Do it."""
        example = _EXAMPLES[self.example]
        return store.write(example.name, example.deed, **example.facts(self.stage))


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


Step = Deed | Undo | Redo | TakeBack


@dataclass(frozen=True, slots=True)
class Model:
    """What a book holds now, and before each step that undo and redo would go."""

    now: Images
    done: tuple[Images, ...]
    undone: tuple[Images, ...] = ()

    def after(self, step: Step, found: Images) -> "Model":
        """Return the model once a step is stored that left the book as it was found."""
        if isinstance(step, Undo):
            return Model(self.done[-1], self.done[:-1], (*self.undone, self.now))
        if isinstance(step, Redo):
            return Model(self.undone[-1], (*self.done, self.now), self.undone[:-1])
        return Model(found, (*self.done, self.now))


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
