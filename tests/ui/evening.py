"""A secretary at the keyboard: types into whatever has the focus, and counts every key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.meeting.page import MeetingPage
from app.ui.meetings.page import MeetingsPage
from app.ui.pages import pages
from app.ui.screens import settle
from app.ui.window import Window

_NAMED = {
    "\n": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "\b": Qt.Key.Key_Backspace,
    "\x1b": Qt.Key.Key_Escape,
}


class Secretary:
    """Types; ``keys`` counts what was pressed, shortcuts as one."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.keys = 0

    @property
    def page(self) -> MeetingsPage:
        """The page of meetings."""
        page = self.window.page("meetings")
        assert isinstance(page, MeetingsPage)
        return page

    @property
    def meeting(self) -> MeetingPage:
        """The page of the meeting."""
        return self.page.meeting

    def type(self, text: str) -> None:
        """Press the keys of a text one by one, without waiting for the book."""
        for sign in text:
            named = _NAMED.get(sign)
            if named is None:
                self.keys += 1
                QTest.keyClicks(self.focus(), sign)
            else:
                self.press(named)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        times: int = 1,
    ) -> None:
        """Press one key, perhaps with a modifier, and perhaps more than once."""
        for _time in range(times):
            self.keys += 1
            QTest.keyClick(self.focus(), key, modifier)

    def command(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def wait(self) -> None:
        """Wait until the book has answered and everything is drawn."""
        settle(self.window.desk.gateway)

    def focus(self) -> QWidget:
        """Return what has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


def sit_down(desk: Desk, qtbot: QtBot, target: object = None) -> Secretary:
    """Open the window on the page of meetings, perhaps aimed at one of them."""
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("meetings", target)
    secretary = Secretary(window)
    secretary.wait()
    return secretary
