from datetime import date, timedelta

import pytest

from app.errors import NotFoundError
from app.queries.meeting import meeting_sheet
from app.queries.seating_sheet import SeatingSheet, seating_sheet
from app.rules.privacy import Audience
from app.services import visitors
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 24)
WEEK = timedelta(days=7)


def _sheet(book: SmallBook, *, day: date = TODAY, meeting_id: int | None = None) -> SeatingSheet:
    return book.ask(seating_sheet, audience=Audience.ROOM, day=day, meeting_id=meeting_id)


def test_a_meeting_nobody_entered_yet_is_prepared_for_its_usual_day(book: SmallBook) -> None:
    sheet = _sheet(book)

    assert (sheet.meeting_id, sheet.held_on) == (None, TUESDAY)


def test_the_next_draft_is_prepared_and_days_that_are_over_are_skipped(book: SmallBook) -> None:
    book.meeting(TUESDAY - WEEK)
    done = book.meeting(TUESDAY)
    book.complete(done)
    ahead = book.meeting(TUESDAY + 2 * WEEK)

    assert _sheet(book).meeting_id == ahead
    assert _sheet(book, meeting_id=done).held_on == TUESDAY


def test_a_week_whose_meeting_was_moved_is_not_offered_again(book: SmallBook) -> None:
    book.complete(book.meeting(TODAY))  # on the Monday

    assert _sheet(book).held_on == TUESDAY + WEEK


def test_a_day_that_is_taken_is_not_offered_again(book: SmallBook) -> None:
    book.complete(book.meeting(TUESDAY))

    assert _sheet(book).held_on == TUESDAY + WEEK


def test_a_meeting_that_is_not_in_the_book_is_refused(book: SmallBook) -> None:
    with pytest.raises(NotFoundError):
        _sheet(book, meeting_id=99)


def test_seats_are_numbered_as_on_the_roll_of_the_screen(book: SmallBook) -> None:
    for name in ("Carol Young", "Ann Whitfield", "Bob Hartley"):
        book.member(name)
    book.member("Dora Late", joined_on=TUESDAY + WEEK)
    meeting = book.meeting(TUESDAY)

    roll = book.ask(meeting_sheet, meeting).roll

    seats = _sheet(book).seats
    assert [(one.number, one.name) for one in seats] == [(one.number, one.name) for one in roll]
    assert len(seats) == 3


def test_visitors_are_expected_until_they_have_come(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    book.write(visitors.invite, name="Mary Ray", profession="Florist", inviter_id=ann)
    book.meeting(TUESDAY)
    book.visit("Tom Reed", ann, TUESDAY)

    expected = _sheet(book).expected

    assert [(one.name, one.profession, one.inviter) for one in expected] == [
        ("Mary Ray", "Florist", "Ann Whitfield")
    ]
