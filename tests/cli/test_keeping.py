"""Copies from the command line: kept, listed, shown, put in place; and what can be salvaged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import mounts
from app.services import chapter
from app.storage import Store
from tests.command_line import run
from tests.exchange import samples
from tests.images import images
from tests.storage.test_bad_days import BAD


def test_a_copy_is_kept_while_the_window_has_the_book_open(demo: Path) -> None:
    with Store(demo, author="the window"):
        said = run("backup", demo, "--json")
    assert said.status == 0
    assert Path(said.json["copy"]["path"]).parent.name == "riverside copies"
    assert said.json["copy"]["contents"]["meetings"] > 70


def test_a_copy_goes_to_another_folder(demo: Path, tmp_path: Path) -> None:
    said = run("backup", demo, "--to", tmp_path, "--json")
    assert said.status == 0
    stick = tmp_path / "stick"
    stick.mkdir()
    assert run("backup", demo, "--to", stick).status == 0
    assert len(list(stick.rglob("*.chapter"))) == 1


def test_a_restore_shows_both_sides_before_it_is_done(demo: Path) -> None:
    assert run("restore", demo).is_one_sentence
    run("backup", demo)
    before = demo.read_bytes()
    with Store(demo, author="Wanda") as store:
        whole = images(store)
        store.undo()
    shown = run("restore", demo, "latest", "--dry-run", "--json").json
    assert not shown["restored"]
    assert shown["before"]["last_entry"] != shown["copy"]["contents"]["last_entry"]
    assert demo.read_bytes() != before
    done = run("restore", demo, "latest", "--json").json
    assert done["restored"]
    with Store(demo, author="Wanda", read_only=True) as store:
        assert images(store) == whole
    assert run("restore", demo, Path(done["replaced"]).name).status == 0
    with Store(demo, author="Wanda", read_only=True) as store:
        assert images(store) != whole
    assert len(run("restore", demo, "--json").json["copies"]) == 3


def test_restoring_the_open_book_is_refused_in_one_line(demo: Path) -> None:
    run("backup", demo)
    with Store(demo, author="the window"):
        said = run("restore", demo, "latest")
    assert (said.status, said.is_one_sentence) == (1, True)
    assert "the window" in said.err


@pytest.mark.parametrize("copy", ["nothing.chapter", "latest"])
def test_a_copy_that_is_not_there_is_refused_in_one_line(demo: Path, copy: str) -> None:
    said = run("restore", demo, copy)
    assert (said.status, said.is_one_sentence) == (1, True)


def test_an_import_keeps_a_copy_first(demo: Path, tmp_path: Path) -> None:
    export = tmp_path / "a.xls"
    export.write_bytes(samples.slips_audit([samples.education("Ann Lee")]))
    assert run("import", demo, export, "--date", "2026-11-17", "--other-chapter").status == 0
    copies = run("restore", demo, "--json").json["copies"]
    assert [one["occasion"] for one in copies] == ["import"]


def test_a_damaged_book_is_salvaged(demo: Path, tmp_path: Path) -> None:
    run("backup", demo)
    demo.write_bytes(demo.read_bytes()[:2_000_000])
    assert run("check", demo).status == 1
    said = run("salvage", demo, tmp_path / "saved.chapter", "--json")
    assert said.status == 0
    assert run("check", tmp_path / "saved.chapter").err.count("damaged") == 0
    assert said.json["saved"]["person"] > 40
    assert said.json["saved"]["slip"] > 300


def test_what_is_kept_about_a_person_is_written_into_a_folder(demo: Path, tmp_path: Path) -> None:
    said = run("person-data", demo, "Ann Whitfield", "-o", tmp_path / "for ann")
    assert said.status == 0
    assert sorted(one.suffix for one in (tmp_path / "for ann").iterdir()) == [
        ".csv",
        ".json",
        ".pdf",
    ]
    refused = run("person-data", demo, "Nobody Atall", "-o", tmp_path / "for nobody")
    assert (refused.status, refused.is_one_sentence) == (1, True)


def test_check_looks_the_copies_through_where_it_is_asked_to(demo: Path) -> None:
    run("backup", demo)
    assert run("check", demo, "--copies").status == 0
    copy = Path(run("restore", demo, "--json").json["copies"][0]["path"])
    copy.write_bytes(copy.read_bytes()[:-1] + b"?")
    assert run("check", demo).status == 0
    said = run("check", demo, "--copies", "--json")
    assert said.status == 1
    assert [fault["reason"] for fault in said.json["faults"]] == ["copy_damaged"]


@pytest.mark.parametrize("command", ["check", "backup", "restore"])
@pytest.mark.parametrize("spoil", [spoil for spoil, _reason in BAD.values()], ids=BAD.keys())
def test_a_bad_file_is_refused_in_one_line_and_left_as_it_is(
    small: Path, spoil: Callable[[Path], None], command: str
) -> None:
    spoil(small)
    before = small.read_bytes() if small.is_file() else None
    said = run(command, small)
    assert (said.status, said.is_one_sentence) == (1, True), said
    assert (small.read_bytes() if small.is_file() else None) == before
    assert list(small.parent.iterdir() if small.parent.exists() else ()) in ([], [small])


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("founded") / "riverside.chapter"
    with Store.create(path, author="Wanda") as store:
        store.write("Founded", chapter.found, name="Riverside")
    return path


@pytest.fixture
def small(founded: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "alone"
    folder.mkdir()
    return Path(shutil.copy(founded, folder / "riverside.chapter"))


@pytest.fixture
def far(demo: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a book on a network folder."""
    monkeypatch.setattr(mounts, "file_system", lambda _folder: "cifs")
    assert run("backup", demo).status == 0
    return demo


@pytest.mark.parametrize(
    "command",
    [
        ("import", "BOOK", "FILE"),
        ("restore", "BOOK", "latest"),
        ("erase", "BOOK", "Ann Whitfield", "--for-good"),
    ],
)
def test_a_book_on_a_network_folder_is_not_written_to(
    far: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    export = tmp_path / "a.xls"
    export.write_bytes(samples.slips_audit([samples.education("Ann Lee")]))
    places = {"BOOK": far, "FILE": export}
    before = far.read_bytes()

    said = run(*(places.get(word, word) for word in command))

    assert (said.status, said.is_one_sentence) == (1, True)
    assert "lies on a network folder (cifs)" in said.err
    assert "--on-network" in said.err
    assert far.read_bytes() == before


def test_a_book_on_a_network_folder_is_read_and_written_to_where_that_is_asked_for(
    far: Path,
) -> None:
    assert run("check", far).status == 0
    assert run("restore", far, "latest", "--on-network").status == 0
