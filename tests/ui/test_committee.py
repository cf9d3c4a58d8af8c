"""The committee's page by keyboard, and the wording of letters."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QItemSelectionModel, Qt

from app.queries.letter_sheets import letter_template
from app.queries.letters import letter_queue
from app.queries.rulings import rulings
from app.rules.letters import LetterKind, LetterState, RulingKind
from app.services import roster
from app.ui.committee.page import CommitteePage
from app.ui.committee.sheets import AsideSheet, DeferSheet, RenewSheet, RulingSheet
from app.ui.committee.view import View
from app.ui.committee.wording import WordingPage
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand, texts

TUESDAY = date(2026, 11, 17)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    bob, carol = book.member("Bob Hartley", "Kitchen fitter"), book.member("Carol Jones", "Vet")
    for ago in (1, 0):
        meeting = book.meeting(TUESDAY - timedelta(weeks=ago))
        book.mark(meeting, "A", bob)
        book.mark(meeting, "P", carol)
        book.complete(meeting)
    book.write(roster.renew, person_id=carol, due=TODAY + timedelta(days=60))
    return book


def _open(hand: Hand) -> CommitteePage:
    page = hand.go("committee", CommitteePage)
    page.table.setFocus()
    page.table.selectRow(0)
    return page


def _states(book: SmallBook) -> list[LetterState]:
    return [one.state for one in book.ask(letter_queue, TODAY)]


def test_letters_and_warnings_stand_in_one_list(hand: Hand) -> None:
    page = _open(hand)
    assert texts(page, "Matter")[:4] == [
        "Absence letter 1", "Absence letter 2", "Renewal, 60 days ahead", "Early warning",
    ]  # fmt: skip
    assert texts(page, "Rests on")[1] == "10 Nov, 17 Nov"
    assert page.heading().note == "3 letters due"


def test_a_letter_is_marked_as_sent_by_one_key_and_taken_back_by_undo(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_S)
    assert hand.done() == "Absence letter 1 to Bob Hartley sent"
    assert _states(hand.book).count(LetterState.SENT) == 1
    assert texts(page, "Matter")[0] == "Absence letter 2"
    hand.book.store.undo()
    assert LetterState.SENT not in _states(hand.book)


def test_several_letters_that_are_selected_are_marked_at_once(hand: Hand) -> None:
    page = _open(hand)
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.model.index(1, 0), rows)
    hand.press(page.table, Qt.Key.Key_S)
    assert hand.done() == "2 letters sent"


def test_a_letter_is_put_off_and_another_not_sent_with_a_reason(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_D)
    hand.store(hand.sheet(DeferSheet))
    hand.press(page.table, Qt.Key.Key_N)
    sheet = hand.sheet(AsideSheet)
    hand.store(sheet)
    assert "why the letter is not sent" in sheet.refusal
    hand.enter(sheet.reason, "spoke to him")
    hand.store(sheet)
    assert sorted(_states(hand.book)) == [
        LetterState.DEFERRED, LetterState.DUE, LetterState.NOT_APPLICABLE,
    ]  # fmt: skip
    page.chips[-1].setChecked(False)
    page.table.selectRow(texts(page, "State").index("not sent: spoke to him"))
    hand.press(page.table, Qt.Key.Key_U)
    assert LetterState.NOT_APPLICABLE not in _states(hand.book)


def test_probation_is_decided_and_ended_from_the_row(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_B)
    sheet = hand.sheet(RulingSheet)
    hand.enter(sheet.by, "Ann Abbot")
    hand.store(sheet)
    assert [(one.kind, one.decided_by) for one in hand.book.ask(rulings)] == [
        (RulingKind.PROBATION, "Ann Abbot")
    ]
    page.table.selectRow(texts(page, "Matter").index("On probation"))
    hand.press(page.table, Qt.Key.Key_Delete)
    assert hand.book.ask(rulings)[0].ends_on == TODAY


def test_a_membership_is_renewed_from_its_reminder(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(2)
    hand.press(page.table, Qt.Key.Key_R)
    hand.store(hand.sheet(RenewSheet))
    assert "Renewal, 60 days ahead" not in texts(page, "Matter")


def test_filters_show_one_kind_of_matter(hand: Hand) -> None:
    page = hand.go("committee", CommitteePage, View.MEMBERSHIP)
    assert texts(page, "Member") == ["Carol Jones"]


def test_a_wording_is_written_seen_stored_and_given_up_again(hand: Hand) -> None:
    page = hand.go("letters", WordingPage)
    hand.enter(page._subject, "Where were you, {nickname}?")
    hand.settle()
    assert "nickname" in page._fields._below.text()
    page._store()
    hand.settle()
    assert "is no field" in page._fields._below.text()
    hand.enter(page._subject, "Where were you, {given_name}?")
    assert page.heading().note == "not stored yet"
    page._store()
    hand.settle()
    kept = hand.book.ask(letter_template, kind=LetterKind.ABSENCE, step=1)
    assert kept.subject == "Where were you, {given_name}?"
    assert page.heading().note == ""
    page._use_usual()
    hand.settle()
    assert page._subject.text() == "We missed you"


def test_what_is_written_of_one_letter_is_there_after_a_look_at_another(hand: Hand) -> None:
    page = hand.go("letters", WordingPage)
    hand.enter(page._subject, "Hello")
    for place in (3, 0):
        page._letter.setCurrentIndex(place)
        page._letter.activated.emit(place)
        hand.settle()
    assert page._subject.text() == "Hello"


def test_letters_that_went_out_are_offered_to_be_noted_as_sent(hand: Hand, tmp_path: Path) -> None:
    page = _open(hand)
    written = tmp_path / "letters.pdf"
    page.printing._make(page._due(), partial(page.printing._out._write, str(written)))
    hand.settle()
    assert len(PdfReader(written).pages) == 3
    assert hand.window.strip.banner.words == "3 letters are out."
    hand.window.strip.banner._act.click()
    hand.settle()
    assert set(_states(hand.book)) == {LetterState.SENT}
    assert not hand.window.strip.isVisible()


def test_the_wording_is_seen_as_a_letter_while_it_is_typed(hand: Hand) -> None:
    page = hand.go("letters", WordingPage)
    before = page._maker.pdf
    hand.enter(page._subject, "Quite another subject")
    hand.settle()
    assert page._maker.pdf != before
    assert page._preview.accessibleName() == "Preview, 1 page"
