"""The presenter: keys, live totals, what is said of an empty evening, and what is never drawn."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.queries.presenter import Giver
from app.services import classifications, slips, visitors
from app.ui.desk import Desk
from app.ui.presenter.boards import BOARDS, ThanksBoard
from app.ui.presenter.ranking import MonthBoard, TermBoard, TonightBoard
from app.ui.presenter.screen import PresenterScreen, other_screen
from app.ui.presenter.steps import beside, podium_steps
from app.ui.presenter.totals import Total, across, measures
from app.ui.scoreboard.page import ScoreboardPage
from app.ui.screens import picture, settle
from app.ui.theme import Mode, theme
from app.ui.window import Window
from tests.small_book import TODAY, SmallBook
from tests.ui.lists import Hand

SIZES = [(1280, 800), (1920, 1080), (3840, 2160), (1024, 768), (800, 1280)]


def shown(desk: Desk, qtbot: QtBot, size: tuple[int, int] = (1280, 800)) -> PresenterScreen:
    screen = PresenterScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    settle(desk.gateway)
    return screen


def evening(book: SmallBook, *, name: str = "Ann Whitfield") -> int:
    """Hold a meeting today with two referrals, one closed business and a guest; a draft."""
    ann, bob = book.member(name), book.member("Bob Hartley")
    meeting = book.meeting(TODAY)
    for _time in range(2):
        book.referral(ann, bob, TODAY, meeting_id=meeting, contact="Secret Contact", note="hush")
    book.thanks(bob, ann, 4_321_00, TODAY, meeting_id=meeting)
    book.write(visitors.invite, name="Mary Ray", inviter_id=ann, phone="555 0101")
    book.visit("Mary Ray", ann, TODAY, meeting_id=meeting)
    return meeting


def read_aloud(screen: PresenterScreen) -> list[str]:
    words = []
    for place in range(len(BOARDS)):
        screen.turn_to(place)
        words.append(screen.accessibleName())
    return words


def test_keys_go_from_board_to_board_and_around(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    kinds: list[type] = []
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
    for key in (*keys, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
        kinds.append(type(screen.board))
        QTest.keyClick(screen, key)
    assert kinds == [*BOARDS, TonightBoard, ThanksBoard]
    QTest.keyClick(screen, Qt.Key.Key_Home)
    assert isinstance(screen.board, TonightBoard)
    QTest.keyClick(screen, Qt.Key.Key_End)
    assert isinstance(screen.board, ThanksBoard)


def test_teams_have_a_board_before_the_thanks_where_contact_spheres_are_known(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    book.write(classifications.add, name="Surveyor", sphere="Property")
    ann, bob = book.member("Ann Whitfield", "Surveyor"), book.member("Bob Hartley")
    meeting = book.meeting(TODAY)
    book.referral(ann, bob, TODAY, meeting_id=meeting)
    book.complete(meeting)
    screen = shown(desk, qtbot)

    screen.turn_to(-2)

    assert "1 Property 1.00" in screen.accessibleName()
    assert len(_colours(picture(screen))) > 1


def test_b_makes_the_screen_black_and_any_turn_brings_it_back(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    QTest.keyClick(screen, Qt.Key.Key_B)
    black = picture(screen)
    assert _colours(black) == {"#000000"}
    QTest.keyClick(screen, Qt.Key.Key_Right)
    assert not screen.blank
    assert isinstance(screen.board, MonthBoard)
    assert len(_colours(picture(screen))) > 1


def test_h_shows_the_keys_until_the_next_one(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    before = picture(screen)
    QTest.keyClick(screen, Qt.Key.Key_H)
    assert screen.shows_keys
    assert picture(screen) != before
    QTest.keyClick(screen, Qt.Key.Key_Right)
    assert not screen.shows_keys
    QTest.keyClick(screen, Qt.Key.Key_Question)
    assert screen.shows_keys


def test_totals_follow_the_meeting_while_slips_come_in(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    meeting = evening(book)
    screen = shown(desk, qtbot)
    assert "provisional" in screen.accessibleName()
    assert "1 Ann Whitfield 2" in screen.accessibleName()
    ann, bob = book.person("Ann Whitfield"), book.person("Bob Hartley")
    for _time in range(3):
        desk.gateway.write(
            "Referral",
            slips.pass_referral,
            dated_on=TODAY,
            giver_id=bob,
            receiver_id=ann,
            meeting_id=meeting,
        )
    settle(desk.gateway)
    assert "1 Bob Hartley 3; 2 Ann Whitfield 2; Referrals 5" in screen.accessibleName()


def test_a_completed_meeting_is_no_longer_provisional_and_counts_for_the_month(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    meeting = evening(book)
    book.complete(meeting)
    tonight, month, term, *_rest = read_aloud(shown(desk, qtbot))
    assert "provisional" not in tonight
    assert "1 Ann Whitfield 2" in month
    assert "1 of 2" in term


def test_an_empty_book_and_an_empty_evening_say_so_calmly(
    desk: Desk, book: SmallBook, qtbot: QtBot
) -> None:
    screen = shown(desk, qtbot)
    words = read_aloud(screen)
    assert "No meeting has been held yet." in words[0]
    assert "No visitor this time" in words[-1]
    book.meeting(TODAY)
    again = shown(desk, qtbot)
    assert "No referral has been handed in yet." in again.accessibleName()


@pytest.mark.parametrize("complete", [False, True])
def test_nothing_confidential_is_read_out_or_drawn(
    desk: Desk, book: SmallBook, qtbot: QtBot, *, complete: bool
) -> None:
    meeting = evening(book)
    absent = book.member("Carol Away")
    book.mark(meeting, "A", absent)
    if complete:
        book.complete(meeting)
    screen = shown(desk, qtbot)
    drawn = _drawn(screen)
    everything = " ".join((*read_aloud(screen), drawn))
    assert "Ann Whitfield" in drawn
    assert "Mary Ray" in drawn
    for secret in ("4,321", "4321", "Secret", "hush", "555", "Carol", "Away"):
        assert secret not in everything


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_board_fills_every_screen_and_leaves_its_margins_free(
    desk: Desk, book: SmallBook, qtbot: QtBot, size: tuple[int, int], mode: Mode
) -> None:
    theme().switch(mode)
    meeting = evening(book, name="Bartholomew " + "Featherstonehaugh " * 2 + "von Wolfenbüttel")
    for number in range(9):
        book.visit(f"Guest {number} " + "Longname " * 6, None, TODAY, meeting_id=meeting)
    book.complete(meeting)
    screen = shown(desk, qtbot, size)
    for place in range(len(BOARDS)):
        screen.turn_to(place)
        image = picture(screen)
        assert image.size() == QSize(*size)
        assert _clear(image, 60 * min(size[1] / 800, size[0] / 1067))


def test_equals_share_a_step_and_nobody_is_lost() -> None:
    for ranks in (
        [1],
        [1, 2],
        [1, 2, 3],
        [1, 1, 3, 4],
        [1, 2, 2, 2, 5],
        [1] * 12,
        [1, 1, *[3] * 20],
        [1, 2, *[3] * 9, 12, 12],
    ):
        givers = [Giver(rank, f"Member {n}", 9 - rank) for n, rank in enumerate(ranks)]
        steps = podium_steps(givers)
        named = [name for step in steps for name in step.names]
        rest = [one.name for one in beside(givers, steps)]
        assert sorted(named + rest) == sorted(one.name for one in givers)
        assert {step.rank for step in steps} == {rank for rank in ranks if rank <= 3}
        taken = sorted((step.column, step.column + step.columns) for step in steps)
        assert all(a[1] <= b[0] for a, b in pairwise(taken))
        assert taken[-1][1] <= 3


def test_the_winner_stands_in_the_middle() -> None:
    steps = podium_steps([Giver(1, "Ann", 6), Giver(2, "Bob", 4), Giver(3, "Carol", 3)])
    assert [step.rank for step in steps] == [2, 1, 3]


@pytest.mark.parametrize("room", [938.0, 1152.0, 1294.0])
@pytest.mark.parametrize("amount", ["0", "14,280", "1,234,567", "9,87,65,43,210"])
def test_totals_fit_however_much_was_earned(qapp: object, room: float, amount: str) -> None:
    assert qapp
    labels = ("Referrals", "One-to-ones", "Closed business", "Visitors", "Education")
    totals = [
        Total(figure, label)
        for figure, label in zip(("125", "64", amount, "12", "48"), labels, strict=True)
    ]
    sizes, gap = measures(totals, room)
    assert across(totals, sizes, gap) <= room
    assert min(sizes) >= 28


def test_f5_opens_it_from_anywhere_once_and_escape_closes_it(hand: Hand, book: SmallBook) -> None:
    evening(book)
    for page in ("members", "scoreboard"):
        hand.window.go(page)
        hand.settle()
        QTest.keyClick(hand.window, Qt.Key.Key_F5)
        hand.window.desk.present()
        hand.settle()
        (screen,) = hand.window.findChildren(PresenterScreen)
        assert screen.isFullScreen()
        QTest.keyClick(screen, Qt.Key.Key_Escape)
        hand.settle()
        assert hand.window.findChildren(PresenterScreen) == []


def test_f5_on_the_only_display_leads_back_to_the_window(window: Window) -> None:
    window.go("first")
    window.desk.present()
    (screen,) = window.findChildren(PresenterScreen)
    QTest.keyClick(screen, Qt.Key.Key_F5)
    assert not screen.isVisible()


def test_the_scoreboard_presents_first_and_prints_beside_the_paper(hand: Hand) -> None:
    page = hand.go("scoreboard", ScoreboardPage)
    primary = page.heading().primary
    assert primary is not None
    assert (primary.text, primary.key) == ("Present", "F5")
    keys = {deed.name: deed.key for deed in hand.window.deeds()}
    assert keys["scoreboard.print"] == "Ctrl+P"
    assert [deed.name for deed in hand.window.deeds()].count("present") == 1
    assert page._print.isVisible()


def test_a_narrow_window_shows_the_board_without_its_paper(hand: Hand) -> None:
    page = hand.go("scoreboard", ScoreboardPage)
    seen = []
    for width in (1000, 1280):
        hand.window.resize(width, 700)
        settle(hand.window.desk.gateway)
        seen.append(page._preview.isVisible())
    assert seen == [False, True]


def test_the_presenter_leaves_with_its_window(window: Window) -> None:
    window.go("first")
    window.desk.present()
    (screen,) = window.findChildren(PresenterScreen)
    window.close()
    assert not screen.isVisible()


def test_the_second_display_is_taken_where_there_is_one() -> None:
    assert other_screen("laptop", ["laptop", "projector"]) == "projector"
    assert other_screen("projector", ["laptop", "projector"]) == "laptop"
    assert other_screen("laptop", ["laptop"]) == "laptop"


def _drawn(screen: PresenterScreen) -> str:
    """Return every word that is drawn on any board."""
    words = ""
    for place in range(len(BOARDS)):
        screen.turn_to(place)
        buffer = QBuffer()
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(screen.size())
        painter = QPainter(drawing)
        screen.render(painter, QPoint())
        painter.end()
        words += bytes(buffer.data().data()).decode()
    return words


def _colours(image: QImage) -> set[str]:
    size = image.size()
    spots = [(x, y) for x in range(0, size.width(), 9) for y in range(0, size.height(), 3)]
    return {image.pixelColor(x, y).name() for x, y in spots}


def _clear(image: QImage, margin: float) -> bool:
    """Tell whether nothing is drawn within a margin at the left and the right."""
    height, wide = image.height(), int(margin)
    left = image.copy(QRect(0, 0, wide, height))
    right = image.copy(QRect(image.width() - wide, 0, wide, height))
    return all(len(_colours(side)) == 1 for side in (left, right))


def test_the_term_is_told_by_its_days(desk: Desk, book: SmallBook, qtbot: QtBot) -> None:
    evening(book)
    screen = shown(desk, qtbot)
    screen.turn_to(2)
    assert isinstance(screen.board, TermBoard)
    assert "1 October 2026 – 31 March 2027" in screen.accessibleName()
