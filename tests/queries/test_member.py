from datetime import date

import pytest

from app.errors import NotFoundError
from app.queries.member import member_card, member_seen
from app.queries.member_activity import MemberActivity, member_activity
from app.queries.member_figures import Counter
from app.queries.own_money import Thanks
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.people import Office
from app.rules.privacy import Audience
from app.services import classifications, meetings, offices, own_figures, roster, slips
from tests.small_book import TODAY, SmallBook

NOV_3, NOV_10, NOV_17 = (date(2026, 11, day) for day in (3, 10, 17))


def _ask(book: SmallBook, person: int, audience: Audience = Audience.OFFICERS) -> MemberActivity:
    return book.ask(member_activity, person, TODAY, audience=audience)


def _figures(activity: MemberActivity) -> dict[Counter, tuple[int | None, float | None]]:
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

    weeks = _ask(book, ann).weeks

    assert [(week.held_on, week.mark, week.member) for week in weeks] == [
        (NOV_3, None, False),
        (NOV_10, None, True),
        (NOV_17, Attendance.LATE, True),
    ]


def test_the_strip_shows_holidays_and_no_discarded_meeting(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.write(meetings.declare_holiday, meeting_id=book.meeting(NOV_3))
    book.write(meetings.discard, meeting_id=book.meeting(NOV_10), reason="wrong day")

    weeks = _ask(book, ann).weeks

    assert [(week.held_on, week.state) for week in weeks] == [(NOV_3, MeetingState.HOLIDAY)]


def test_absences_of_the_window_leave_drafts_and_older_meetings_out(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    for held_on in (date(2026, 5, 19), NOV_3):
        meeting = book.meeting(held_on)
        book.mark(meeting, "A", ann)
        book.complete(meeting)
    book.mark(book.meeting(NOV_17), "A", ann)

    activity = _ask(book, ann)

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

    figures = _figures(_ask(book, ann))

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
    assert _figures(_ask(book, ann))[Counter.VISITORS] == (0, 0.0)

    book.write(slips.confirm_visit, slip_id=credit)

    assert _figures(_ask(book, ann))[Counter.VISITORS] == (1, 1.0)


def test_referrals_are_parted_into_given_and_received(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    given, received = book.referral(ann, bob, NOV_3), book.referral(bob, ann, NOV_3)

    activity = _ask(book, ann)

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

    partners = _ask(book, ann).partners

    assert [
        (one.name, one.last_met, one.gave_me, one.i_gave, one.same_sphere) for one in partners
    ] == [("Bob Smith", NOV_3, 1, 0, True), ("Carol Smith", None, 0, 0, False)]


def test_referrals_of_a_page_leave_discarded_meetings_out(book: SmallBook) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    discarded = book.meeting(NOV_3)
    book.referral(ann, bob, NOV_3, meeting_id=discarded)
    book.write(meetings.discard, meeting_id=discarded, reason="keyed in twice")
    given, received = book.referral(ann, bob, NOV_17), book.referral(carol, ann, NOV_17)
    book.referral(bob, carol, NOV_17)

    found = _ask(book, ann)

    assert [row.slip_id for row in (*found.given, *found.received)] == [given, received]


def test_what_a_referral_brought_is_told_to_who_earned_it_alone(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    slip = book.referral(ann, bob, NOV_3, contact="Mary Ray")
    book.thanks(bob, ann, 100_00, NOV_17, referral_id=slip)

    (giver,), (receiver,) = (
        _ask(book, ann, Audience.OWN).given,
        _ask(book, bob, Audience.OWN).received,
    )
    (officer,) = _ask(book, bob).received

    assert (giver.thanked, giver.amount, giver.contact) == (True, None, "Mary Ray")
    assert (receiver.amount, receiver.contact) == (100_00, "Mary Ray")
    assert (officer.amount, officer.contact) == (None, "")


def test_money_is_for_own_eyes(book: SmallBook) -> None:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    meeting = book.meeting(NOV_3)
    for earner, amount in ((bob, 100_00), (carol, 50_00), (bob, 1_00)):
        book.thanks(earner, ann, amount, NOV_3, meeting_id=meeting)
    book.thanks(ann, carol, 7_00, NOV_3, meeting_id=meeting)
    book.complete(meeting)

    own = _ask(book, ann, Audience.OWN).own

    assert own is not None
    assert own.earned.thanks == Thanks(times=3, thankers=2, amount=151_00)
    assert [(one.thanked.name, one.amount) for one in own.earned.earned] == [("Carol Smith", 7_00)]
    assert _ask(book, ann).own is None
    assert _ask(book, ann).thanks == own.earned.thanks


def test_the_room_sees_counts_but_no_referral_and_no_small_total(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    meeting = book.meeting(NOV_3)
    book.referral(ann, bob, NOV_3, meeting_id=meeting)
    book.thanks(bob, ann, 100_00, NOV_3, meeting_id=meeting)
    book.complete(meeting)

    room = _ask(book, ann, Audience.ROOM)
    figures = _figures(room)

    assert (room.given, room.received, room.thanks, room.own) == ((), (), None, None)
    assert figures[Counter.GIVEN] == (1, 0.5)
    assert figures[Counter.CLOSED_BUSINESS] == (None, None)
    assert room.quarters[-1].given == 1


def test_the_chapters_note_is_for_officers_and_renewals_not_for_the_room(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.write(
        roster.correct, person_id=ann, given_name="Ann", family_name="Smith",
        note="Owes a letter", address="1 Quay Street",
    )  # fmt: skip
    seen = {one: book.ask(member_seen, ann, audience=one) for one in Audience}

    assert {one: card.note for one, card in seen.items()} == {
        Audience.ROOM: "",
        Audience.OFFICERS: "Owes a letter",
        Audience.OWN: "",
    }
    assert seen[Audience.OWN].address == "1 Quay Street"
    assert seen[Audience.ROOM].address == ""
    assert seen[Audience.ROOM].spells[0].renewal_due is None


def test_quarters_end_with_the_running_month(book: SmallBook) -> None:
    quarters = _ask(book, book.member("Ann Smith")).quarters

    assert [(one.span.start.month, one.span.end.month) for one in quarters] == [
        (12, 2), (3, 5), (6, 8), (9, 11),
    ]  # fmt: skip


def test_what_membership_costs_is_set_against_what_it_brought(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    meeting = book.meeting(NOV_3)
    book.mark(meeting, "P", ann)
    book.referral(bob, ann, NOV_3, meeting_id=meeting)
    book.thanks(ann, bob, 1_000_00, NOV_3, meeting_id=meeting)
    book.complete(meeting)
    book.write(
        own_figures.state, person_id=ann,
        year_fee=650_00, entry_fee=100_00, meeting_cost=14_00, lead_cost=60_00,
    )  # fmt: skip

    own = _ask(book, ann, Audience.OWN).own

    assert own is not None
    assert own.back is not None
    assert (own.back.cost, own.back.received) == (325_00 + 14_00, 1_000_00)
    assert _ask(book, ann).own is None
    assert _ask(book, ann, Audience.ROOM).own is None
