"""Whole books for tests and for trying things out; small ones are in ``tests.small_book``."""

from datetime import UTC, date, datetime
from pathlib import Path

from app import demo
from app.storage import Store

DEMO_DAY = date(2026, 11, 23)


def demo_book(path: Path, today: date = DEMO_DAY) -> Path:
    """Build the demo chapter at a path, its history spread over its evenings."""
    clock = demo.Clock(datetime(2020, 1, 1, tzinfo=UTC))
    with Store.create(path, author="Wanda Zielińska", clock=clock) as store:
        demo.build(store, today=today, clock=clock)
    return path
