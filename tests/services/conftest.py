"""The stage, built once, and a copy of it for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage import Store
from tests.services import stage as staging
from tests.services.stage import Stage
from tests.services.told import Told
from tests.small_book import SmallBook


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Stage]:
    return staging.prepare(tmp_path_factory.mktemp("stage"))


@pytest.fixture
def stage(prepared: tuple[Path, Stage]) -> Stage:
    return prepared[1]


@pytest.fixture
def store(prepared: tuple[Path, Stage], tmp_path: Path) -> Iterator[Store]:
    with staging.opened(prepared[0], tmp_path) as store:
        yield store


@pytest.fixture
def book(store: Store) -> SmallBook:
    return SmallBook(store)


@pytest.fixture
def told(store: Store) -> Told:
    return Told(store)
