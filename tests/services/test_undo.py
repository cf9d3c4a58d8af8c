"""Every deed can be taken back and made again, whatever it did."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.storage import Store
from tests.images import Images, images
from tests.services.deeds import EXAMPLES, Example, all_deeds, name_of
from tests.services.stage import Stage


@contextmanager
def _book_for(example: Example, store: Store, folder: Path) -> Iterator[Store]:
    if not example.empty:
        yield store
        return
    with Store.create(folder / "empty.chapter", author="Wanda") as empty:
        yield empty


def _changed(before: Images, after: Images) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_deed_is_undone_and_redone(
    example: Example, store: Store, stage: Stage, tmp_path: Path
) -> None:
    with _book_for(example, store, tmp_path) as book:
        before = images(book)
        change = book.write("a deed", example.deed, **example.facts(stage))
        after = images(book)
        assert change.tables >= _changed(before, after) > set()
        book.undo()
        assert images(book) == before
        book.redo()
        assert images(book) == after
        book.undo()
        assert images(book) == before


def test_every_deed_has_an_example() -> None:
    deeds = {name_of(deed) for deed in all_deeds()}
    assert deeds == {name_of(example.deed) for example in EXAMPLES}


def test_no_two_examples_are_called_the_same() -> None:
    assert max(Counter(example.name for example in EXAMPLES).values()) == 1
