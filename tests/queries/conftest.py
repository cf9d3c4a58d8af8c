"""The book that the tests of questions ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.small_book import SmallBook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    made = SmallBook.create(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement that is sent to a book meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield sent
    event.remove(Engine, "before_cursor_execute", note)
