"""Reports, scoreboard and import: what is shown, made and stored from the window."""

import io
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.exchange.lists import Field
from app.queries.chapter import chapter_details
from app.queries.meetings import calendar
from app.reports.catalogue import REPORTS
from app.rules.exports import Subject
from app.services import chapter, roster
from app.ui.desk import Desk
from app.ui.importing.page import ImportPage
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.frontdoor import FrontDoor
from app.ui.paper.job import Job
from app.ui.paper.printing import paint_pages
from app.ui.paper.rendering import page_pictures
from app.ui.reports.page import ReportsPage
from app.ui.scoreboard.page import ScoreboardPage
from app.ui.screens import settle
from tests.exchange import samples
from tests.small_book import NOON, TODAY, SmallBook

if TYPE_CHECKING:
    from app.queries.activity_summary import ActivitySummary
    from app.ui.importing.explain_sheet import ExplainSheet

DAY = date(2026, 11, 17)


@pytest.fixture
def evening(book: SmallBook) -> SmallBook:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(DAY)
    for _ in range(3):
        book.referral(ann, bob, DAY, meeting_id=meeting)
    book.referral(bob, ann, DAY, meeting_id=meeting)
    book.mark(meeting, "P", ann, bob)
    book.complete(meeting)
    return book


@pytest.mark.usefixtures("evening")
def test_every_report_is_shown_as_it_will_print(desk: Desk, qtbot: QtBot) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    seen = []
    single = {f"report.{one.name}" for one in REPORTS}
    for deed in [one for one in page.deeds() if one.name in single]:
        deed.run()
        settle(desk.gateway)
        pages = tuple(page_pictures(page._maker.pdf, 36))
        seen.append((deed.text, len(pages), page._preview.accessibleName()))
    assert [(count, words) for _title, count, words in seen] == [(1, "Preview, 1 page")] * len(seen)
    assert len({title for title, *_ in seen}) == len(seen) >= 3


