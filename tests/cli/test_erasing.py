"""``erase``: said before it is done, done for good, and the copies with it where that is wanted."""

from pathlib import Path

import pytest

from app.services import roster
from app.storage.copies import Shelf
from tests.command_line import run
from tests.small_book import TODAY, SmallBook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = SmallBook.create(tmp_path)
    quorra = book.member("Quorra Tokenfield")
    book.member("Bob Hart")
    book.write(roster.leave, person_id=quorra, on=TODAY)
    book.store.close()
    run("backup", book.store.path)
    return book.store.path


def _holds(path: Path) -> bool:
    return b"Tokenfield" in path.read_bytes()


def test_without_being_told_twice_it_only_says_what_would_go(path: Path) -> None:
    before = path.read_bytes()
    said = run("erase", path, "tokenfield")
    assert said.status == 0
    assert "Quorra Tokenfield stays in the book" in said.out
    assert "1 copy of the book holds the name too" in said.out
    assert path.read_bytes() == before


def test_for_good_means_book_and_history_and_the_copies_are_told_of(path: Path) -> None:
    said = run("erase", path, "tokenfield", "--for-good")
    assert said.status == 0, said.err
    assert "Former member 1" in said.out
    assert "1 copy from before still holds the name" in said.out
    assert not _holds(path)
    assert any(map(_holds, (one.path for one in Shelf(path).copies())))


def test_copies_go_too_where_that_is_wanted_and_a_new_one_is_kept(path: Path) -> None:
    said = run("erase", path, "tokenfield", "--for-good", "--remove-copies")
    assert said.status == 0, said.err
    assert "1 older copy with the name is removed" in said.out
    (kept,) = Shelf(path).copies()
    files = [one for one in path.parent.rglob("*") if one.is_file()]
    assert kept.path in files
    assert not any(map(_holds, files))


def test_a_member_of_today_is_not_erased(path: Path) -> None:
    said = run("erase", path, "hart", "--for-good")
    assert said.status == 1
    assert said.is_one_sentence
