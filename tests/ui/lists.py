"""Driving the list pages through a real window, by keys wherever there is one."""

from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.kit.sheet import Sheet
from app.ui.listing import ListPage
from app.ui.page import Page
from app.ui.screens import settle
from app.ui.window import Window
from tests.small_book import SmallBook

Shown = TypeVar("Shown", bound=Page)
Opened = TypeVar("Opened", bound=Sheet)


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody at the keyboard of a window."""

    window: Window
    book: SmallBook

    def go(self, name: str, kind: type[Shown], target: object = None) -> Shown:
        """Show a page and wait for its rows."""
        self.window.go(name, target)
        self.settle()
        page = self.window.page(name)
        assert isinstance(page, kind)
        return page

    def settle(self) -> None:
        """Wait until the book has answered everything."""
        settle(self.window.desk.gateway)

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key and wait for what comes of it."""
        QTest.keyClick(widget, key, held)
        self.settle()

    def enter(self, widget: QWidget, words: str) -> None:
        """Type into a field, in place of what stands there."""
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClicks(widget, words)

    def sheet(self, kind: type[Opened]) -> Opened:
        """Return the editor that is open."""
        self.settle()
        sheet = self.window.sheets._sheet
        assert isinstance(sheet, kind)
        return sheet

    def store(self, sheet: Sheet) -> None:
        """Press Ctrl+Enter in an editor."""
        self.press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open."""
        return self.window.sheets._sheet is not None

    def done(self) -> str | None:
        """Return what was done last, as the history calls it."""
        return self.book.store.history().undo


def texts(page: ListPage[Any], title: str) -> list[str]:
    """Return what stands in a column of a list, from above."""
    titles = [column.title for column in page.model.columns]
    place = titles.index(title)
    model = page.model
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def cell(page: ListPage[Any], title: str, row: int = 0) -> QModelIndex:
    """Return the cell of a column."""
    titles = [column.title for column in page.model.columns]
    return page.model.index(row, titles.index(title))
