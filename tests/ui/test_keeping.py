"""What the window says about how a book is kept: upgrades, copies, bad days."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from app.services import chapter, roster
from app.storage import Store
from app.storage.copies import Occasion, Shelf
from app.ui.copies.badday import BadDaySheet
from app.ui.copies.page import CopiesPage
from app.ui.desk import Desk
from app.ui.kit.button import Button
from app.ui.members.personal import EraseSheet, HandOver
from app.ui.memory import Memory
from app.ui.opening import frontdoor
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.opening.welcome import Welcome
from app.ui.screens import settle
from tests.ui.doors import shown

pytestmark = pytest.mark.usefixtures("qapp")
OLD = Path(__file__).parent.parent / "data" / "schema-1.chapter"


@pytest.fixture(autouse=True)
def _watched_when_a_test_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no copy come by itself in the middle of a test on a busy machine."""
    monkeypatch.setattr(frontdoor, "_SETTLED", 10_000_000)


def opened(path: Path) -> tuple[FrontDoor, BookWindow]:
    door = FrontDoor(Memory(path.with_name("window.ini")))
    door.start(path)
    return door, shown(door)


def test_an_older_book_is_said_to_be_brought_up_to_date_once(tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))
    door, window = opened(path)
    assert "brought up to date" in window.strip.banner.words
    assert str(tmp_path / "riverside copies") in window.strip.banner.words
    door.close()
    door, window = opened(path)
    assert not window.strip.isVisible()
    door.close()


def founded(tmp_path: Path) -> Path:
    path = tmp_path / "riverside.chapter"
    with Store.create(path, author="Wanda") as store:
        store.write("Founded", chapter.found, name="Riverside")
    return path


def rename(desk: Desk, name: str) -> None:
    desk.gateway.write(f"Now {name}", chapter.put_setting, name="paper", value=name)
    settle(desk.gateway)


def copies_page(window: BookWindow) -> CopiesPage:
    window.go("copies")
    settle(window.desk.gateway)
    page = window.page("copies")
    assert isinstance(page, CopiesPage)
    return page


def occasions(path: Path) -> list[Occasion]:
    return [one.occasion for one in Shelf(path).copies()]


def press(window: BookWindow, name: str) -> None:
    {action.name: action for action in window.deeds()}[name].run()
    settle(window.desk.gateway)


def test_a_copy_is_kept_on_opening_and_on_closing_where_something_changed(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    window.watch()
    settle(window.desk.gateway)
    assert occasions(path) == [Occasion.OPENING]
    door.close()
    assert occasions(path) == [Occasion.OPENING]
    door, window = opened(path)
    rename(window.desk, "Letter")
    door.close()
    assert occasions(path) == [Occasion.CLOSING, Occasion.OPENING]


def test_a_copy_is_kept_on_request_shown_and_looked_through(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    page = copies_page(window)
    assert "no copy yet" in page._table.emptiness
    press(window, "copies.keep")
    assert "looked through" in window.strip.banner.words
    assert page._model.rowCount() == 1
    press(window, "copies.check")
    assert "whole, to the bit" in page._details._state.text()
    spoilt = Shelf(path).copies()[0].path
    spoilt.write_bytes(spoilt.read_bytes()[:-1] + b"?")
    press(window, "copies.check")
    assert "is damaged" in page._details._state.text()
    door.close()


def test_a_restored_copy_opens_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    copies_page(window)
    press(window, "copies.keep")
    rename(window.desk, "Letter")
    page = window.page("copies")
    assert isinstance(page, CopiesPage)
    page._restore()
    window = shown(door)
    assert "kept among the copies" in window.strip.banner.words
    with Store(path, author="", read_only=True) as store:
        assert store.history().undo == "Founded"
    window.strip.banner._act.click()
    shown(door)
    with Store(path, author="", read_only=True) as store:
        assert store.history().undo == "Now Letter"
    door.close()


def test_copies_go_to_a_second_place_and_the_status_bar_dates_them(tmp_path: Path) -> None:
    path = founded(tmp_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    door, window = opened(path)
    page = copies_page(window)
    page._on_second(str(stick))
    press(window, "copies.keep")
    assert len(list(stick.rglob("*.chapter"))) == 1
    assert "copy elsewhere: today" in window.status._whose.text()
    assert str(stick) in page._second.text()
    page._on_no_second()
    settle(window.desk.gateway)
    assert "elsewhere" not in window.status._whose.text()
    door.close()


def test_a_damaged_book_offers_its_latest_copy(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    copies_page(window)
    press(window, "copies.keep")
    door.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192])
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(path)
    welcome = door.window
    assert welcome is not None
    welcome.banner._act.click()  # type: ignore[attr-defined]
    sheet = welcome.findChild(BadDaySheet)
    assert sheet is not None
    assert path.read_bytes() == whole[:8192]
    button(sheet, "Restore this copy").click()
    shown(door)
    assert path.read_bytes() != whole[:8192]
    door.close()


def test_a_damaged_book_without_a_copy_is_salvaged_into_a_new_one(tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))
    Store(path, author="").close()
    shutil.rmtree(tmp_path / "riverside copies")
    cut = path.read_bytes()[:-8192]
    path.write_bytes(cut)
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(path)
    welcome = door.window
    assert welcome is not None
    welcome.banner._act.click()  # type: ignore[attr-defined]
    sheet = welcome.findChild(BadDaySheet)
    assert sheet is not None
    sheet._on_place(str(tmp_path / "saved.chapter"))
    assert "records read from" in shown(door).strip.banner.words
    assert path.read_bytes() == cut
    door.close()


def test_what_another_program_changes_is_seen(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    window.desk.gateway.look_for_others()
    settle(window.desk.gateway)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE chapter SET name = 'Harbour', version = version + 1")
    other.close()
    window.desk.gateway.look_for_others()
    settle(window.desk.gateway)
    assert window.windowTitle() == "Harbour"
    door.close()


def button(sheet: BadDaySheet, words: str) -> Button:
    return next(one for one in sheet.findChildren(Button) if one.words == words)


def test_a_former_member_is_erased_with_the_older_copies_where_that_is_wanted(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))
    door, window = opened(path)
    gateway = window.desk.gateway
    gateway.write("Ann leaves", roster.leave, person_id=1, on=date(2026, 11, 20))
    settle(gateway)
    sheet = EraseSheet(window.desk, 1, "Ann Whitfield")
    window.desk.open_sheet(sheet)
    settle(gateway)
    assert "1 copy of this book" in sheet._copies.text()
    sheet.clear.click()
    sheet.store()
    settle(gateway)
    assert "2 older copies with the name are removed" in window.strip.banner.words
    door.close()
    assert [one.occasion for one in Shelf(path).copies()] == [Occasion.ERASURE]
    files = [path, *Shelf(path).folder.iterdir()]
    assert [one.name for one in files if b"Ann Whitfield" in one.read_bytes()] == []


def test_what_is_kept_about_a_person_is_handed_over_as_files(tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))
    door, window = opened(path)
    window.go("members", 1)
    settle(window.desk.gateway)
    actions = {action.name: action for action in window.deeds()}
    assert actions["member.data"].enabled
    assert not actions["member.erase"].enabled
    HandOver(window.desk, window).write(1, str(tmp_path))
    settle(window.desk.gateway)
    assert "person-data.pdf" in window.strip.banner.words
    assert (tmp_path / "person-data.json").is_file()
    door.close()


