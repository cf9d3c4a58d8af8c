"""A book of an earlier schema is brought up to date when it is opened, and never put at risk.

The books in ``tests/data/`` were written by the programs of their days, the later ones by
``tests.released_book``: meetings, imports, two numbers of Ann's, and one of them undone.
"""

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from app.errors import StorageError
from app.models.people import Spell
from app.storage import Store, contents, soundness
from app.storage.copies import Occasion, Shelf, verify
from app.storage.header import SCHEMA
from tests.durability.extent import extent
from tests.images import images
from tests.small_book import NOON
from tests.storage.asking import call_ann, phone

OLD = Path(__file__).parent.parent / "data"
ENDLESS = (
    "CREATE VIEW endless AS WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n"
)
RELEASED = sorted(OLD.glob("schema-*.chapter"))
HELD = {
    1: (5, 506_000),
    7: (8, 154_106),
    8: (8, 154_106),
}  # meetings and money in the book of each schema
CHANGING = {"CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE"}


class MidwayError(Exception):
    """What stops an upgrade."""


@contextmanager
def stopping_after(number: int | None) -> Generator[list[str]]:
    """Stop after so many operations on a file; tell which there were."""
    done: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.split(maxsplit=1)[0] in CHANGING:
            done.append(statement)
        if len(done) == number:
            raise MidwayError

    event.listen(Engine, "after_cursor_execute", note)
    try:
        yield done
    finally:
        event.remove(Engine, "after_cursor_execute", note)


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "riverside.chapter"))


def opened(path: Path, *, read_only: bool = False) -> Store:
    return Store(path, author="Wanda", read_only=read_only, clock=lambda: NOON)


def test_an_older_book_is_brought_up_to_date_and_loses_nothing(old: Path) -> None:
    before = contents.of_file(old)
    with opened(old) as store:
        after = store.ask_file(contents.of)
        assert store.read(soundness.faults) == ()
    assert after.schema == SCHEMA > before.schema
    assert not contents.lost(before, after)
    assert (before.meetings, before.money) == HELD[before.schema]


def test_the_book_as_it_was_lies_among_the_copies(old: Path) -> None:
    before = contents.of_file(old)
    with opened(old) as store:
        assert store.upgraded is not None
        assert store.upgraded.schema == before.schema
        kept = Shelf(old).latest()
    assert kept is not None
    assert (kept.path, kept.occasion) == (store.upgraded.kept, Occasion.UPGRADE)
    assert kept.contents == before
    verify(kept)


def test_it_is_brought_up_to_date_once(old: Path) -> None:
    opened(old).close()
    with opened(old) as store:
        assert store.upgraded is None
    assert len(Shelf(old).copies()) == 1


def test_what_was_done_before_can_still_be_undone_and_done_again(old: Path) -> None:
    with opened(old) as store:
        whole = images(store)
        steps = 0
        while store.history().undo is not None:
            store.undo()
            steps += 1
        assert all(not rows for rows in images(store).values())
        for _step in range(steps):
            store.redo()
        assert images(store) == whole
        assert store.read(soundness.faults) == ()


def test_what_was_done_before_stays_undone_where_later_changes_stand(old: Path) -> None:
    with opened(old) as store:
        assert store.read(phone) == "0117 496 0001"
        call_ann(store, "9")
        store.undo()
        store.undo()
        assert store.read(phone) not in {"9", "0117 496 0001"}


def test_reading_an_older_book_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with opened(old, read_only=True) as store:
        assert store.read(phone) == "0117 496 0001"
        assert store.ask_file(contents.of).schema == SCHEMA
        with pytest.raises(StorageError, match="book_read_only"):
            call_ann(store, "1")
    assert old.read_bytes() == before
    assert [one.name for one in old.parent.iterdir()] == [old.name]


def test_an_older_book_that_cannot_be_brought_up_to_date_stays_as_it_was(old: Path) -> None:
    with sqlite3.connect(old) as book:
        book.execute("INSERT INTO spell (person_id, reason, version) VALUES (99, '', 1)")
    book.close()
    before = old.read_bytes()
    with pytest.raises(StorageError, match="book_damaged"):
        opened(old)
    assert old.read_bytes() == before
    assert Shelf(old).copies() == ()
    assert {one.name for one in old.parent.iterdir()} <= {old.name, "riverside copies"}


def test_an_upgrade_that_stops_after_any_operation_leaves_the_book_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    twin = Path(shutil.copy(old, old.with_name("twin.chapter")))
    with stopping_after(None) as operations:
        opened(twin).close()
    twin.unlink()
    step = max(1, len(operations) // extent(short=8, whole=len(operations)))
    for number in range(1, len(operations) + 1, step):
        with stopping_after(number), pytest.raises(MidwayError):
            opened(old)
        assert old.read_bytes() == before
        assert not list(old.parent.glob("*.migrating*"))
    opened(old).close()
    assert contents.of_file(old).schema == SCHEMA


def test_what_a_crash_left_behind_is_cleared_at_the_next_start(old: Path) -> None:
    for name in ("migrating", "migrating-journal", "migrating.part", "migrating.part-journal"):
        old.with_name(f"{old.name}.{name}").write_bytes(b"half of a book")
    opened(old).close()
    assert {one.name for one in old.parent.iterdir()} == {old.name, "riverside copies"}


@pytest.mark.parametrize(
    "plant",
    [
        "CREATE TRIGGER steal AFTER UPDATE ON person BEGIN DELETE FROM slip; END",
        ENDLESS,
        "ALTER TABLE person ADD COLUMN computed TEXT AS (hex(zeroblob(9))) VIRTUAL",
    ],
)
def test_a_prepared_older_book_is_refused(old: Path, plant: str) -> None:
    with sqlite3.connect(old) as book:
        book.execute(plant)
    book.close()
    before = old.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StorageError, match="book_prepared"):
            opened(old, read_only=read_only)
    assert old.read_bytes() == before


def test_a_column_no_image_has_keeps_its_value_or_begins_with_its_default(path: Path) -> None:
    with opened(path) as store:
        call_ann(store, "1")
        store.write("Spell gone", lambda session: session.delete(session.get_one(Spell, 1)))
    with sqlite3.connect(path) as book:  # as images were before there were mentors and renewals
        for column in ("mentor_id", "renewal_due"):
            book.execute(
                f"UPDATE journal_row SET before = json_remove(before, '$.{column}'), "  # noqa: S608  our own words
                f"after = json_remove(after, '$.{column}')"
            )
        book.execute("UPDATE person SET mentor_id = 1, version = version + 1")
    book.close()
    with opened(path) as store:
        store.undo()
        store.undo()
        assert images(store)["spell"][1]["renewal_due"] is None
        assert (store.read(phone), images(store)["person"][1]["mentor_id"]) == ("", 1)
