"""Soundness finds what SQLite's own check does not: what its journal knows nothing of."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage import Store, soundness
from tests.exchange.samples import education, one_to_one
from tests.imported_book import ImportedBook, audit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = ImportedBook.empty(tmp_path)
    with book.store:
        book.bring_in(audit([one_to_one("Ann Lee", "Bob Hart"), education("Ann Lee")]))
        book.store.undo()
        book.store.redo()
    return book.store.path


def reasons(path: Path) -> list[str]:
    with Store(path, author="test", read_only=True) as store:
        return [fault.reason for fault in store.read(soundness.faults)]


def test_a_book_written_by_the_program_is_whole(path: Path) -> None:
    assert reasons(path) == []


def _changed(book: sqlite3.Connection) -> None:
    book.execute("UPDATE slip SET note = 'else', version = version + 1 WHERE id = 1")


def _added(book: sqlite3.Connection) -> None:
    book.execute("INSERT INTO setting (name, value, version) VALUES ('a', '1', 1)")


def _removed(book: sqlite3.Connection) -> None:
    book.execute("DELETE FROM spell WHERE id = 1")


def _history_cut(book: sqlite3.Connection) -> None:
    book.execute(
        "DELETE FROM journal_row WHERE id = (SELECT min(id) FROM journal_row "
        "WHERE table_name = 'slip')"
    )


def _history_emptied(book: sqlite3.Connection) -> None:
    book.execute(
        "INSERT INTO journal_entry (kind, label, made_at, author) VALUES "
        "('deed', 'nothing', '2026-01-01T00:00:00.000+00:00', 'x')"
    )


def _orphaned(book: sqlite3.Connection) -> None:
    book.execute("UPDATE slip SET giver_id = 99, version = version + 1 WHERE id = 1")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (_changed, ["check_unlike_journal"]),
        (_added, ["check_unlike_journal"]),
        (_removed, ["check_unlike_journal"]),
        (_history_cut, ["check_journal_gap"]),
        (_history_emptied, ["check_empty_entry"]),
        (_orphaned, ["check_orphan", "check_unlike_journal"]),
    ],
)
def test_what_another_program_did_is_found(
    path: Path, damage: Callable[[sqlite3.Connection], None], expected: list[str]
) -> None:
    with sqlite3.connect(path) as book:
        damage(book)
    book.close()
    assert reasons(path) == expected
