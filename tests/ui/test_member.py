"""The page of one member."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.queries.member_activity import Quarter, Week
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import roster
from app.ui.kit.columns import Pair
from app.ui.member.quarters import pairs
from app.ui.member.strip import mark_words
from app.ui.member.view import MemberView
from app.ui.members.page import MembersPage
from app.ui.members.sheet import MemberSheet
from app.ui.reports.page import ReportsPage
from tests.small_book import SmallBook
from tests.ui.lists import Hand

NOV_3, NOV_17 = date(2026, 11, 3), date(2026, 11, 17)


@pytest.fixture
def book(book: SmallBook) -> SmallBook:
    ann, bob = book.member("Ann Whitfield", "Accountant"), book.member("Bob Hartley")
    book.member("Zoë Ames", "Baker")
    meeting = book.meeting(NOV_3)
    book.mark(meeting, "A", ann)
    book.referral(ann, bob, NOV_3, meeting_id=meeting)
    book.one_to_one(ann, bob, NOV_3, meeting_id=meeting)
    book.complete(meeting)
    return book


def _open(hand: Hand, name: str) -> MemberView:
    page = hand.go("members", MembersPage)
    page.aim(hand.book.person(name))
    hand.settle()
    return page.member


def test_enter_on_a_member_shows_everything_about_him(hand: Hand) -> None:
    page = hand.go("members", MembersPage)
    page.list.table.selectRow(0)

    hand.press(page.list.table, Qt.Key.Key_Return)

    heading = page.heading()
    assert (heading.title, heading.note) == ("Ann Whitfield", "Accountant, seat 1")


def test_the_palette_leads_to_a_member(hand: Hand) -> None:
    heading = hand.go("members", MembersPage, hand.book.person("Bob Hartley")).heading()

    assert (heading.title, heading.note) == ("Bob Hartley", "seat 2")
    assert heading.forward is not None


def test_the_neighbours_are_those_of_the_list(hand: Hand) -> None:
    page = _open(hand, "Bob Hartley")
    forward = page.heading().forward
    assert forward is not None

    forward.run()
    hand.settle()

    heading = page.heading()
    assert heading.title == "Zoë Ames"
    assert heading.back is not None
    assert heading.back.enabled
    assert heading.forward is not None
    assert not heading.forward.enabled


def test_escape_goes_back_to_the_list_and_to_the_same_row(hand: Hand) -> None:
    view = _open(hand, "Bob Hartley")

    hand.press(view, Qt.Key.Key_Escape)

    page = hand.window.page("members")
    assert isinstance(page, MembersPage)
    assert page.heading().title == "Members"
    assert page.list.table.current().name == "Bob Hartley"


def test_choosing_members_again_shows_the_list(hand: Hand) -> None:
    _open(hand, "Bob Hartley")

    hand.window.go("members")

    assert hand.window.page("members").heading().title == "Members"


def test_figures_stand_beside_the_median_and_the_limit(hand: Hand) -> None:
    view = _open(hand, "Ann Whitfield")

    said = view.body.figures._absences.accessibleDescription()
    given = next(iter(view.body.figures._figures.values())).accessibleDescription()

    assert (said, given) == ("1 of 3 allowed", "1 median 0")


def test_whom_somebody_met_is_counted(hand: Hand) -> None:
    view = _open(hand, "Ann Whitfield")

    assert view.body.partners._head.accessibleName() == "One-to-ones 1 of 2 members met"


def test_a_change_is_seen_at_once(hand: Hand) -> None:
    view = _open(hand, "Ann Whitfield")

    ann = hand.book.person("Ann Whitfield")
    hand.window.desk.gateway.write(
        "elsewhere", roster.change_seat, person_id=ann, classification="Auditor"
    )
    hand.settle()

    assert view.heading().note == "Auditor, seat 1"


def test_the_editor_opens_from_the_page(hand: Hand) -> None:
    _open(hand, "Ann Whitfield")

    hand.press(hand.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert hand.sheet(MemberSheet).details.profession.text() == "Accountant"


def test_a_former_member_is_said_to_be_one(hand: Hand) -> None:
    ann = hand.book.person("Ann Whitfield")
    hand.book.write(roster.leave, person_id=ann, on=NOV_17)

    assert _open(hand, "Ann Whitfield").heading().note == "Accountant, former member"


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (Week(NOV_3, MeetingState.COMPLETED, Attendance.LATE, member=True), "late"),
        (Week(NOV_3, MeetingState.COMPLETED, None, member=True), "not recorded"),
        (Week(NOV_3, MeetingState.COMPLETED, None, member=False), "not a member then"),
        (Week(NOV_3, MeetingState.HOLIDAY, None, member=True), "holiday, no meeting"),
        (
            Week(NOV_3, MeetingState.DRAFT, Attendance.ABSENT, member=True),
            "absent, still a draft",
        ),
    ],
)
def test_every_cell_of_the_strip_is_said_in_words(week: Week, words: str) -> None:
    assert mark_words(week) == words


def test_a_quarter_is_named_by_its_months() -> None:
    quarter = Quarter(Period(date(2025, 12, 1), date(2026, 2, 28)), 3, 1)

    assert pairs((quarter,)) == [Pair("Dec–Feb", 3, 1)]


def _view(hand: Hand, audience: Audience, name: str = "Ann Whitfield") -> MemberView:
    view = _open(hand, name)
    view.body.viewer.chosen.emit(audience)
    hand.settle()
    return view


def test_the_score_says_what_is_missing(hand: Hand) -> None:
    view = _open(hand, "Bob Hartley")

    assert view.body.score.sentence.endswith("1 one-to-one and 3 referrals more to green")


def test_the_page_is_an_officers_until_another_view_is_chosen(hand: Hand) -> None:
    officers = _open(hand, "Ann Whitfield")
    assert not officers.body.money.isVisibleTo(officers)

    own = _view(hand, Audience.OWN)

    assert own.body.money.isVisibleTo(own)


def test_another_member_is_shown_as_officers_see_him(hand: Hand) -> None:
    view = _view(hand, Audience.OWN)
    forward = view.heading().forward
    assert forward is not None

    forward.run()
    hand.settle()

    assert not view.body.money.isVisibleTo(view)


def test_other_members_do_not_see_which_referrals_there_were(hand: Hand) -> None:
    view = _view(hand, Audience.ROOM)

    assert not view.body.given.isVisibleTo(view)
    assert view.body.partners.isVisibleTo(view)


def test_a_key_changes_the_view(hand: Hand) -> None:
    view = _open(hand, "Ann Whitfield")

    hand.press(hand.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert view.body.money.isVisibleTo(view)


def test_the_score_by_another_profile_is_a_click_away(hand: Hand) -> None:
    view = _open(hand, "Ann Whitfield")
    menu = view.body.score.profile_menu()
    other = next(one for one in menu.actions() if one.data() == "uk-2012")

    other.trigger()
    hand.settle()
    menu.deleteLater()

    assert view.body.score.profile == "United Kingdom 2012"


def test_why_the_score_is_so_is_a_document(hand: Hand) -> None:
    view = _open(hand, "Bob Hartley")

    view.body.score.explained.emit()
    hand.settle()

    page = hand.window.page("reports")
    assert isinstance(page, ReportsPage)
    assert page.heading().note.startswith("One member")
    assert page._choices._member.currentText() == "Bob Hartley"


def test_what_membership_costs_is_stated_in_place_and_set_against_what_it_brings(
    hand: Hand,
) -> None:
    cost = _view(hand, Audience.OWN, "Bob Hartley").body.cost
    cost.enter()
    for field, words in zip(cost.form.fields, ("650", "", "14", "60"), strict=True):
        field.setText(words)

    hand.press(cost.form.fields[0], Qt.Key.Key_Return)

    told = {line.words: line.figure for line in cost.lines}
    assert told["Membership, 6 months"] == "325"
    assert told["Each of 1 referral received"] == "325"
    assert told["By advertising, 60 a lead"] == "60"
    assert not cost.form.isVisibleTo(cost)


def test_what_is_no_amount_is_said_under_its_field(hand: Hand) -> None:
    cost = _view(hand, Audience.OWN, "Bob Hartley").body.cost
    cost.enter()
    cost.form.fields[0].setText("much")

    hand.press(cost.form.fields[0], Qt.Key.Key_Return)

    assert cost.form.isVisibleTo(cost)
    assert cost.form.fields[0].wrong


def test_escape_leaves_costs_as_they_were(hand: Hand) -> None:
    cost = _view(hand, Audience.OWN, "Bob Hartley").body.cost
    cost.enter()
    cost.form.fields[0].setText("650")

    hand.press(cost.form.fields[0], Qt.Key.Key_Escape)

    assert not cost.lines
    assert not cost.form.isVisibleTo(cost)


def test_the_statement_is_a_key_away(hand: Hand) -> None:
    _open(hand, "Bob Hartley")

    hand.press(hand.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hand.settle()

    page = hand.window.page("reports")
    assert isinstance(page, ReportsPage)
    assert page._report.name == "member-statement"
    assert page._choices._member.currentText() == "Bob Hartley"
