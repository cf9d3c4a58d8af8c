"""Bad days as the user meets them: the window lives on, says what happened, and has a way on."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.queries.members import members
from app.services import chapter, roster
from app.storage import Store, soundness
from app.storage.copies import Occasion, Shelf
from app.storage.header import SCHEMA
from app.ui import faultlog
from app.ui.copies.badday import BadDaySheet
from app.ui.copies.far import FarSheet
from app.ui.frame.faults import FaultSheet
from app.ui.importing.page import ImportPage
from app.ui.kit.button import Button
from app.ui.kit.sheet import Sheet
from app.ui.members.personal import EraseSheet
from app.ui.memory import Memory
from app.ui.opening import frontdoor
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.opening.recent import RecentBooks
from app.ui.opening.waiting import Waiting
from app.ui.opening.welcome import Welcome
from app.ui.screens import settle
from tests.exchange import samples
from tests.small_book import NOON
from tests.small_disk import files, fill, small_disk
from tests.storage.test_bad_days import BAD, held, ordinary_rights, somebody_else
from tests.ui.doors import arrive, shown

pytestmark = pytest.mark.usefixtures("qapp")
OLD = Path(__file__).parent.parent / "data" / "schema-1.chapter"


@pytest.fixture(autouse=True)
def _watched_when_a_test_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no copy come by itself in the middle of a test on a busy machine."""
    monkeypatch.setattr(frontdoor, "_SETTLED", 10_000_000)


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the log of faults beside the book."""
    log = tmp_path / "log" / "faults.log"
    log.parent.mkdir()
    monkeypatch.setattr(faultlog, "path", lambda: log)
    return log


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "riverside.chapter"
    with Store.create(path, author="Wanda") as store:
        store.write("Founded", chapter.found, name="Riverside")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "riverside.chapter"))


def front_door(path: Path, *, kind: str = "ext4") -> FrontDoor:
    """Return a front door on a computer whose folders are all on one kind of file system."""
    return FrontDoor(Memory(path.with_name("window.ini")), file_system=lambda _folder: kind)


def opened(path: Path, *, kind: str = "ext4") -> tuple[FrontDoor, BookWindow]:
    door = front_door(path, kind=kind)
    door.start(path)
    return door, shown(door)


def said(window: BookWindow) -> str:
    return window.strip.banner.words


def press(sheet: Sheet, words: str) -> None:
    next(one for one in sheet.findChildren(Button) if one.words == words).click()


def rename(window: BookWindow, name: str) -> None:
    window.desk.gateway.write(f"Now {name}", chapter.put_setting, name="paper", value=name)
    settle(window.desk.gateway)


class Beats(QObject):
    """Counts how often the window gets to do something."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(1)

    @Slot()
    def _on_beat(self) -> None:
        self.count += 1


def test_the_window_lives_on_while_an_older_book_is_brought_up_to_date(old: Path) -> None:
    door = front_door(old)
    beats = Beats()
    door.start(old)
    assert isinstance(door.window, Waiting)
    assert door.window.isVisible()
    assert "up to date" in door.window.doing
    arrive(door)
    assert beats.count > 1
    assert "brought up to date" in said(shown(door))
    assert str(old.with_name("riverside copies")) in said(shown(door))
    door.close()


def test_a_window_closed_while_its_book_is_brought_up_to_date_leaves_a_whole_book(
    old: Path,
) -> None:
    door = front_door(old)
    door.start(old)
    waiting = door.window
    assert waiting is not None
    waiting.close()
    door.close()
    QApplication.processEvents()
    assert not old.with_name(f"{old.name}.lock").exists()
    with Store(old, author="Wanda") as store:
        assert store.upgraded is None
        assert store.read(soundness.faults) == ()
    assert [one.contents.schema for one in Shelf(old).copies()] == [1]


