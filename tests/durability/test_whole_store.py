"""Deeds, undo, redo, two editors, erasing, copies, restoring, reopening and kills in any order,
against a model.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.errors import AppError
from app.storage import Store, keeping, soundness
from app.storage.copies import Copy, Occasion, verify
from app.storage.past import latest_entry
from app.storage.restoring import restore
from tests.durability.extent import extent
from tests.durability.forking import Forker, forker
from tests.durability.shim import needs_a_compiler
from tests.durability.whole_store import (
    EDITING,
    Deed,
    Editor,
    Erase,
    Model,
    Redo,
    Step,
    TakeBack,
    Undo,
    do_in_a_process_of_its_own,
    figures,
    opened,
    states,
    traces,
    without,
)
from tests.images import Images, images
from tests.services import stage as staging
from tests.services.anywhere import FITTING, somewhere
from tests.services.stage import Stage
from tests.small_book import NOON

_OFTEN = 5
_MOSTLY = 0.8
_STEPS = (Deed, Deed, Undo, Redo, TakeBack, Erase)
_EXAMPLES = st.sampled_from([example.name for example in FITTING])
_EDITING = st.sampled_from(EDITING)
_SEEDS = st.integers(0, 2**32)
_DEEDS = st.lists(st.tuples(_EXAMPLES, _SEEDS), min_size=1, max_size=6)
_CALLS = st.integers(1, 60)  # more than most saves make


@dataclass(frozen=True)
class Ground:
    """What every run begins with: a book, who stands in it, and all its states so far."""

    book: Path
    stage: Stage
    past: tuple[Images, ...]
    folder: Path
    forks: Forker
    told: Counter[str] = field(default_factory=Counter)
    runs: Iterator[int] = field(default_factory=count)


class WholeStore(RuleBasedStateMachine):
    """A book, and beside it what it ought to hold."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        run = next(ground.runs)
        self.all_of_it = run % _OFTEN == 0
        self.folder = ground.folder / str(run)
        self.folder.mkdir()
        self.book = Path(shutil.copy(ground.book, self.folder / "riverside.chapter"))
        self.store = opened(self.book)
        self.model = Model(images(self.store), ground.past)
        self.editors: list[Editor] = []
        self.copies: list[tuple[Copy, Model]] = []
        self.refused = ""

    def teardown(self) -> None:
        """Undo everything that was done; now and then all there is, back to an empty book."""
        try:
            everything = self.all_of_it or self.model.erased
            own = self.model.done if everything else self.model.done[len(self.ground.past) :]
            for before in reversed(own):
                self.store.undo()
                assert images(self.store) == before
            if everything:
                assert self.store.history().undo is None
                assert self.model.erased or not any(images(self.store).values())
            assert self.store.read(soundness.faults) == ()
        finally:
            self.store.close()
            shutil.rmtree(self.folder)

    @invariant()
    def holds_what_the_model_says(self) -> None:
        assert images(self.store) == self.model.now
        history = self.store.history()
        assert (history.undo is not None) == bool(self.model.done)
        assert (history.redo is not None) == bool(self.model.undone)

    @initialize(deeds=_DEEDS, example=_EXAMPLES, editing=_EDITING, seed=_SEEDS, call=_CALLS)
    def begin(
        self, deeds: list[tuple[str, int]], example: str, editing: str, seed: int, call: int
    ) -> None:
        """Do, erase and be killed once in every run, whatever else its chances leave out.

        Two people have a row before them all the while.
        """
        self.open_two_editors(editing, seed)
        self.do_something(deeds)
        self.be_killed(Erase if seed % 4 == 1 else Deed, example, seed, call)

    @rule(deeds=_DEEDS)
    def do_something(self, deeds: list[tuple[str, int]]) -> None:
        for example, seed in deeds:
            self._go(self._deed(example, seed))

    @rule()
    @precondition(lambda self: self.model.done)
    def undo(self) -> None:
        assert self._go(Undo())

    @rule()
    @precondition(lambda self: self.model.undone)
    def redo(self) -> None:
        assert self._go(Redo())

    @rule(seed=_SEEDS)
    @precondition(lambda self: self.model.entries)
    def take_back(self, seed: int) -> None:
        entry = random.Random(seed).choice(self.model.entries)  # noqa: S311  no secret
        expected = without(self.model.now, entry.before, entry.after)
        if self._go(TakeBack(entry.id)):
            assert self.model.now == expected

    @rule(seed=_SEEDS)
    def erase(self, seed: int) -> None:
        before, step = self.model.now, self._erasure(seed)
        if self._go(step):
            self._check_erased(step, before)

    @rule(seed=_SEEDS)
    @precondition(lambda self: self.model.gone)
    def take_back_what_was_before_an_erasure(self, seed: int) -> None:
        entry = random.Random(seed).choice(self.model.gone)  # noqa: S311  as above
        assert not self._go(TakeBack(entry.id))
        assert self.refused == "erased_before"

    @rule(example=_EDITING, seed=_SEEDS)
    def open_two_editors(self, example: str, seed: int) -> None:
        """Have two people sit before the same row."""
        deed = self._deed(example, seed)
        row = self._row(deed)
        if row is not None:
            self.editors += [Editor(replace(deed, version=row["version"]), row)] * 2

    @rule(seed=_SEEDS)
    @precondition(lambda self: self.editors)
    def save_an_editor(self, seed: int) -> None:
        """Save what somebody typed meanwhile: never over what he has not seen."""
        random.Random(seed).shuffle(self.editors)  # noqa: S311  as above
        editor = self.editors.pop()
        now = self._row(editor.deed)
        stored = self._go(editor.deed)
        if _words(now) != _words(editor.saw):
            assert not stored, (editor, now)
            self._tell("stale editors")
        elif now == editor.saw:
            assert self.refused != "changed_meanwhile"
            self._tell("editors")

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = opened(self.book)
        self._tell("reopened")

    @rule()
    def keep_a_copy(self) -> None:
        kept = keeping.keep(self.store, Occasion.ASKED, NOON)
        verify(kept)
        self.copies.append((kept, self.model))
        self._tell("copies")

    @rule(seed=_SEEDS)
    @precondition(lambda self: self.copies)
    def restore_a_copy(self, seed: int) -> None:
        kept, self.model = random.Random(seed).choice(self.copies)  # noqa: S311  as above
        self.editors.clear()  # the window is another
        self.store.close()
        restore(self.book, kept, holder="Wanda", at=NOON)
        self.store = opened(self.book)
        self._tell("restored")

    @rule(kind=st.sampled_from(_STEPS), example=_EXAMPLES, seed=_SEEDS, call=_CALLS)
    def be_killed(self, kind: type[Step], example: str, seed: int, call: int) -> None:
        """Have a process killed at one of its calls to the disk: all of the step, or nothing."""
        step, before = self._step(kind, example, seed), self.model.now
        latest, usual = self.store.read(latest_entry), self._without_a_kill(step)
        self.store.close()
        ended = self.ground.forks.run(
            do_in_a_process_of_its_own,
            self.book,
            step,
            book=str(self.book),
            fail=str(call),
            how="kill",
        )
        self.store = opened(self.book)
        assert self.store.read(soundness.faults) == ()
        found = self.store.read(latest_entry)
        if found == latest:
            assert ended.killed or usual == self.model.now
        else:
            assert images(self.store) == usual
            self._stored(step, found)
            if isinstance(step, Erase):
                self._check_erased(step, before)
        self._tell("killed" if ended.killed else "done before the kill")

    def _step(self, kind: type[Step], example: str, seed: int) -> Step:
        """Return a step of a kind, or a deed where there is nothing to take back."""
        if kind is Undo and self.model.done:
            return Undo()
        if kind is Redo and self.model.undone:
            return Redo()
        if kind is TakeBack and self.model.entries:
            return TakeBack(random.Random(seed).choice(self.model.entries).id)  # noqa: S311  as above
        if kind is Erase:
            return self._erasure(seed)
        return self._deed(example, seed)

    def _deed(self, example: str, seed: int) -> Deed:
        chance = random.Random(seed)  # noqa: S311  as above
        return Deed(example, self.store.read(somewhere, self.ground.stage, chance))

    def _erasure(self, seed: int) -> Erase:
        """Return the erasure of somebody, most often of one who is no member any more."""
        spells = self.model.now["spell"].values()
        members = {spell["person_id"] for spell in spells if spell["left_on"] is None}
        chance, everybody = random.Random(seed), sorted(self.model.now["person"])  # noqa: S311  as above
        others = [one for one in everybody if one not in members]
        return Erase(chance.choice(others if others and chance.random() < _MOSTLY else everybody))

    def _check_erased(self, step: Erase, before: Images) -> None:
        """Nothing but words and what is his alone has gone, and his name from the whole file."""
        left = figures(self.model.now, step.person_id)
        assert left == figures(before, step.person_id)
        self.store.close()
        assert traces(self.book, before, step) == []
        self.store = opened(self.book)

    def _row(self, deed: Deed) -> dict[str, Any] | None:
        """Return the row that an editor has before it, as it is now."""
        table, key = deed.record
        return images(self.store, versions=True)[table].get(key)

    def _go(self, step: Step) -> bool:
        """Do something; a refusal must have changed nothing. Tell whether it was stored."""
        self.refused = ""
        try:
            change = step.do(self.store)
        except AppError as error:
            self.refused = error.reason
            self._tell("refused")
            return False
        if not change.tables:
            return False
        self._stored(step, change.entry_id)
        self._tell(type(step).__name__)
        return True

    def _without_a_kill(self, step: Step) -> Images:
        """Return what a twin of the book holds after a step."""
        twin = keeping_a_twin(self.store)
        with opened(twin) as store:
            try:
                step.do(store)
            except AppError:
                self._tell("refused")
            found = images(store)
        twin.unlink()
        return found

    def _stored(self, step: Step, entry_id: int) -> None:
        self.model = self.model.after(step, entry_id, images(self.store))

    def _tell(self, what: str) -> None:
        self.ground.told[what] += 1


def _words(row: dict[str, Any] | None) -> dict[str, Any]:
    """Return a row without its version."""
    return {name: value for name, value in (row or {}).items() if name != "version"}


def keeping_a_twin(store: Store) -> Path:
    twin = store.path.with_name("twin.chapter")
    keeping.save_as(store, twin)
    return twin


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("whole")
    book, stage = staging.prepare(tmp_path_factory.mktemp("stage"))
    past = states(Path(shutil.copy(book, folder / "past.chapter")))
    with forker() as forks:
        yield Ground(book, stage, tuple(past), folder, forks)


@needs_a_compiler
@pytest.mark.timeout(7200)
def test_a_book_is_what_its_model_says_whatever_happens(
    ground: Ground, record_property: Callable[[str, object], None]
) -> None:
    run_state_machine_as_test(
        lambda: WholeStore(ground),  # type: ignore[arg-type]  # whatever makes one will do
        settings=settings(
            max_examples=extent(short=6, whole=120),
            stateful_step_count=extent(short=15, whole=50),
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=[*HealthCheck],
        ),
    )
    assert ground.told["killed"] > 0
    record_property("what happened to the model's books", dict(ground.told))
