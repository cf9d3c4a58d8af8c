from datetime import date

import pytest

from app.errors import NotFoundError
from app.queries.member import member_card
from app.queries.member_activity import Counter, MemberActivity, member_activity
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.people import Office
from app.services import classifications, meetings, offices, roster, slips
from tests.small_book import TODAY, SmallBook

NOV_3, NOV_10, NOV_17 = (date(2026, 11, day) for day in (3, 10, 17))


def _figures(activity: MemberActivity) -> dict[Counter, tuple[int, float]]:
    return {one.counter: (one.value, one.median) for one in activity.figures}


def test_a_card_holds_spells_and_terms_with_the_latest_first(book: SmallBook) -> None:
    ann = book.member("Ann Smith", "Florist", joined_on=date(2020, 1, 1))
    book.write(roster.leave, person_id=ann, on=date(2021, 1, 1), reason="moved")
    book.write(roster.rejoin, person_id=ann, on=date(2023, 5, 1))
    for start in (date(2025, 4, 1), date(2026, 10, 1)):
        book.write(
            offices.appoint, office=Office.MENTOR, person_id=ann, starts_on=start, ends_on=None
        )

    card = book.ask(member_card, ann)

    assert [(spell.joined_on, spell.reason) for spell in card.spells] == [
        (date(2023, 5, 1), ""),
        (date(2020, 1, 1), "moved"),
    ]
    assert card.open_spell is card.spells[0]
    assert [term.starts_on.year for term in card.terms] == [2026, 2025]
    assert card.classification == "Florist"


def test_a_name_is_said_to_be_special_only_where_it_is(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    assert book.ask(member_card, ann).called == ""

    book.write(
        roster.correct, person_id=ann, given_name="Ann", family_name="Smith", name="Annie S."
    )

    assert book.ask(member_card, ann).called == "Annie S."


def test_who_is_not_in_the_book_is_refused(book: SmallBook) -> None:
    with pytest.raises(NotFoundError):
        book.ask(member_card, 99)


def test_the_strip_tells_blank_from_before_joining(book: SmallBook) -> None:
    ann = book.member("Ann Smith", joined_on=NOV_10)
    bob = book.member("Bob Smith")
    for held_on in (NOV_3, NOV_10, NOV_17):
        meeting = book.meeting(held_on)
        book.mark(meeting, "P", bob)
        if held_on == NOV_17:
            book.mark(meeting, "L", ann)

    weeks = book.ask(member_activity, ann, TODAY).weeks

    assert [(week.held_on, week.mark, week.member) for week in weeks] == [
        (NOV_3, None, False),
        (NOV_10, None, True),
        (NOV_17, Attendance.LATE, True),
    ]


def test_the_strip_shows_holidays_and_no_discarded_meeting(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.write(meetings.declare_holiday, meeting_id=book.meeting(NOV_3))
    book.write(meetings.discard, meeting_id=book.meeting(NOV_10), reason="wrong day")

    weeks = book.ask(member_activity, ann, TODAY).weeks

    assert [(week.held_on, week.state) for week in weeks] == [(NOV_3, MeetingState.HOLIDAY)]


def test_absences_of_the_window_leave_drafts_and_older_meetings_out(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    for held_on in (date(2026, 5, 19), NOV_3):
        meeting = book.meeting(held_on)
        book.mark(meeting, "A", ann)
        book.complete(meeting)
    book.mark(book.meeting(NOV_17), "A", ann)

    activity = book.ask(member_activity, ann, TODAY)

    assert len(activity.weeks) == 3
    assert activity.marked(Attendance.ABSENT) == 1


def test_figures_stand_beside_the_median_of_the_current_members(book: SmallBook) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    gone = book.member("Gone Smith")
    meeting = book.meeting(NOV_3)
    for giver, receiver in ((ann, bob), (ann, bob), (ann, carol), (bob, ann), (gone, ann)):
        book.referral(giver, receiver, NOV_3, meeting_id=meeting)
    book.one_to_one(carol, ann, NOV_3, meeting_id=meeting)
    book.thanks(bob, ann, 900_00, NOV_3, meeting_id=meeting)
    book.write(slips.learn, dated_on=NOV_3, member_id=ann, units=4, meeting_id=meeting)
    book.complete(meeting)
    book.write(roster.leave, person_id=gone, on=NOV_10)

    figures = _figures(book.ask(member_activity, ann, TODAY))

    assert figures[Counter.GIVEN] == (3, 1.0)
    assert figures[Counter.RECEIVED] == (2, 2.0)
    assert figures[Counter.ONE_TO_ONES] == (1, 1.0)
    assert figures[Counter.CLOSED_BUSINESS] == (900_00, 0.0)
    assert figures[Counter.EDUCATION] == (4, 0.0)


def test_a_visitor_counts_once_the_credit_is_confirmed(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    meeting = book.meeting(NOV_3)
    book.visit("Mary Ray", ann, NOV_3, meeting_id=meeting)
    credit = book.last_slip()
    book.complete(meeting)
    assert _figures(book.ask(member_activity, ann, TODAY))[Counter.VISITORS] == (0, 0.0)

    book.write(slips.confirm_visit, slip_id=credit)

    assert _figures(book.ask(member_activity, ann, TODAY))[Counter.VISITORS] == (1, 1.0)


def test_referrals_are_parted_into_given_and_received(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    given, received = book.referral(ann, bob, NOV_3), book.referral(bob, ann, NOV_3)

    activity = book.ask(member_activity, ann, TODAY)

    assert [row.slip_id for row in activity.given] == [given]
    assert [row.slip_id for row in activity.received] == [received]


def test_partners_say_when_they_were_met_and_what_passed_between(book: SmallBook) -> None:
    for name in ("Roofing", "Plumbing"):
        book.write(classifications.add, name=name, sphere="building")
    ann = book.member("Ann Smith", "Roofing")
    bob, carol = book.member("Bob Smith", "Plumbing"), book.member("Carol Smith")
    book.one_to_one(bob, ann, NOV_3)
    book.referral(bob, ann, NOV_3)
    book.referral(carol, bob, NOV_3)

    partners = book.ask(member_activity, ann, TODAY).partners

    assert [
        (one.name, one.last_met, one.gave_me, one.i_gave, one.same_sphere) for one in partners
    ] == [("Bob Smith", NOV_3, 1, 0, True), ("Carol Smith", None, 0, 0, False)]
