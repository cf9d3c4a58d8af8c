from datetime import date

import pytest

from app.errors import NotFoundError
from app.queries.meeting import MeetingSheet, latest_draft, meeting_on, meeting_sheet
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId
from app.rules.slips import SlipKind
from app.rules.totals import Difference, Gaps, Totals
from app.services import attendance, meetings, roster, slips
from tests.small_book import SmallBook

NOV_10, NOV_17, NOV_24 = date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 24)


def sheet(book: SmallBook, meeting_id: MeetingId) -> MeetingSheet:
    return book.ask(meeting_sheet, meeting_id)


def test_the_roll_has_every_member_of_the_day_in_seating_order(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield", "Florist"), book.member("Bob Hartley")
    book.member("Cleo Late", joined_on=NOV_24)
    book.write(roster.seat_order, person_ids=(bob, ann))
    found = sheet(book, book.meeting(NOV_17))

    assert [(row.number, row.name, row.profession) for row in found.roll] == [
        (1, "Bob Hartley", ""),
        (2, "Ann Whitfield", "Florist"),
    ]
    assert found.marked(None) == found.gaps.blank == 2


def test_marks_and_the_substitute_stand_beside_the_name(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    meeting = book.meeting(NOV_17)
    book.write(
        attendance.mark,
        meeting_id=meeting,
        person_id=ann,
        attendance=Attendance.SUBSTITUTE,
        substitute="Jan Nowak",
    )
    (row,) = sheet(book, meeting).roll

    assert (row.attendance, row.substitute) == (Attendance.SUBSTITUTE, "Jan Nowak")


def test_a_mark_of_somebody_who_was_no_member_that_day_is_not_hidden(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    zoe = book.member("Zoe Early", joined_on=NOV_24)
    meeting = book.meeting(NOV_17)
    book.mark(meeting, "P", ann, zoe)

    assert [(row.number, row.name) for row in sheet(book, meeting).roll] == [
        (1, "Ann Whitfield"),
        (2, "Zoe Early"),
    ]


def test_slips_come_in_the_order_of_entry_with_the_chapter_of_outsiders(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    dana = book.external("Dana Whitlock", of="Harbour")
    meeting = book.meeting(NOV_17)
    book.referral(ann, bob, NOV_17, meeting_id=meeting, note="kitchen refit")
    book.referral(bob, dana, NOV_17, meeting_id=meeting)
    first, second = sheet(book, meeting).slips

    assert (first.giver.name, first.receiver.name, first.note) == (
        "Ann Whitfield",
        "Bob Hartley",
        "kitchen refit",
    )
    assert (second.receiver.chapter, second.receiver.home) == ("Harbour", False)


def test_totals_count_slips_units_and_money(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(NOV_17)
    book.referral(ann, bob, NOV_17)
    book.one_to_one(ann, bob, NOV_17)
    book.thanks(bob, ann, 120_000, NOV_17)
    book.visit("Mary Ray", ann, NOV_17)
    book.write(slips.learn, dated_on=NOV_17, member_id=ann, units=3)

    assert sheet(book, meeting).entered == Totals(1, 1, 120_000, 1, 3, 0)


def test_what_was_read_aloud_and_not_entered_is_missing(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(NOV_17)
    book.mark(meeting, "P", ann, bob)
    book.referral(ann, bob, NOV_17)
    book.write(
        meetings.read_aloud,
        meeting_id=meeting,
        referrals=2,
        one_to_ones=0,
        closed_business=None,
        visitors=None,
        education=None,
        testimonials=None,
    )

    assert sheet(book, meeting).gaps == Gaps(0, 0, (Difference(SlipKind.REFERRAL, -1),))


def test_a_credit_to_confirm_is_missing_until_it_is_confirmed(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    meeting = book.meeting(NOV_17)
    book.visit("Mary Ray", ann, NOV_17)
    book.visit("Tom Aldous", None, NOV_17)
    assert sheet(book, meeting).gaps.unconfirmed == 1

    book.write(meetings.confirm_visits, meeting_id=meeting)
    assert sheet(book, meeting).gaps.unconfirmed == 0


def test_a_visit_tells_its_number_and_who_holds_the_seat(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield", "Florist")
    first, second = book.meeting(NOV_10), book.meeting(NOV_17)
    book.visit("Mary Ray", ann, NOV_17, profession="florist", meeting_id=second)
    book.visit("Mary Ray", ann, NOV_10, meeting_id=first)

    (earlier,), (later,) = sheet(book, first).slips, sheet(book, second).slips
    assert earlier.visit is not None
    assert later.visit is not None
    assert (earlier.visit.nth, later.visit.nth) == (1, 2)
    assert later.visit.seat_holder == "Ann Whitfield"


def test_an_equal_slip_is_marked_and_kept(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(NOV_17)
    book.one_to_one(ann, bob, NOV_17)
    book.one_to_one(bob, ann, NOV_17)
    book.referral(ann, bob, NOV_17, note="roof")
    book.referral(ann, bob, NOV_17, note="loft")
    book.referral(ann, bob, NOV_17, note="Loft")

    assert [slip.repeated for slip in sheet(book, meeting).slips] == [
        False,
        True,
        False,
        False,
        True,
    ]


def test_a_meeting_knows_its_neighbours(book: SmallBook) -> None:
    before, this, after = book.meeting(NOV_10), book.meeting(NOV_17), book.meeting(NOV_24)
    found = sheet(book, this)

    assert found.previous is not None
    assert found.following is not None
    assert (found.previous.meeting_id, found.following.meeting_id) == (before, after)
    assert sheet(book, before).previous is None


def test_a_meeting_is_found_by_its_day_and_the_draft_by_nearness(book: SmallBook) -> None:
    past, ahead = book.meeting(NOV_10), book.meeting(NOV_24)

    assert book.ask(meeting_on, NOV_10) == past
    assert book.ask(meeting_on, NOV_17) is None
    assert book.ask(latest_draft, NOV_17) == past
    book.complete(past)
    assert book.ask(latest_draft, NOV_17) == ahead


def test_a_meeting_that_is_gone_is_refused(book: SmallBook) -> None:
    with pytest.raises(NotFoundError):
        sheet(book, MeetingId(99))
