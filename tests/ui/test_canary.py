"""One release of the Qt binding lost references to None until the process died; never again."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000
# The interpreter's own work moves the counts by a few; a leak moves them by a thousand.
DRIFT = 50


class Emitter(QObject):
    said = Signal()


@pytest.mark.parametrize("kept", [None, True, False])
def test_a_thousand_void_calls_take_no_reference_away(qtbot: QtBot, *, kept: bool | None) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert _drift(kept, label.update) < DRIFT


@pytest.mark.parametrize("kept", [None, True, False])
def test_a_thousand_emits_take_no_reference_away(*, kept: bool | None) -> None:
    emitter = Emitter()
    assert _drift(kept, emitter.said.emit) < DRIFT


def _drift(kept: object, call: Callable[[], object]) -> int:
    before = sys.getrefcount(kept)
    for _turn in range(CALLS):
        call()
    return abs(sys.getrefcount(kept) - before)
