"""A group's own words are said everywhere as soon as its rules are chosen, and ours again after."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from app import i18n
from app.services import chapter
from app.ui.desk import Desk
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.screens import settle


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[BookWindow]:
    door = FrontDoor(desk.memory)
    window = BookWindow(desk, door, door.begin)
    qtbot.addWidget(window)
    window.resize(QSize(1280, 800))
    window.show()
    window.go("referrals")
    settle(desk.gateway)
    yield window
    i18n.rename({})


def _called(window: BookWindow) -> tuple[str, str]:
    row = window.navigation._rows["referrals"]
    return row.accessibleName().partition(",")[0], window.page("referrals").heading().title


def test_rules_with_own_words_rename_page_and_navigation_at_once(window: BookWindow) -> None:
    assert _called(window) == ("Referrals", "Referrals")
    gateway = window.desk.gateway
    gateway.write("rules", chapter.put_setting, name="policy", value="letip-like")
    settle(gateway)
    assert _called(window) == ("Tips", "Tips")
    assert window.shown == "referrals"
    gateway.undo()
    settle(gateway)
    assert _called(window) == ("Referrals", "Referrals")


def test_another_setting_leaves_the_pages_as_they_are(window: BookWindow) -> None:
    page = window.page("referrals")
    window.desk.gateway.write("paper", chapter.put_setting, name="paper", value="Letter")
    settle(window.desk.gateway)
    assert window.page("referrals") is page
