"""Ctrl+K: a fragment, Enter, done."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.actions import Action, Subject
from app.ui.desk import Desk
from app.ui.members.page import MembersPage
from app.ui.reports.page import ReportsPage
from app.ui.window import Window
from tests.ui.lists import Hand
from tests.ui.small_pages import small_pages


class Diary:
    """Writes down what was run."""

    def __init__(self) -> None:
        self.entries: list[str] = []

    def action(self, name: str, text: str, *, enabled: bool = True) -> Action:
        return Action(name, text, lambda: self.entries.append(text), enabled=enabled)

    def subjects(self) -> Sequence[Subject]:
        return [self._subject(name) for name in ("Ann Whitfield", "Bob Hartley", "Łukasz Nowak")]

    def _subject(self, name: str) -> Subject:
        return Subject(
            "Member",
            name,
            lambda: self.entries.append(f"open {name}"),
            deeds=lambda: (
                self.action("r", f"Referral from {name}"),
                self.action("o", f"One-to-one with {name}"),
            ),
        )


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def window(desk: Desk, diary: Diary, qtbot: QtBot) -> Window:
    announce = Action("a", "Announce totals", lambda: diary.entries.append("announce"), "F5")
    never = diary.action("n", "Annul everything", enabled=False)
    window = Window(desk, small_pages(), actions=(announce, never), providers=(diary.subjects,))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.go("first")
    return window


def open_palette(window: Window, words: str = "") -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_box.isVisible()
    QTest.keyClicks(window.palette_box.input, words)


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.palette_box.input, key)


def test_the_first_find_runs_on_enter(window: Window, diary: Diary) -> None:
    open_palette(window, "ann")
    press(window, Qt.Key.Key_Return)
    assert diary.entries == ["open Ann Whitfield"]
    assert not window.palette_box.isVisible()


def test_arrows_walk_over_heads_and_round_the_ends(window: Window, diary: Diary) -> None:
    open_palette(window, "ann")
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    open_palette(window, "ann")
    press(window, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert diary.entries == ["Referral from Ann Whitfield", "announce"]


def test_tab_asks_what_can_be_done_with_the_one_found(window: Window, diary: Diary) -> None:
    open_palette(window, "lukasz")
    press(window, Qt.Key.Key_Tab)
    QTest.keyClicks(window.palette_box.input, "one")
    press(window, Qt.Key.Key_Return)
    assert diary.entries == ["One-to-one with Łukasz Nowak"]


def test_escape_leaves_the_subject_first_and_then_the_palette(window: Window) -> None:
    open_palette(window, "bob")
    press(window, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
    assert window.palette_box.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()


def test_focus_goes_back_to_where_it_was(window: Window) -> None:
    window.header.search.setFocus()
    open_palette(window)
    press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.header.search


def test_what_cannot_be_done_now_is_not_offered(window: Window, diary: Diary) -> None:
    open_palette(window, "annul")
    press(window, Qt.Key.Key_Return)
    assert diary.entries == []


def test_every_page_can_be_reached_by_its_name(window: Window) -> None:
    for page in small_pages():
        open_palette(window, page.title)
        press(window, Qt.Key.Key_Return)
        assert window.shown == page.name


def test_without_words_everything_is_listed_under_its_menu(window: Window) -> None:
    open_palette(window)
    model = window.palette_box.finds
    texts = [model.line(row).text for row in range(model.rowCount())]
    assert texts.index("Go to") < texts.index("First") < texts.index("Actions")


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("duty rota", "duty-rota"),
        ("who has met nobody", "one-to-one-matrix"),
        ("papers for the meeting", "before-the-meeting"),
    ],
)
def test_every_document_is_found_everywhere_by_its_title_and_by_what_it_shows(
    hand: Hand, words: str, document: str
) -> None:
    hand.go("members", MembersPage)
    hand.window.open_palette()
    hand.settle()
    QTest.keyClicks(hand.window.palette_box.input, words)
    press(hand.window, Qt.Key.Key_Return)
    hand.settle()
    page = hand.window.page("reports")
    assert isinstance(page, ReportsPage)
    assert hand.window.shown == "reports"
    assert page._report.name == document


def test_a_document_is_listed_once_where_the_page_offers_it_too(hand: Hand) -> None:
    hand.go("reports", ReportsPage)
    hand.window.open_palette()
    hand.settle()
    QTest.keyClicks(hand.window.palette_box.input, "duty rota")
    finds = hand.window.palette_box.finds
    texts = [finds.line(row).text for row in range(finds.rowCount())]
    assert texts.count("Duty rota") == 1
