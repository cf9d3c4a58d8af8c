"""A book somebody has prepared runs nothing, writes nothing elsewhere, and keeps nobody waiting."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.errors import StorageError
from app.queries.members import members
from app.storage import Store, header, salvaging, soundness
from app.storage.copies import Occasion, Shelf, of_file
from app.storage.keeping import keep, save_as
from app.storage.restoring import restore
from app.wording import sentence
from tests.command_line import run as chapterhouse
from tests.small_book import NOON, TODAY
from tests.storage.asking import call_ann, phone

OLD = Path(__file__).parent.parent / "data" / "schema-1.chapter"
ENDLESS = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n"
_LONGEST = 5.0  # seconds of this processor

Spoil = Callable[[Path], None]


def _run(path: Path, *statements: str) -> None:
    book = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        book.execute(statement)
    book.close()


def planting(*statements: str) -> Spoil:
    """Run statements on a book, as any tool could."""
    return lambda path: _run(path, *statements)


def rewriting(table: str, old: str, new: str) -> Spoil:
    """Change what SQLite's own list says of a table, behind its back."""

    def spoil(path: Path) -> None:
        _run(
            path,
            "PRAGMA writable_schema = ON",
            f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') "  # noqa: S608  a test's own words
            f"WHERE name = '{table}'",
        )

    return spoil


def listing(kind: str, name: str, sql: str) -> Spoil:
    """Put something on SQLite's own list that was never made."""
    quoted = sql.replace("'", "''")
    return planting(
        "PRAGMA writable_schema = ON",
        f"DELETE FROM sqlite_master WHERE name = '{name}'",  # noqa: S608  a test's own words
        f"INSERT INTO sqlite_master VALUES ('{kind}', '{name}', '{name}', 0, '{quoted}')",  # noqa: S608  as above
    )


PLANTS: dict[str, Spoil] = {
    "a trigger": planting(
        "CREATE TRIGGER steal AFTER INSERT ON slip BEGIN UPDATE slip SET amount = 0; END"
    ),
    "our trigger with more in it": planting(
        "DROP TRIGGER version_person",
        "CREATE TRIGGER version_person BEFORE UPDATE ON person "
        "WHEN new.version <> old.version + 1 BEGIN DELETE FROM slip; "
        "SELECT RAISE(ABORT, 'version not counted on'); END",
    ),
    "our trigger on another table": planting(
        "DROP TRIGGER version_person",
        "CREATE TRIGGER version_person BEFORE UPDATE ON slip WHEN new.version <> old.version + 1 "
        "BEGIN SELECT RAISE(ABORT, 'version not counted on'); END",
    ),
    "a trigger less": planting("DROP TRIGGER version_person"),
    "a view": planting(f"CREATE VIEW more AS {ENDLESS}"),
    "an endless view for a table": planting(
        "DROP TABLE holder", f"CREATE VIEW holder AS {ENDLESS}"
    ),
    "a view listed as a table": listing("table", "holder", f"CREATE VIEW holder AS {ENDLESS}"),
    "a virtual table": planting("CREATE VIRTUAL TABLE found USING fts5(words)"),
    "a virtual table written otherwise": listing(
        "table", "found", "CREATE\tVIRTUAL /* */ TABLE found USING fts5(words)"
    ),
    "a computed column": planting(
        "ALTER TABLE person ADD COLUMN computed TEXT AS (hex(zeroblob(99))) VIRTUAL"
    ),
    "a column more": planting("ALTER TABLE person ADD COLUMN extra TEXT DEFAULT (1)"),
    "a table more": planting("CREATE TABLE extra (id INTEGER PRIMARY KEY, words TEXT)"),
    "an index on what a function says": planting(
        "CREATE INDEX slow ON person (hex(zeroblob(length(name) * 1000)))"
    ),
    "an index that refuses rows": planting("CREATE UNIQUE INDEX one ON meeting (held_on, state)"),
    "a check that loads a library": rewriting(
        "person", "version INTEGER NOT NULL",
        'version INTEGER NOT NULL CHECK (load_extension("evil.so") IS NULL)',
    ),
    "a check that never fails": rewriting(
        "person", "version INTEGER NOT NULL",
        'version INTEGER NOT NULL CHECK (fts3_tokenizer("simple", x"00") OR 1)',
    ),
    "a default that writes a file": rewriting(
        "person", "note TEXT NOT NULL",
        'note TEXT NOT NULL DEFAULT (writefile("evil", name))',
    ),
    "types not held to": rewriting("person", "STRICT", ""),
    "words that are no statement": rewriting("person", "CREATE TABLE", "CREATE TABEL"),
    "a library loaded instead of a table": listing(
        "table", "holder", "SELECT load_extension('evil.so')"
    ),
    "statistics that are a view": listing(
        "table", "sqlite_stat1", f"CREATE VIEW sqlite_stat1 AS {ENDLESS}"
    ),
}  # fmt: skip
_REASONS = r"book_prepared|book_damaged"


