"""The list of all slips: pages come as they are looked at, search and order ask the book."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.services import slips
from app.ui.all_slips.page import AllSlipsPage
from app.ui.desk import Desk
from app.ui.exporting import lists
from app.ui.screens import settle
from app.ui.tables.paged import PAGE
from app.ui.tables.rows import ROW
from tests.small_book import SmallBook

DAY = date(2026, 11, 17)
MANY = 12 * PAGE


@pytest.fixture
def page(desk: Desk, book: SmallBook, qtbot: QtBot) -> Iterator[AllSlipsPage]:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    book.meeting(DAY)
    for number in range(MANY):
        book.write(
            slips.pass_referral, dated_on=DAY, giver_id=ann, receiver_id=bob, note=f"no {number}"
        )
    page = AllSlipsPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    settle(desk.gateway)
    yield page
    settle(desk.gateway)


def _note(page: AllSlipsPage, row: int) -> str:
    return str(page._model.index(row, 5).data())


def test_all_rows_are_counted_and_those_seen_are_there(page: AllSlipsPage) -> None:
    assert page._model.rowCount() == MANY
    assert _note(page, 0) == f"no {MANY - 1}"


def test_a_row_far_away_is_blank_until_its_page_has_come(page: AllSlipsPage) -> None:
    last = MANY - 1
    assert _note(page, last) == ""
    settle(page.gateway)
    assert _note(page, last) == "no 0"


def test_another_order_asks_the_book_anew(page: AllSlipsPage) -> None:
    page._table.sortByColumn(0, page._table.horizontalHeader().sortIndicatorOrder().AscendingOrder)
    settle(page.gateway)
    assert _note(page, 0) == "no 0"


def test_typing_searches_after_a_pause(page: AllSlipsPage, qtbot: QtBot) -> None:
    page._search.setText("191")
    qtbot.waitUntil(lambda: page._model.rowCount() == 1)
    settle(page.gateway)
    assert _note(page, 0) == "no 191"


def test_what_nobody_wrote_is_said_to_match_nothing(page: AllSlipsPage, qtbot: QtBot) -> None:
    page._search.setText("nothing of the kind")
    qtbot.waitUntil(lambda: page._model.rowCount() == 0)
    assert "No slip matches" in page._table.emptiness


def test_the_row_that_was_current_stays_current_when_the_book_changes(
    page: AllSlipsPage,
) -> None:
    page._table.selectRow(2)
    chosen = page._table.current().slip_id
    page.gateway.write("One less", slips.remove, slip_id=page._table.rows().row(0).slip_id)
    settle(page.gateway)
    assert page._table.currentIndex().row() == 1
    settle(page.gateway)
    assert page._table.current().slip_id == chosen


def test_who_scrolls_finds_the_next_rows_there(page: AllSlipsPage) -> None:
    bar = page._table.verticalScrollBar()
    bar.setValue(ROW)
    settle(page.gateway)
    below = page._table.rowAt(page._table.viewport().height() - 1) + 12
    assert _note(page, below) == f"no {MANY - 1 - below}"


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_a_jump_asks_one_question_and_paints_blank_rows_then_full_ones(
    page: AllSlipsPage, sent: list[str]
) -> None:
    paintings = Paintings(page._table.viewport())
    sent.clear()
    page._table.scrollToBottom()
    settle(page.gateway)
    assert _note(page, MANY - 1) == "no 0"
    assert paintings.count == 2
    assert len([one for one in sent if "FROM slip" in one]) == 1


def test_letters_typed_in_the_list_search_it(page: AllSlipsPage, qtbot: QtBot) -> None:
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_1)
    qtbot.waitUntil(page._search.hasFocus)
    QTest.keyClicks(page._search, "91")
    qtbot.waitUntil(lambda: page._model.rowCount() == 1)
    assert page._search.text() == "191"


def test_the_list_is_copied_whole_though_most_of_it_was_never_looked_at(
    page: AllSlipsPage,
) -> None:
    lists.copy(page.desk, page._table)
    settle(page.gateway)
    lines = QGuiApplication.clipboard().text().splitlines()
    notes = [line.split("\t")[-1] for line in lines]
    assert notes == ["Note", *(f"no {number}" for number in reversed(range(MANY)))]
