"""List pages: found, filtered, counted, and never empty without a word."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.tables import Column


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    visits: int


GUESTS = (Guest("Mary Ray", 1), Guest("Tom Aldous", 2), Guest("Łukasz Nowak", 0))


class GuestPage(ListPage[Guest]):
    """Guests."""

    NAME = "guests"

    @override
    def heading(self) -> Heading:
        return Heading("Guests")

    @override
    def columns(self) -> Sequence[Column[Guest]]:
        return (
            Column("Name", lambda guest: guest.name),
            Column("Visits", lambda guest: guest.visits),
        )

    @override
    def filters(self) -> Sequence[Filter[Guest]]:
        return (
            Filter("Came", lambda guest: guest.visits > 0, "visits"),
            Filter("Never came", lambda guest: guest.visits == 0, "visits"),
        )

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState("No guests yet", "Invite somebody.")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> GuestPage:
    page = GuestPage(desk)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    return page


def names(page: GuestPage) -> list[str]:
    return [page.model.row(number).name for number in range(page.model.rowCount())]


def test_thousands_are_set_apart_in_the_count(page: GuestPage) -> None:
    page.show_rows([Guest(f"Guest {number}", 0) for number in range(1200)])
    assert page.counted == "1,200"


def test_the_search_box_finds_fragments_without_accents(page: GuestPage) -> None:
    page.show_rows(GUESTS)
    QTest.keyClicks(page.search, "luk")
    assert names(page) == ["Łukasz Nowak"]
    assert page.counted == "1 of 3"
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(names(page)) == 3


def test_filters_of_one_group_exclude_each_other(page: GuestPage) -> None:
    page.show_rows(GUESTS)
    came, never = page.chips
    came.setChecked(True)
    assert names(page) == ["Mary Ray", "Tom Aldous"]
    never.setChecked(True)
    assert not came.isChecked()
    assert names(page) == ["Łukasz Nowak"]


def test_nothing_found_and_nothing_there_are_told_apart(page: GuestPage) -> None:
    page.show_rows(GUESTS)
    page.search.setText("zzz")
    assert page.table.emptiness == "No row matches"
    page.show_rows(())
    assert page.table.emptiness == "No guests yet"


def test_enter_in_the_search_box_goes_to_the_first_row(page: GuestPage) -> None:
    page.show_rows(GUESTS)
    page.search.setFocus()
    QTest.keyClicks(page.search, "tom")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.table.current() == GUESTS[1]


def _type_ahead(page: GuestPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down)


def _turn() -> None:
    QCoreApplication.processEvents()


def test_keys_pressed_before_the_rows_come_are_pressed_once_they_are_there(
    page: GuestPage,
) -> None:
    _type_ahead(page)
    page.show_rows(GUESTS)
    _turn()
    assert page.table.current() == GUESTS[1]


def test_keys_pressed_ahead_open_the_row_they_lead_to(page: GuestPage, qtbot: QtBot) -> None:
    _type_ahead(page)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.table.opened) as opened:
        page.show_rows(GUESTS)
    assert opened.args == [GUESTS[1]]


def test_keys_pressed_ahead_are_dropped_by_who_turns_to_something_else(page: GuestPage) -> None:
    _type_ahead(page)
    page.search.setFocus()
    page.show_rows(GUESTS)
    _turn()
    assert page.table.current() is None


def test_keys_pressed_in_an_empty_list_mean_nothing_later(page: GuestPage) -> None:
    page.show_rows(())
    _type_ahead(page)
    page.show_rows(GUESTS)
    _turn()
    assert page.table.current() is None
