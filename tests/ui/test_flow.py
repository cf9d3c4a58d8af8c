"""Small things that go on in another row where they do not fit."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.flow import FlowLayout


def _bar(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QWidget]]:
    bar = QWidget()
    qtbot.addWidget(bar)
    flow = FlowLayout(bar)
    parts = []
    for width in widths:
        part = QWidget()
        part.setFixedSize(QSize(width, 30))
        flow.addWidget(part)
        parts.append(part)
    bar.show()
    return bar, parts


def test_what_fits_stands_in_one_row(qtbot: QtBot) -> None:
    bar, parts = _bar(qtbot, 100, 100, 100)
    bar.resize(316, 40)

    assert [part.y() for part in parts] == [0, 0, 0]
    assert [part.x() for part in parts] == [0, 108, 216]


def test_what_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    bar, parts = _bar(qtbot, 100, 100, 100)
    bar.resize(220, 100)

    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (108, 0), (0, 38)]
    layout = bar.layout()
    assert layout is not None
    assert layout.heightForWidth(220) == 68


def test_something_wider_than_all_has_a_row_of_its_own(qtbot: QtBot) -> None:
    _bar_, parts = _bar(qtbot, 50, 400, 50)
    _bar_.resize(220, 200)

    assert [part.y() for part in parts] == [0, 38, 76]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    bar, parts = _bar(qtbot, 100, 100, 100)
    parts[1].hide()
    bar.resize(316, 40)

    assert parts[2].x() == 108
