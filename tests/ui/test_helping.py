"""Help: the keys there are, the version, the log of faults."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import __version__
from app.ui import faultlog
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


def test_the_log_of_faults_is_copied_or_said_to_be_empty(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "faults.log"
    monkeypatch.setattr(faultlog, "path", lambda: log)
    run(window, "help.log")
    settle(window.desk.gateway)
    assert "no fault" in window.strip.banner.words
    log.write_text("a fault", encoding="utf-8")
    run(window, "help.log")
    settle(window.desk.gateway)
    assert QGuiApplication.clipboard().text() == "a fault"
