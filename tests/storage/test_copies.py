"""Copies of a book: whole, checked, listed, thinned, and put back in its place."""

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import StorageError
from app.storage import Store, contents, keeping, soundness
from app.storage.copies import Copy, Occasion, Shelf, of_file, verify
from app.storage.restoring import restore
from tests.images import images
from tests.small_book import NOON
from tests.storage.asking import call_ann, phone


def kept(store: Store, occasion: Occasion = Occasion.ASKED) -> Copy:
    return keeping.keep(store, occasion, NOON)


@pytest.fixture
def later(path: Path) -> Copy:
    """Return a copy of a book that has changed since."""
    with Store(path, author="Wanda", clock=lambda: NOON) as store:
        call_ann(store, "1")
        one = kept(store)
        call_ann(store, "2")
    return one


def test_a_copy_of_the_open_book_holds_everything(store: Store) -> None:
    call_ann(store, "1")
    one = kept(store)
    verify(one)
    with Store(one.path, author="Bob", read_only=True) as copied:
        assert images(copied, versions=True) == images(store, versions=True)
        assert copied.read(soundness.faults) == ()


def test_a_copy_is_listed_with_what_it_holds(store: Store, path: Path) -> None:
    call_ann(store, "1")
    one = kept(store)
    assert Shelf(path).copies() == (one,)
    assert one.path.parent == path.with_name("riverside copies")
    assert (one.contents.chapter, one.contents.last_label) == ("Riverside", "Ann's number 1")
    assert one.contents == store.ask_file(contents.of)


def test_a_book_that_has_not_changed_is_not_copied_again(store: Store, path: Path) -> None:
    assert keeping.keep_if_changed(store, Occasion.OPENING, NOON) is not None
    assert keeping.keep_if_changed(store, Occasion.CLOSING, NOON) is None
    call_ann(store, "1")
    assert keeping.keep_if_changed(store, Occasion.CLOSING, NOON) is not None
    store.undo()
    assert keeping.keep_if_changed(store, Occasion.CLOSING, NOON) is not None
    assert len(Shelf(path).copies()) == 3


@pytest.mark.parametrize("place", [0, 30, 5000, -1])
def test_one_flipped_bit_in_a_copy_is_found(store: Store, place: int) -> None:
    one = kept(store)
    spoilt = bytearray(one.path.read_bytes())
    spoilt[place] ^= 1
    one.path.write_bytes(bytes(spoilt))
    with pytest.raises(StorageError, match="copy_damaged"):
        verify(one)


def test_copies_are_thinned_and_those_from_before_an_upgrade_stay(store: Store) -> None:
    keeping.keep(store, Occasion.UPGRADE, NOON - timedelta(days=800))
    for days in range(40, 0, -1):
        keeping.keep(store, Occasion.CLOSING, NOON - timedelta(days=days))
    copies = Shelf(store.path).copies()
    assert len(copies) == 1 + 1 + 12 + 5
    assert copies[-1].occasion is Occasion.UPGRADE
    assert len(list(copies[0].path.parent.iterdir())) == 2 * len(copies)


def test_the_copy_made_last_is_the_latest_though_the_clock_was_set_back(store: Store) -> None:
    keeping.keep(store, Occasion.OPENING, NOON + timedelta(days=4000))
    call_ann(store, "1")
    made = keeping.keep_if_changed(store, Occasion.CLOSING, NOON)
    shelf = Shelf(store.path)
    assert shelf.latest() == made
    assert len(shelf.copies()) == 2
    assert keeping.keep_if_changed(store, Occasion.OPENING, NOON) is None


def test_a_copy_without_a_number_comes_before_those_that_have_one(store: Store) -> None:
    first = keeping.keep(store, Occasion.ASKED, NOON)
    manifest = first.path.with_name(f"{first.path.name}.json")
    said = json.loads(manifest.read_text(encoding="utf-8"))
    del said["number"]
    manifest.write_text(json.dumps(said), encoding="utf-8")
    second = keeping.keep(store, Occasion.ASKED, NOON)
    assert [one.path for one in Shelf(store.path).copies()] == [second.path, first.path]


@pytest.mark.parametrize(
    "astray", [timedelta(days=-3000), timedelta(days=3000)], ids=["back", "forward"]
)
def test_a_wrong_clock_costs_no_copy_of_another_day(store: Store, astray: timedelta) -> None:
    days = [NOON - timedelta(days=days) for days in range(12, 0, -1)]
    for day in days:
        keeping.keep(store, Occasion.CLOSING, day)
    keeping.keep(store, Occasion.CLOSING, NOON + astray)
    assert {one.made_at for one in Shelf(store.path).copies()} == {*days, NOON + astray}


def test_a_book_that_is_not_whole_makes_no_copy_and_costs_none(store: Store, path: Path) -> None:
    first = kept(store)
    call_ann(store, "1")
    store.close()
    with sqlite3.connect(path) as book:
        book.execute("INSERT INTO spell (person_id, reason, version) VALUES (99, '', 1)")
    book.close()
    with (
        Store(path, author="Wanda") as spoilt,
        pytest.raises(StorageError, match="book_damaged"),
    ):
        kept(spoilt)
    assert Shelf(path).copies() == (first,)
    assert not list(first.path.parent.glob("*.part"))


