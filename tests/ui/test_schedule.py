"""The Schedule page: filled in by keys, one change at a time."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.queries.agenda import agenda_template
from app.queries.duties import duties
from app.queries.schedule import Held, schedule
from app.rules.duties import DutyKind
from app.rules.people import Duty
from app.rules.privacy import Audience
from app.ui.reports.page import ReportsPage
from app.ui.schedule.page import AGENDA, DUTIES, SchedulePage
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand

TUESDAY = date(2026, 11, 24)
TALK, TOPIC, HOST = 1, 2, 5


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    for name in ("Ann Whitfield", "Bob Hartley", "Carol Bell"):
        book.member(name)
    return book


def _open(hand: Hand, row: int = 0, column: int = TALK) -> SchedulePage:
    page = hand.go("schedule", SchedulePage)
    table = page.weeks.table
    table.setCurrentIndex(table.rows().index(row, column))
    return page


def _held(hand: Hand, week: int, duty: str = Duty.FEATURE_TALK) -> Held | None:
    found = hand.book.ask(schedule, audience=Audience.OFFICERS, day=TODAY)
    return found.weeks[week].by(duty)


def _editor(page: SchedulePage) -> QLineEdit:
    return page.weeks.table.viewport().findChildren(QLineEdit)[-1]


def test_typing_a_few_letters_and_enter_fills_a_speaker_in(hand: Hand) -> None:
    page = _open(hand)

    QTest.keyClick(page.weeks.table, Qt.Key.Key_H)
    QTest.keyClicks(_editor(page), "art")
    hand.press(_editor(page), Qt.Key.Key_Return)

    held = _held(hand, 0)
    assert held is not None
    assert held.name == "Bob Hartley"


def test_whoever_is_taken_from_the_list_is_stored_at_once(hand: Hand) -> None:
    page = _open(hand)
    QTest.keyClick(page.weeks.table, Qt.Key.Key_F2)
    hand.enter(_editor(page), "Car")
    offered = QApplication.activePopupWidget()
    assert offered is not None

    hand.press(offered, Qt.Key.Key_Return)

    held = _held(hand, 0)
    assert held is not None
    assert held.name == "Carol Bell"
    assert hand.window.focusWidget() is page.weeks.table


def test_a_topic_is_typed_beside_its_speaker_and_kept_when_he_changes(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.weeks.table, Qt.Key.Key_Space)
    page.weeks.table.setCurrentIndex(page.weeks.table.rows().index(0, TOPIC))

    QTest.keyClick(page.weeks.table, Qt.Key.Key_F2)
    hand.enter(_editor(page), "Asking well")
    hand.press(_editor(page), Qt.Key.Key_Return)
    page.weeks.table.setCurrentIndex(page.weeks.table.rows().index(0, TALK))
    hand.press(page.weeks.table, Qt.Key.Key_Space)

    held = _held(hand, 0)
    assert held is not None
    assert (held.name, held.topic) == ("Bob Hartley", "Asking well")


def test_space_proposes_who_waits_longest_week_after_week(hand: Hand) -> None:
    page = _open(hand)

    for week in range(3):
        page.weeks.table.setCurrentIndex(page.weeks.table.rows().index(week, TALK))
        hand.press(page.weeks.table, Qt.Key.Key_Space)

    names = [held.name for week in range(3) if (held := _held(hand, week))]
    assert sorted(names) == ["Ann Whitfield", "Bob Hartley", "Carol Bell"]


def test_del_clears_a_duty_and_undo_brings_it_back(hand: Hand) -> None:
    page = _open(hand)
    hand.press(page.weeks.table, Qt.Key.Key_Space)

    hand.press(page.weeks.table, Qt.Key.Key_Delete)
    assert _held(hand, 0) is None
    hand.window.desk.gateway.undo()
    hand.settle()

    assert _held(hand, 0) is not None


def test_a_name_no_member_has_is_refused_and_nothing_is_stored(hand: Hand) -> None:
    page = _open(hand, column=HOST)

    QTest.keyClick(page.weeks.table, Qt.Key.Key_F2)
    hand.enter(_editor(page), "Zebedee")
    hand.press(_editor(page), Qt.Key.Key_Return)

    assert _held(hand, 0, Duty.VISITOR_HOST) is None


def test_a_week_opened_at_its_date_is_filled_in_at_its_first_duty(hand: Hand) -> None:
    page = _open(hand, column=0)
    table = page.weeks.table

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert table.currentIndex().column() == TALK
    assert _editor(page).isVisible()


def test_a_new_duty_becomes_a_column_and_goes_when_it_is_removed(hand: Hand) -> None:
    page = _open(hand)
    page.turn_to(DUTIES)
    before = len(page.weeks.table.rows().columns)

    QTest.keyClicks(page.duties.new, "Room")
    hand.press(page.duties.new, Qt.Key.Key_Return)
    assert page.weeks.table.rows().columns[-1].title == "Room"
    page.duties.table.choose("room")
    hand.press(page.duties.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.key for one in hand.book.ask(duties)][-2:] == ["room", Duty.REALITY_CHECK]
    hand.press(page.duties.table, Qt.Key.Key_Delete)

    assert len(page.weeks.table.rows().columns) == before


def test_a_duty_of_another_kind_gets_a_topic(hand: Hand) -> None:
    page = _open(hand)
    model = page.duties.table.rows()

    model.setData(model.index(2, 1), DutyKind.TALK)
    hand.settle()

    titles = [one.title for one in page.weeks.table.rows().columns]
    assert titles[titles.index("Visitor host") + 1] == "Topic"


def test_an_item_of_the_agenda_is_added_changed_and_removed(hand: Hand) -> None:
    page = _open(hand)
    page.turn_to(AGENDA)
    QTest.keyClicks(page.agenda.new, "45 Open floor")
    hand.press(page.agenda.new, Qt.Key.Key_Return)
    minutes = [one.minute for one in hand.book.ask(agenda_template)]
    place = minutes.index(45)
    assert minutes == sorted(minutes)

    model = page.agenda.table.rows()
    model.setData(model.index(place, 0), "47")
    hand.settle()
    assert ("Open floor", 47) in [(one.title, one.minute) for one in hand.book.ask(agenda_template)]
    page.agenda.table.setCurrentIndex(model.index(place, 3))
    hand.press(page.agenda.table, Qt.Key.Key_Delete)

    assert "Open floor" not in [one.title for one in hand.book.ask(agenda_template)]


def test_whoever_is_doubtful_is_said_under_the_table(hand: Hand, book: SmallBook) -> None:
    book.member("Eve New", joined_on=TODAY - timedelta(days=3))
    page = _open(hand)
    QTest.keyClick(page.weeks.table, Qt.Key.Key_F2)
    hand.enter(_editor(page), "Eve New")
    hand.press(_editor(page), Qt.Key.Key_Return)

    assert "no newcomer training" in page.weeks.said
    assert "1 to look at again" in page.heading().note


def test_each_view_leads_to_its_paper(hand: Hand) -> None:
    page = _open(hand)
    page.turn_to(AGENDA)

    primary = page.heading().primary
    assert primary is not None
    primary.run()
    hand.settle()

    assert hand.window.page("reports").isVisible()
    assert isinstance(hand.window.page("reports"), ReportsPage)