@pytest.fixture(params=PLANTS)
def planted(request: pytest.FixtureRequest, path: Path) -> Path:
    PLANTS[request.param](path)
    return path


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < _LONGEST


@pytest.fixture
def handles(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What every connection to SQLite is like at the moment it is let go of."""
    seen: list[tuple[str, object]] = []
    let_go: list[sqlite3.Connection] = []
    plain = sqlite3.connect

    class Watched(sqlite3.Connection):
        def close(self) -> None:
            if self in let_go:
                return
            let_go.append(self)
            seen.append(("trusted", self.execute("PRAGMA trusted_schema").fetchone()[0]))
            seen.append(("attached", self.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED)))
            seen.append(("longest", self.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)))
            with pytest.raises(sqlite3.OperationalError, match="not authorized"):
                self.execute("SELECT load_extension('x')")
            super().close()

    def connect(*place: Any, **more: Any) -> sqlite3.Connection:  # noqa: ANN401  handed on as given
        return plain(*place, **more, factory=Watched)

    monkeypatch.setattr(sqlite3, "connect", connect)
    return seen


def told(error: StorageError) -> str:
    words = sentence(error)
    assert words.endswith(".")
    assert "{" not in words
    return words


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_it_is_refused_in_a_sentence_and_left_as_it_is(
    planted: Path,
    read_only: bool,  # noqa: FBT001  pytest names it
) -> None:
    before = planted.read_bytes()
    with pytest.raises(StorageError, match=_REASONS) as refused:
        Store(planted, author="Wanda", read_only=read_only)
    assert planted.name in told(refused.value)
    assert planted.read_bytes() == before
    assert [one.name for one in planted.parent.iterdir()] == [planted.name]


def test_no_command_runs_it_copies_it_or_takes_it_for_a_copy(planted: Path) -> None:
    before = planted.read_bytes()
    for command in (
        ("check", planted),
        ("report", planted, "roster", "--json"),
        ("backup", planted),
        ("export", planted, "--json", planted.with_name("out.json")),
    ):
        said = chapterhouse(*command)
        assert said.status == 1, command
        assert said.is_one_sentence, command
    with pytest.raises(StorageError, match=_REASONS):
        of_file(planted, NOON, Occasion.ASKED)
    assert Shelf(planted).copies() == ()
    assert planted.read_bytes() == before


def test_what_is_data_in_it_is_salvaged_and_nothing_else(planted: Path) -> None:
    target = planted.with_name("saved.chapter")
    salvaging.salvage(planted, target, author="Wanda", label="Salvaged", at=NOON)
    with Store(target, author="Wanda") as saved:
        assert saved.read(soundness.faults) == ()
        assert [row.name for row in saved.read(members, TODAY).rows] == ["Ann Whitfield"]


def test_a_good_copy_is_put_in_its_place(store: Store, path: Path) -> None:
    call_ann(store, "1")
    copy = keep(store, Occasion.ASKED, NOON)
    store.close()
    PLANTS["a trigger"](path)
    restore(path, copy, holder="Wanda", at=NOON + timedelta(days=1))
    with Store(path, author="Wanda") as again:
        assert again.read(phone) == "1"


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH DATABASE '{evil}' AS other",
        "VACUUM INTO '{evil}'",
        f"CREATE TABLE holder AS {ENDLESS}",
        "CREATE TABLE holder (id INTEGER DEFAULT (load_extension('{evil}')))",
        ENDLESS,
        "PRAGMA writable_schema = ON",
    ],
)
def test_salvaging_runs_nothing_that_stands_in_a_book(path: Path, sql: str) -> None:
    evil = path.with_name("evil")
    listing("table", "holder", sql.format(evil=evil))(path)
    test_what_is_data_in_it_is_salvaged_and_nothing_else(path)
    assert not evil.exists()


def test_an_older_book_is_looked_through_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    for number, plant in enumerate(PLANTS.values()):
        old = Path(shutil.copy(OLD, tmp_path / f"{number}.chapter"))
        plant(old)
        before = old.read_bytes()
        with pytest.raises(StorageError, match=_REASONS):
            Store(old, author="Wanda")
        assert old.read_bytes() == before
        assert Shelf(old).copies() == ()


@pytest.mark.parametrize("kind", ["pipe", "device", "socket"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "riverside.chapter"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path = Path("/dev/stdin")
    with pytest.raises(StorageError, match=r"not_a_book|book_missing|book_unreadable"):
        Store(path, author="Wanda")
    with pytest.raises(StorageError, match=r"not_a_book|book_missing|book_unreadable"):
        salvaging.salvage(path, tmp_path / "new", author="Wanda", label="Salvaged", at=NOON)
    with pytest.raises(StorageError, match=r"not_a_book|book_missing"):
        of_file(path, NOON, Occasion.ASKED)


def test_every_connection_of_the_program_is_hardened(
    handles: list[tuple[str, object]], path: Path, tmp_path: Path
) -> None:
    old = Path(shutil.copy(OLD, tmp_path / "old.chapter"))
    deeds: dict[str, Callable[[], object]] = {
        "create": lambda: Store.create(tmp_path / "new.chapter", author="Wanda").close(),
        "upgrade": lambda: Store(old, author="Wanda", clock=lambda: NOON).close(),
        "read": lambda: Store(path, author="Wanda", read_only=True).close(),
        "write, past, copy and erase": lambda: _live(path),
        "restore": lambda: restore(
            path, Shelf(path).copies()[0], holder="Wanda", at=NOON + timedelta(days=2)
        ),
        "salvage": lambda: salvaging.salvage(
            path, tmp_path / "saved.chapter", author="Wanda", label="Salvaged", at=NOON
        ),
        "commands": lambda: chapterhouse("check", path),
    }
    for name, deed in deeds.items():
        handles.clear()
        deed()
        assert set(handles) == {
            ("trusted", 0),
            ("attached", 0),
            ("longest", 64 * 1024 * 1024),
        }, name


def _live(path: Path) -> None:
    with Store(path, author="Wanda", clock=lambda: NOON) as store:
        call_ann(store, "1")
        assert store.read_as_of(NOON, phone) == "1"
        keep(store, Occasion.ASKED, NOON)
        save_as(store, path.with_name("other.chapter"))
        store.ask_file(lambda connection: connection.execute("SELECT 1"))


def test_a_book_opened_through_a_link_is_locked_and_upgraded_where_it_lies(tmp_path: Path) -> None:
    real = Path(shutil.copy(OLD, tmp_path / "real.chapter"))
    link = tmp_path / "elsewhere" / "link.chapter"
    link.parent.mkdir()
    link.symlink_to(real)
    with Store(link, author="Wanda") as store:
        assert real.with_name("real.chapter.lock").exists()
        assert store.path == real
        with pytest.raises(StorageError, match="book_in_use"):
            Store(real, author="Bob")
    assert link.is_symlink()
    assert header.check(real) == header.SCHEMA


def test_a_lock_that_is_a_link_does_not_empty_what_it_leads_to(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear committee", encoding="utf-8")
    path.with_name(f"{path.name}.lock").symlink_to(letter)
    with pytest.raises(StorageError, match="folder_read_only"):
        Store(path, author="Wanda")
    assert letter.read_text(encoding="utf-8") == "Dear committee"


def test_a_journal_planted_beside_a_book_harms_only_the_book(path: Path) -> None:
    """SQLite plays a journal back that fits; one that does not is thrown away."""
    journal = path.with_name(f"{path.name}-journal")
    for content in (b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 5000, b"x" * 5000, b"\0" * 512):
        journal.write_bytes(content)
        with Store(path, author="Wanda") as store:
            assert store.read(soundness.faults) == ()
