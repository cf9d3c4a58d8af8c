"""The page of referrals."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.queries.referrals import ReferralRow, referrals
from app.rules.slips import ReferralState
from app.services import slips
from app.ui.closed_business.sheet import BusinessSheet
from app.ui.kit.field import ChoiceField
from app.ui.referrals.page import ReferralsPage
from app.ui.referrals.sheet import ReferralSheet
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand, cell, texts

OCT_6, NOV_3, NOV_17 = date(2026, 10, 6), date(2026, 11, 3), date(2026, 11, 17)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    ann, bob = book.member("Ann Whitfield", "Accountant"), book.member("Bob Hartley")
    book.external("Dana Whitlock", "Harbour")
    meeting = book.meeting(OCT_6)
    book.referral(ann, bob, OCT_6, meeting_id=meeting, note="kitchen refit")
    book.complete(meeting)
    book.referral(bob, ann, NOV_17, note="year end", contact="Mary 0123")
    return book


def _open(hand: Hand) -> ReferralsPage:
    return hand.go("referrals", ReferralsPage)


def _stored(hand: Hand) -> dict[str, ReferralRow]:
    return {row.note: row for row in hand.book.ask(referrals, TODAY).rows}


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_C, ReferralState.CONTACTED),
        (Qt.Key.Key_3, ReferralState.QUOTED),
        (Qt.Key.Key_W, ReferralState.WON),
        (Qt.Key.Key_5, ReferralState.LOST),
    ],
)
def test_a_key_says_how_far_a_referral_has_come(
    hand: Hand, key: Qt.Key, state: ReferralState
) -> None:
    page = _open(hand)
    page.table.selectRow(1)

    hand.press(page.table, key)

    assert _stored(hand)["kitchen refit"].state is state


def test_a_step_is_called_in_the_history_by_who_and_how_far(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)

    hand.press(page.table, Qt.Key.Key_Q)

    assert hand.done() == "Referral of Ann Whitfield to Bob Hartley: quoted"


def test_the_row_stays_chosen_after_a_step(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)

    hand.press(page.table, Qt.Key.Key_C)

    row = page.table.current()
    assert (row.note, row.state) == ("kitchen refit", ReferralState.CONTACTED)


def test_the_state_is_chosen_in_its_cell_too(hand: Hand) -> None:
    page = _open(hand)

    page.model.setData(cell(page, "State", 1), ReferralState.WON)
    hand.settle()

    assert _stored(hand)["kitchen refit"].state is ReferralState.WON


def test_a_letter_typed_into_the_search_box_changes_nothing(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(0)

    hand.press(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.search, "kitch")
    hand.settle()

    assert texts(page, "Note") == ["kitchen refit"]
    assert page.counted == "1 of 2"
    assert _stored(hand)["year end"].state is ReferralState.PASSED


def test_filters_let_through_what_rests_too_long_or_came_to_business(hand: Hand) -> None:
    page = _open(hand)
    resting, business = page.chips[1], page.chips[2]

    resting.setChecked(True)
    assert texts(page, "Note") == ["kitchen refit"]

    business.setChecked(True)
    assert texts(page, "Note") == []
    assert page.table.emptiness == "No row matches"


def test_what_somebody_gave_is_found_by_initials(hand: Hand) -> None:
    page = _open(hand)

    hand.enter(page._giver, "bh")
    hand.press(page._giver, Qt.Key.Key_Return)

    assert texts(page, "Note") == ["year end"]


def test_a_period_leaves_out_what_is_older(hand: Hand) -> None:
    page = _open(hand)

    page._span.setCurrentIndex(page._span.findText("This month"))

    assert texts(page, "Note") == ["year end"]


def test_the_one_that_has_not_moved_is_counted_beside_the_page(hand: Hand) -> None:
    counts: list[tuple[str, str]] = []
    hand.window.desk.counted.connect(lambda page, words: counts.append((page, words)))

    _open(hand)

    assert counts[-1] == ("referrals", "1")
    assert hand.window.page("referrals").heading().note == "1 has not moved for long"


def test_a_new_referral_counts_to_the_next_meeting_that_is_not_completed(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = hand.sheet(ReferralSheet)

    hand.enter(sheet.giver, "ann")
    hand.enter(sheet.receiver, "bob")
    hand.enter(sheet.note, "roof")
    sheet.tier.choose(1)
    sheet.receiver.editingFinished.emit()
    sheet.giver.editingFinished.emit()
    hand.store(sheet)

    row = _stored(hand)["roof"]
    assert (row.giver.name, row.receiver.name, row.dated_on) == (
        "Ann Whitfield",
        "Bob Hartley",
        TODAY,
    )
    assert row.held_on == date(2026, 11, 24)
    assert not hand.is_editing


def test_somebody_of_another_chapter_is_entered_with_the_referral_and_undone_with_it(
    hand: Hand,
) -> None:
    page = _open(hand)
    page.heading().primary.run()  # type: ignore[union-attr]  # the page always has one
    sheet = hand.sheet(ReferralSheet)

    hand.enter(sheet.giver, "gwen ashby@castle")
    sheet.giver.editingFinished.emit()
    sheet.receiver.show_person(hand.book.person("Bob Hartley"))
    hand.enter(sheet.note, "loft")
    hand.store(sheet)
    row = _stored(hand)["loft"]
    assert (row.giver.name, row.giver.chapter) == ("Gwen Ashby", "Castle")

    hand.window.desk.gateway.undo()
    hand.settle()

    assert "loft" not in _stored(hand)


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_stored(hand: Hand) -> None:
    page = _open(hand)
    page.heading().primary.run()  # type: ignore[union-attr]  # the page always has one
    sheet = hand.sheet(ReferralSheet)

    hand.enter(sheet.giver, "zzz")
    hand.store(sheet)

    assert "Nobody is called so" in sheet.giver.accessibleDescription()
    assert sheet.receiver.accessibleDescription() == "Somebody is missing here."
    assert hand.is_editing
    assert len(_stored(hand)) == 2


def test_the_same_person_on_both_sides_is_refused_in_the_editor(hand: Hand) -> None:
    page = _open(hand)
    page.heading().primary.run()  # type: ignore[union-attr]  # the page always has one
    sheet = hand.sheet(ReferralSheet)
    ann = hand.book.person("Ann Whitfield")
    sheet.giver.show_person(ann)
    sheet.receiver.show_person(ann)

    hand.store(sheet)

    assert sheet.refusal == "Both sides are the same person. Nothing was saved."


def test_correcting_a_referral_keeps_the_contact_that_is_not_shown(hand: Hand) -> None:
    page = _open(hand)
    page.open_row(page.model.row(0))
    sheet = hand.sheet(ReferralSheet)
    assert sheet.contact.text() == ""

    hand.enter(sheet.note, "audit")
    sheet.state.choose(ReferralState.QUOTED)
    hand.store(sheet)

    row = _stored(hand)["audit"]
    assert (row.has_contact, row.state) == (True, ReferralState.QUOTED)


def test_of_a_completed_meeting_only_the_state_can_be_changed(hand: Hand) -> None:
    page = _open(hand)
    page.open_row(page.model.row(1))
    sheet = hand.sheet(ReferralSheet)
    assert not sheet.note.isEnabled()

    sheet.state.choose(ReferralState.LOST)
    hand.store(sheet)

    assert _stored(hand)["kitchen refit"].state is ReferralState.LOST


def test_removing_one_of_a_completed_meeting_is_refused_with_the_way_out(hand: Hand) -> None:
    said: list[Any] = []
    went: list[tuple[str, object]] = []
    hand.window.desk.said.connect(said.append)
    hand.window.desk.left.connect(lambda page, target: went.append((page, target)))
    page = _open(hand)
    page.table.selectRow(1)

    hand.press(page.table, Qt.Key.Key_Delete)

    message = said[-1]
    assert message.text.startswith("The meeting of 6 October 2026 is completed")
    assert len(_stored(hand)) == 2
    assert message.action is not None
    message.action.run()
    assert went == [("meetings", OCT_6)]


def test_f2_in_the_state_opens_the_choice(hand: Hand) -> None:
    page = _open(hand)
    page.table.setCurrentIndex(cell(page, "State", 1))

    QTest.keyClick(page.table, Qt.Key.Key_F2)

    editor = page.table.findChild(ChoiceField)
    assert editor is not None
    assert editor.currentText() == "passed on"
    editor.hidePopup()
    hand.press(editor, Qt.Key.Key_Escape)


def test_thanks_for_a_referral_turn_it_into_business(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)
    hand.press(page.table, Qt.Key.Key_T)
    sheet = hand.sheet(BusinessSheet)
    assert (sheet.earner.text(), sheet.giver.text()) == ("Bob Hartley", "Ann Whitfield")

    hand.enter(sheet.amount, "1.2k")
    hand.store(sheet)

    row = _stored(hand)["kitchen refit"]
    assert (row.state, row.thanked) == (ReferralState.WON, 1_200_00)
    assert texts(page, "Thanked") == ["", "1,200"]


def test_a_change_elsewhere_is_seen_and_the_chosen_row_is_kept(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)

    hand.window.desk.gateway.write(
        "elsewhere",
        slips.pass_referral,
        dated_on=NOV_17,
        giver_id=1,
        receiver_id=2,
        note="new one",
    )
    hand.settle()

    assert len(texts(page, "Note")) == 3
    assert page.table.current().note == "kitchen refit"


def test_rows_are_copied_for_a_spreadsheet(hand: Hand) -> None:
    page = _open(hand)
    page.table.selectRow(1)

    hand.press(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].split("\t")[1:5] == ["Ann Whitfield", "Bob Hartley", "outside", "kitchen refit"]
    assert _stored(hand)["kitchen refit"].state is ReferralState.PASSED
