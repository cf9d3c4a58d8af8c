"""The store: a deed is done whole or not at all, signed, and can be taken back."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.errors import NotFoundError, RuleError, StorageError
from app.models.journal import Entry
from app.models.people import Person
from app.rules.history import EntryKind
from app.services import chapter, roster
from app.storage import Store
from tests.images import images
from tests.small_book import NOON
from tests.storage.asking import call_ann, count_rows, entries, phone

DEED, UNDO, REDO = EntryKind.DEED, EntryKind.UNDO, EntryKind.REDO


def test_a_write_names_the_tables_it_touched(store: Store) -> None:
    change = store.write(
        "Bob admitted", roster.admit, given_name="Bob", family_name="", joined_on=None
    )
    assert change.label == "Bob admitted"
    assert change.tables == {"person", "spell"}
    assert change.kind is DEED


def test_an_entry_says_when_and_by_whom(store: Store) -> None:
    call_ann(store, "1")

    def last(session: Session) -> tuple[object, str]:
        entry = session.scalars(select(Entry).order_by(Entry.id.desc()).limit(1)).one()
        return entry.made_at, entry.author

    assert store.read(last) == (NOON, "Wanda")


def test_undo_and_redo_go_back_and_forth_over_several_changes(store: Store) -> None:
    for number in "123":
        call_ann(store, number)
    store.undo()
    store.undo()
    assert store.read(phone) == "1"
    store.redo()
    assert store.read(phone) == "2"
    store.redo()
    assert store.read(phone) == "3"
    store.undo()
    assert store.read(phone) == "2"


def test_undo_is_an_entry_of_its_own(store: Store) -> None:
    call_ann(store, "1")
    store.undo()
    store.redo()
    assert entries(store)[-3:] == [
        (DEED, "Ann's number 1"),
        (UNDO, "Ann's number 1"),
        (REDO, "Ann's number 1"),
    ]


def test_history_names_what_undo_and_redo_would_do(store: Store) -> None:
    call_ann(store, "1")
    call_ann(store, "2")
    store.undo()
    assert (store.history().undo, store.history().redo) == ("Ann's number 1", "Ann's number 2")


def test_a_new_change_forgets_what_could_be_redone(store: Store) -> None:
    call_ann(store, "1")
    store.undo()
    call_ann(store, "2")
    assert store.history().redo is None
    with pytest.raises(NotFoundError, match="nothing_to_redo"):
        store.redo()


def test_everything_back_to_the_empty_book_can_be_undone(store: Store) -> None:
    store.undo()
    store.undo()
    assert not any(images(store).values())
    with pytest.raises(NotFoundError, match="nothing_to_undo"):
        store.undo()


def test_undo_and_redo_survive_closing_the_book(store: Store, path: Path) -> None:
    for number in "123":
        call_ann(store, number)
    store.undo()
    store.undo()
    store.redo()
    before = store.history()
    store.close()
    with Store(path, author="Bob") as again:
        assert again.history() == before
        again.redo()
        assert again.read(phone) == "3"
        for _change in range(3):
            again.undo()
        assert again.read(phone) == ""
        assert again.history().undo == "Ann admitted"


def test_a_write_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    call_ann(store, "1")
    before, rows = entries(store), count_rows(store)
    change = call_ann(store, "1")
    assert change.tables == frozenset()
    assert (entries(store), count_rows(store)) == (before, rows)
    assert store.history().undo == "Ann's number 1"


def test_a_refused_deed_leaves_nothing(store: Store) -> None:
    before, history, kept = images(store, versions=True), store.history(), entries(store)

    def half(session: Session) -> None:
        session.add(Person(kind="member", name="Eve", sort_name="Eve", name_key="eve"))
        session.flush()
        chapter.found(session, name="Second")

    with pytest.raises(RuleError, match="chapter_exists"):
        store.write("Half done", half)
    assert images(store, versions=True) == before
    assert (store.history(), entries(store)) == (history, kept)


def test_a_fault_of_the_program_leaves_nothing_and_the_next_write_works(store: Store) -> None:
    before = images(store, versions=True)

    def broken(session: Session) -> None:
        session.get_one(Person, 1).phone = "1"
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write("Broken", broken)
    assert images(store, versions=True) == before
    assert call_ann(store, "2").tables == {"person"}


def test_a_question_cannot_change_the_book(store: Store) -> None:
    before = images(store, versions=True)

    def sneaky(session: Session) -> None:
        session.get_one(Person, 1).phone = "1"
        session.flush()

    with pytest.raises(StorageError, match="book_read_only"):
        store.read(sneaky)

    def lazy(session: Session) -> None:
        session.get_one(Person, 1).phone = "1"

    store.read(lazy)
    assert images(store, versions=True) == before


def test_a_bulk_statement_is_undone_like_any_other(store: Store) -> None:
    for name in ("Bob", "Chidi"):
        store.write(name, roster.admit, given_name=name, family_name="", joined_on=None)
    before = images(store)

    def bulk(session: Session) -> None:
        session.execute(update(Person).values(phone="1", version=Person.version + 1))

    store.write("All reached", bulk)
    assert {row["phone"] for row in images(store)["person"].values()} == {"1"}
    store.undo()
    assert images(store) == before


def test_a_bulk_statement_that_does_not_count_versions_on_is_refused(store: Store) -> None:
    before = images(store, versions=True)

    def bulk(session: Session) -> None:
        session.execute(update(Person).values(phone="1"))

    with pytest.raises(IntegrityError, match="version not counted on"):
        store.write("All reached", bulk)
    assert images(store, versions=True) == before


def test_a_version_never_comes_twice(store: Store) -> None:
    seen = []
    call_ann(store, "1")
    for step in (store.undo, store.redo, store.undo, store.redo):
        step()
        seen.append(images(store, versions=True)["person"][1]["version"])
    assert seen == sorted(set(seen))


def test_names_in_any_script_come_back_as_written(store: Store) -> None:
    written = ["山田 健一", "محمد الحداد", "अनिता शर्मा", "<b>&'\"", "Ð̈a\u0301", "👩‍👩‍👧"]
    for text in written:
        call_ann(store, text)
        assert store.read(phone) == text
    for text in reversed(written):
        assert store.read(phone) == text
        store.undo()


def test_dates_before_and_after_any_calendar_are_kept(store: Store) -> None:
    for day in (date.min, date.max):
        store.write("Bob", roster.admit, given_name=f"Bob {day}", family_name="", joined_on=day)
    before = images(store)
    store.undo()
    store.redo()
    assert images(store) == before
