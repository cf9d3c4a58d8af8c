"""A monkey at the window: any key, any click, anywhere, thousands of them.

Exceptions in slots, Qt's own warnings and windows left over fail the test by themselves.
"""

import gc
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.storage import Store, soundness
from app.ui.desk import Desk
from app.ui.gateway import Gateway
from app.ui.memory import Memory
from app.ui.pages import pages
from app.ui.screens import settle
from app.ui.theme import Mode, theme
from app.ui.window import Window
from tests.builders import demo_book
from tests.durability.extent import extent
from tests.small_book import NOON

_KEYS = (
    *(Qt.Key(Qt.Key.Key_A.value + number) for number in range(26)),
    *(Qt.Key(Qt.Key.Key_0.value + number) for number in range(10)),
    *[Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab] * 3,
    *[Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace] * 2,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Slash,
    Qt.Key.Key_F2,
    Qt.Key.Key_F5,
    Qt.Key.Key_F6,
)
_SIGNS = (
    *[Qt.KeyboardModifier.NoModifier] * 8,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
_LINES = ("r ann bob kitchen", "o ann bob", "b bob ann 1200", "v ann Mary Ray", "c ann 2", "<b>%_")
_LARGEST_GROWTH = 20 * 2**20  # bytes, after the first fifth
_LONG_ENOUGH = 5_000  # gestures after which every page has been seen in the warm-up
_SETTLES_EVERY = 25
_PROCESS = Path("/proc/self/statm")


class _Nowhere(QObject):
    """Takes what would be opened in another program."""

    @Slot(QUrl)
    def take(self, _address: QUrl) -> None:
        """Do nothing with it."""


class _Monkey:
    def __init__(self, window: Window, dice: random.Random) -> None:
        self._window = window
        self._dice = dice
        self._names = [spec.name for spec in pages()]

    def move(self) -> None:
        """Make one gesture at whatever is in front."""
        gesture = self._dice.choices(
            (self._press, self._click, self._type, self._turn), (50, 30, 6, 6)
        )[0]
        gesture(_front(self._window))
        QApplication.processEvents()
        _leave_dialogs()

    def _press(self, front: QWidget) -> None:
        target = QApplication.focusWidget() or front
        QTest.keyClick(target, self._dice.choice(_KEYS), self._dice.choice(_SIGNS))

    def _type(self, front: QWidget) -> None:
        QTest.keyClicks(QApplication.focusWidget() or front, self._dice.choice(_LINES))

    def _click(self, front: QWidget) -> None:
        place = QPoint(self._dice.randrange(front.width()), self._dice.randrange(front.height()))
        target = front.childAt(place) or front
        inside = target.mapFrom(front, place)
        button = self._dice.choice((Qt.MouseButton.LeftButton,) * 7 + (Qt.MouseButton.RightButton,))
        click = self._dice.choice((QTest.mouseClick,) * 4 + (QTest.mouseDClick,))
        click(target, button, Qt.KeyboardModifier.NoModifier, inside)

    def _turn(self, _front: QWidget) -> None:
        self._window.go(self._dice.choice(self._names))


def _front(window: Window) -> QWidget:
    """Return the popup, the presenter or the window itself: whoever gets the next gesture."""
    popup = QApplication.activePopupWidget()
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    other = next((one for one in others if one is not window and one.isFullScreen()), None)
    return popup or other or window


def _leave_dialogs() -> None:
    """Close the system's own dialogs, which a monkey would never find out of."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.reject()
        elif (
            isinstance(one, QMenu)
            and one.isVisible()
            and one is not QApplication.activePopupWidget()
        ):
            one.close()


def _memory() -> int:
    """Return the bytes this process holds; 0 where the system does not tell."""
    return int(_PROCESS.read_text().split()[1]) * 4096 if _PROCESS.exists() else 0


def _tidy(desk: Desk) -> None:
    settle(desk.gateway)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    theme().dress(qapp, Mode.LIGHT)
    nowhere = _Nowhere()
    QDesktopServices.setUrlHandler("file", nowhere, "take")  # type: ignore[arg-type]  # no bytes
    gateway = Gateway(Store(demo_book(tmp_path / "demo.chapter"), author="Wanda"))
    yield Desk(gateway, now=lambda: NOON, memory=Memory(tmp_path / "window.ini"), parent=qapp)
    gateway.close()
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.timeout(5400)
def test_nothing_a_monkey_does_breaks_or_swells_the_window(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    seed = 20_000
    monkey = _Monkey(window, random.Random(seed))  # noqa: S311  the same monkey every time
    moves = extent(short=250, whole=20_000)
    warm = moves // 5
    held = nones = 0
    for number in range(moves):
        if number == warm:
            _tidy(desk)
            held, nones = _memory(), sys.getrefcount(None)
        monkey.move()
        if number % _SETTLES_EVERY == 0:
            settle(desk.gateway)
    _tidy(desk)
    # Pages that are first opened after the warm-up hold new references; none may be dropped, as
    # each void call of a broken Qt binding drops one.
    assert sys.getrefcount(None) > nones - moves // 20
    if moves >= _LONG_ENOUGH:
        assert _memory() - held < _LARGEST_GROWTH
    window.close()
    with Store(tmp_path / "demo.chapter", author="after", read_only=True) as after:
        assert [fault.reason for fault in after.read(soundness.faults)] == []