def test_an_older_book_that_is_refused_leaves_the_one_before_in_its_place(
    path: Path, tmp_path: Path
) -> None:
    prepared = Path(shutil.copy(OLD, tmp_path / "prepared.chapter"))
    with closing(sqlite3.connect(prepared)) as book:
        book.execute("CREATE VIEW everything AS SELECT 1")
        book.commit()
    before = prepared.read_bytes()
    door, window = opened(path)
    door.open_book(prepared)
    assert not window.isVisible()
    assert shown(door) is window
    assert window.isVisible()
    assert "prepared.chapter holds something no Chapterhouse has put there" in said(window)
    assert prepared.read_bytes() == before
    rename(window, "Letter")
    door.close()


def test_a_window_closed_in_the_middle_of_a_restore_leaves_one_of_the_two_books(
    path: Path,
) -> None:
    door, window = opened(path)
    window.desk.caretaker.keep(Occasion.ASKED)
    settle(window.desk.gateway)
    rename(window, "Letter")
    window.desk.restore(Shelf(path).copies()[0])
    waiting = door.window
    assert isinstance(waiting, Waiting)
    waiting.close()
    door.close()
    QApplication.processEvents()
    with Store(path, author="Wanda") as store:
        assert store.history().undo == "Founded"
    assert "Now Letter" in [one.contents.last_label for one in Shelf(path).copies()]


def test_a_copy_that_cannot_be_restored_leaves_the_book_open(path: Path) -> None:
    door, window = opened(path)
    window.desk.caretaker.keep(Occasion.ASKED)
    settle(window.desk.gateway)
    (one,) = Shelf(path).copies()
    one.path.write_bytes(one.path.read_bytes()[:-1] + b"?")
    rename(window, "Letter")
    window.desk.restore(one)
    window = shown(door)
    assert "is damaged. Nothing was changed" in said(window)
    rename(window, "A4")
    door.close()
    with Store(path, author="", read_only=True) as store:
        assert store.history().undo == "Now A4"


def test_a_window_closed_in_the_middle_of_a_salvage_leaves_a_whole_new_book(
    old: Path, tmp_path: Path
) -> None:
    Store(old, author="").close()
    shutil.rmtree(tmp_path / "riverside copies")
    cut = old.read_bytes()[:-8192]
    old.write_bytes(cut)
    door = front_door(old)
    door.start(old)
    door.ways_out(old)
    sheet = door.window.findChild(BadDaySheet) if door.window else None
    assert isinstance(sheet, BadDaySheet)
    sheet._on_place(str(tmp_path / "saved.chapter"))
    assert isinstance(door.window, Waiting)
    door.window.close()
    door.close()
    QApplication.processEvents()
    assert old.read_bytes() == cut
    with Store(tmp_path / "saved.chapter", author="Wanda") as store:
        assert store.read(soundness.faults) == ()
        assert store.read(members, date(2026, 11, 23)).rows


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.chapter"))


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    with Store.create(path.with_name("other"), author="Bob") as other:
        other.write("Founded", chapter.found, name="Somebody else's")
    path.with_name("other").replace(path)


@pytest.mark.parametrize("lose", [moved, deleted, replaced])
def test_a_book_lost_in_mid_session_goes_on_in_a_new_file_with_the_entry_still_in_its_form(
    path: Path, tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    door, window = opened(path)
    rename(window, "A4")
    window.go("settings")
    settle(window.desk.gateway)
    lose(path)
    theirs = path.read_bytes() if path.exists() else None
    sheet = Entry(window)
    window.desk.open_sheet(sheet)
    sheet.store()
    settle(window.desk.gateway)
    assert "so is your entry" in sheet.refusal
    assert "was moved, replaced or deleted" in said(window)
    assert "the last change is not saved" in window.status._state.text()
    message = window.strip.banner._message
    assert message is not None
    assert message.action is not None
    assert message.action.name == "file.go-on"
    window._ask_save_as()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "new.chapter"))
    dialog.close()
    settle(window.desk.gateway)
    assert "You work on in" in said(window)
    assert window.desk.gateway.path == tmp_path / "new.chapter"
    assert window.sheets.isVisible()
    sheet.store()
    settle(window.desk.gateway)
    assert RecentBooks(door._memory).paths()[0] == tmp_path / "new.chapter"
    door.close()
    assert (path.read_bytes() if path.exists() else None) == theirs
    with Store(tmp_path / "new.chapter", author="") as store:
        assert store.history().undo == "Now typed"


