"""The calendar: every meeting, the missing weeks, and the way into one of them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.rules.meetings import MeetingState
from app.ui.desk import Desk
from app.ui.meetings.weeks import Week
from tests.small_book import SmallBook
from tests.ui.evening import Secretary, sit_down

NOV_3, NOV_10, NOV_17, NOV_24 = (date(2026, 11, day) for day in (3, 10, 17, 24))


@pytest.fixture
def secretary(desk: Desk, book: SmallBook, qtbot: QtBot) -> Secretary:
    book.member("Ann Whitfield")
    book.complete(book.meeting(NOV_3))
    book.meeting(NOV_17)
    return sit_down(desk, qtbot)


def rows(secretary: Secretary) -> list[Week]:
    secretary.wait()
    return list(secretary.page.list._all)


def click(secretary: Secretary, day: date, share: float) -> None:
    table, model = secretary.page.list.table, secretary.page.list.model
    last = len(model.columns) - 1
    area = table.visualRect(model.index(model.find(day), last))
    place = QPoint(area.left() + round(area.width() * share), area.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    secretary.wait()


def test_the_calendar_shows_missing_weeks_between_the_meetings(secretary: Secretary) -> None:
    assert [(week.held_on, week.state) for week in rows(secretary)] == [
        (NOV_17, "Draft"),
        (NOV_10, "Missing"),
        (NOV_3, "Completed"),
    ]
    assert secretary.page.heading().note == "1 week is missing"


def test_enter_opens_a_meeting_and_choosing_the_page_again_leads_back(
    secretary: Secretary,
) -> None:
    secretary.press(Qt.Key.Key_Down)
    secretary.page.list.table.choose(NOV_17)
    secretary.type("\n")
    secretary.wait()
    assert secretary.page.heading().title == "Tuesday 17 November"
    secretary.command(Qt.Key.Key_2)
    secretary.wait()
    assert secretary.page.heading().title == "Meetings"


def test_a_missing_week_is_recorded_with_a_click(secretary: Secretary) -> None:
    click(secretary, NOV_10, 0.1)
    assert secretary.page.heading().title == "Tuesday 10 November"


def test_a_missing_week_was_a_holiday(secretary: Secretary) -> None:
    click(secretary, NOV_10, 0.6)
    secretary.type("storm\n")
    (week,) = (week for week in rows(secretary) if week.held_on == NOV_10)
    assert week.meeting is not None
    assert week.meeting.state is MeetingState.HOLIDAY
    assert week.gaps == "storm"


def test_a_new_meeting_is_offered_on_the_next_free_day_and_opened(secretary: Secretary) -> None:
    secretary.command(Qt.Key.Key_N)
    secretary.type("\n")
    secretary.wait()
    assert secretary.page.heading().title == "Tuesday 24 November"


def test_a_day_without_a_meeting_is_offered_to_be_put_on_the_calendar(
    secretary: Secretary,
) -> None:
    secretary.window.go("meetings", date(2026, 12, 1))
    secretary.wait()
    secretary.type("\n")
    secretary.wait()
    assert secretary.page.heading().title == "Tuesday 1 December"


def test_a_day_that_is_taken_is_refused(secretary: Secretary) -> None:
    refused: list[object] = []
    secretary.window.desk.gateway.refused.connect(refused.append)
    secretary.command(Qt.Key.Key_N)
    secretary.type("17.11.2026\n")
    secretary.wait()
    assert len(refused) == 1
    assert len(rows(secretary)) == 3


def test_the_filters_keep_drafts_or_missing_weeks(secretary: Secretary) -> None:
    drafts, missing = secretary.page.list.chips
    drafts.click()
    assert [week.held_on for week in secretary.page.list.arranged()] == [NOV_17]
    missing.click()
    assert [week.held_on for week in secretary.page.list.arranged()] == [NOV_10]


def test_a_draft_of_the_past_is_counted_in_the_navigation(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    counted: list[tuple[str, str]] = []
    desk.counted.connect(lambda *words: counted.append(words))
    book.meeting(NOV_17)
    book.meeting(NOV_24)
    sit_down(desk, qtbot)
    assert counted[-1] == ("meetings", "1 draft")


def test_an_empty_book_says_what_to_do_first(desk: Desk, qtbot: QtBot) -> None:
    secretary = sit_down(desk, qtbot)
    assert "No meeting yet" in secretary.page.list.table.emptiness
