"""Whoever does not see the window hears it: everything that can be used has a name."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.kit.banner import Message
from app.ui.pages import pages
from app.ui.screens import settle
from app.ui.window import Window

# Qt's own inner parts, reached through the named widget round them.
INNER = ("qt_", "Q")


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and _is_used(widget) and not widget.accessibleName()
    ]


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_everything_that_can_be_used_on_a_page_has_a_name(
    desk: Desk, qtbot: QtBot, name: str
) -> None:
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.show()
    window.go(name)
    settle(desk.gateway)
    desk.say(Message("Something"))
    assert nameless(window) == []


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_no_key_means_two_things_on_a_page(desk: Desk, qtbot: QtBot, name: str) -> None:
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.show()
    window.go(name)
    settle(desk.gateway)
    keys = Counter(action.key for action in window.deeds() if action.key)
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_palette_has_names_too(window: Window) -> None:
    window.go("first")
    window.open_palette()
    assert nameless(window) == []


def test_tab_reaches_search_and_pages_from_everywhere(window: Window) -> None:
    window.go("first")
    reached = set()
    for _turn in range(60):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    assert window.header.search in reached
    assert window.navigation.title in reached


def _is_used(widget: QWidget) -> bool:
    if widget.objectName().startswith(INNER):
        return False
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    return isinstance(widget, kinds) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
