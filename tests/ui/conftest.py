"""A window over a small book, and a clean table after every test."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.gateway import Gateway
from app.ui.memory import Memory
from app.ui.pages import pages
from app.ui.theme import Mode, theme
from app.ui.window import Window
from tests.small_book import NOON, SmallBook
from tests.ui.lists import Hand
from tests.ui.small_pages import small_pages


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    theme().dress(qapp, Mode.LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def _clean_table(qapp: QApplication) -> Iterator[None]:
    yield
    theme().switch(Mode.LIGHT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.freeze()  # what has survived is not walked again after every test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [type(widget).__name__ for widget in qapp.topLevelWidgets()] == []


@pytest.fixture
def book(tmp_path: Path) -> SmallBook:
    return SmallBook.create(tmp_path)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.ini")


@pytest.fixture
def desk(book: SmallBook, memory: Memory, qapp: QApplication) -> Iterator[Desk]:
    gateway = Gateway(book.store)
    yield Desk(gateway, now=lambda: NOON, memory=memory, parent=qapp)
    gateway.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Window:
    window = Window(desk, small_pages())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def hand(desk: Desk, book: SmallBook, qtbot: QtBot) -> Hand:
    """Somebody at the keyboard of a window with all its pages."""
    window = Window(desk, pages())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    return Hand(window, book)