def test_damage_that_is_found_while_a_copy_is_made_offers_the_ways_out(tmp_path: Path) -> None:
    path = founded(tmp_path)
    with sqlite3.connect(path) as book:
        book.execute("INSERT INTO spell (person_id, reason, version) VALUES (99, '', 1)")
    book.close()
    door, window = opened(path)
    window.watch()
    settle(window.desk.gateway)
    assert "No copy of the book could be kept" in window.strip.banner.words
    window.strip.banner._act.click()
    sheet = window.findChild(BadDaySheet)
    assert sheet is not None
    sheet._on_place(str(tmp_path / "saved.chapter"))
    assert shown(door).desk.gateway.path == tmp_path / "saved.chapter"
    door.close()


def test_the_last_book_that_is_gone_is_said_to_be_and_its_copy_offered(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    copies_page(window)
    press(window, "copies.keep")
    door.close()
    path.unlink()
    door = FrontDoor(Memory(tmp_path / "window.ini"))
    door.start(None)
    welcome = door.window
    assert isinstance(welcome, Welcome)
    assert "not there any more" in welcome.banner.words
    assert not path.exists()
    welcome.banner._act.click()
    sheet = welcome.findChild(BadDaySheet)
    assert sheet is not None
    button(sheet, "Restore this copy").click()
    assert shown(door).windowTitle() == "Riverside"
    door.close()


def test_a_book_that_is_closed_by_now_is_not_watched(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    care = window.desk.caretaker
    door.close()
    count = len(Shelf(path).copies())
    window.watch()
    care.keep_if_changed(Occasion.MEANWHILE)
    care._on_look()
    assert len(Shelf(path).copies()) == count


def test_a_window_is_closed_only_once_its_last_copy_is_kept(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    window.desk.gateway.write("Now Letter", chapter.put_setting, name="paper", value="Letter")
    assert window.close()
    assert occasions(path) == [Occasion.CLOSING]
    assert Shelf(path).copies()[0].contents.last[0] == 2
    door.close()


def test_a_window_stays_once_to_say_that_no_copy_could_be_kept(tmp_path: Path) -> None:
    path = founded(tmp_path)
    in_the_way = Shelf(path).folder
    in_the_way.write_text("no folder")
    door, window = opened(path)
    assert not window.close()
    assert window.isVisible()
    assert "not everything could be stored and copied" in window.strip.banner.words
    assert window.close()
    door.close()


def test_a_window_stays_once_to_say_that_the_last_change_was_not_stored(tmp_path: Path) -> None:
    path = founded(tmp_path)
    door, window = opened(path)
    told: list[object] = []
    window.desk.gateway.write("No", roster.leave, person_id=9, on=date(2026, 11, 20)).otherwise(
        told.append
    )
    assert not window.close()
    assert len(told) == 1
    assert "Close the window again" in window.strip.banner.words
    assert window.close()
    door.close()


def test_what_could_not_be_copied_of_one_book_is_said_in_the_window_of_the_next(
    tmp_path: Path,
) -> None:
    path, other = founded(tmp_path), tmp_path / "harbour.chapter"
    shutil.copy(path, other)
    Shelf(path).folder.write_text("no folder")
    door, window = opened(path)
    settle(window.desk.gateway)
    door.open_book(other)
    window = shown(door)
    assert window.desk.gateway.path == other
    assert "“Riverside” could be stored and copied" in window.strip.banner.words
    door.close()
