"""The page of closed business."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.queries.closed_business import BusinessRow, closed_business
from app.services import meetings
from app.ui.closed_business.page import BusinessPage
from app.ui.closed_business.sheet import BusinessSheet
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand, cell, texts

OCT_6, NOV_17 = date(2026, 10, 6), date(2026, 11, 17)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    dana = book.external("Dana Whitlock", "Harbour")
    old = book.meeting(OCT_6)
    book.thanks(bob, ann, 1_000_00, OCT_6, meeting_id=old)
    book.complete(old)
    book.thanks(dana, ann, 250_00, NOV_17, repeat=True)
    book.thanks(None, bob, 99_50, NOV_17, other_chapter="Castle")
    return book


def _open(hand: Hand) -> BusinessPage:
    return hand.go("business", BusinessPage)


def _stored(hand: Hand) -> list[BusinessRow]:
    return list(hand.book.ask(closed_business).rows)


def test_thankers_of_elsewhere_and_unknown_ones_are_told_apart(hand: Hand) -> None:
    assert texts(_open(hand), "Thanked by") == [
        "another chapter: Castle",
        "Dana Whitlock (Harbour)",
        "Bob Hartley",
    ]


def test_what_is_shown_is_added_up_at_the_foot(hand: Hand) -> None:
    page = _open(hand)
    assert page._foot.words == "Sum £ 1,350"

    page.chips[1].setChecked(True)

    assert page._foot.words == "Sum £ 250"


def test_the_sum_leaves_out_what_a_discarded_meeting_holds(hand: Hand) -> None:
    page = _open(hand)

    hand.window.desk.gateway.write("set aside", meetings.discard, meeting_id=2, reason="twice")
    hand.settle()

    assert page._foot.words == "Sum £ 1,000"


def test_those_without_a_thanker_are_found(hand: Hand) -> None:
    page = _open(hand)

    page.chips[2].setChecked(True)

    assert texts(page, "Thanks to") == ["Bob Hartley"]


def test_an_amount_is_corrected_in_its_cell(hand: Hand) -> None:
    page = _open(hand)

    page.model.setData(cell(page, "Amount", 1), "1.5k")
    hand.settle()

    assert _stored(hand)[1].amount == 1_500_00
    assert hand.done() == "Closed business thanked to Ann Whitfield: £ 250 corrected"


def test_an_amount_that_cannot_be_read_is_refused_in_a_sentence(hand: Hand) -> None:
    refusals: list[str] = []
    hand.window.desk.gateway.refused.connect(lambda error: refusals.append(error.reason))
    page = _open(hand)

    page.model.setData(cell(page, "Amount", 1), "a lot")
    hand.settle()

    assert refusals == ["impossible_amount"]
    assert _stored(hand)[1].amount == 250_00


def test_what_a_completed_meeting_holds_is_not_changed_in_its_cell(hand: Hand) -> None:
    said: list[Any] = []
    hand.window.desk.said.connect(said.append)
    page = _open(hand)

    page.model.setData(cell(page, "Note", 2), "late")
    hand.settle()

    assert said[-1].action is not None
    assert said[-1].action.text == "Open the meeting"
    assert _stored(hand)[2].note == ""


def test_new_and_repeat_are_chosen_in_their_cell(hand: Hand) -> None:
    page = _open(hand)

    page.model.setData(cell(page, "Business", 1), value=False)
    hand.settle()

    assert not _stored(hand)[1].repeat


def test_thanks_of_somebody_unknown_keep_the_chapter(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = hand.sheet(BusinessSheet)

    hand.enter(sheet.chapter, "Old Town")
    sheet.giver.show_person(hand.book.person("Ann Whitfield"))
    hand.enter(sheet.amount, "400")
    hand.store(sheet)

    (row,) = [row for row in _stored(hand) if row.amount == 400_00]
    assert (row.thanker.person_id, row.other_chapter, row.dated_on) == (None, "Old Town", TODAY)


def test_who_is_known_needs_no_chapter(hand: Hand) -> None:
    page = _open(hand)
    page.open_row(page.model.row(1))
    sheet = hand.sheet(BusinessSheet)

    assert sheet._chapter_row.isHidden()
    assert sheet.amount.text() == "250"


def test_without_an_amount_nothing_is_stored(hand: Hand) -> None:
    page = _open(hand)
    page.heading().primary.run()  # type: ignore[union-attr]  # the page always has one
    sheet = hand.sheet(BusinessSheet)
    sheet.giver.show_person(hand.book.person("Ann Whitfield"))

    hand.store(sheet)

    assert sheet.amount.wrong
    assert len(_stored(hand)) == 3


def test_who_thanked_stays_out_of_the_history(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)

    hand.press(page.table, Qt.Key.Key_Delete)

    assert hand.done() == "Closed business thanked to Ann Whitfield: £ 250 removed"
    assert len(_stored(hand)) == 2
