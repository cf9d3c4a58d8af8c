"""A demo book, built once, and a copy of it for each test."""

from pathlib import Path

import pytest

from tests.builders import demo_book


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return demo_book(tmp_path_factory.mktemp("demo") / "demo.chapter").read_bytes()


@pytest.fixture
def demo(built: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "riverside.chapter"
    path.write_bytes(built)
    return path
