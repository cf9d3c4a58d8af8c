"""Every bad day has its sentence, leaves the file as it is, and has a way out."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.errors import AppError, StorageError
from app.models.people import Person
from app.storage import Store, soundness
from app.storage.copies import Occasion
from app.storage.header import SCHEMA
from app.storage.keeping import keep, save_as
from app.storage.restoring import restore
from app.wording import sentence
from tests.images import images
from tests.small_book import NOON
from tests.storage.asking import call_ann, entries, phone

_HOLD = """
import sys
from pathlib import Path
from app.storage import Store
store = Store(Path(sys.argv[1]), author="Bob on the laptop")
print("open", flush=True)
sys.stdin.read()
"""


def nothing(path: Path) -> None:
    path.unlink()


def no_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def written(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE song (title)")
    other.close()


def of_a_newer_version(path: Path) -> None:
    _patched(60, (SCHEMA + 1).to_bytes(4, "big"))(path)


def cut_to(share: float) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        whole = path.read_bytes()
        path.write_bytes(whole[: round(len(whole) * share)])

    return cut


def _patched(place: int, new: bytes) -> Callable[[Path], None]:
    def patch(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[place : place + len(new)] = new
        path.write_bytes(bytes(whole))

    return patch


def emptied_pages(path: Path) -> None:
    _patched(4096, b"\x00" * 4096 * 20)(path)


def planted_trigger(path: Path) -> None:
    _run(path, "CREATE TRIGGER steal AFTER INSERT ON slip BEGIN UPDATE slip SET amount = 0; END")


def planted_view(path: Path) -> None:
    _run(
        path,
        "DROP TABLE holder",
        "CREATE VIEW holder AS WITH RECURSIVE n(id) AS "
        "(SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n",
    )


def without_a_table(path: Path) -> None:
    _run(path, "DROP TABLE holder")


def _run(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as book:
        for statement in statements:
            book.execute(statement)
    book.close()


BAD = {
    "no file": (nothing, "book_missing"),
    "no folder": (no_folder, "book_missing"),
    "a folder": (a_folder, "is_a_folder"),
    "a letter": (written(b"Dear Sir or Madam, " * 99), "not_a_book"),
    "16 bytes": (written(b"SQLite format 3\x00"), "not_a_book"),
    "nothing in it": (written(b""), "not_a_book_empty"),
    "a spreadsheet": (written(b"PK\x03\x04" + bytes(500)), "not_a_book_spreadsheet"),
    "of another program": (of_another_program, "not_a_book_other_program"),
    "of a newer version": (of_a_newer_version, "newer_book"),
    "of a newer SQLite": (_patched(18, b"\x09\x09"), "newer_format"),
    "cut to 30 %": (cut_to(0.3), "book_damaged"),
    "cut to 60 %": (cut_to(0.6), "book_damaged"),
    "cut to 95 %": (cut_to(0.95), "book_damaged"),
    "pages emptied": (emptied_pages, "book_damaged"),
    "a trigger planted": (planted_trigger, "book_prepared"),
    "a view planted": (planted_view, "book_prepared"),
    "a table gone": (without_a_table, "book_damaged"),
}

SAYS = {
    "book_missing": "is not there any more. Open another book, or restore a copy.",
    "is_a_folder": "is a folder, not a chapter's book. Choose the file itself.",
    "not_a_book": "is not a chapter's book. It was not changed.",
    "not_a_book_empty": "is empty, so it is not a chapter's book. It was left as it is",
    "not_a_book_spreadsheet": "not a chapter's book. It was not changed; open your book, or begin",
    "not_a_book_other_program": "belongs to another program",
    "newer_book": "It was not changed; update this program to open it.",
    "newer_format": "newer than this program knows. It was not changed; update",
    "book_damaged": "is damaged and was left as it is. Restore its latest copy, or salvage",
    "book_prepared": "It was not changed; open a copy of it from before.",
}
"""What the sentence of each says: that nothing was done to the file, and the way out."""


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(("spoil", "reason"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_with_its_sentence_and_left_as_it_is(
    path: Path,
    spoil: Callable[[Path], None],
    reason: str,
    read_only: bool,  # noqa: FBT001  pytest names it
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StorageError) as refused:
        Store(path, author="Wanda", read_only=read_only)
    assert refused.value.reason == reason
    assert SAYS[reason] in told(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not path.with_name(f"{path.name}.lock").exists()


def test_a_book_that_is_open_elsewhere_says_by_whom_and_where(path: Path) -> None:
    before = path.read_bytes()
    with held(path) as process:
        with pytest.raises(StorageError, match="book_in_use") as refused:
            Store(path, author="Wanda")
        assert path.read_bytes() == before
        words = told(refused.value)
        assert "Bob on the laptop" in words
        assert str(process.pid) in words


def test_the_lock_of_a_dead_process_is_taken_over_in_silence(path: Path) -> None:
    with held(path) as process:
        process.kill()
        process.wait()
        assert path.with_name(f"{path.name}.lock").exists()
        with Store(path, author="Wanda") as store:
            call_ann(store, "1")
            assert store.read(phone) == "1"


def test_a_full_disk_refuses_the_save_whole_and_the_next_one_works(store: Store) -> None:
    before = images(store, versions=True)
    store.ask_file(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchall())
    with pytest.raises(StorageError, match="disk_full") as refused:
        call_ann(store, "9" * 100_000)
    assert "still" in told(refused.value) or "try again" in told(refused.value)
    assert images(store, versions=True) == before
    store.ask_file(
        lambda connection: connection.execute("PRAGMA max_page_count = 999999").fetchall()
    )
    call_ann(store, "1")
    assert store.read(phone) == "1"
    assert store.read(soundness.faults) == ()


@pytest.mark.parametrize("how", ["moved", "replaced", "deleted"])
def test_a_file_that_is_not_there_any_more_takes_no_save_and_is_saved_as_a_new_one(
    store: Store, path: Path, how: str
) -> None:
    call_ann(store, "1")
    other = keep(store, Occasion.ASKED, NOON).path
    if how == "moved":
        path.rename(path.with_name("elsewhere.chapter"))
    elif how == "replaced":
        shutil.copy(other, path.with_name("new"))
        path.with_name("new").replace(path)
    else:
        path.unlink()
    before = {one: one.read_bytes() for one in path.parent.glob("*.chapter")}
    with pytest.raises(StorageError, match="book_moved") as refused:
        call_ann(store, "2")
    assert "save it as a new book, then store again" in told(refused.value)
    assert {one: one.read_bytes() for one in path.parent.glob("*.chapter")} == before
    save_as(store, path.with_name("saved.chapter"))
    with Store(path.with_name("saved.chapter"), author="Wanda") as saved:
        assert saved.read(phone) == "1"


@pytest.mark.parametrize(
    ("what", "reason", "way_out"),
    [
        ("file", "book_read_only", "Save a copy elsewhere"),
        ("folder", "folder_read_only", "Choose another folder"),
    ],
)
def test_what_can_only_be_read_says_so_and_can_be_read(
    original: Path, what: str, reason: str, way_out: str
) -> None:
    with somebody_else() as folder:
        path = Path(shutil.copy(original, folder / "riverside.chapter"))
        path.chmod(0o444 if what == "file" else 0o644)
        folder.chmod(0o777 if what == "file" else 0o555)
        with ordinary_rights():
            with pytest.raises(StorageError, match=reason) as refused:
                Store(path, author="Wanda")
            assert way_out in told(refused.value)
            with Store(path, author="Wanda", read_only=True) as store:
                assert store.read(phone) == ""
        assert path.read_bytes() == original.read_bytes()


def test_a_clock_set_back_does_not_mix_up_the_history(path: Path) -> None:
    times = iter([NOON, NOON - timedelta(days=400), NOON - timedelta(days=800)])
    with Store(path, author="Wanda", clock=lambda: next(times)) as store:
        call_ann(store, "1")
        call_ann(store, "2")
        store.undo()
        assert store.read(phone) == "1"
        assert [label for _kind, label in entries(store)][-2:] == ["Ann's number 2"] * 2
    with Store(path, author="Wanda") as store:
        assert store.history().redo == "Ann's number 2"
        assert store.read(soundness.faults) == ()


def test_a_value_that_makes_no_sense_is_damage_and_not_a_fault_of_the_program(path: Path) -> None:
    with sqlite3.connect(path) as book:
        book.execute("UPDATE person SET kind = 'dragon', version = version + 1")
    book.close()
    with (
        Store(path, author="Wanda") as store,
        pytest.raises(StorageError, match="value_damaged") as refused,
    ):
        store.read(lambda session: session.get(Person, 1))
    assert "dragon" in told(refused.value)


def test_a_second_reader_in_the_same_process_does_not_drop_the_locks(
    store: Store, path: Path
) -> None:
    write = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    )
    with store._engine.begin() as connection:
        connection.execute(text("SELECT 1"))
        with Store(path, author="Bob", read_only=True) as reader:
            assert reader.read(phone) == ""
        other = subprocess.run(
            [sys.executable, "-c", write, path], check=False, capture_output=True
        )
    assert b"locked" in other.stderr


def test_a_copy_is_not_restored_over_a_book_that_is_open_in_this_process(
    store: Store, path: Path
) -> None:
    copy = keep(store, Occasion.ASKED, NOON)
    with pytest.raises(StorageError, match="book_in_use") as refused:
        restore(path, copy, holder="Wanda", at=NOON)
    told(refused.value)


def test_a_book_that_another_program_is_writing_into_refuses_the_save_and_takes_it_later(
    store: Store, path: Path
) -> None:
    be_impatient(store)
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="book_busy") as refused:
            call_ann(store, "1")
        assert "still here" in told(refused.value)
    assert path.read_bytes() == before
    call_ann(store, "1")
    assert store.read(phone) == "1"


def test_a_book_that_another_program_is_reading_refuses_the_save_and_takes_it_later(
    store: Store, path: Path
) -> None:
    be_impatient(store)
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchone()
        with pytest.raises(StorageError, match="book_busy") as refused:
            call_ann(store, "1")
        assert "still here" in told(refused.value)
        assert store.read(phone) == ""
    assert path.read_bytes() == before
    call_ann(store, "1")
    assert store.read(soundness.faults) == ()


def be_impatient(store: Store) -> None:
    """Wait no five seconds for another program."""
    store.ask_file(lambda file: file.execute("PRAGMA busy_timeout = 20").fetchall())


def test_a_file_that_may_not_even_be_read_is_refused_and_left_alone(original: Path) -> None:
    with somebody_else() as folder:
        path = Path(shutil.copy(original, folder / "riverside.chapter"))
        path.chmod(0)
        with ordinary_rights():
            for read_only in (False, True):
                with pytest.raises(StorageError, match=r"unreadable|read_only") as refused:
                    Store(path, author="Wanda", read_only=read_only)
                assert told(refused.value)
        assert path.read_bytes() == original.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_a_file_that_may_not_grow_refuses_the_save_whole(store: Store, path: Path) -> None:
    with no_file_larger_than(path.stat().st_size + 4096):
        with pytest.raises(StorageError, match=r"disk_failing|disk_full") as refused:
            call_ann(store, "9" * 300_000)
        told(refused.value)
        assert store.read(phone) == ""
    call_ann(store, "1")
    assert store.read(phone) == "1"
    assert store.read(soundness.faults) == ()


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse what is longer, as on an account with a limit."""
    import resource  # noqa: PLC0415  not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def told(error: AppError) -> str:
    """Return the sentence of a refusal, which must be whole."""
    words = sentence(error)
    assert "?" not in words
    assert "{" not in words
    assert words.endswith(".")
    return words


@contextmanager
def held(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Have another process hold the book open."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def somebody_else() -> Iterator[Path]:
    """Give a folder that everybody may look into."""
    folder = Path(tempfile.mkdtemp(prefix="chapterhouse-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def ordinary_rights() -> Iterator[None]:
    """Be nobody in particular meanwhile: the rights of a file do not bind an administrator."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
