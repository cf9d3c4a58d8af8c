"""What is no book of ours is refused by its first bytes, and stays as it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import StorageError
from app.storage import Store
from app.storage.header import APPLICATION_ID, SCHEMA


def _sqlite(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in ("CREATE TABLE song (id INTEGER)", *statements):
        connection.execute(statement)
    connection.close()


def _newer(path: Path) -> None:
    _sqlite(
        path, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA + 1}"
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_bytes(b""), "not_a_book_empty"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), "not_a_book"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 200), "not_a_book_spreadsheet"),
        (lambda path: path.write_bytes(b"<?xml version='1.0'?>"), "not_a_book_spreadsheet"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" * 99), "not_a_book_spreadsheet"),
        (lambda path: path.write_bytes(b"%PDF-1.4" * 99), "not_a_book_pdf"),
        (lambda path: path.write_bytes(b"\0" * 5000), "not_a_book"),
        (_sqlite, "not_a_book_other_program"),
        (_newer, "newer_book"),
    ],
    ids=["empty", "stub", "xlsx", "xml", "xls", "pdf", "zeros", "other program", "newer"],
)
@pytest.mark.parametrize("read_only", [True, False], ids=["to read", "to write"])
def test_a_file_that_is_no_book_of_ours_is_refused_unchanged(
    tmp_path: Path,
    make: Callable[[Path], object],
    reason: str,
    read_only: bool,  # noqa: FBT001  pytest names it
) -> None:
    path = tmp_path / "riverside.chapter"
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(StorageError) as refusal:
        Store(path, author="Wanda", read_only=read_only)
    assert refusal.value.reason == reason
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_newer_book_says_which_version_it_is_of(tmp_path: Path) -> None:
    path = tmp_path / "riverside.chapter"
    _newer(path)
    with pytest.raises(StorageError) as refusal:
        Store(path, author="Wanda")
    assert refusal.value.facts == {"path": path, "schema": SCHEMA + 1, "ours": SCHEMA}


@pytest.mark.parametrize("read_only", [True, False], ids=["to read", "to write"])
def test_a_missing_file_is_not_created(tmp_path: Path, read_only: bool) -> None:  # noqa: FBT001  pytest names it
    with pytest.raises(StorageError, match="book_missing"):
        Store(tmp_path / "riverside.chapter", author="Wanda", read_only=read_only)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "riverside.chapter"
    folder.mkdir()
    with pytest.raises(StorageError, match="is_a_folder"):
        Store(folder, author="Wanda")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_path_below_a_file_is_refused(path: Path) -> None:
    with pytest.raises(StorageError, match=r"book_unreadable|book_missing"):
        Store(path / "riverside.chapter", author="Wanda")
