"""The book that the tests of questions ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_book import SmallBook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SmallBook]:
    made = SmallBook.create(tmp_path)
    yield made
    made.store.close()
