"""The frame: pages, keys, messages, sheets, and what it remembers."""

import gc
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.field import LineField
from app.ui.kit.form import Form
from app.ui.kit.sheet import Sheet
from app.ui.screens import picture
from app.ui.window import Window
from tests.small_book import SmallBook
from tests.ui.small_pages import FirstPage, small_pages

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class SmallSheet(Sheet):
    """One field; stores nothing."""

    def __init__(self) -> None:
        super().__init__("A small editor")
        self.stored: list[str] = []
        self.field = LineField(name="Name")
        form = Form()
        self.row = form.add("Name", self.field)
        self.body.addWidget(form)

    def store(self) -> None:
        if not self.field.text():
            self.refuse("A name is needed.")
            return
        self.stored.append(self.field.text())
        self.done()


def test_every_page_opens_by_its_key(window: Window) -> None:
    window.go("third")
    for page in small_pages():
        QTest.keySequence(window, page.key)
        assert window.shown == page.name


def test_pages_are_chosen_by_mouse(window: Window) -> None:
    window.go("first")
    row = window.navigation._rows["second"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.shown == "second"
    assert row.isChecked()


def test_a_count_is_said_with_the_page_it_belongs_to(window: Window) -> None:
    window.desk.count("second", "7")
    assert window.navigation._rows["second"].accessibleName() == "Second, 7"


def test_the_last_page_and_the_place_of_the_window_are_remembered(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    window.setGeometry(QRect(30, 40, 700, 600))
    window.go("second")
    window.close()
    again = Window(desk, small_pages())
    qtbot.addWidget(again)
    again.go_to_last_page()
    assert again.shown == "second"
    assert again.size() == window.size()


def test_a_page_known_no_longer_gives_way_to_the_first(window: Window) -> None:
    window.desk.memory.save_text("window/page", "gone")
    window.go_to_last_page()
    assert window.shown == "first"


def test_the_menu_bar_comes_with_f10_and_leaves_with_escape(window: Window) -> None:
    window.go("first")
    assert not window.menuBar().isVisible()
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert window.menuBar().isVisible()
    QTest.keyClick(window.menuBar(), Qt.Key.Key_Escape)
    assert not window.menuBar().isVisible()


def test_alt_alone_brings_the_menu_bar_and_alt_with_a_letter_does_not(window: Window) -> None:
    window.go("first")
    QTest.keyPress(window, Qt.Key.Key_Alt)
    QTest.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert not window.menuBar().isVisible()
    QTest.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().isVisible()


def test_the_chapters_name_opens_the_same_menus(window: Window) -> None:
    window.go("first")
    QTest.mouseClick(window.navigation.title, Qt.MouseButton.LeftButton)
    (menu,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert len(menu.actions()) == len(window.menuBar().actions())
    menu.close()


def test_menus_of_a_page_that_was_left_go_with_it(window: Window, qtbot: QtBot) -> None:
    def menus() -> tuple[int, int]:
        gc.collect()
        kept = sum(isinstance(one, QMenu) for one in gc.get_objects())
        return len(window.findChildren(QMenu)), kept

    window.go("first")
    before = menus()
    for _turn in range(3):
        window.go("second")
        window.go("first")
    qtbot.waitUntil(lambda: menus() == before)


def test_a_message_shows_its_one_action_and_goes_when_closed(window: Window) -> None:
    done: list[str] = []
    window.go("first")
    action = Action("again", "Try again", lambda: done.append("again"))
    window.desk.say(Message("Not saved: the disk is full.", Gravity.ERROR, action))
    banner = window.strip.banner
    QTest.mouseClick(banner._act, Qt.MouseButton.LeftButton)
    assert done == ["again"]
    QTest.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    assert not window.strip.isVisible()


def test_ctrl_z_belongs_to_the_field_while_it_has_something_to_undo(
    window: Window, book: SmallBook, qtbot: QtBot
) -> None:
    book.member("Ann Whitfield")
    window.go("first")
    window.desk.open_sheet(sheet := SmallSheet())
    sheet.field.setFocus()
    QTest.keyClicks(sheet.field, "Bob")
    QTest.keyClick(sheet.field, Qt.Key.Key_Z, CONTROL)
    assert sheet.field.text() == ""
    assert book.store.history().undo is not None
    with qtbot.waitSignal(window.desk.gateway.changed):
        QTest.keyClick(sheet.field, Qt.Key.Key_Z, CONTROL)


def test_a_sheet_takes_the_cursor_stores_with_ctrl_enter_and_gives_it_back(window: Window) -> None:
    window.go("first")
    window.header.search.setFocus()
    window.desk.open_sheet(sheet := SmallSheet())
    assert window.focusWidget() is sheet.field
    QTest.keyClicks(sheet.field, "Ann")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, CONTROL)
    assert sheet.stored == ["Ann"]
    assert window.focusWidget() is window.header.search


def test_a_refusal_keeps_the_sheet_and_everything_entered(window: Window) -> None:
    window.go("first")
    window.desk.open_sheet(sheet := SmallSheet())
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, CONTROL)
    assert sheet.isVisible()
    assert sheet.refusal == "A name is needed."


def test_escape_closes_a_sheet_and_stores_nothing(window: Window) -> None:
    window.go("first")
    window.desk.open_sheet(sheet := SmallSheet())
    QTest.keyClicks(sheet.field, "Ann")
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert sheet.stored == []
    assert not window.sheets.isVisible()


def test_a_hidden_page_reloads_when_it_is_shown_again_and_a_shown_one_at_once(
    window: Window, book: SmallBook, qtbot: QtBot
) -> None:
    window.go("first")
    window.go("second")
    hidden, seen = window.page("first"), window.page("second")
    assert isinstance(hidden, FirstPage)
    assert isinstance(seen, FirstPage)
    book.member("Ann Whitfield")
    with qtbot.waitSignal(window.desk.gateway.changed):
        window.desk.gateway.undo()
    assert (hidden.reloads, seen.reloads) == (1, 2)
    window.go("first")
    assert hidden.reloads == 2


def test_a_page_is_aimed_at_what_is_asked_for(window: Window) -> None:
    window.desk.go("first", 7)
    page = window.page("first")
    assert isinstance(page, FirstPage)
    assert (window.shown, page.aims) == ("first", [7])


def test_the_header_runs_the_one_primary_action(window: Window) -> None:
    window.go("first")
    page = window.page("first")
    assert isinstance(page, FirstPage)
    QTest.mouseClick(window.header.primary, Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_D, CONTROL)
    assert page.done == ["done", "done"]


def test_keys_of_a_page_work_on_that_page_alone(window: Window) -> None:
    window.go("first")
    page = window.page("first")
    window.go("second")
    assert isinstance(page, FirstPage)
    QTest.keyClick(window, Qt.Key.Key_D, CONTROL)
    assert page.done == []


@pytest.mark.parametrize("size", [(1280, 800), (800, 500), (560, 360)])
def test_the_frame_fits_small_windows(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.go("first")
    assert (window.width(), window.height()) == size
    assert picture(window).size().toTuple() == size
    rows = list(window.navigation._rows.values())
    assert rows[-1].geometry().bottom() <= window.navigation.height()
    assert all(a.geometry().bottom() < b.geometry().top() for a, b in pairwise(rows))


def test_keys_of_the_page_rest_while_a_sheet_lies_on_it(window: Window) -> None:
    window.go("first")
    page = window.page("first")
    assert isinstance(page, FirstPage)
    window.desk.open_sheet(sheet := SmallSheet())
    QTest.keyClick(sheet.field, Qt.Key.Key_D, CONTROL)
    assert page.done == []
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_D, CONTROL)
    assert page.done == ["done"]


def test_redo_has_the_two_keys_that_people_know(
    window: Window, book: SmallBook, qtbot: QtBot
) -> None:
    book.member("Ann Whitfield")
    window.go("first")
    for key, held in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)):
        with qtbot.waitSignal(window.desk.gateway.changed):
            QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
        with qtbot.waitSignal(window.desk.gateway.changed):
            QTest.keyClick(window, key, held)


@pytest.mark.parametrize("width", [560, 800, 1280])
def test_however_long_names_are_it_stays_readable_whether_all_is_saved(
    window: Window, width: int
) -> None:
    window.go("first")
    window.resize(width, 500)
    window.show_book("A very long name " * 20, "Book of somebody " * 20, "all changes saved")
    window.status.show_change("Changed " * 80)
    assert "all changes saved" in window.status.state.text()
    assert not window.status.state.is_cut()
    assert window.width() == width


def test_a_book_without_a_keeper_has_an_empty_foot(window: Window) -> None:
    window.show_book("Riverside")
    assert window.status.state.text() == ""
