"""A book with one member, made once, and a copy of it for each test."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.services import chapter, roster
from app.storage import Store
from tests.small_book import NOON


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "riverside.chapter"
    with Store.create(path, author="Wanda", clock=lambda: NOON) as store:
        store.write("Chapter founded", chapter.found, name="Riverside")
        store.write(
            "Ann admitted",
            roster.admit,
            given_name="Ann",
            family_name="Whitfield",
            joined_on=date(2024, 1, 2),
        )
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "riverside.chapter"))


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, author="Wanda", clock=lambda: NOON) as store:
        yield store
