"""Sound books are said to be sound; a bad one is refused in one line, or told what is wrong."""

import sqlite3
from pathlib import Path

import pytest

from app.storage import Store
from tests.command_line import run
from tests.exchange import samples


def test_the_demo_is_a_sound_book_and_takes_nobodys_place(tmp_path: Path) -> None:
    book = tmp_path / "demo.chapter"
    assert run("demo", book).status == 0
    assert run("check", book).status == 0
    before = book.read_bytes()
    said = run("demo", book)
    assert (said.status, said.is_one_sentence) == (1, True)
    assert book.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["demo.chapter"]


def test_reading_commands_work_while_the_book_is_open(demo: Path, tmp_path: Path) -> None:
    with Store(demo, author="the window"):
        assert run("check", demo).status == 0
        assert run("report", demo, "scoreboard", "-o", tmp_path / "a.pdf").status == 0
        said = run("import", demo, tmp_path / "a.pdf")
    assert (said.status, said.is_one_sentence) == (1, True)
    assert "the window" in said.err


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def _header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE note (words)")
    connection.close()


def _future(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def _in_name_only(path: Path) -> None:
    _foreign(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {0x43486273}")
    connection.close()


@pytest.mark.parametrize(
    "spoil", [_missing, _empty, _cut_off, _header_only, _foreign, _future, _in_name_only]
)
@pytest.mark.parametrize("command", ["check", "report"])
def test_a_bad_book_is_refused_in_one_line(demo: Path, spoil: object, command: str) -> None:
    assert callable(spoil)
    spoil(demo)
    more = ("scoreboard", "--json") if command == "report" else ()
    said = run(command, demo, *more)
    assert (said.status, said.is_one_sentence) == (1, True)


@pytest.mark.parametrize("book", ["a" * 300, "no/such/folder/book", "."])
@pytest.mark.parametrize("command", ["demo", "check", "import"])
def test_a_place_where_no_book_can_be_is_refused_in_one_line(
    tmp_path: Path, book: str, command: str
) -> None:
    export = tmp_path / "a.xls"
    export.write_bytes(samples.slips_audit([samples.education("Ann Lee")]))
    said = run(command, tmp_path / book, *([export] if command == "import" else []))
    assert (said.status, said.is_one_sentence) == (1, True)


def test_check_tells_what_another_program_has_changed(demo: Path) -> None:
    with sqlite3.connect(demo) as connection:
        connection.execute("UPDATE slip SET credits = 400, version = version + 1 WHERE id = 1")
        connection.execute("DELETE FROM spell WHERE id = 1")
    connection.close()
    said = run("check", demo, "--json")
    assert said.status == 1
    assert not said.json["sound"]
    assert {fault["reason"] for fault in said.json["faults"]} == {"check_unlike_journal"}
    assert len(run("check", demo).err.splitlines()) == 2
