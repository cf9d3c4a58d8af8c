"""Two records made one from the list of members."""

from PySide6.QtCore import Qt

from app.ui.members.merging import MergeSheet
from app.ui.members.page import MembersPage
from tests.small_book import TODAY
from tests.ui.lists import Hand


def test_somebody_of_elsewhere_becomes_the_member_he_is_by_keys_alone(hand: Hand) -> None:
    hand.book.member("Ann Whitfield")
    hand.book.external("Anna Whitfield")
    page = hand.go("members", MembersPage)
    page.list.chips[0].setChecked(False)
    page.list.table.choose(2)
    hand.press(page.list.table, Qt.Key.Key_I)
    sheet = hand.sheet(MergeSheet)
    hand.enter(sheet.other, "Ann Whitfield")
    hand.press(sheet.other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not hand.is_editing
    assert hand.done() == "Anna Whitfield is Ann Whitfield"
    assert [row.name for row in page.list._all] == ["Ann Whitfield"]


def test_a_refusal_is_told_where_the_choice_is_made(hand: Hand) -> None:
    ann = hand.book.member("Ann Whitfield")
    bob = hand.book.member("Bob Hartley")
    hand.book.referral(ann, bob, TODAY)
    page = hand.go("members", MembersPage)
    page.list.editors.merge(ann, bob)
    sheet = hand.sheet(MergeSheet)
    hand.store(sheet)
    assert "so they are two people" in sheet.refusal
