"""The page on which differences are settled by one key each."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.slips import Slip
from app.queries.imports import plan_import
from app.rules.slips import SlipKind
from app.services import imports
from app.ui.checking.page import CheckingPage
from app.ui.checking.reason import ReasonSheet
from app.ui.today.off_row import OffRow
from app.ui.today.page import TodayPage
from tests.command_line import run
from tests.exchange.samples import one_to_one, referral
from tests.imported_book import EVENING, audit, files_of, member, weekly
from tests.small_book import NOON, SmallBook
from tests.ui.lists import Hand, cell, texts

ROWS = (referral("Ann Lee", "Bob Hart"), one_to_one("Ann Lee", "Bob Hart"))


def _bring_in(book: SmallBook, day: date = EVENING) -> None:
    """Bring in an evening of which the summary has one referral more."""
    rows = (member("Ann Lee", p=1, rgi=2, one=1), member("Bob Hart", l=1, rri=2, one=1))
    files = files_of(audit(ROWS, held_on=day), weekly(*rows, held_on=day))
    plan = book.ask(plan_import, files=files, other_chapter=True)
    book.write(imports.store, plan=plan, at=NOON)


def _forget_slip(session: Session) -> None:
    """Lose a one-to-one, as if nobody had typed it in."""
    session.delete(session.scalars(select(Slip).where(Slip.kind == SlipKind.ONE_TO_ONE)).one())


def test_a_difference_is_corrected_by_one_key_and_comes_back_by_another(hand: Hand) -> None:
    _bring_in(hand.book)
    hand.book.write(_forget_slip)
    page = hand.go("checking", CheckingPage)
    assert len(texts(page, "What")) == 4
    page.table.setCurrentIndex(cell(page, "What", texts(page, "What").index("One-to-ones")))
    hand.press(page.table, Qt.Key.Key_C)
    assert hand.done() == "Ann Lee: Enter a one-to-one with Bob Hart"
    assert "One-to-ones" not in texts(page, "What")
    hand.window.desk.gateway.undo()
    hand.settle()
    assert "One-to-ones" in texts(page, "What")


def test_a_difference_is_left_with_a_reason_and_shown_again(hand: Hand) -> None:
    _bring_in(hand.book)
    page = hand.go("checking", CheckingPage)
    before = len(texts(page, "What"))
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_L)
    sheet = hand.sheet(ReasonSheet)
    hand.enter(sheet.reason, "Castle sent no slip")
    hand.store(sheet)
    assert len(texts(page, "What")) == before - 1
    page.chips[0].setChecked(False)
    page.chips[1].setChecked(True)
    assert texts(page, "What would settle it") == ["Left as it is: Castle sent no slip"]
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_L)
    assert page.model.rowCount() == 0


def test_today_tells_that_lists_differ(hand: Hand) -> None:
    _bring_in(hand.book, date(2026, 11, 17))
    page = hand.go("today", TodayPage)
    rows = [row.accessibleName() for row in page.findChildren(OffRow)]
    assert "2 differences from official lists" in rows


def test_two_records_of_one_person_are_made_one_where_they_are_offered(hand: Hand) -> None:
    hand.book.member("Ann Whitfield")
    hand.book.external("Ann Whitfeld")
    page = hand.go("checking", CheckingPage)
    page.table.selectRow(0)
    hand.press(page.table, Qt.Key.Key_C)
    assert hand.done() == "Ann Whitfeld (Harbour) is Ann Whitfield"
    assert page.table.emptiness == "Nothing to compare with yet"


def test_the_command_line_tells_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    files = []
    for name, content in (("a.xls", audit(ROWS)), ("b.xls", weekly(member("Ann Lee", p=1)))):
        files.append(tmp_path / name)
        files[-1].write_bytes(content)
    book = tmp_path / "book.chapter"
    assert run("import", book, files[0]).status == 0
    assert run("reconcile", book).status == 0
    assert run("import", book, files[1]).status == 0
    said = run("reconcile", book, "--json")
    assert (said.status, said.json["agrees"], said.json["audits"]) == (1, False, 1)
    lines = run("reconcile", book).out.splitlines()
    assert lines[-1] == f"{len(said.json['findings'])} differences open."
