"""The file on disk: what is saved is in it, whoever copies, kills, moves or only reads it."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.errors import ConflictError, StorageError
from app.models.people import Person
from app.services import chapter, finding, roster
from app.storage import Store
from tests.images import images
from tests.storage.asking import call_ann, phone

_SAVE_AND_WAIT = """
import sys
from pathlib import Path
from app.storage import Store
from tests.storage.asking import call_ann
store = Store(Path(sys.argv[1]), author="Bob")
for number in range(20):
    call_ann(store, str(number))
    print(number, flush=True)
sys.stdin.read()
"""


def _copy(path: Path) -> Path:
    """Copy as another program would; opening the live file here would drop its locks."""
    copy = path.with_name("copy.chapter")
    subprocess.run(
        [sys.executable, "-c", "import shutil, sys; shutil.copy(*sys.argv[1:])", path, copy],
        check=True,
    )
    return copy


def test_a_copy_of_the_open_idle_file_holds_everything(store: Store, path: Path) -> None:
    for number in range(20):
        call_ann(store, str(number))
    copy = _copy(path)
    with Store(copy, author="Bob") as copied:
        assert images(copied, versions=True) == images(store, versions=True)
        assert copied.history() == store.history()


def test_what_was_saved_survives_the_death_of_the_program(path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _SAVE_AND_WAIT, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    said = [process.stdout.readline() for _number in range(20)]
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with Store(path, author="Wanda") as store:
        assert store.read(phone) == said[-1].strip() == "19"
        assert store.history().undo == "Ann's number 19"


def test_a_book_opened_to_read_is_not_changed(store: Store, path: Path) -> None:
    store.close()
    before = path.read_bytes(), path.stat().st_mtime_ns
    with Store(path, author="Bob", read_only=True) as reader:
        assert reader.read(phone) == ""
        with pytest.raises(StorageError, match="book_read_only"):
            call_ann(reader, "1")
        with pytest.raises(StorageError, match="book_read_only"):
            reader.undo()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_write_while_another_program_writes_is_refused_and_can_be_repeated(
    store: Store, path: Path
) -> None:
    store.read(lambda session: session.execute(text("PRAGMA busy_timeout = 10")))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="book_busy"):
        call_ann(store, "1")
    other.execute("ROLLBACK")
    other.close()
    call_ann(store, "1")
    assert store.read(phone) == "1"


def test_a_file_that_was_moved_away_takes_no_write(store: Store, path: Path) -> None:
    path.rename(path.with_name("elsewhere.chapter"))
    with pytest.raises(StorageError, match=r"book_moved|book_missing|disk_failing"):
        call_ann(store, "1")


def test_a_damaged_file_is_told_from_a_missing_one(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192])
    with pytest.raises(StorageError, match="book_damaged"):
        Store(path, author="Wanda")
    assert path.read_bytes() == whole[:8192]
    assert not path.with_name(path.name + ".lock").exists()


def test_an_editor_opened_before_an_undo_is_refused(store: Store) -> None:
    call_ann(store, "1")
    seen = images(store, versions=True)["person"][1]["version"]
    store.undo()
    store.redo()
    with pytest.raises(ConflictError, match="changed_meanwhile"):
        store.read(finding.record, Person, 1, seen)


def test_two_editors_of_one_member_do_not_overwrite_each_other(store: Store) -> None:
    seen = images(store, versions=True)["person"][1]["version"]

    def edit(session: Session, company: str) -> None:
        roster.correct(
            session,
            person_id=1,
            given_name="Ann",
            family_name="Whitfield",
            company=company,
            version=seen,
        )

    store.write("First", edit, "First")
    with pytest.raises(ConflictError, match="changed_meanwhile"):
        store.write("Second", edit, "Second")
    assert images(store)["person"][1]["company"] == "First"


def test_a_book_that_is_given_up_half_made_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "new" / "half.chapter"
    place.parent.mkdir()

    def give_up() -> None:
        with Store.grown(place, author="Bob") as half:
            half.write("Founded", chapter.found, name="Half a chapter")
            assert not place.exists()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        give_up()
    assert list(place.parent.iterdir()) == []


def test_a_book_appears_at_its_place_whole_and_takes_nobodys(tmp_path: Path) -> None:
    place = tmp_path / "new" / "whole.chapter"
    place.parent.mkdir()
    with Store.grown(place, author="Bob") as growing:
        growing.write("Founded", chapter.found, name="A whole chapter")
    with Store(place, author="Bob", read_only=True) as book:
        assert book.history().undo == "Founded"
    assert [path.name for path in place.parent.iterdir()] == [place.name]
    with pytest.raises(StorageError, match="book_exists"), Store.grown(place, author="Bob"):
        raise AssertionError
