"""The journal: nothing in it is rewritten, and one old entry can be taken back alone."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.errors import ConflictError, NotFoundError, StorageError
from app.models.classifications import Classification
from app.rules.history import EntryKind
from app.rules.people import Duty
from app.services import bulk, classifications, meetings, roster
from app.storage import Store
from tests.images import images
from tests.storage.asking import (
    TUESDAY,
    call_ann,
    count_rows,
    entries,
    mark_ann,
    meet,
    phone,
    unmark_ann,
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET label = 'Nothing'",
        "UPDATE journal_row SET after = before",
        "DELETE FROM journal_row",
        "DELETE FROM journal_entry",
    ],
)
def test_the_journal_is_only_added_to(store: Store, statement: str) -> None:
    before, rows = entries(store), count_rows(store)

    def tamper(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(text(statement))

    with pytest.raises(IntegrityError, match="only added to"):
        store.write("Tamper", tamper)
    with pytest.raises(StorageError, match="book_read_only"):
        store.read(tamper)
    assert (entries(store), count_rows(store)) == (before, rows)


def test_an_old_entry_is_taken_back_while_later_ones_stay(store: Store) -> None:
    old = store.write("Roofer added", classifications.add, name="Roofer")
    call_ann(store, "1")
    change = store.take_back(old.entry_id)
    assert change.kind is EntryKind.TAKE_BACK
    assert change.tables == {"classification"}
    assert images(store)["classification"] == {}
    assert store.read(phone) == "1"


def test_taking_back_can_be_undone(store: Store) -> None:
    old = store.write("Roofer added", classifications.add, name="Roofer")
    call_ann(store, "1")
    before = images(store)
    store.take_back(old.entry_id)
    store.undo()
    assert images(store) == before
    store.redo()
    assert images(store)["classification"] == {}


def test_what_was_taken_back_can_be_undone_once_that_is_itself_undone(store: Store) -> None:
    before = images(store)
    old = store.write("Roofer added", classifications.add, name="Roofer")
    call_ann(store, "1")
    store.take_back(old.entry_id)
    assert store.history().undo == "Roofer added"
    store.undo()
    assert store.history().undo == "Ann's number 1"
    store.undo()
    assert store.history().undo == "Roofer added"
    store.undo()
    assert images(store) == before
    for _step in range(3):
        store.redo()
    assert (images(store)["classification"], store.read(phone)) == ({}, "1")


def test_an_entry_taken_back_alone_and_taken_back_again_leaves_no_step_out(store: Store) -> None:
    old = store.write("Roofer added", classifications.add, name="Roofer")
    with_it = images(store)
    gone = store.take_back(old.entry_id)
    without = images(store)
    store.take_back(gone.entry_id)
    for expected in (without, with_it):
        store.undo()
        assert images(store) == expected
    assert store.history().undo == "Roofer added"


def test_an_entry_whose_rows_have_changed_since_stays(store: Store) -> None:
    old = call_ann(store, "1")
    call_ann(store, "2")
    before = images(store, versions=True)
    with pytest.raises(ConflictError, match="changed_since"):
        store.take_back(old.entry_id)
    assert images(store, versions=True) == before


def test_an_entry_is_taken_back_once_the_later_change_is_gone_again(store: Store) -> None:
    old = call_ann(store, "1")
    call_ann(store, "2")
    store.undo()
    store.take_back(old.entry_id)
    assert store.read(phone) == ""


def test_an_entry_taken_back_already_stays_so(store: Store) -> None:
    old = store.write("Roofer added", classifications.add, name="Roofer")
    store.take_back(old.entry_id)
    with pytest.raises(ConflictError, match="changed_since"):
        store.take_back(old.entry_id)


def test_a_record_that_others_refer_to_now_stays(store: Store) -> None:
    admitted = store.write(
        "Bob admitted", roster.admit, given_name="Bob", family_name="", joined_on=None
    )
    meeting_id = meet(store)
    store.write(
        "Talk",
        meetings.assign_duty,
        meeting_id=meeting_id,
        duty=Duty.FEATURE_TALK,
        person_id=2,
    )
    before = images(store, versions=True)
    with pytest.raises(ConflictError, match="changed_since"):
        store.take_back(admitted.entry_id)
    assert images(store, versions=True) == before
    call_ann(store, "the book works on")


def test_a_mark_does_not_come_back_beside_its_successor(store: Store) -> None:
    first, second = meet(store), meet(store, date(2026, 11, 24))
    mark_ann(store, first)
    mark_ann(store, second)
    cleared = unmark_ann(store, first)
    mark_ann(store, first)
    before = images(store, versions=True)
    with pytest.raises(ConflictError, match="changed_since"):
        store.take_back(cleared.entry_id)
    assert images(store, versions=True) == before


def test_an_unknown_entry_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="entry_missing"):
        store.take_back(99)


def test_a_row_changed_twice_in_one_deed_goes_back_to_its_start(store: Store) -> None:
    def twice(session: Session) -> None:
        meetings.schedule(session, held_on=TUESDAY)
        session.flush()
        for day in (24, 18):
            meetings.move(session, meeting_id=1, held_on=date(2026, 11, day))
            session.flush()

    before = images(store)
    store.write("Moved about", twice)
    after = images(store)
    store.undo()
    assert images(store) == before
    store.redo()
    assert images(store) == after


def test_a_row_made_and_removed_in_one_deed_leaves_nothing_to_take_back(store: Store) -> None:
    def in_vain(session: Session) -> None:
        classifications.add(session, name="Roofer")
        classifications.remove(session, classification_id=1)

    before = images(store)
    store.write("In vain", in_vain)
    assert images(store) == before
    store.undo()
    assert images(store) == before


def test_an_import_of_a_thousand_rows_is_one_entry_and_one_undo(store: Store) -> None:
    before, history = images(store), len(entries(store))

    def many(session: Session) -> None:
        for number in range(1000):
            roster.add_external(session, name=f"Person {number}", chapter="Harbour")

    store.write("A thousand people", many)
    assert len(images(store)["person"]) == 1001
    store.undo()
    assert images(store) == before
    assert len(entries(store)) == history + 2


def test_rows_entered_in_bulk_are_written_down_as_single_ones_are(store: Store) -> None:
    def one_by_one(session: Session) -> None:
        session.add(Classification(name="Baker", name_key="baker"))

    def in_bulk(session: Session) -> None:
        bulk.enter(session, Classification, ("name", "name_key"), [("Baker's", "baker's")])
        session.add(Classification(name="Joiner", name_key="joiner"))  # the trigger is back

    store.write("Single", one_by_one)
    store.write("Bulk", in_bulk)
    single, many, after = store.read(_last_images)
    for image in (many, after):
        assert image["before"] is None
        assert [*image["after"]] == [*single["after"]]
    assert many["after"]["name"] == "Baker's"
    assert (many["after"]["sphere"], many["after"]["version"]) == ("", 1)
    store.undo()
    assert store.read(_last_images)[-1]["after"] is None


def _last_images(session: Session) -> list[dict[str, Any]]:
    rows = session.execute(
        text(
            "SELECT before, after FROM journal_row WHERE table_name = 'classification' ORDER BY id"
        )
    )
    return [
        {side: json.loads(image) if image else None for side, image in row._mapping.items()}
        for row in rows
    ][-3:]
