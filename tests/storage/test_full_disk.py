"""A disk that really is full: each step is refused with its sentence, and nothing is the worse."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import AppError
from app.exchange.outgoing.csv_files import write_file
from app.exchange.outgoing.tables import Heading, Table
from app.models.people import Person
from app.reports import output
from app.services import chapter, roster
from app.storage import Store, soundness
from app.storage.copies import Occasion, Shelf, verify
from app.storage.keeping import keep, save_as, save_copy, take_elsewhere
from app.storage.restoring import restore
from app.storage.salvaging import salvage
from app.wording import sentence
from tests.small_book import NOON
from tests.small_disk import files, fill, small_disk

_SPARE = 64 * 1024
_OLD = Path(__file__).parent.parent / "data" / "schema-1.chapter"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as place:
        yield place


@pytest.fixture
def path(original: Path, disk: Path) -> Path:
    return Path(shutil.copy(original, disk / "riverside.chapter"))


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, author="Wanda", clock=lambda: NOON) as store:
        yield store


def refused(error: AppError, *words: str) -> None:
    told = sentence(error)
    assert "{" not in told
    assert all(word in told for word in words), told


def note(store: Store, words: str) -> None:
    store.write("Noted", chapter.put_setting, name="paper", value=words)


def test_a_save_is_refused_whole_and_the_next_one_works_once_there_is_space(
    disk: Path, store: Store
) -> None:
    note(store, "A4")
    filler = fill(disk)
    with pytest.raises(AppError, match="disk_full") as full:
        note(store, "x" * 1_000_000)
    refused(full.value, "Not saved: the disk is full", "still here", "store again")
    assert store.history().undo == "Noted"
    filler.unlink()
    note(store, "x" * 1_000_000)
    assert store.read(soundness.faults) == ()


def test_a_copy_is_refused_and_older_ones_stay_as_they_are(disk: Path, store: Store) -> None:
    one = keep(store, Occasion.ASKED, NOON)
    note(store, "A4")
    before = files(disk)
    fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="copy_no_space") as full:
        keep(store, Occasion.ASKED, NOON)
    refused(full.value, "too full for a copy", "The book itself is saved", "free some space")
    assert files(disk) == before
    verify(one)


def test_a_second_place_that_is_full_gets_no_half_copy(
    original: Path, disk: Path, tmp_path: Path
) -> None:
    book = Path(shutil.copy(original, tmp_path / "riverside.chapter"))
    with Store(book, author="Wanda") as store:
        keep(store, Occasion.ASKED, NOON)
    fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="disk_full") as full:
        take_elsewhere(book, disk)
    refused(full.value, "the disk is full")
    assert files(disk) == {}


def test_a_copy_that_is_saved_elsewhere_leaves_an_older_file_as_it_was(
    original: Path, disk: Path, tmp_path: Path
) -> None:
    book = Path(shutil.copy(original, tmp_path / "riverside.chapter"))
    with Store(book, author="Wanda") as store:
        one = keep(store, Occasion.ASKED, NOON)
    (disk / "copy.chapter").write_bytes(b"an older copy")
    filler = fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="disk_full"):
        save_copy(one, disk / "copy.chapter")
    assert files(disk) == {"copy.chapter": b"an older copy"}
    filler.unlink()
    save_copy(one, disk / "copy.chapter")
    assert (disk / "copy.chapter").read_bytes() == one.path.read_bytes()


def test_saving_as_a_new_book_leaves_nothing_half(disk: Path, store: Store) -> None:
    before = files(disk)
    fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="disk_full") as full:
        save_as(store, disk / "new.chapter")
    refused(full.value, "the disk is full")
    assert files(disk) == before


def test_an_older_book_stays_as_it_was(disk: Path) -> None:
    old = Path(shutil.copy(_OLD, disk / "riverside.chapter"))
    before = files(disk)
    fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="copy_no_space") as full:
        Store(old, author="Wanda")
    refused(full.value, "too full for a copy")
    assert files(disk) == before


def test_an_older_book_stays_as_it_was_where_only_its_copy_has_room(disk: Path) -> None:
    old = Path(shutil.copy(_OLD, disk / "riverside.chapter"))
    before = old.read_bytes()
    fill(disk, spare=len(before) + _SPARE)
    with pytest.raises(AppError, match=r"disk_full|copy_no_space"):
        Store(old, author="Wanda")
    assert old.read_bytes() == before
    left = sorted(one.name for one in disk.iterdir() if one.is_file())
    assert left == ["holiday.mov", "riverside.chapter"]


def test_a_restore_leaves_the_book_as_it_was(disk: Path, path: Path) -> None:
    with Store(path, author="Wanda") as store:
        one = keep(store, Occasion.ASKED, NOON)
        note(store, "A4")
    before = files(disk)
    fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="disk_full"):
        restore(path, one, holder="Wanda", at=NOON)
    assert files(disk) == before
    assert Shelf(path).copies() == (one,)


def test_a_salvage_leaves_no_half_book(disk: Path, original: Path) -> None:
    fill(disk, spare=_SPARE)
    with pytest.raises(AppError, match="disk_full"):
        salvage(original, disk / "saved.chapter", author="Wanda", label="Salvaged", at=NOON)
    assert files(disk) == {}


def test_a_document_leaves_the_one_before_as_it_was(disk: Path) -> None:
    (disk / "report.pdf").write_bytes(b"last week's")
    fill(disk)
    with pytest.raises(AppError, match="output_no_space") as full:
        output.write(disk / "report.pdf", b"%PDF" * 100_000)
    refused(full.value, "the disk is full", "a file of that name is as it was", "choose another")
    assert files(disk) == {"report.pdf": b"last week's"}


def test_a_table_leaves_the_one_before_as_it_was(disk: Path) -> None:
    (disk / "slips.csv").write_bytes(b"last week's")
    fill(disk)
    rows = ([f"{number} of many"] for number in range(100_000))
    with pytest.raises(AppError, match="output_no_space"):
        write_file(disk / "slips.csv", Table("slips", "Slips", [Heading("Slip")], rows))
    assert files(disk) == {"slips.csv": b"last week's"}


def test_a_person_is_erased_though_there_is_no_room_to_write_the_file_anew(
    disk: Path, path: Path, store: Store
) -> None:
    store.write("Gone", roster.leave, person_id=1, on=date(2026, 11, 20), reason="moved")
    name = store.read(lambda session: session.get_one(Person, 1).name)
    fill(disk, spare=path.stat().st_size // 2)
    assert store.erase("A person was erased", person_id=1, becomes="Nobody").tables
    store.close()
    assert name.encode() not in path.read_bytes()
    with Store(path, author="Wanda") as again:
        assert again.read(soundness.faults) == ()
