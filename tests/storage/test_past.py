"""The book as it was known: nothing of what came later is in it, and the file is left alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models.journal import Entry
from app.services import classifications
from app.storage import Store
from tests.images import image_rows, images
from tests.small_book import NOON
from tests.storage.asking import call_ann, phone


class _Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def hands() -> _Hands:
    return _Hands()


@pytest.fixture
def store(path: Path, hands: _Hands) -> Iterator[Store]:
    with Store(path, author="Wanda", clock=hands) as store:
        yield store


def _count(session: Session) -> int:
    return session.scalars(select(func.count(Entry.id))).one()


def test_a_change_is_not_known_before_it_was_made(store: Store, hands: _Hands) -> None:
    hands.later(hours=1)
    call_ann(store, "1")
    hands.later(hours=1)
    call_ann(store, "2")
    numbers = [store.read_as_of(NOON + timedelta(minutes=m), phone) for m in (0, 59, 60, 119, 120)]
    assert numbers == ["", "", "1", "1", "2"]
    assert store.read(phone) == "2"


def test_the_history_of_then_ends_then(store: Store, hands: _Hands) -> None:
    before = store.read(_count)
    hands.later(hours=1)
    call_ann(store, "1")
    assert store.read_as_of(NOON, _count) == before


def test_a_clock_set_back_does_not_tear_the_book(store: Store, hands: _Hands) -> None:
    hands.later(hours=2)
    call_ann(store, "1")
    hands.later(hours=-1)
    store.write("Roofer added", classifications.add, name="Roofer")
    shown = store.read_as_of(NOON + timedelta(hours=1), image_rows, versions=True)
    assert shown == images(store, versions=True)


def test_before_the_book_began_there_is_nothing_to_know(store: Store) -> None:
    with pytest.raises(NotFoundError, match="before_the_book") as refusal:
        store.read_as_of(NOON - timedelta(days=1), phone)
    assert refusal.value.facts["first"] == NOON


def test_looking_back_changes_nothing_in_the_file(store: Store, hands: _Hands) -> None:
    hands.later(hours=1)
    call_ann(store, "1")
    before = store.path.stat().st_mtime_ns
    store.read_as_of(NOON, phone)
    assert store.path.stat().st_mtime_ns == before
    assert call_ann(store, "2").tables == {"person"}


def test_what_is_changed_meanwhile_is_seen_when_asked_again(store: Store, hands: _Hands) -> None:
    hands.later(hours=1)
    later = hands.now + timedelta(hours=1)
    assert store.read_as_of(later, phone) == ""
    call_ann(store, "1")
    assert store.read_as_of(later, phone) == "1"


def test_an_image_from_before_a_column_was_there_takes_its_default(
    store: Store, hands: _Hands
) -> None:
    hands.later(hours=1)
    call_ann(store, "1")
    _forget_companies(store)
    shown = store.read_as_of(NOON, image_rows, versions=False)
    assert shown["person"][1]["company"] == ""
    assert shown["person"][1]["given_name"] == "Ann"


def _forget_companies(store: Store) -> None:
    """Make the journal look as if it were written before people had companies."""
    with store._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER temp.keep_journal_row_UPDATE")
        connection.exec_driver_sql(
            "UPDATE main.journal_row SET before = json_remove(before, '$.company')"
        )
