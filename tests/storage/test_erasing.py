"""A person is taken out of a book and its history; figures stay, and nothing brings him back."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.errors import NotFoundError, RuleError
from app.models.meetings import Mark
from app.models.people import Person
from app.models.slips import Slip
from app.queries.activity_summary import activity_summary
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import classifications, roster
from app.storage import Store, contents, soundness
from app.storage.erasing import PERSONAL, holders_of_persons
from tests.small_book import NOON
from tests.storage.asking import call_ann

OLD = Path(__file__).parent.parent / "data" / "schema-1.chapter"
ANN = "Former member 1"
TRACES = ("Ann Whitfield", "Whitfield", "ann whitfield", "0117 496", "ann@example")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Store]:
    path = Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))
    with Store(path, author="Wanda", clock=lambda: NOON) as store:
        call_ann(store, "0117 496 0009")
        store.write("Ann Whitfield renamed", _rename)
        store.write("A note", _write_a_note)
        store.write("Ann leaves", roster.leave, person_id=1, on=date(2026, 11, 20), reason="moved")
        yield store


def _rename(session: Session) -> None:
    roster.correct(
        session,
        person_id=1,
        given_name="Anna",
        family_name="Whitfield-Ô’Neill",
        email="ann@example.org",
        note="Knows Bob",
    )


def _write_a_note(session: Session) -> None:
    slip = session.scalars(select(Slip).where(Slip.giver_id == 2)).first()
    assert slip is not None
    slip.note = "asked for by  ann whitfield herself; Joann Whitfield was not there"
    slip.giver_written, slip.receiver_written = "Bob", "A. Whitfield"
    slip.receiver_id = 1


def erase(store: Store) -> None:
    store.erase("A person erased", person_id=1, becomes=ANN)


def said(store: Store) -> str:
    def everything(session: Session) -> str:
        tables = session.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        ).scalars()
        rows: list[Any] = []
        for name in tables.all():
            rows += session.execute(text(f'SELECT * FROM "{name}"')).all()  # noqa: S608
        return "\n".join(map(str, rows))

    return store.read(everything)


def test_nothing_personal_is_left_in_any_table_image_or_label(book: Store) -> None:
    before = said(book)
    assert all(trace in before for trace in TRACES)
    erase(book)
    after = said(book).replace("Joann Whitfield", "")
    assert [trace for trace in (*TRACES, "O’Neill", "Anna") if trace in after] == []
    assert ANN in after


def test_no_byte_of_the_name_is_left_in_the_file(book: Store) -> None:
    erase(book)
    book.close()
    left = book.path.read_bytes().replace(b"Joann Whitfield", b"")
    assert b"Whitfield" not in left
    assert b"0117 496" not in left


def test_figures_stay_as_they_were(book: Store) -> None:
    period = Period(date(2026, 10, 1), date(2026, 11, 30))
    before = book.read(activity_summary, period=period, audience=Audience.OFFICERS)
    held = book.ask_file(contents.of)
    marks = book.read(lambda session: session.scalars(select(Mark.attendance)).all())
    erase(book)
    after = book.read(activity_summary, period=period, audience=Audience.OFFICERS)
    assert after.total == before.total
    now = book.ask_file(contents.of)
    assert (now.money, now.meetings, now.slips) == (held.money, held.meetings, held.slips)
    assert book.read(lambda session: session.scalars(select(Mark.attendance)).all()) == marks


def test_the_book_and_its_history_are_sound_afterwards(book: Store) -> None:
    erase(book)
    assert book.read(soundness.faults) == ()
    call_ann(book, "1")
    assert book.read(soundness.faults) == ()


def test_nothing_before_it_is_taken_back(book: Store) -> None:
    note = book.write("Roofer added", classifications.add, name="Thatcher")
    erase(book)
    with pytest.raises(NotFoundError, match="erased_before"):
        book.undo()
    with pytest.raises(NotFoundError, match="erased_before"):
        book.take_back(note.entry_id)
    assert book.history().undo is None
    book.write("Later", classifications.add, name="Glazier")
    book.undo()
    with pytest.raises(NotFoundError, match="erased_before"):
        book.undo()
    with Store(book.path, author="Bob", read_only=True) as again:
        assert again.history().undo is None
        assert again.history().redo == "Later"


def test_a_member_is_not_erased(book: Store) -> None:
    before = said(book)
    with pytest.raises(RuleError, match="still_a_member"):
        book.erase("Erased", person_id=2, becomes="Nobody")
    assert said(book) == before


def tamper(book: Store, statement: str) -> None:
    def deed(session: Session) -> None:
        session.execute(text(statement))

    book.write("Tamper", deed)


def test_the_journal_is_guarded_again_afterwards(book: Store) -> None:
    erase(book)
    with pytest.raises(IntegrityError, match="only added to"):
        tamper(book, "UPDATE journal_row SET after = before")
    with pytest.raises(IntegrityError, match="only added to"):
        tamper(book, "DELETE FROM journal_row")


def test_the_guards_stand_again_where_an_erasure_failed(book: Store) -> None:
    with pytest.raises(NotFoundError):
        book.erase("Erased", person_id=999, becomes="Nobody")
    with pytest.raises(IntegrityError, match="only added to"):
        tamper(book, "DELETE FROM journal_row")


def test_the_name_of_a_namesake_stays(book: Store) -> None:
    book.write("Another", roster.add_external, name="Ann Whitfield", chapter="Harbour")
    erase(book)
    kept = book.read(lambda session: session.scalars(select(Person.name)).all())
    assert "Ann Whitfield" in kept
    assert ANN in kept


def test_every_table_that_refers_to_a_person_says_what_of_it_is_personal() -> None:
    own = {("person", "sponsor_id"), ("person", "mentor_id"), ("visitor", "inviter_id")}
    told = {(table, one.link) for table, ones in PERSONAL.items() for one in ones}
    assert {pair for pair in holders_of_persons() if pair not in own} - told == set()


def test_an_image_is_still_json_whatever_the_name(book: Store) -> None:
    book.write("Quoted", _quote)
    book.write("Leaves", roster.leave, person_id=2, on=date(2026, 11, 20))
    book.erase("Erased", person_id=2, becomes="Former member 2")
    images = book.read(
        lambda session: session.execute(text("SELECT before, after FROM journal_row")).all()
    )
    assert all(isinstance(json.loads(side), dict) for pair in images for side in pair if side)
    assert "Boom" not in said(book)


def _quote(session: Session) -> None:
    roster.correct(session, person_id=2, given_name='Bob "Boom\\Boom"', family_name="Hart")
