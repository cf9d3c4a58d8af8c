"""What the database says went wrong reaches the user as a refusal, and bugs stay loud."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.errors import ConflictError, StorageError
from app.services import roster
from app.storage import Store
from app.storage.faults import explained, may_be_passing
from tests.images import images
from tests.storage.asking import call_ann

PATH = Path("riverside.chapter")


def _fault(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("something technical")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("SQLITE_BUSY", "book_busy"),
        ("SQLITE_BUSY_SNAPSHOT", "book_busy"),
        ("SQLITE_LOCKED", "book_busy"),
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_READONLY", "book_read_only"),
        ("SQLITE_READONLY_DBMOVED", "book_moved"),
        ("SQLITE_READONLY_DIRECTORY", "folder_read_only"),
        ("SQLITE_READONLY_ROLLBACK", "book_read_only"),
        ("SQLITE_CANTOPEN", "book_missing"),
        ("SQLITE_CORRUPT", "book_damaged"),
        ("SQLITE_CORRUPT_INDEX", "book_damaged"),
        ("SQLITE_NOTADB", "not_a_book"),
        ("SQLITE_IOERR", "disk_failing"),
        ("SQLITE_IOERR_WRITE", "disk_failing"),
        ("SQLITE_IOERR_FSYNC", "disk_failing"),
    ],
)
def test_a_fault_of_the_file_is_a_refusal(said: str, reason: str) -> None:
    for error in (_fault(said), OperationalError("BEGIN", None, _fault(said))):
        with pytest.raises(StorageError) as refusal, explained(PATH):
            raise error
        assert (refusal.value.reason, refusal.value.facts) == (reason, {"path": PATH})


def test_a_journal_that_cannot_be_made_is_not_taken_for_a_missing_book(path: Path) -> None:
    with pytest.raises(StorageError, match="folder_read_only"), explained(path):
        raise _fault("SQLITE_CANTOPEN")


@pytest.mark.parametrize(
    ("said", "passing"),
    [("SQLITE_IOERR_READ", True), ("SQLITE_CORRUPT", True), ("SQLITE_FULL", False), ("", False)],
)
def test_only_a_read_that_fails_may_be_passing(said: str, *, passing: bool) -> None:
    with pytest.raises(StorageError) as refused, explained(PATH):
        raise _fault(said) if said else UnicodeDecodeError("utf-8", b"", 0, 1, "")
    assert may_be_passing(refused.value) is passing


@pytest.mark.parametrize("said", ["SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_CONSTRAINT_UNIQUE", ""])
def test_a_fault_of_the_program_stays_what_it_is(said: str) -> None:
    for error in (
        _fault(said),
        OperationalError("SELECT", None, _fault(said)),
        IntegrityError("INSERT", None, _fault("SQLITE_FULL")),
        ZeroDivisionError(),
    ):
        with pytest.raises(type(error)) as kept, explained(PATH):
            raise error
        assert kept.value is error


def test_a_record_that_moved_on_underneath_is_a_conflict() -> None:
    with pytest.raises(ConflictError, match="changed_meanwhile"), explained(PATH):
        raise StaleDataError


def test_a_full_disk_keeps_what_was_saved_and_works_again_with_space(store: Store) -> None:
    call_ann(store, "1")
    before, history = images(store, versions=True), store.history()
    pages = store.read(lambda session: session.execute(text("PRAGMA page_count")).scalar_one())

    def limit(to: int) -> None:
        store.read(lambda session: session.execute(text(f"PRAGMA max_page_count = {to}")))

    def many(session: Session) -> None:
        for number in range(50):
            roster.add_external(session, name=f"Somebody {number}", chapter="x" * 500)

    limit(pages + 2)
    with pytest.raises(StorageError, match="disk_full"):
        store.write("Many people", many)
    assert (images(store, versions=True), store.history()) == (before, history)
    limit(2**30)
    assert store.write("Many people", many).tables == {"person"}
