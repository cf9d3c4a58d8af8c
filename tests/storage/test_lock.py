"""One writer per book, and who it is."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.errors import StorageError
from app.models.people import Person
from app.storage import Store
from app.storage.lock import Lock
from tests.storage.asking import call_ann, phone

_HOLD = """
import sys
from pathlib import Path
from app.storage import Store
store = Store(Path(sys.argv[1]), author="Bob, secretary")
print("open", flush=True)
sys.stdin.read()
"""


def _holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_process_is_told_who_has_the_book_open(path: Path) -> None:
    process = _holder(path)
    with pytest.raises(StorageError, match="book_in_use") as refusal:
        Store(path, author="Wanda")
    _end(process)
    assert refusal.value.facts["holder"] == "Bob, secretary"
    assert refusal.value.facts["pid"] == process.pid
    assert refusal.value.facts["host"] == socket.gethostname()


def test_a_book_whose_holder_was_killed_opens_without_a_question(path: Path) -> None:
    process = _holder(path)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert path.with_name(path.name + ".lock").exists()
    with Store(path, author="Wanda") as store:
        call_ann(store, "1")
        assert store.read(phone) == "1"


def test_the_same_process_does_not_open_a_book_twice(store: Store, path: Path) -> None:
    with pytest.raises(StorageError, match="book_in_use"):
        Store(path, author="Bob")
    call_ann(store, "1")


def test_opening_a_book_twice_does_not_let_others_into_the_middle_of_a_change(
    store: Store, path: Path
) -> None:
    """Whoever opens and closes the file in this process would drop SQLite's own locks."""

    def deed(session: Session) -> None:
        session.get_one(Person, 1).phone = "1"
        session.flush()
        with pytest.raises(StorageError, match="book_in_use"):
            Store(path, author="Bob")
        assert _said_by_another_program(path) == "database is locked"

    store.write("Ann's number", deed)


def _said_by_another_program(path: Path) -> str:
    program = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    run = [sys.executable, "-c", program, str(path)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def test_a_reader_needs_no_lock(store: Store, path: Path) -> None:
    call_ann(store, "1")
    with Store(path, author="Bob", read_only=True) as reader:
        assert reader.read(phone) == "1"
    call_ann(store, "2")


def test_closing_leaves_no_lock_behind_and_may_be_done_twice(store: Store, path: Path) -> None:
    store.close()
    store.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with Store(path, author="Bob"):
        pass


def test_a_refused_book_is_not_locked(tmp_path: Path) -> None:
    foreign = tmp_path / "letter.txt"
    foreign.write_text("Dear Ann")
    with pytest.raises(StorageError, match="not_a_book"):
        Store(foreign, author="Wanda")
    assert [one.name for one in tmp_path.iterdir()] == [foreign.name]


def test_a_lock_on_a_file_just_removed_is_taken_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its holder may close, and remove the lock, between our opening and our locking it."""
    lock_file = path.with_name(path.name + ".lock")
    calls: list[int] = []
    real = fcntl.flock

    def flock(file: Any, how: int) -> None:  # noqa: ANN401  as fcntl has it
        if not calls:
            lock_file.unlink()
        calls.append(how)
        real(file, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    lock = Lock(path, "Wanda")
    monkeypatch.undo()
    with pytest.raises(StorageError, match="book_in_use"):
        Lock(path, "Bob")
    lock.release()


def test_a_lock_that_cannot_be_removed_is_let_go_all_the_same(path: Path) -> None:
    lock = Lock(path, "Wanda")
    lock.path.unlink()
    lock.path.mkdir()
    lock.release()
    lock.path.rmdir()
    Lock(path, "Bob").release()


def test_a_lock_file_full_of_nonsense_names_nobody(path: Path) -> None:
    process = _holder(path)
    lock_file = path.with_name(path.name + ".lock")
    for nonsense in ("[]", "", "{", '{"pid": {"a": 1}}'):
        lock_file.write_text(nonsense)
        with pytest.raises(StorageError, match="book_in_use"):
            Store(path, author="Wanda")
    _end(process)
