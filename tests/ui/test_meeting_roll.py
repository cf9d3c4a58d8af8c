"""The roll: one key marks and goes on."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.rules.attendance import Attendance
from app.ui.desk import Desk
from tests.small_book import SmallBook
from tests.ui.evening import Secretary, sit_down

NOV_17 = date(2026, 11, 17)
NAMES = ["Ann Whitfield", "Bob Hartley", "Łukasz Nowak", "山田 健一", "Chidi Eze", "Grace Mbeki"]


@pytest.fixture
def secretary(desk: Desk, book: SmallBook, qtbot: QtBot) -> Secretary:
    for name in NAMES:
        book.member(name)
    book.meeting(NOV_17)
    return sit_down(desk, qtbot, NOV_17)


def marks(secretary: Secretary) -> str:
    secretary.wait()
    sheet = secretary.meeting.sheet
    assert sheet is not None
    return "".join(row.attendance or "." for row in sheet.roll)


def test_the_roll_has_the_focus_and_a_letter_marks_and_goes_on(secretary: Secretary) -> None:
    secretary.type("pal m")
    assert marks(secretary) == "PALPM."


def test_everyone_still_blank_is_present_with_one_key(secretary: Secretary) -> None:
    secretary.type("ae")
    assert marks(secretary) == "APPPPP"


def test_a_number_goes_to_the_seat(secretary: Secretary) -> None:
    secretary.type("5a2l")
    assert marks(secretary) == ".L..A."


def test_a_mark_is_cleared_and_the_arrows_move(secretary: Secretary) -> None:
    secretary.type("aa")
    secretary.press(Qt.Key.Key_Up)
    secretary.press(Qt.Key.Key_Backspace)
    assert marks(secretary) == "A....."


def test_a_substitute_is_named_in_place_or_not(secretary: Secretary) -> None:
    secretary.type("sJan Nowak\ns\nl")
    assert marks(secretary) == "SSL..."
    sheet = secretary.meeting.sheet
    assert sheet is not None
    assert [row.substitute for row in sheet.roll[:2]] == ["Jan Nowak", ""]


def test_esc_leaves_the_entry_of_a_substitute_and_nothing_is_stored(secretary: Secretary) -> None:
    secretary.type("sJan\x1bp")
    assert marks(secretary) == "P....."


def test_a_name_is_found_by_a_fragment(secretary: Secretary) -> None:
    secretary.type("/luk\na")
    assert marks(secretary) == "..A..."


def test_slip_letters_do_nothing_on_the_roll(secretary: Secretary) -> None:
    secretary.type("robvct")
    assert marks(secretary) == "......"
    assert secretary.meeting.line.field.text() == ""


def test_the_mouse_marks_a_blank_seat_and_asks_at_a_marked_one(secretary: Secretary) -> None:
    grid = secretary.meeting.roll.grid
    sheet = secretary.meeting.sheet
    assert sheet is not None
    cell = grid.area_of(sheet.roll[1])
    at = QPoint(cell.right() - 8, cell.center().y())
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)
    assert marks(secretary) == ".P...."

    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)
    menu = secretary.meeting.roll.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    assert marks(secretary) == ".A...."


def test_a_remark_stands_beside_a_mark(secretary: Secretary) -> None:
    secretary.type("l")
    secretary.wait()
    sheet = secretary.meeting.sheet
    assert sheet is not None
    secretary.meeting.roll.remark_wanted.emit(sheet.roll[0])
    secretary.type("came at 7:15\n")
    secretary.wait()
    sheet = secretary.meeting.sheet
    assert sheet is not None
    assert (sheet.roll[0].attendance, sheet.roll[0].note) == ("L", "came at 7:15")


def test_the_head_counts_the_marks_and_the_seat_is_spoken(secretary: Secretary) -> None:
    secretary.type("ap")
    secretary.wait()
    assert "Absent 1" in secretary.meeting.roll.head.accessibleName()
    assert secretary.meeting.roll.grid.accessibleName() == "Roll: 3 Łukasz Nowak, blank"


def test_ctrl_z_takes_the_last_mark_back(secretary: Secretary) -> None:
    secretary.type("al")
    secretary.command(Qt.Key.Key_Z)
    assert marks(secretary) == "A....."


def test_a_mark_of_a_completed_meeting_is_refused_with_the_way_out(
    secretary: Secretary, book: SmallBook
) -> None:
    secretary.type("e")
    secretary.command(Qt.Key.Key_Return)
    secretary.wait()
    secretary.meeting.roll.setFocus()
    secretary.type("1a")
    assert marks(secretary) == "PPPPPP"
    assert "is completed" in secretary.meeting.question.accessibleName()

    secretary.type("\nforgot one\n")
    secretary.wait()
    secretary.meeting.roll.setFocus()
    secretary.type("1a")
    assert marks(secretary) == "APPPPP"
    assert book.store.history().undo == "Ann Whitfield marked Absent"


def test_names_of_every_kind_of_attendance_are_kept_apart(secretary: Secretary) -> None:
    secretary.type("palm")
    marks(secretary)
    sheet = secretary.meeting.sheet
    assert sheet is not None
    assert [sheet.marked(mark) for mark in Attendance] == [1, 1, 1, 1, 0]
