"""The page of visitors."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.queries.member import member_card
from app.queries.visitors import VisitorRow, visitors
from app.rules.people import VisitorStage
from app.services import visitors as deeds
from app.ui.visitors.page import VisitorsPage
from app.ui.visitors.sheet import JoinSheet, VisitorSheet
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand, cell, texts

NOV_3, NOV_17 = date(2026, 11, 3), date(2026, 11, 17)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    ann = book.member("Ann Whitfield", "Accountant")
    book.visit("Mary Ray", ann, NOV_17, profession="Accountant")
    book.write(deeds.invite, name="Tom Aldous", inviter_id=ann, profession="Upholsterer")
    return book


def _open(hand: Hand) -> VisitorsPage:
    return hand.go("visitors", VisitorsPage)


def _stored(hand: Hand) -> dict[str, VisitorRow]:
    return {row.name: row for row in hand.book.ask(visitors, TODAY).rows}


def _choose(page: VisitorsPage, name: str) -> None:
    page.table.selectRow(texts(page, "Name").index(name))


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        (Qt.Key.Key_F, VisitorStage.FOLLOWED_UP),
        (Qt.Key.Key_4, VisitorStage.APPLIED),
        (Qt.Key.Key_D, VisitorStage.DECLINED),
    ],
)
def test_a_key_says_how_far_a_visitor_has_come(
    hand: Hand, key: Qt.Key, stage: VisitorStage
) -> None:
    page = _open(hand)
    _choose(page, "Mary Ray")

    hand.press(page.table, key)

    assert _stored(hand)["Mary Ray"].stage is stage
    assert page.table.current().name == "Mary Ray"


def test_a_credit_is_confirmed_by_a_key_and_no_longer_waits(hand: Hand) -> None:
    page = _open(hand)
    assert page.heading().note == "1 credit to confirm"
    _choose(page, "Mary Ray")

    hand.press(page.table, Qt.Key.Key_C)

    assert hand.done() == "Visit of Mary Ray: credit for Ann Whitfield confirmed"
    assert page.heading().note == ""


def test_a_seat_that_is_taken_is_said_to_be(hand: Hand) -> None:
    page = _open(hand)
    tips = {
        page.model.row(row).name: page.model.columns[1].tip(page.model.row(row))  # type: ignore[misc]  # it has one
        for row in range(2)
    }

    assert tips == {
        "Mary Ray": "The seat is taken: it belongs to Ann Whitfield.",
        "Tom Aldous": "",
    }


def test_joining_into_a_taken_seat_is_refused_until_another_is_entered(hand: Hand) -> None:
    page = _open(hand)
    _choose(page, "Mary Ray")
    hand.press(page.table, Qt.Key.Key_J)
    sheet = hand.sheet(JoinSheet)
    assert (sheet.given.text(), sheet.family.text()) == ("Mary", "Ray")

    hand.store(sheet)
    assert "belongs to Ann Whitfield" in sheet.refusal

    hand.enter(sheet.profession, "Bookkeeper")
    hand.store(sheet)

    card = hand.book.ask(member_card, hand.book.person("Mary Ray"))
    assert (card.classification, card.sponsor) == ("Bookkeeper", "Ann Whitfield")
    assert _stored(hand)["Mary Ray"].stage is VisitorStage.JOINED


def test_somebody_invited_is_entered_with_the_inviter(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = hand.sheet(VisitorSheet)

    hand.enter(sheet.name, "Eve Stone")
    hand.enter(sheet.inviter, "aw")
    sheet.inviter.editingFinished.emit()
    hand.store(sheet)

    row = _stored(hand)["Eve Stone"]
    assert (row.inviter.name, row.stage) == ("Ann Whitfield", VisitorStage.INVITED)


def test_details_are_corrected_in_the_editor(hand: Hand) -> None:
    page = _open(hand)
    _choose(page, "Tom Aldous")
    hand.press(page.table, Qt.Key.Key_Return)
    sheet = hand.sheet(VisitorSheet)

    hand.enter(sheet.phone, "01632 1")
    hand.store(sheet)

    assert _stored(hand)["Tom Aldous"].phone == "01632 1"


def test_a_profession_is_corrected_in_its_cell(hand: Hand) -> None:
    page = _open(hand)
    place = texts(page, "Name").index("Mary Ray")

    page.model.setData(cell(page, "Profession", place), "Florist")
    hand.settle()

    assert _stored(hand)["Mary Ray"].profession == "Florist"


def test_who_never_came_is_removed_and_who_came_is_not(hand: Hand) -> None:
    refusals: list[str] = []
    hand.window.desk.gateway.refused.connect(lambda error: refusals.append(error.reason))
    page = _open(hand)
    for name in ("Tom Aldous", "Mary Ray"):
        _choose(page, name)
        hand.press(page.table, Qt.Key.Key_Delete)

    assert list(_stored(hand)) == ["Mary Ray"]
    assert refusals == ["visitor_came"]


def test_a_visit_counts_to_the_next_meeting(hand: Hand) -> None:
    page = _open(hand)
    _choose(page, "Tom Aldous")

    hand.press(page.table, Qt.Key.Key_V)

    row = _stored(hand)["Tom Aldous"]
    assert ([visit.held_on for visit in row.visits], row.stage) == (
        [date(2026, 11, 24)],
        VisitorStage.ATTENDED,
    )


def test_filters_part_those_on_the_way_from_the_others(hand: Hand) -> None:
    page = _open(hand)
    _choose(page, "Mary Ray")
    hand.press(page.table, Qt.Key.Key_D)

    page.chips[0].setChecked(True)
    assert texts(page, "Name") == ["Tom Aldous"]

    page.chips[2].setChecked(True)
    assert texts(page, "Name") == ["Mary Ray"]
