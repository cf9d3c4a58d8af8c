from datetime import date, timedelta

from app.queries.roster_sheet import RosterSheet, roster_sheet
from app.rules.people import Office
from app.rules.privacy import Audience
from app.services import offices, roster
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 17)
LONG_AGO = TUESDAY - timedelta(weeks=14)


def _roster(book: SmallBook, audience: Audience = Audience.OFFICERS) -> RosterSheet:
    return book.ask(roster_sheet, audience=audience, day=TODAY)


def test_members_stand_by_name_with_their_number_in_the_seating(book: SmallBook) -> None:
    book.member("Carol Young", "Florist")
    book.member("Ann Abbot", "Baker")

    assert [(one.number, one.name, one.seat) for one in _roster(book).members] == [
        (2, "Ann Abbot", "Baker"),
        (1, "Carol Young", "Florist"),
    ]


def test_ways_to_reach_members_are_kept_from_the_room(book: SmallBook) -> None:
    book.member("Ann Abbot")
    book.write(roster.reach, person_id=book.person("Ann Abbot"), phone="111", email="a@b.example")

    room, members = _roster(book, Audience.ROOM), _roster(book)

    assert [(one.phone, one.email) for one in room.members] == [("", "")]
    assert [(one.phone, one.email) for one in members.members] == [("111", "a@b.example")]
    assert (room.contacts, members.contacts) == (False, True)


def test_officers_of_the_day_stand_in_the_order_of_offices(book: SmallBook) -> None:
    ann, bob = book.member("Ann Abbot"), book.member("Bob Hartley")
    for office, person, starts_on in (
        (Office.SECRETARY, ann, date(2026, 10, 1)),
        (Office.PRESIDENT, bob, date(2026, 10, 1)),
        (Office.GROWTH, bob, date(2027, 4, 1)),
    ):
        book.write(
            offices.appoint, office=office, person_id=person, starts_on=starts_on, ends_on=None
        )

    sheet = _roster(book)

    assert [(one.office, one.name) for one in sheet.officers] == [
        (Office.PRESIDENT, "Bob Hartley"),
        (Office.SECRETARY, "Ann Abbot"),
    ]
    assert sheet.members[1].offices == (Office.PRESIDENT,)


def test_figures_are_those_of_ninety_days(book: SmallBook) -> None:
    ann, bob = book.member("Ann Abbot"), book.member("Bob Hartley")
    old, new = book.meeting(LONG_AGO), book.meeting(TUESDAY)
    for meeting, day in ((old, LONG_AGO), (new, TUESDAY)):
        book.referral(ann, bob, day, meeting_id=meeting)
        book.mark(meeting, "L", ann)
        book.complete(meeting)

    first, second = _roster(book).members

    assert (first.given, first.late, first.absent) == (1, 1, 0)
    assert (second.received, second.late) == (1, None)


def test_a_seat_is_open_once_its_member_has_left(book: SmallBook) -> None:
    ann = book.member("Ann Abbot", "Baker")
    book.member("Bob Hartley", "Florist")
    assert _roster(book).open_seats == ()

    book.write(roster.leave, person_id=ann, on=TUESDAY)

    assert _roster(book).open_seats == ("Baker",)
