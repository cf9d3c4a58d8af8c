"""Pasting a list that was copied in a spreadsheet into the import."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.queries.roster import seating
from app.ui.desk import Desk
from app.ui.importing.page import ImportPage
from app.ui.importing.pasted import Pasted
from app.ui.screens import settle
from tests.small_book import TODAY, SmallBook

LIST = (
    "First Name\tLast Name\tCompany\tProfession\n"
    "Ann\tWhitfield\tWhitfield & Daughters\tAccountant\n"
    "Łukasz\tNowak\t=1+1\tElectrician\n"
)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ImportPage:
    page = ImportPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    return page


def paste(page: ImportPage, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    deeds = {deed.name: deed for deed in page.deeds()}
    deeds["import.paste"].run()
    settle(page.gateway)


def test_a_pasted_list_of_members_is_shown_first_and_then_stored(
    page: ImportPage, desk: Desk, book: SmallBook
) -> None:
    paste(page, LIST)
    kept = page._table.current().path
    assert "Nothing is stored yet" in page._sum.text()
    assert book.ask(seating, TODAY) == ()
    page._store()
    settle(desk.gateway)
    assert [seat.name for seat in book.ask(seating, TODAY)] == ["Ann Whitfield", "Łukasz Nowak"]
    assert not kept.exists(), "what was pasted is not left behind"


def test_nothing_to_paste_is_said(page: ImportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.said) as told:
        paste(page, " \n")
    assert "nothing to paste" in told.args[0].text


def test_lists_pasted_one_after_the_other_stand_beside_each_other(page: ImportPage) -> None:
    paste(page, LIST)
    paste(page, "Name\tTrade\nCy Lee\tBaker\n")
    assert len(set(page._pile.paths)) == 1 + 1


def test_copied_files_are_pasted_as_files(tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "roster.csv"))])
    assert Pasted().files(carried) == (tmp_path / "roster.csv",)
