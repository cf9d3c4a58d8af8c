"""One release of the Qt binding lost references to None until the process died; never again.

What it does to this day is keep some, which costs nothing.
"""

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
# The interpreter's own work moves the counts by a few; a leak moves them by a thousand.
DRIFT = 50
SHOWN = 100
COUNTED = sys.version_info < (3, 12)  # later ones do not count who refers to None


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


@pytest.mark.skipif(not COUNTED, reason="references to None are not counted")
def test_bare_widgets_that_were_shown_leave_references_to_none_when_they_die(
    qapp: QApplication,
) -> None:
    """The monkey's drift, with nothing of ours in it; if this fails, it may be held to none.

    Qt asks each widget some seventeen methods as it is shown; a widget that lives on adds none.
    """
    living = QWidget()
    _show(qapp, living)
    assert _drift(None, living.repaint) < DRIFT
    before = sys.getrefcount(None)
    for _turn in range(SHOWN):
        _show(qapp, QWidget())
    gc.collect()
    assert sys.getrefcount(None) - before > 10 * SHOWN


def _show(application: QApplication, widget: QWidget) -> None:
    widget.show()
    application.processEvents()
    widget.close()


def _drift(kept: object, call: Callable[[], object]) -> int:
    before = sys.getrefcount(kept)
    for _turn in range(CALLS):
        call()
    return abs(sys.getrefcount(kept) - before)