@pytest.mark.usefixtures("evening")
def test_the_scoreboard_ranks_on_screen_what_it_prints(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ScoreboardPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    assert page._givers.accessibleName() == "1 Ann Whitfield 3; 2 Bob Hartley 1"
    page._printing.take(page._maker.pdf, "board")
    page._printing._write(str(tmp_path / "board.pdf"))
    settle(desk.gateway)
    words = PdfReader(tmp_path / "board.pdf").pages[0].extract_text()
    assert "Ann Whitfield" in words


def test_a_board_without_referrals_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    page = ScoreboardPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    assert page._empty.isVisible()
    assert not page._givers.isVisible()


@pytest.mark.usefixtures("evening")
def test_what_is_printed_fills_the_paper_page_by_page(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    job = Job("Printing")
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    twice = PdfWriter()
    for _copy in range(2):
        twice.append(io.BytesIO(page._maker.pdf))
    both = io.BytesIO()
    twice.write(both)
    assert paint_pages(printer, both.getvalue(), job)
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2
    assert told == [(1, 2), (2, 2)]
    job.stop()
    assert not paint_pages(printer, both.getvalue(), job)


def _import(desk: Desk, qtbot: QtBot, *files: Path) -> ImportPage:
    page = ImportPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.aim(files)
    settle(desk.gateway)
    return page


def _audit(folder: Path, *, held_on: date | None = DAY) -> Path:
    slips = [samples.referral("Ann Whitfield", "Bob Hartley"), samples.education("Ann Whitfield")]
    file = folder / "audit.xls"
    headered = held_on is not None
    file.write_bytes(samples.slips_audit(slips, headered=headered, held_on=held_on))
    return file


def test_nothing_is_stored_before_the_deed_and_undo_takes_all_of_it_back(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _import(desk, qtbot, _audit(tmp_path))
    assert "2 new rows" in page._sum.text()
    assert book.ask(calendar, TODAY).rows == ()
    page._store()
    settle(desk.gateway)
    (meeting,) = book.ask(calendar, TODAY).rows
    assert meeting.held_on == DAY
    desk.gateway.undo()
    settle(desk.gateway)
    assert book.ask(calendar, TODAY).rows == ()


def test_a_file_without_a_date_waits_for_one(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _import(desk, qtbot, _audit(tmp_path, held_on=None))
    primary = page.heading().primary
    assert primary is not None
    assert not primary.enabled
    page._on_dated(DAY)
    settle(desk.gateway)
    page._store()
    settle(desk.gateway)
    assert [row.held_on for row in book.ask(calendar, TODAY).rows] == [DAY]


def test_a_damaged_export_says_why_and_keeps_the_others_waiting_until_it_is_left_out(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xls"
    broken.write_bytes(_audit(tmp_path).read_bytes()[:2000])
    page = _import(desk, qtbot, tmp_path)
    assert page._pile.refused[broken].reason == "file_cut_off_at_row"
    assert not _can_store(page)
    page._table.choose(broken)
    page._leave_out()
    settle(desk.gateway)
    assert _can_store(page)


def test_what_is_no_export_at_all_is_left_out_of_a_folder_by_itself(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.rtf"
    letter.write_bytes(b"{\\rtf1 Dear Sir}")
    _audit(tmp_path)
    page = _import(desk, qtbot, tmp_path)
    assert page._pile.left_out == {letter}
    assert _can_store(page)


def test_a_file_left_out_is_not_stored_and_can_be_taken_in_again(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _import(desk, qtbot, _audit(tmp_path))
    page._leave_out()
    settle(desk.gateway)
    page._store()
    settle(desk.gateway)
    assert book.ask(calendar, TODAY).rows == ()
    page._leave_out()
    settle(desk.gateway)
    assert _can_store(page)


def test_somebody_said_to_be_known_is_not_entered_and_stays_known(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    book.member("Ann Whitfield")
    file = tmp_path / "audit.xls"
    file.write_bytes(samples.slips_audit([samples.education("A. Whitfield")], held_on=DAY))
    page = _import(desk, qtbot, file)
    (new,) = page._pile.plan.preview.files[0].new_people() if page._pile.plan else ()
    page._details.answered.emit(new, new.offers[0].person_id)
    settle(desk.gateway)
    assert page._pile.plan is not None
    assert page._pile.plan.preview.people_new == {}
    page._store()
    settle(desk.gateway)
    again = _import(desk, qtbot, file)
    assert again._pile.plan is not None
    assert again._pile.plan.preview.rows_new == 0


def test_storing_can_be_stopped_and_leaves_the_book_as_it_was(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _import(desk, qtbot, _audit(tmp_path))
    page._store()
    page._on_stop()
    settle(desk.gateway)
    assert book.ask(calendar, TODAY).rows == ()
    assert _can_store(page)


def test_columns_explained_once_are_known_again(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    book.member("Ann Whitfield")
    book.member("Bob Hartley")
    file = tmp_path / "own.csv"
    file.write_text("Date,Wer,To\n2026-11-17,Ann Whitfield,Bob Hartley\n", encoding="utf-8")
    page = _import(desk, qtbot, file)
    assert not _can_store(page)
    sheets: list[ExplainSheet] = []
    desk.sheet_wanted.connect(sheets.append)
    page._explain()
    settle(desk.gateway)
    (sheet,) = sheets
    qtbot.addWidget(sheet)
    sheet.subject.choose(Subject.ONE_TO_ONES)
    assert [column.chosen() for column in sheet.columns] == [Field.DAY, None, Field.RECEIVER]
    sheet.columns[1].choose(Field.GIVER)
    sheet.store()
    settle(desk.gateway)
    settle(desk.gateway)
    assert _can_store(page)
    page._store()
    settle(desk.gateway)
    assert len(book.ask(calendar, TODAY).rows) == 1
    assert _can_store(_import(desk, qtbot, file))


def _can_store(page: ImportPage) -> bool:
    primary = page.heading().primary
    return primary is not None and primary.name == "import.store" and primary.enabled


def test_files_dropped_on_the_window_go_to_the_import_page(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    door = FrontDoor(desk.memory)
    window = BookWindow(desk, door, door.begin)
    qtbot.addWidget(window)
    window.show()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(_audit(tmp_path)))])
    window.dropEvent(
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle(desk.gateway)
    page = window.page("import")
    assert window.shown == "import"
    assert isinstance(page, ImportPage)
    assert [path.name for path in page._pile.paths] == ["audit.xls"]


def test_amounts_are_read_with_the_decimals_of_the_books_currency(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    details = book.ask(chapter_details)
    book.write(
        chapter.correct,
        name=details.name,
        region="",
        country="",
        weekday=1,
        starts_at="",
        place="",
        currency="JPY",
        currency_decimals=0,
    )
    file = tmp_path / "audit.xls"
    file.write_bytes(samples.slips_audit([samples.thanks("Ann Whitfield", "1200.00")]))
    page = _import(desk, qtbot, file)
    assert page._pile.plan is not None
    assert page._pile.plan.preview.files[0].totals.closed_business == 1200


@pytest.mark.usefixtures("evening")
def test_a_document_that_cannot_be_written_is_refused_with_its_reason(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    with qtbot.waitSignal(desk.gateway.refused) as told:
        page._printing._write(str(tmp_path / "no such folder" / "out.pdf"))
    assert told.args is not None
    assert told.args[0].reason == "output_unwritable"


@pytest.mark.usefixtures("evening")
def test_a_change_of_the_book_makes_the_shown_report_once_and_keeps_its_choices(
    desk: Desk, qtbot: QtBot
) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.aim("meeting-report")
    settle(desk.gateway)
    page._choices._paper._pick(1)
    settle(desk.gateway)
    made: list[bytes] = []
    page._maker.made.connect(made.append)
    desk.gateway.write("Carl comes", roster.admit, given_name="Carl", family_name="", joined_on=DAY)
    settle(desk.gateway)
    assert len(made) == 1
    assert page._choices._paper.current == 1


def test_reports_are_shown_as_they_were_known(desk: Desk, book: SmallBook, qtbot: QtBot) -> None:
    book.member("Ann Whitfield")
    book.store._clock = lambda: NOON + timedelta(days=2)
    book.member("Bob Hartley")
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    rows: list[ActivitySummary] = []
    page._maker.rows_came.connect(rows.append)
    settle(desk.gateway)
    page.aim(NOON + timedelta(days=1))
    settle(desk.gateway)
    assert [[one.name for one in shown.members] for shown in rows] == [
        ["Bob Hartley", "Ann Whitfield"],
        ["Ann Whitfield"],
    ]


@pytest.mark.usefixtures("evening")
def test_the_page_says_what_has_changed_since_it_was_saved(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page._changed.words == "Not printed yet with these choices")
    page._printing._write(str(tmp_path / "summary.pdf"))
    qtbot.waitUntil(lambda: page._changed.words.endswith("nothing has changed since"))
    assert page._changed.link.isHidden()
    book.store._clock = lambda: NOON + timedelta(hours=1)
    desk.gateway.write("Carl comes", roster.admit, given_name="Carl", family_name="", joined_on=DAY)
    qtbot.waitUntil(lambda: page._changed.words.endswith("1 figure has changed since"))
    page._changed.link.click()
    settle(desk.gateway)
    assert page._report.name == "change-sheet"
    assert "Carl" in PdfReader(io.BytesIO(page._maker.pdf)).pages[0].extract_text()


def _reports(desk: Desk, qtbot: QtBot, name: str) -> ReportsPage:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    page.aim(name)
    return page


def _chapter_of(book: SmallBook, count: int) -> None:
    crowd = [book.member(f"Member{number:02} Bell") for number in range(count)]
    meeting = book.meeting(DAY)
    book.mark(meeting, "P", *crowd)
    book.complete(meeting)


def test_a_stack_shows_its_first_documents_and_goes_out_whole(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    _chapter_of(book, 9)
    page = _reports(desk, qtbot, "all-scores")
    qtbot.waitUntil(lambda: page._preview.accessibleName() == "Preview, 6 pages")
    assert page._changed.words == "9 documents, the first 6 are shown"
    whole: list[int] = []
    page._out(lambda: whole.append(len(PdfReader(io.BytesIO(page._printing._pdf)).pages)))
    qtbot.waitUntil(lambda: whole == [9])


def test_a_stack_is_saved_as_one_file_each(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    _chapter_of(book, 3)
    page = _reports(desk, qtbot, "all-scores")
    with qtbot.waitSignal(page._stacked._stacker.written):
        page._stacked.write_each(str(tmp_path))
    files = sorted(file.name for file in (tmp_path / "Everybody's score explained").iterdir())
    assert files == [f"Why this score – Member{number:02} Bell.pdf" for number in range(3)]


def test_a_stack_is_stopped_at_once(
    desk: Desk, book: SmallBook, qtbot: QtBot, tmp_path: Path
) -> None:
    _chapter_of(book, 6)
    page = _reports(desk, qtbot, "all-scores")
    settle(desk.gateway)
    page._stacked.write_each(str(tmp_path))
    assert page._progress.running
    page._progress.stop()
    settle(desk.gateway)
    assert not page._progress.running
    assert len(list(tmp_path.rglob("*.pdf"))) <= 1


@pytest.mark.usefixtures("evening")
def test_the_page_that_is_looked_at_is_copied(desk: Desk, qtbot: QtBot) -> None:
    page = _reports(desk, qtbot, "after-the-meeting")
    page.resize(900, 700)
    qtbot.waitUntil(lambda: page._preview.accessibleName() == "Preview, 3 pages")
    bar = page._preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page._preview.current == 2
    settle(desk.gateway)
    assert 2 in page._preview._leaves._pictures  # drawn when it was scrolled to
    bar.setValue(0)
    assert page._preview.current == 0
