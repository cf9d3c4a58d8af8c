"""Totals read aloud, and the way of a meeting through its states."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.queries.meeting import MeetingSheet
from app.rules.meetings import MeetingState
from app.rules.totals import UNREAD, Totals
from app.ui.desk import Desk
from tests.small_book import SmallBook
from tests.ui.evening import Secretary, sit_down

NOV_10, NOV_17, NOV_24 = date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 24)


@pytest.fixture
def secretary(desk: Desk, book: SmallBook, qtbot: QtBot) -> Secretary:
    for name in ("Ann Whitfield", "Bob Hartley"):
        book.member(name)
    book.meeting(NOV_10)
    book.meeting(NOV_17)
    return sit_down(desk, qtbot, NOV_17)


def sheet(secretary: Secretary) -> MeetingSheet:
    secretary.wait()
    found = secretary.meeting.sheet
    assert found is not None
    return found


def act(secretary: Secretary, name: str) -> None:
    deeds = {deed.name: deed for deed in secretary.page.deeds()}
    deeds[name].run()
    secretary.wait()


def test_f6_goes_round_the_parts_of_the_page(secretary: Secretary) -> None:
    meeting = secretary.meeting
    parts = (meeting.line, meeting.slips, meeting.totals, meeting.roll)
    for part in parts:
        secretary.press(Qt.Key.Key_F6)
        assert part.isAncestorOf(secretary.focus())
    secretary.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert meeting.totals.isAncestorOf(secretary.focus())


def test_totals_read_aloud_are_typed_one_after_the_other(secretary: Secretary) -> None:
    secretary.meeting.totals.setFocus()
    secretary.type("25\n12\n14,280.50\n3\n\n2\n")
    assert sheet(secretary).read == Totals(25, 12, 1_428_050, 3, None, 2)
    assert secretary.meeting.line.field.hasFocus()


def test_shift_tab_goes_back_through_the_totals_and_out(secretary: Secretary) -> None:
    secretary.meeting.totals.setFocus()
    secretary.type("3\t")
    secretary.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert secretary.meeting.totals.cells[0].isAncestorOf(secretary.focus())
    secretary.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert secretary.meeting.line.field.hasFocus()
    assert sheet(secretary).read.referrals == 3


def test_what_is_no_figure_is_not_taken_as_a_total(secretary: Secretary) -> None:
    secretary.meeting.totals.setFocus()
    secretary.type("many\n")
    assert sheet(secretary).read == UNREAD
    assert secretary.meeting.totals.cells[0]._field.wrong


def test_a_total_is_taken_out_again(secretary: Secretary) -> None:
    secretary.meeting.totals.setFocus()
    secretary.type("25\n")
    secretary.wait()
    secretary.meeting.totals.setFocus()
    secretary.type("\b\n")
    assert sheet(secretary).read == UNREAD


def test_a_total_that_differs_is_said_in_the_heading_and_in_its_place(
    secretary: Secretary,
) -> None:
    secretary.type("e")
    secretary.meeting.totals.setFocus()
    secretary.type("1\n")
    secretary.wait()
    assert secretary.page.heading().note == "1 referral short"
    assert secretary.meeting.totals.cells[0].accessibleName() == "Referrals: 0 of 1 1 short"


def test_a_draft_with_nothing_missing_is_completed_at_once(secretary: Secretary) -> None:
    secretary.type("e")
    secretary.wait()
    secretary.command(Qt.Key.Key_Return)
    found = sheet(secretary)
    assert found.state is MeetingState.COMPLETED
    heading = secretary.page.heading()
    assert not heading.provisional
    assert heading.primary is not None
    assert heading.primary.name == "meeting.report"


def test_what_is_missing_is_asked_about_before_completing(secretary: Secretary) -> None:
    secretary.type("a")
    secretary.wait()
    secretary.command(Qt.Key.Key_Return)
    secretary.wait()
    assert secretary.meeting.question.accessibleName() == "Still missing: 1 mark blank."
    assert sheet(secretary).state is MeetingState.DRAFT
    secretary.type("\x1b")
    assert sheet(secretary).state is MeetingState.DRAFT
    assert secretary.meeting.roll.grid.hasFocus()

    secretary.command(Qt.Key.Key_Return)
    secretary.wait()
    secretary.type("\n")
    assert sheet(secretary).state is MeetingState.COMPLETED


def test_visitor_credits_are_confirmed_with_completing(secretary: Secretary) -> None:
    secretary.type("e\tv ann Mary Ray\n")
    secretary.wait()
    secretary.command(Qt.Key.Key_Return)
    secretary.wait()
    secretary.type("\n")
    found = sheet(secretary)
    assert found.state is MeetingState.COMPLETED
    assert found.slips[0].confirmed


def test_reopening_asks_for_a_reason_and_shows_it(secretary: Secretary) -> None:
    secretary.type("e")
    secretary.wait()
    secretary.command(Qt.Key.Key_Return)
    secretary.wait()
    act(secretary, "meeting.reopen")
    secretary.type("\n")
    assert sheet(secretary).state is MeetingState.COMPLETED
    secretary.type("a slip was forgotten\n")
    assert sheet(secretary).state is MeetingState.DRAFT
    assert secretary.page.heading().note == "reopened: a slip was forgotten"


def test_a_meeting_is_set_aside_with_a_reason(secretary: Secretary) -> None:
    act(secretary, "meeting.discard")
    secretary.type("entered twice\n")
    assert sheet(secretary).state is MeetingState.DISCARDED
    assert secretary.page.heading().note == "entered twice"


def test_a_holiday_needs_no_reason(secretary: Secretary) -> None:
    act(secretary, "meeting.holiday")
    secretary.type("\n")
    assert sheet(secretary).state is MeetingState.HOLIDAY


def test_a_meeting_is_moved_to_a_free_day_only(secretary: Secretary) -> None:
    act(secretary, "meeting.move")
    secretary.type("10.11.2026\n")
    assert sheet(secretary).held_on == NOV_17
    assert "already" in secretary.meeting.question.accessibleName()
    secretary.type("\n")

    act(secretary, "meeting.move")
    secretary.type("18.11.2026\n")
    assert sheet(secretary).held_on == date(2026, 11, 18)


def test_neighbours_are_a_key_away(secretary: Secretary) -> None:
    secretary.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert sheet(secretary).held_on == NOV_10
    assert secretary.page.heading().title == "Tuesday 10 November"
    secretary.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert sheet(secretary).held_on == NOV_17


def test_a_remark_is_kept(secretary: Secretary) -> None:
    act(secretary, "meeting.note")
    secretary.type("in the town hall\n")
    assert sheet(secretary).note == "in the town hall"


def test_a_meeting_taken_off_the_calendar_leads_back_to_the_list(
    secretary: Secretary, book: SmallBook
) -> None:
    secretary.command(Qt.Key.Key_2)
    book.meeting(NOV_24)
    secretary.page.aim(NOV_24)
    secretary.wait()
    assert sheet(secretary).held_on == NOV_24
    secretary.command(Qt.Key.Key_Z)
    secretary.wait()
    assert secretary.page.shown is secretary.page.list


def test_the_beginning_of_a_slip_is_put_into_the_line_of_the_draft(secretary: Secretary) -> None:
    secretary.window.go("meetings", "r Ann Whitfield ")
    secretary.wait()
    assert sheet(secretary).held_on == NOV_17
    secretary.type("bob\n")
    (slip,) = sheet(secretary).slips
    assert (slip.giver.name, slip.receiver.name) == ("Ann Whitfield", "Bob Hartley")
