"""The Scores page: everybody's lights, their months, the chapter's own, and where they lead."""

from datetime import date
from typing import Any, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.ui.members.page import MembersPage
from app.ui.reports.page import ReportsPage
from app.ui.scores.chapter_view import ChapterView
from app.ui.scores.compare_view import CompareView
from app.ui.scores.members_view import MembersView
from app.ui.scores.page import ScoresPage
from app.ui.scores.view import ScoresView
from app.ui.scores.what_if_view import WhatIfView
from app.ui.tables import Table
from tests.reports import pdf
from tests.small_book import SmallBook
from tests.ui.lists import Hand

View = TypeVar("View", bound=ScoresView[Any])

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 6)


@pytest.fixture
def page(hand: Hand, book: SmallBook) -> ScoresPage:
    """Two meetings: Ann gives much in September and is absent in October; Bob only comes."""
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    for day, mark in ((SEPTEMBER, "P"), (OCTOBER, "A")):
        meeting = book.meeting(day)
        book.mark(meeting, mark, ann)
        book.mark(meeting, "P", bob)
        if mark == "P":
            book.referral(ann, bob, day)
            book.one_to_one(ann, bob, day)
        book.complete(meeting)
    return hand.go("scores", ScoresPage)


def _table(page: ScoresPage, place: int) -> Table:
    members = page._all[place]._table
    assert members is not None
    assert members.table is not None
    return members.table


def _view(page: ScoresPage, kind: type[View]) -> View:
    return next(view for view in page._all if isinstance(view, kind))


def _cells(page: ScoresPage, place: int) -> list[list[str]]:
    table = _table(page, place)
    model = table.rows()
    return [
        [column.text(model.row(number)) for column in model.columns]
        for number in range(model.rowCount())
    ]


def _do(page: ScoresPage, hand: Hand, name: str) -> None:
    next(deed for deed in page.deeds() if deed.name == name).run()
    hand.settle()


def test_everybody_stands_with_points_by_item_total_and_colour(page: ScoresPage) -> None:
    assert page._period.period.start == date(2026, 10, 1)
    assert _cells(page, 0) == [
        ["Bob Hartley", "30 red", "20", "0", "10", "0", "0", "2"],
        ["Ann Whitfield", "20 grey", "0", "10", "10", "0", "0", "2"],
    ]
    assert _view(page, MembersView)._counts.accessibleName() == "0 green, 0 yellow, 1 red, 1 grey"


def test_who_slipped_is_told_and_leads_to_the_member(page: ScoresPage, hand: Hand) -> None:
    (line,) = _view(page, MembersView)._slipped._lines[:1]
    assert line.accessibleName() == "Ann Whitfield: yellow → grey"
    _view(page, MembersView)._slipped.opened.emit(int(hand.book.person("Ann Whitfield")))
    hand.settle()
    assert hand.window.shown == "members"
    assert isinstance(hand.window.page("members"), MembersPage)


def test_the_page_prints_what_it_shows(page: ScoresPage, hand: Hand) -> None:
    for view, words in (
        ("traffic-lights", "Traffic lights"),
        ("heat-map", "Lights by month"),
        ("chapter-lights", "Chapter lights"),
        ("two-profiles", "Under two profiles"),
        ("what-if", "What if"),
    ):
        _do(page, hand, f"scores.view.{view}")
        assert words in pdf.text(page._maker.pdf)


def test_the_months_show_each_members_course(page: ScoresPage, hand: Hand) -> None:
    _do(page, hand, "scores.view.heat-map")
    ann = next(row for row in _cells(page, 1) if row[0] == "Ann Whitfield")
    assert ann[-3:] == ["–", "60 yellow", "20 grey"]


def test_the_chapters_view_is_scored_by_a_chapters_profile(page: ScoresPage, hand: Hand) -> None:
    _do(page, hand, "scores.view.chapter-lights")
    assert page._profile.chosen() == "chapter-us"
    assert "Retention 15" in _view(page, ChapterView)._panel._items.accessibleName()


def test_another_profile_shows_its_own_items(page: ScoresPage, hand: Hand) -> None:
    page._profile.choose("taiwan")
    page._profile.activated.emit(page._profile.currentIndex())
    hand.settle()
    (bob, _ann) = _cells(page, 0)
    assert len(bob) == 3 + 6
    assert bob[1] == "25 black"


def test_why_leads_to_the_explain_sheet(page: ScoresPage, hand: Hand, qtbot: QtBot) -> None:
    table = _table(page, 0)
    table.choose(hand.book.person("Ann Whitfield"))
    _do(page, hand, "scores.why")
    reports = hand.window.page("reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: "Why 20" in pdf.text(reports._maker.pdf))
    words = " ".join(pdf.text(reports._maker.pdf).split())
    assert "Ann Whitfield" in words
    assert "1 May – 31 October 2026" in words


def test_why_explains_the_score_by_the_profile_seen(
    page: ScoresPage, hand: Hand, qtbot: QtBot
) -> None:
    page._profile.choose("taiwan")
    page._profile.activated.emit(page._profile.currentIndex())
    hand.settle()
    table = _table(page, 0)
    table.choose(hand.book.person("Bob Hartley"))
    _do(page, hand, "scores.why")
    reports = hand.window.page("reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: "profile “Taiwan”" in pdf.text(reports._maker.pdf))
    assert "Bob Hartley" in pdf.text(reports._maker.pdf)


def test_two_profiles_stand_side_by_side(page: ScoresPage, hand: Hand) -> None:
    _do(page, hand, "scores.view.two-profiles")
    other = _view(page, CompareView)._other
    other.choose("taiwan")
    other.activated.emit(other.currentIndex())
    hand.settle()
    ann = next(row for row in _cells(page, 3) if row[0] == "Ann Whitfield")
    assert ann[1:4] == ["20 grey", "20 black", "–"]
    assert "Absent – → 15" in ann[4]


def test_what_is_assumed_shows_at_once_and_is_printed(page: ScoresPage, hand: Hand) -> None:
    _do(page, hand, "scores.view.what-if")
    fields = _view(page, WhatIfView)._panel._fields
    assert [fields[name].text() for name in ("joins", "visitors")] == ["0", "0"]
    before = _view(page, WhatIfView)._panel._table.accessibleName()
    for name, number in (("joins", "20"), ("visitors", "4")):
        fields[name].setFocus()
        hand.enter(fields[name], number)
        hand.settle()
    assert _view(page, WhatIfView)._panel._table.accessibleName() != before
    assert "20 join, 0 leave; 4 visitors a week" in pdf.text(page._maker.pdf)


def test_what_is_no_number_is_told_at_its_field(page: ScoresPage, hand: Hand) -> None:
    _do(page, hand, "scores.view.what-if")
    fields = _view(page, WhatIfView)._panel._fields
    hand.enter(fields["joins"], "2.5")
    assert fields["joins"].accessibleDescription() == "a whole number is expected"
    hand.enter(fields["joins"], "2")
    assert fields["joins"].accessibleDescription() == ""
