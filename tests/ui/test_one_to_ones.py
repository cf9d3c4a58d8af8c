"""The page of one-to-ones, held and missing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.queries.one_to_ones import one_to_ones
from app.ui.one_to_ones.page import OneToOnesPage
from app.ui.one_to_ones.sheet import OneToOneSheet
from tests.small_book import SmallBook
from tests.ui.lists import Hand, texts

NOV_17 = date(2026, 11, 17)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    book.member("Carol Jennings")
    dana = book.external("Dana Whitlock", "Harbour")
    book.one_to_one(ann, bob, NOV_17, note="coffee")
    book.one_to_one(bob, dana, NOV_17)
    return book


def _open(hand: Hand) -> OneToOnesPage:
    return hand.go("one-to-ones", OneToOnesPage)


def test_those_with_other_chapters_are_found(hand: Hand) -> None:
    page = _open(hand).held

    page.chips[0].setChecked(True)

    assert texts(page, "Partner") == ["Dana Whitlock (Harbour)"]


def test_somebody_is_found_on_either_side(hand: Hand) -> None:
    page = _open(hand).held

    hand.enter(page._who, "bob")
    hand.press(page._who, Qt.Key.Key_Return)
    assert len(texts(page, "Member")) == 2

    hand.enter(page._who, "ann")
    hand.press(page._who, Qt.Key.Key_Return)
    assert texts(page, "Note") == ["coffee"]


def test_a_field_that_is_cleared_shows_all_again(hand: Hand) -> None:
    page = _open(hand).held
    hand.enter(page._who, "ann")
    hand.press(page._who, Qt.Key.Key_Return)

    hand.enter(page._who, "")

    assert len(texts(page, "Member")) == 2


def test_a_one_to_one_is_entered(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.held.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = hand.sheet(OneToOneSheet)

    for field, words in ((sheet.member, "cj"), (sheet.partner, "1")):
        hand.enter(field, words)
        field.editingFinished.emit()
    hand.store(sheet)

    newest = hand.book.ask(one_to_ones)[0]
    assert (newest.member.name, newest.partner.name) == ("Carol Jennings", "Ann Whitfield")


def test_who_has_not_met_is_a_second_view(hand: Hand) -> None:
    page = _open(hand)

    hand.press(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert page.views.current == 1
    assert sorted(texts(page.unmet, "Has not met")) == ["Carol Jennings", "Carol Jennings"]


def test_a_pair_that_has_not_met_is_entered_with_one_key(hand: Hand) -> None:
    page = _open(hand)
    page.show_view(1)
    hand.settle()
    page.unmet.table.selectRow(0)
    hand.press(page.unmet.table, Qt.Key.Key_O)
    sheet = hand.sheet(OneToOneSheet)
    assert {sheet.member.text(), sheet.partner.text()} > {"Carol Jennings"}

    hand.store(sheet)

    assert len(texts(page.unmet, "Member")) == 1


def test_removing_one_is_undone(hand: Hand) -> None:
    page = _open(hand)
    page.held.table.selectRow(1)
    hand.press(page.held.table, Qt.Key.Key_Delete)
    assert hand.done() == "One-to-one of Ann Whitfield with Bob Hartley removed"

    hand.window.desk.gateway.undo()
    hand.settle()

    assert len(texts(page.held, "Note")) == 2
