"""What waits is said beside the pages' names, though no page of it was shown yet."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.queries.meetings import calendar
from app.services import meetings
from app.ui.desk import Desk
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.screens import settle
from tests.small_book import NOON, TODAY, SmallBook


@pytest.fixture
def window(desk: Desk, book: SmallBook, qtbot: QtBot) -> BookWindow:
    book.meeting(TODAY - timedelta(days=7))
    door = FrontDoor(desk.memory)
    window = BookWindow(desk, door, door.begin)
    qtbot.addWidget(window)
    window.show()
    return window


def _said(window: BookWindow, page: str) -> str:
    return window.navigation._rows[page].accessibleName()


def test_drafts_are_counted_once_the_window_has_shown_itself(window: BookWindow) -> None:
    settle(window.desk.gateway)
    assert _said(window, "meetings") == "Meetings"
    window.watch()
    settle(window.desk.gateway)
    assert _said(window, "meetings") == "Meetings, 1 draft"


def test_a_change_is_counted_after_a_moment_of_calm(
    window: BookWindow, book: SmallBook, qtbot: QtBot
) -> None:
    window.watch()
    settle(window.desk.gateway)
    (draft,) = book.ask(calendar, TODAY).rows
    window.desk.gateway.write(
        "Complete", meetings.complete, meeting_id=draft.meeting_id, at=NOON, by="Wanda"
    )
    qtbot.waitUntil(lambda: _said(window, "meetings") == "Meetings")
