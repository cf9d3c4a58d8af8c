"""Pictures on the screen: the drawings of paper, from the same rows."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.rules.periods import Period
from app.ui.desk import Desk
from app.ui.pictures.network import NetworkPage
from app.ui.pictures.trends import TrendsPage
from app.ui.screens import picture, settle
from tests.small_book import SmallBook

DAY = date(2026, 11, 17)
TERM = Period(date(2026, 10, 1), date(2027, 3, 31))


def _evening(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(DAY)
    book.referral(ann, bob, DAY, meeting_id=meeting)
    book.complete(meeting)


def test_the_network_says_who_gave_to_whom(desk: Desk, book: SmallBook, qtbot: QtBot) -> None:
    _evening(book)
    page = NetworkPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.aim(TERM)
    settle(desk.gateway)
    assert page._view.accessibleDescription() == "Ann Whitfield → Bob Hartley 1"
    assert page.heading().note == "1 referral between members"
    assert not picture(page).isNull()


def test_a_network_of_nothing_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    page = NetworkPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk.gateway)
    assert page._empty.isVisible()
    assert not page._view.isVisible()


def test_trends_show_the_courses_of_the_period(desk: Desk, book: SmallBook, qtbot: QtBot) -> None:
    _evening(book)
    page = TrendsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.aim(TERM)
    settle(desk.gateway)
    assert page._views[0].accessibleDescription() == "Referrals: 1"
    assert not picture(page).isNull()
