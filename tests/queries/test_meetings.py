from datetime import date

from app.queries.meetings import calendar
from app.rules.meetings import MeetingState
from app.rules.totals import Totals
from app.services import meetings
from tests.small_book import TODAY, SmallBook

NOV_3, NOV_10, NOV_17 = date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 17)


def test_the_calendar_begins_with_the_latest_meeting(book: SmallBook) -> None:
    book.meeting(NOV_3)
    book.meeting(NOV_17)

    assert [row.held_on for row in book.ask(calendar, TODAY).rows] == [NOV_17, NOV_3]


def test_a_row_counts_marks_blanks_and_slips(book: SmallBook) -> None:
    ann, bob, cleo = book.member("Ann"), book.member("Bob"), book.member("Cleo")
    meeting = book.meeting(NOV_17)
    book.mark(meeting, "P", ann)
    book.mark(meeting, "A", bob)
    book.referral(ann, cleo, NOV_17)
    book.thanks(ann, bob, 5_000, NOV_17)
    book.visit("Mary Ray", ann, NOV_17)
    (row,) = book.ask(calendar, TODAY).rows

    assert row.marks == (1, 1, 0, 0, 0)
    assert row.entered == Totals(1, 0, 5_000, 1, 0, 0)
    assert (row.gaps.blank, row.gaps.unconfirmed) == (1, 1)


def test_who_joined_later_is_no_blank_of_an_earlier_meeting(book: SmallBook) -> None:
    book.member("Ann", joined_on=NOV_17)
    book.meeting(NOV_3)
    book.meeting(NOV_17)

    assert [row.gaps.blank for row in book.ask(calendar, TODAY).rows] == [1, 0]


def test_weeks_without_a_meeting_are_missing_until_recorded_or_skipped(book: SmallBook) -> None:
    book.meeting(NOV_3)
    book.meeting(NOV_17)
    assert book.ask(calendar, TODAY).missing_weeks == (NOV_10,)

    book.write(meetings.skip_week, held_on=NOV_10, reason="storm")

    found = book.ask(calendar, TODAY)
    assert found.missing_weeks == ()
    assert [(row.state, row.reason) for row in found.rows if row.held_on == NOV_10] == [
        (MeetingState.HOLIDAY, "storm")
    ]
