"""A monkey at the window: any key, any click, anywhere, thousands of them.

An exception in a slot or a warning of Qt stops it at the gesture that caused it; at the end nothing
may have grown and no window may be left.

The references to None that anything alive holds must not drift. Their whole number rises by some
twenty a gesture, which is the binding's doing and costs nothing: for each object that dies it keeps
one for every method that Qt looked for in its class; ``test_canary`` shows it with bare widgets. It
must never fall: the process would abort in the end.
"""

import gc
import random
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QPoint,
    Qt,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
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
_MOST_OBJECTS = 1.05  # of those that were there after the first fifth
_LONG_ENOUGH = 5_000  # gestures after which every page has been seen in the warm-up
_SETTLES_EVERY = 25
_TOLD = 20  # gestures, where one of them breaks something
_MOST_NONES = 1.1  # of those that anything alive held then; one a gesture would be 1.2
_FALLEN = 20  # gestures for each of which at most one reference to None is lost by chance
_IGNORED = "This plugin does not support"  # offscreen has no sizes, raising or grabbing
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
        self.lately: deque[str] = deque(maxlen=_TOLD)

    def move(self) -> None:
        """Make one gesture at whatever is in front."""
        gesture: Callable[[QWidget], str] = self._dice.choices(
            (self._press, self._click, self._type, self._turn), (50, 30, 6, 6)
        )[0]
        page = self._window.shown
        self.lately.append(f"{page}: {gesture.__name__}")  # should the gesture itself raise
        self.lately[-1] = f"{page}: {gesture(_front(self._window))}"
        QApplication.processEvents()
        _leave_dialogs()

    def _press(self, front: QWidget) -> str:
        target = QApplication.focusWidget() or front
        key, signs = self._dice.choice(_KEYS), self._dice.choice(_SIGNS)
        QTest.keyClick(target, key, signs)
        return f"{key.name} {signs}"

    def _type(self, front: QWidget) -> str:
        line = self._dice.choice(_LINES)
        QTest.keyClicks(QApplication.focusWidget() or front, line)
        return line

    def _click(self, front: QWidget) -> str:
        place = QPoint(self._dice.randrange(front.width()), self._dice.randrange(front.height()))
        target = front.childAt(place) or front
        inside = target.mapFrom(front, place)
        button = self._dice.choice((Qt.MouseButton.LeftButton,) * 7 + (Qt.MouseButton.RightButton,))
        click = self._dice.choice((QTest.mouseClick,) * 4 + (QTest.mouseDClick,))
        words = f"{click.__name__} {button.name} at {place.x()}, {place.y()} on {_name(target)}"
        click(target, button, Qt.KeyboardModifier.NoModifier, inside)
        return words

    def _turn(self, _front: QWidget) -> str:
        name = self._dice.choice(self._names)
        self._window.go(name)
        return f"go to {name}"


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}".strip()


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


def _living_nones() -> int:
    """Return how many references to None there are in everything that the collector knows."""
    return sum(held is None for one in gc.get_objects() for held in gc.get_referents(one))


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


@dataclass(frozen=True, slots=True)
class _Held:
    """What the process holds at one moment; ``nones`` are references, held by what is alive."""

    memory: int
    all_nones: int
    nones: int
    objects: int

    @classmethod
    def now(cls, window: Window) -> "_Held":
        _tidy(window.desk)
        objects = len(window.findChildren(QObject))
        return cls(_memory(), sys.getrefcount(None), _living_nones(), objects)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what Qt complains of meanwhile."""
    found: list[str] = []

    def hear(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if not words.startswith(_IGNORED):
            found.append(words)

    before = qInstallMessageHandler(hear)
    yield found
    qInstallMessageHandler(before)


def _let_loose(monkey: _Monkey, window: Window, moves: int, qtbot: QtBot) -> tuple[_Held, _Held]:
    """Make gestures until one breaks something; return what was held after the warm-up and then."""
    warm = _Held.now(window)
    with _complaints() as complaints, qtbot.capture_exceptions() as exceptions:
        for number in range(moves):
            if number == moves // 5:
                warm = _Held.now(window)
            monkey.move()
            if number % _SETTLES_EVERY == 0:
                settle(window.desk.gateway)
            lately = "\n".join(monkey.lately)
            assert not complaints, f"gesture {number}: {complaints}\n{lately}"
            assert not exceptions, f"gesture {number}: {exceptions}\n{lately}"
        return warm, _Held.now(window)


@pytest.mark.timeout(5400)
def test_nothing_a_monkey_does_breaks_or_swells_the_window(
    desk: Desk, qtbot: QtBot, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    others = set(QApplication.topLevelWidgets())
    window = Window(desk, pages())
    window.resize(1280, 800)
    window.show()
    seed = 20_000
    moves = extent(short=250, whole=20_000)
    monkey = _Monkey(window, random.Random(seed))  # noqa: S311  the same monkey every time
    warm, held = _let_loose(monkey, window, moves, qtbot)
    record_property("a monkey of seed", f"{seed} made {moves} gestures: {warm} became {held}")
    assert held.all_nones > warm.all_nones - moves // _FALLEN
    if moves >= _LONG_ENOUGH:
        assert held.nones < warm.nones * _MOST_NONES
        assert held.memory - warm.memory < _LARGEST_GROWTH
        assert held.objects < warm.objects * _MOST_OBJECTS
    window.close()
    window.deleteLater()
    del window, monkey
    _tidy(desk)
    assert [_name(one) for one in set(QApplication.topLevelWidgets()) - others] == []
    with Store(tmp_path / "demo.chapter", author="after", read_only=True) as after:
        assert [fault.reason for fault in after.read(soundness.faults)] == []
