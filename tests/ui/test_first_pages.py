"""Today, History and Settings, and the way from the start to an open book."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.policy import policy_in_use
from app.queries.profiles import profile_in_use
from app.rules.people import Duty
from app.services import meetings
from app.storage import Store
from app.storage.header import APPLICATION_ID
from app.ui.desk import Desk
from app.ui.history.page import HistoryPage
from app.ui.importing.page import ImportPage
from app.ui.kit.choice import Choice
from app.ui.kit.field import LineField
from app.ui.kit.label import PlainLabel
from app.ui.memory import Memory
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.opening.new_chapter import NewChapter, NewChapterSheet
from app.ui.opening.recent import RecentBooks
from app.ui.opening.welcome import Welcome
from app.ui.screens import settle
from app.ui.settings.page import SettingsPage
from app.ui.today.off_row import OffRow
from app.ui.today.page import TodayPage
from tests.command_line import run
from tests.exchange import samples
from tests.small_book import SmallBook
from tests.ui.doors import arrive


def test_today_shows_one_row_for_each_kind_of_thing_that_is_off(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    book.meeting(date(2026, 11, 3))
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    rows = [row.accessibleName() for row in page.findChildren(OffRow)]
    assert rows == ["2 weeks without a meeting", "3 Nov is still a draft"]


def test_a_new_book_says_what_to_do_first(desk: Desk, book: SmallBook, qtbot: QtBot) -> None:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    assert _told(page) == ["No members yet", "Or bring along what there is"]
    book.member("Ann Whitfield")
    page.mark_stale()
    settle(desk.gateway)
    assert _told(page) == ["No meeting has been recorded yet"]
    book.meeting(date(2026, 11, 24))
    page.mark_stale()
    settle(desk.gateway)
    assert _told(page) == []


@pytest.mark.parametrize("width", [800, 1080, 1600])
def test_the_day_of_the_next_meeting_is_never_cut(
    desk: Desk, book: SmallBook, qtbot: QtBot, width: int
) -> None:
    name = " ".join(["Featherstonehaugh"] * 4)
    meeting, speaker = book.meeting(date(2026, 11, 25)), book.member(name)
    duty = Duty.FEATURE_TALK
    book.write(meetings.assign_duty, meeting_id=meeting, duty=duty, person_id=speaker)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    settle(desk.gateway)
    (day,) = (one for one in page.findChildren(PlainLabel) if "25 November" in one.text())
    assert not day.is_cut()


def _told(page: TodayPage) -> list[str]:
    return [row.accessibleName() for row in page.findChildren(OffRow)]


def test_an_entry_out_of_the_middle_of_the_history_is_taken_back(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    book.store.write("Ann comes", _nothing)
    ann = book.member("Ann Whitfield")
    book.meeting(date(2026, 11, 24))
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    page._table.choose(page._rows[1].entry_id)
    page._take_back()
    settle(desk.gateway)
    assert page._rows[0].kind == "take_back"
    assert page._rows[2].taken_back
    assert ann == 1


def test_a_setting_is_stored_when_it_is_chosen_and_undone_like_anything_else(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    field = page._rules._fields["paper"]
    field.choose("Letter")
    field.activated.emit(1)
    settle(desk.gateway)
    assert book.ask(chapter_details).settings.paper == "Letter"
    desk.gateway.undo()
    settle(desk.gateway)
    assert field.chosen() == "A4"


def test_a_name_that_is_missing_is_refused_under_its_field(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    page._chapter._name.setText("  ")
    page._chapter._name.editingFinished.emit()
    settle(desk.gateway)
    assert page._chapter._name.wrong
    assert book.ask(chapter_details).name == "Riverside"


def test_without_a_book_the_three_ways_in_are_offered(tmp_path: Path, qtbot: QtBot) -> None:
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(None)
    assert isinstance(door.window, Welcome)
    qtbot.addWidget(door.window)
    offered = [choice.accessibleName() for choice in door.window.findChildren(Choice)]
    assert offered[:3] == ["A new chapter", "Files exported elsewhere", "A demo chapter"]
    door.close()


def test_a_new_chapter_opens_and_is_the_last_book_from_then_on(
    tmp_path: Path, qtbot: QtBot
) -> None:
    memory = Memory(tmp_path / "window.ini")
    door = FrontDoor(memory)
    door.start(None)
    entered = NewChapter("Harbour", 2, "06:45", "The Quay", "EUR")
    door.begin.of_facts(entered, str(tmp_path / "harbour.chapter"))
    window = door.window
    assert isinstance(window, BookWindow)
    qtbot.addWidget(window)
    settle(window.desk.gateway)
    assert window.windowTitle() == "Harbour"
    assert RecentBooks(memory).paths() == (tmp_path / "harbour.chapter",)
    door.close()


def test_what_was_entered_for_a_new_chapter_stays_until_its_file_is_chosen(qtbot: QtBot) -> None:
    received: list[NewChapter] = []
    welcome = Welcome(())
    qtbot.addWidget(welcome)
    welcome.show()
    sheet = NewChapterSheet(received.append)
    welcome.open_sheet(sheet)
    sheet.findChildren(LineField)[0].setText("Harbour")
    sheet.store()
    assert [one.name for one in received] == ["Harbour"]
    assert sheet.isVisible()


def test_a_file_that_is_no_book_is_refused_in_place_and_left_alone(
    tmp_path: Path, qtbot: QtBot
) -> None:
    stranger = tmp_path / "letter.chapter"
    stranger.write_bytes(b"Dear Sir or Madam")
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(stranger)
    assert isinstance(door.window, Welcome)
    qtbot.addWidget(door.window)
    assert "letter.chapter is not a chapter's book" in door.window.banner.accessibleName()
    assert stranger.read_bytes() == b"Dear Sir or Madam"
    door.close()


def _nothing(_session: object) -> None:
    """Change nothing."""


def test_the_profile_members_are_scored_by_is_chosen_in_the_settings(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    field = page._scores._profile
    assert field.chosen() == "us-regional"
    field.choose("uk-2012")
    field.activated.emit(field.currentIndex())
    settle(desk.gateway)
    assert book.ask(profile_in_use, desk.today()).name == "uk-2012"
    assert field.chosen() == "uk-2012"


def test_a_file_stamped_as_a_book_that_lacks_its_tables_is_refused_in_place(
    tmp_path: Path, qtbot: QtBot
) -> None:
    hollow = tmp_path / "hollow.chapter"
    with closing(sqlite3.connect(hollow)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE stranger (id INTEGER)")
        connection.commit()
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(hollow)
    arrive(door)
    assert isinstance(door.window, Welcome)
    qtbot.addWidget(door.window)
    assert "hollow.chapter holds something" in door.window.banner.accessibleName()
    door.close()


def test_a_book_begun_from_exported_files_is_the_one_the_command_line_makes(
    tmp_path: Path, qtbot: QtBot
) -> None:
    export = tmp_path / "audit.xls"
    slips = [samples.referral("Ann Whitfield", "Bob Hartley")]
    export.write_bytes(samples.slips_audit(slips, chapter=("Harbour Lights", "Coast", "India")))
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(None)
    door.begin.of_files((export,), str(tmp_path / "window.chapter"))
    window = door.window
    assert isinstance(window, BookWindow)
    qtbot.addWidget(window)
    settle(window.desk.gateway)
    assert not window.strip.isVisible()
    page = window.page("import")
    assert isinstance(page, ImportPage)
    page._store()
    settle(window.desk.gateway)
    assert window.windowTitle() == "Harbour Lights"
    door.close()
    assert run("import", tmp_path / "typed.chapter", export).status == 0
    ours, typed = (_chapter(tmp_path / f"{name}.chapter") for name in ("window", "typed"))
    assert (ours.name, ours.currency) == ("Harbour Lights", "INR")
    assert replace(ours, version=0) == replace(typed, version=0)


def _chapter(book: Path) -> ChapterDetails:
    with Store(book, author="", read_only=True) as store:
        return store.read(chapter_details)


def test_other_rules_of_attendance_are_chosen_in_the_settings(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    form = page._policy
    assert form._policy.currentText() == "US regional"
    form._policy.choose("fixed-halves")
    form._policy.activated.emit(form._policy.currentIndex())
    settle(desk.gateway)
    assert form._fields["absence_window"].currentText() == "April to September, October to March"
    assert "At most 6 substitutes, or 3 after an absence" in form._rest.text()
    form._fields["absences_allowed"].choose(5)
    form._fields["absences_allowed"].activated.emit(4)
    settle(desk.gateway)
    assert book.ask(policy_in_use, date(2026, 11, 23)).policy.allowed == 5