class Entry(Sheet):
    """Something typed that waits to be stored."""

    def __init__(self, window: BookWindow, words: str = "typed") -> None:
        super().__init__("Paper")
        self._words = words
        self._gateway = window.desk.gateway

    def store(self) -> None:
        answer = self._gateway.write("Now typed", chapter.put_setting, name="paper", value="typed")
        answer.then(self.on_stored).otherwise(self.on_refused)


def test_a_book_on_a_network_folder_is_only_read_and_says_why(path: Path) -> None:
    before = path.read_bytes()
    door, window = opened(path, kind="nfs4")
    assert window.desk.gateway.read_only
    assert "lies on a network folder (nfs4)" in said(window)
    assert not path.with_name(f"{path.name}.lock").exists()
    rename(window, "Letter")
    assert window.strip.banner._message is not None
    assert window.strip.banner._message.action is not None
    assert window.strip.banner._message.action.name == "file.network"
    door.close()
    assert path.read_bytes() == before
    assert Shelf(path).copies() == ()


def test_a_book_on_a_network_folder_is_copied_here_and_opened(path: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    kinds = {path.parent: "cifs", here: "ext4"}
    door = FrontDoor(Memory(tmp_path / "window.ini"), file_system=kinds.__getitem__)
    door.start(path)
    window = shown(door)
    window.strip.banner._act.click()
    sheet = window.findChild(FarSheet)
    assert isinstance(sheet, FarSheet)
    sheet._on_place(str(here / "riverside.chapter"))
    window = shown(door)
    assert window.desk.gateway.path == here / "riverside.chapter"
    assert not window.desk.gateway.read_only
    assert "You work on in" in said(window)
    door.close()


def test_who_wants_to_write_on_a_network_folder_is_asked_once(path: Path) -> None:
    door, window = opened(path, kind="smb3")
    window.strip.banner._act.click()
    sheet = window.findChild(FarSheet)
    assert isinstance(sheet, FarSheet)
    press(sheet, "Open for writing anyway")
    window = shown(door)
    rename(window, "Letter")
    assert not window.strip.isVisible()
    door.close()
    door, window = opened(path, kind="smb3")
    assert not window.desk.gateway.read_only
    assert not window.strip.isVisible()
    door.ways_on(path)
    sheet = window.findChild(FarSheet)
    assert isinstance(sheet, FarSheet)
    press(sheet, "Only read it from now on")
    assert shown(door).desk.gateway.read_only
    door.close()


def crash_in_mid_save(path: Path) -> None:
    """Leave the journal of a save that was cut off, as a killed process does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as book:
        book.execute("PRAGMA cache_size = 1")
        book.execute("BEGIN")
        book.execute("UPDATE chapter SET name = 'Half', version = version + 1")
        book.execute("CREATE TABLE filler AS SELECT zeroblob(200000)")
        journal = path.with_name(f"{path.name}-journal")
        half, way_back = path.read_bytes(), journal.read_bytes()
    path.write_bytes(half)
    journal.write_bytes(way_back)


def test_a_save_that_was_cut_off_is_taken_back_and_that_is_said_once(path: Path) -> None:
    crash_in_mid_save(path)
    door, window = opened(path)
    assert "taken back whole" in said(window)
    assert "Enter again what is missing" in said(window)
    assert window.windowTitle() == "Riverside"
    door.close()
    door, window = opened(path)
    assert not window.strip.isVisible()
    door.close()


def test_an_import_that_was_cut_off_is_said_to_be_one(path: Path) -> None:
    with Store(path, author="Wanda") as store:
        store.ask_file(lambda file: Shelf(path).keep(file.backup, Occasion.IMPORT, NOON))
    crash_in_mid_save(path)
    door, window = opened(path)
    assert "import the files once more" in said(window)
    door.close()


def test_a_restore_that_was_cut_off_is_said_and_its_rest_is_gone(path: Path) -> None:
    rest = path.with_name(f"{path.name}.restoring")
    rest.write_bytes(b"half a book")
    door, window = opened(path)
    assert "The book is as it was before" in said(window)
    assert not rest.exists()
    door.close()


def test_a_clock_set_back_is_told_when_the_book_is_opened(path: Path) -> None:
    with Store(path, author="Wanda", clock=lambda: NOON + timedelta(days=9999)) as store:
        store.write("Later", chapter.put_setting, name="paper", value="Letter")
    door, window = opened(path)
    assert "This computer's clock says" in said(window)
    assert "Nothing is lost" in said(window)
    door.close()


def test_a_book_that_may_only_be_read_says_so_and_goes_on_elsewhere(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody_else() as folder:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
        monkeypatch.setattr(faultlog, "path", lambda: folder / "faults.log")
        theirs = Path(shutil.copy(path, folder / "riverside.chapter"))
        folder.chmod(0o555)
        with ordinary_rights():
            door = front_door(path)
            door.start(theirs)
            window = shown(door)
            assert "This book can only be read" in said(window)
            assert window.desk.gateway.read_only
        window._on_refuge(str(path.with_name("mine.chapter")))
        settle(window.desk.gateway)
        assert not window.desk.gateway.read_only
        rename(window, "Letter")
        door.close()
        assert sorted(one.name for one in folder.iterdir()) == ["riverside.chapter"]
    with Store(path.with_name("mine.chapter"), author="", read_only=True) as store:
        assert store.history().undo == "Now Letter"


def test_a_crash_is_told_at_the_next_start_once_with_its_log(path: Path, log: Path) -> None:
    log.with_name("crash.log").write_text("Fatal Python error: Aborted", encoding="utf-8")
    door, window = opened(path)
    assert "broke down the last time" in said(window)
    window.strip.banner._act.click()
    sheet = window.findChild(FaultSheet)
    assert isinstance(sheet, FaultSheet)
    assert "Fatal Python error" in sheet.log
    door.close()
    door, window = opened(path)
    assert not window.strip.isVisible()
    door.close()


def test_a_crash_is_told_at_the_front_door_where_no_book_is_open(tmp_path: Path, log: Path) -> None:
    log.with_name("crash.log").write_text("Fatal Python error: Aborted", encoding="utf-8")
    door = front_door(tmp_path / "none")
    door.start(None)
    assert isinstance(door.window, Welcome)
    assert "broke down the last time" in door.window.banner.words
    door.window.banner._act.click()
    assert door.window.findChild(FaultSheet) is not None
    door.close()


def test_a_book_dropped_onto_the_window_or_the_front_door_is_opened(path: Path) -> None:
    door = front_door(path)
    door.start(None)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert isinstance(door.window, Welcome)
    door.window.dropEvent(drop)
    window = shown(door)
    assert window.windowTitle() == "Riverside"
    window.dropEvent(drop)
    assert shown(door) is window
    door.close()


def test_a_newer_book_is_refused_at_the_front_door_and_left_alone(path: Path) -> None:
    newer = bytearray(path.read_bytes())
    newer[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    path.write_bytes(newer)
    door = front_door(path)
    door.start(path)
    assert isinstance(door.window, Welcome)
    assert "written by a newer Chapterhouse" in door.window.banner.words
    assert path.read_bytes() == bytes(newer)
    door.close()


@pytest.fixture
def crowded(path: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a book on a disk that is small."""
    with small_disk(tmp_path / "disk") as disk:
        yield Path(shutil.copy(path, disk / "riverside.chapter"))


def test_a_disk_that_is_nearly_full_is_told_at_the_start_and_again_when_it_gets_full(
    crowded: Path,
) -> None:
    door, window = opened(crowded)
    assert "The disk is nearly full" in said(window)
    window.desk.clear()
    window.desk.caretaker._on_half_hour()
    settle(window.desk.gateway)
    assert "The disk is nearly full" in said(window)
    door.close()


def test_an_entry_stays_in_its_form_while_the_disk_is_full(crowded: Path) -> None:
    door, window = opened(crowded)
    filler = fill(crowded.parent)
    sheet = Entry(window, "x" * 300_000)
    window.desk.open_sheet(sheet)
    sheet.store()
    settle(window.desk.gateway)
    assert window.sheets.isVisible()
    assert "Not saved: the disk is full" in sheet.refusal
    assert "the last change is not saved" in window.status._state.text()
    filler.unlink()
    sheet.store()
    settle(window.desk.gateway)
    assert not window.sheets.isVisible()
    assert "all changes saved" in window.status._state.text()
    door.close()


def test_an_import_without_room_for_its_copy_is_not_begun_and_keeps_its_files(
    crowded: Path, tmp_path: Path
) -> None:
    export = tmp_path / "audit.xls"
    export.write_bytes(samples.slips_audit([samples.referral("Ann Whitfield", "Bob Hartley")]))
    door, window = opened(crowded)
    window.go("import", (export,))
    settle(window.desk.gateway)
    page = window.page("import")
    assert isinstance(page, ImportPage)
    filler = fill(crowded.parent, spare=30_000)
    before = files(crowded.parent)
    page._store()
    settle(window.desk.gateway)
    assert "too full for a copy" in said(window)
    assert page._pile.paths == [export]
    assert files(crowded.parent) == before
    filler.unlink()
    page._store()
    settle(window.desk.gateway)
    assert "1 file is in the book" in said(window)
    assert [one.occasion for one in Shelf(crowded).copies()] == [Occasion.IMPORT]
    door.close()


def test_nobody_is_erased_without_a_copy_from_before(crowded: Path) -> None:
    with Store(crowded, author="Wanda") as store:
        store.write(
            "Ann admitted",
            roster.admit,
            given_name="Ann",
            family_name="Whitfield",
            joined_on=date(2024, 1, 2),
        )
        store.write("Ann leaves", roster.leave, person_id=1, on=date(2026, 11, 20))
    door, window = opened(crowded)
    fill(crowded.parent, spare=30_000)
    sheet = EraseSheet(window.desk, 1, "Ann Whitfield")
    window.desk.open_sheet(sheet)
    sheet.store()
    settle(window.desk.gateway)
    assert "too full for a copy" in sheet.refusal
    door.close()
    with Store(crowded, author="", read_only=True) as store:
        assert store.history().undo == "Ann leaves"


@pytest.mark.parametrize("spoil", [spoil for spoil, _reason in BAD.values()], ids=BAD.keys())
def test_a_bad_file_is_refused_at_the_front_door_with_its_sentence_and_left_as_it_is(
    path: Path, spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    book = tmp_path / "elsewhere" / "riverside.chapter"
    book.parent.mkdir()
    shutil.copy(path, book)
    spoil(book)
    before = book.read_bytes() if book.is_file() else None
    door = front_door(path)
    door.start(book)
    arrive(door)
    assert isinstance(door.window, Welcome)
    words = door.window.banner.words
    assert book.name in words
    assert words.endswith(".")
    assert (book.read_bytes() if book.is_file() else None) == before
    assert list(book.parent.iterdir() if book.parent.exists() else ()) in ([], [book])
    door.close()


def test_a_bad_file_opened_beside_a_good_book_leaves_that_one_open(
    path: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.chapter"
    letter.write_bytes(b"Dear Sir or Madam")
    door, window = opened(path)
    door.open_book(letter)
    assert shown(door) is window
    assert "letter.chapter is not a chapter's book" in said(window)
    rename(window, "Letter")
    assert "all changes saved" in window.status._state.text()
    door.close()


def test_a_book_open_in_another_process_says_where_at_the_front_door(path: Path) -> None:
    with held(path) as process:
        door = front_door(path)
        door.start(path)
        assert isinstance(door.window, Welcome)
        assert "Bob on the laptop" in door.window.banner.words
        assert str(process.pid) in door.window.banner.words
        door.close()
