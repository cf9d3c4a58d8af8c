"""Whole books for tests and for trying things out; small ones are in ``tests.small_book``."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app import demo
from app.storage import Store

DEMO_DAY = date(2026, 11, 23)


def demo_book(path: Path, today: date = DEMO_DAY) -> Path:
    """Put the demo chapter at a path, its history spread over its evenings."""
    path.write_bytes(_built(today))
    return path


def build_demo(path: Path, today: date = DEMO_DAY) -> Path:
    """Build the demo chapter anew; takes seconds."""
    clock = demo.Clock(datetime(2020, 1, 1, tzinfo=UTC))
    with Store.create(path, author="Wanda Zielińska", clock=clock) as store:
        demo.build(store, today=today, clock=clock)
    return path


@cache
def _built(today: date) -> bytes:
    """Return the file of the demo chapter, built once a process."""
    with TemporaryDirectory() as folder:
        return build_demo(Path(folder) / "demo.chapter", today).read_bytes()
