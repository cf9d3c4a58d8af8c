"""What can be read of a damaged book comes into a new one; the damaged file stays as it is."""

import shutil
from pathlib import Path

import pytest

from app.errors import StorageError
from app.storage import Store, contents, soundness
from app.storage.salvaging import Salvage, salvage
from tests.images import images
from tests.small_book import NOON
from tests.storage.asking import call_ann, phone

PAGE = 4096


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "saved.chapter"


def saved(book: Path, target: Path) -> Salvage:
    return salvage(book, target, author="Wanda", label="Salvaged", at=NOON)


@pytest.fixture
def big(tmp_path: Path) -> Path:
    path = Path(
        shutil.copy(Path(__file__).parent.parent / "data" / "schema-1.chapter", tmp_path / "big")
    )
    Store(path, author="Wanda", clock=lambda: NOON).close()
    return path


def test_a_whole_book_is_salvaged_whole(big: Path, target: Path) -> None:
    with Store(big, author="Bob", read_only=True) as store:
        before = images(store)
    found = saved(big, target)
    with Store(target, author="Bob") as store:
        assert images(store) == before
        assert store.read(soundness.faults) == ()
    assert (found.from_history, found.left_behind, found.missing) == (0, 0, {})


@pytest.mark.parametrize("page", range(2, 48, 3))
def test_whatever_page_is_lost_most_is_saved_and_the_new_book_is_sound(
    big: Path, target: Path, page: int
) -> None:
    whole = contents.of_file(big)
    spoilt = bytearray(big.read_bytes())
    spoilt[page * PAGE : (page + 1) * PAGE] = b"\x5a" * PAGE
    big.write_bytes(bytes(spoilt))
    found = saved(big, target)
    there = sum(count for name, count in whole.rows.items() if not name.startswith("journal"))
    assert sum(found.saved.values()) >= 0.9 * there
    with Store(target, author="Bob") as store:
        assert store.read(soundness.faults) == ()
    assert big.read_bytes() == bytes(spoilt)


def test_a_cut_off_book_gives_up_what_is_left_of_it(big: Path, target: Path) -> None:
    cut = big.read_bytes()[: 100 * PAGE // 4]
    big.write_bytes(cut)
    found = saved(big, target)
    assert found.saved["person"] > 0
    assert found.missing.keys() <= contents.of_file(target).rows.keys()
    assert big.read_bytes() == cut


def test_a_row_the_table_has_lost_is_read_from_the_history(path: Path, target: Path) -> None:
    with Store(path, author="Wanda", clock=lambda: NOON) as store:
        call_ann(store, "0117 496 0001")
        pages = dict(
            store.ask_file(
                lambda c: c.execute("SELECT name, rootpage FROM sqlite_master").fetchall()
            )
        )
    spoilt = bytearray(path.read_bytes())
    start = (pages["person"] - 1) * PAGE
    spoilt[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(bytes(spoilt))
    found = saved(path, target)
    assert found.from_history == 1
    with Store(target, author="Bob") as store:
        assert store.read(phone) == "0117 496 0001"


def test_salvage_never_writes_over_a_file(path: Path, target: Path) -> None:
    target.write_bytes(b"mine")
    with pytest.raises(StorageError, match="book_exists"):
        saved(path, target)
    assert target.read_bytes() == b"mine"


def test_a_book_that_is_open_here_is_not_read_as_a_file(store: Store, target: Path) -> None:
    with pytest.raises(StorageError, match="book_open_here"):
        saved(store.path, target)
