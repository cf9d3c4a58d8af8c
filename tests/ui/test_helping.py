"""Help: the keys there are, the version, the log of faults."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import __version__
from app.errors import RuleError
from app.ui import faultlog
from app.ui.frame.faults import FaultSheet
from app.ui.frame.keys import KeysSheet
from app.ui.screens import settle
from app.ui.window import Window


def run(window: Window, name: str) -> None:
    next(action for action in window.deeds() if action.name == name).run()


def test_f1_lists_every_key_and_escape_puts_the_list_away(window: Window) -> None:
    window.go("first")
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeysSheet)
    assert isinstance(sheet, KeysSheet)
    listed = {row.accessibleName() for row in sheet.findChildren(QWidget)}
    assert {"Do it: Ctrl+D", "Second: Ctrl+2", "Keys: F1"} <= listed
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert not window.sheets.isVisible()


def test_the_version_is_told_in_place(window: Window) -> None:
    run(window, "help.about")
    assert __version__ in window.strip.banner.words


def test_the_log_of_faults_is_shown_before_it_is_copied_or_said_to_be_empty(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "faults.log"
    monkeypatch.setattr(faultlog, "path", lambda: log)
    run(window, "help.faults")
    settle(window.desk.gateway)
    assert "Nothing went wrong" in window.strip.banner.words
    log.write_text("a fault", encoding="utf-8")
    log.with_name("crash.log").write_text("a crash", encoding="utf-8")
    run(window, "help.faults")
    settle(window.desk.gateway)
    sheet = window.findChild(FaultSheet)
    assert isinstance(sheet, FaultSheet)
    assert sheet.log == "a crash\na fault"
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == "a crash\na fault"


@pytest.mark.parametrize(
    "error",
    [
        RuleError("still_a_member", name="Ann Whitfield"),
        KeyError("Ann Whitfield"),
        ValueError("01632 960001 of Ann Whitfield"),
        RuntimeError("Ann Whitfield"),
    ],
)
def test_a_fault_is_written_down_without_names(error: Exception) -> None:
    try:
        raise error
    except type(error) as raised:
        told = faultlog.described(type(raised), raised, raised.__traceback__)
    assert type(error).__name__ in told
    assert "test_helping.py" in told
    assert "Whitfield" not in told
    assert "01632" not in told


def test_a_fault_of_the_program_itself_says_what_it_was() -> None:
    try:
        "words".nothing_like_it  # type: ignore[attr-defined]  # noqa: B018
    except AttributeError as raised:
        told = faultlog.described(type(raised), raised, raised.__traceback__)
    assert "nothing_like_it" in told
