"""What breaks down in the program itself is written down, and told at the next start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app.ui import faultlog
from app.ui.frame.faults import FaultSheet
from app.ui.memory import Memory
from app.ui.opening.frontdoor import FrontDoor
from app.ui.opening.welcome import Welcome

pytestmark = pytest.mark.usefixtures("qapp")

_ROOT = Path(__file__).parents[2]
_START = "from app.ui import faultlog; faultlog.start(); "
_CRASHES = {
    "abort": "import os; os.abort()",
    "segmentation fault": "import ctypes; ctypes.string_at(0)",
    "a fatal error of Qt": "from PySide6.QtCore import qFatal; qFatal('no platform plugin')",
}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def run(program: str) -> int:
    """Have a process of its own start as the window does, and do something."""
    done = subprocess.run(
        [sys.executable, "-c", _START + program],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode


def front_door(tmp_path: Path) -> tuple[FrontDoor, Welcome]:
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(None)
    assert isinstance(door.window, Welcome)
    return door, door.window


@pytest.mark.parametrize("program", _CRASHES.values(), ids=_CRASHES.keys())
def test_a_crash_is_told_once_at_the_next_start_and_its_log_is_copied(
    tmp_path: Path, program: str
) -> None:
    assert run(program) != 0
    door, welcome = front_door(tmp_path)
    assert "broke down the last time" in welcome.banner.words
    welcome.banner._act.click()
    sheet = welcome.findChild(FaultSheet)
    assert isinstance(sheet, FaultSheet)
    assert "Fatal Python error" in sheet.log
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == sheet.log
    door.close()
    door, welcome = front_door(tmp_path)
    assert welcome.banner.words == ""
    door.close()


def test_a_second_crash_is_told_again(tmp_path: Path) -> None:
    for _time in range(2):
        run(_CRASHES["abort"])
        door, welcome = front_door(tmp_path)
        assert "broke down the last time" in welcome.banner.words
        door.close()


def test_an_end_without_a_crash_says_nothing(tmp_path: Path) -> None:
    assert run("") == 0
    door, welcome = front_door(tmp_path)
    assert welcome.banner.words == ""
    door.close()


def test_what_qt_says_before_it_gives_up_is_in_the_log() -> None:
    run(_CRASHES["a fatal error of Qt"])
    assert "Qt: no platform plugin" in faultlog.read()


def test_a_warning_of_qt_and_a_fault_in_a_thread_are_in_the_log() -> None:
    program = (
        "from PySide6.QtCore import qWarning; qWarning('bad rectangle'); "
        "import threading; t = threading.Thread(target=lambda: [].pop()); t.start(); t.join()"
    )
    assert run(program) == 0
    log = faultlog.read()
    assert "Qt: bad rectangle" in log
    assert "IndexError" in log


def test_a_fault_after_everything_is_closed_opens_no_window(tmp_path: Path) -> None:
    door, _welcome = front_door(tmp_path)
    door.close()
    faultlog.faults().written.emit()
    QGuiApplication.processEvents()
    assert door.window is None


def test_a_fault_is_told_as_it_happens_once_and_shows_the_log(tmp_path: Path) -> None:
    run("from PySide6.QtCore import qWarning; qWarning('bad rectangle')")
    door, welcome = front_door(tmp_path)
    faultlog.faults().written.emit()
    QGuiApplication.processEvents()
    assert "went wrong in Chapterhouse itself" in welcome.banner.words
    welcome.banner._act.click()
    assert welcome.findChild(FaultSheet) is not None
    welcome.banner.show_message(None)
    faultlog.faults().written.emit()
    QGuiApplication.processEvents()
    assert welcome.banner.words == ""
    door.close()