def test_the_latest_copy_is_taken_to_a_second_place_once(store: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    kept(store)
    assert keeping.take_elsewhere(store.path, stick) is None
    stick.mkdir()
    for _time in range(2):
        taken = keeping.take_elsewhere(store.path, stick)
        assert taken is not None
    there = keeping.elsewhere(store.path, stick).copies()
    assert len(there) == 1
    verify(there[0])


def test_a_book_is_saved_under_another_name_but_never_over_a_file(
    store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "other.chapter"
    keeping.save_as(store, target)
    with Store(target, author="Bob") as other:
        assert images(other) == images(store)
    with pytest.raises(StorageError, match="book_exists"):
        keeping.save_as(store, target)


def test_restoring_brings_back_the_copy_and_keeps_what_it_replaced(later: Copy, path: Path) -> None:
    before = contents.of_file(path)
    restored = restore(path, later, holder="Wanda", at=NOON)
    with Store(path, author="Wanda") as store:
        assert store.read(phone) == "1"
        assert store.read(soundness.faults) == ()
    assert restored.replaced is not None
    assert restored.replaced.contents == before
    verify(restored.replaced)


def test_restoring_is_taken_back_by_restoring_what_was_replaced(later: Copy, path: Path) -> None:
    replaced = restore(path, later, holder="Wanda", at=NOON).replaced
    assert replaced is not None
    restore(path, replaced, holder="Wanda", at=NOON)
    with Store(path, author="Wanda") as store:
        assert store.read(phone) == "2"


def test_a_damaged_copy_replaces_nothing(later: Copy, path: Path) -> None:
    before = path.read_bytes()
    later.path.write_bytes(later.path.read_bytes()[:-1] + b"?")
    with pytest.raises(StorageError, match="copy_damaged"):
        restore(path, later, holder="Wanda", at=NOON)
    assert path.read_bytes() == before


def test_a_book_that_is_open_is_not_replaced(later: Copy, path: Path) -> None:
    with (
        Store(path, author="Bob") as store,
        pytest.raises(StorageError, match="book_in_use"),
    ):
        restore(path, later, holder="Wanda", at=NOON)
    assert not store.read_only


def test_a_damaged_book_is_kept_too_when_a_copy_replaces_it(later: Copy, path: Path) -> None:
    spoilt = path.read_bytes()[:9000]
    path.write_bytes(spoilt)
    assert restore(path, later, holder="Wanda", at=NOON).replaced is None
    with Store(path, author="Wanda") as store:
        assert store.read(phone) == "1"
    others = {one.read_bytes() for one in later.path.parent.glob("*.chapter")}
    assert spoilt in others


def test_a_book_that_is_gone_is_restored(later: Copy, path: Path) -> None:
    path.unlink()
    restore(path, later, holder="Wanda", at=NOON)
    with Store(path, author="Wanda") as store:
        assert store.read(phone) == "1"


def test_the_journal_of_the_replaced_book_is_not_played_into_the_restored_one(
    later: Copy, path: Path
) -> None:
    book = sqlite3.connect(path, isolation_level=None)
    book.execute("PRAGMA journal_mode = PERSIST")
    book.execute("PRAGMA cache_size = 1")
    book.execute("BEGIN IMMEDIATE")
    book.execute("UPDATE person SET note = hex(randomblob(200000)), version = version + 1")
    crashed, journal = path.read_bytes(), path.with_name(f"{path.name}-journal").read_bytes()
    book.close()
    path.write_bytes(crashed)
    path.with_name(f"{path.name}-journal").write_bytes(journal)
    replaced = restore(path, later, holder="Wanda", at=NOON).replaced
    with Store(path, author="Wanda") as store:
        assert store.read(phone) == "1"
        assert store.read(soundness.faults) == ()
    assert replaced is not None
    with Store(replaced.path, author="Bob", read_only=True) as before:
        assert before.read(phone) == "2"


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        "null",
        '{"format": "chapterhouse.copy.1"}',
        '{"made_at": "2026-11-28T10:00:00", "occasion": "asked", "sha256": "", "contents": {}}',
        '{"made_at": "2026-11-28T10:00:00+00:00", "contents": {"last_at": null, "rows": []}}',
        '{"made_at": 5, "occasion": "../../etc/passwd", "sha256": [], "contents": 7}',
    ],
)
def test_a_manifest_that_makes_no_sense_lists_nothing_and_harms_nothing(
    store: Store, path: Path, manifest: str
) -> None:
    one = kept(store)
    other = one.path.with_name("strange.chapter")
    other.write_bytes(b"strange")
    other.with_name("strange.chapter.json").write_text(manifest, encoding="utf-8")
    assert Shelf(path).copies() == (one,)
    kept(store)
    assert other.exists()


def test_a_prepared_copy_is_not_restored(later: Copy, path: Path) -> None:
    with sqlite3.connect(later.path) as book:
        book.execute("CREATE TRIGGER steal AFTER INSERT ON slip BEGIN DELETE FROM slip; END")
    book.close()
    later.path.with_name(f"{later.path.name}.json").unlink()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="book_prepared"):
        of_file(later.path, NOON, Occasion.ASKED)
    with pytest.raises(StorageError, match="copy_damaged"):
        restore(path, later, holder="Wanda", at=NOON)
    assert path.read_bytes() == before
