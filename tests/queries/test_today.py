"""What matters on a day."""

from datetime import date, timedelta

from app.queries.letters import letter_queue
from app.queries.meeting import meeting_sheet
from app.queries.today import today
from app.queries.trends import trends
from app.queries.what_is_off import missing_weeks
from app.rules.slips import ReferralState
from app.services import letters, meetings, roster, slips
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 17)


def test_the_next_meeting_is_the_chapters_next_weekday_until_one_is_on_the_calendar(
    book: SmallBook,
) -> None:
    ahead = book.ask(today, TODAY).next_meeting
    assert (ahead.meeting_id, ahead.held_on) == (None, date(2026, 11, 24))
    meeting = book.meeting(date(2026, 11, 25))
    assert book.ask(today, TODAY).next_meeting.meeting_id == meeting


def test_a_holiday_on_the_next_weekday_moves_the_next_meeting_on(book: SmallBook) -> None:
    holiday = book.meeting(date(2026, 11, 24))
    book.write(meetings.declare_holiday, meeting_id=holiday)
    assert book.ask(today, TODAY).next_meeting.held_on == date(2026, 12, 1)


def test_a_week_without_any_meeting_is_missing_and_a_holiday_is_not(book: SmallBook) -> None:
    book.meeting(date(2026, 11, 3))
    assert book.ask(missing_weeks, 1, TODAY) == (date(2026, 11, 10), TUESDAY)
    held = book.meeting(date(2026, 11, 11))  # a Wednesday for once
    book.write(meetings.declare_holiday, meeting_id=held)
    assert book.ask(missing_weeks, 1, TODAY) == (TUESDAY,)


def test_a_book_without_meetings_misses_none(book: SmallBook) -> None:
    assert book.ask(missing_weeks, 1, TODAY) == ()


def test_a_draft_of_the_past_says_all_that_its_own_page_says_is_missing(book: SmallBook) -> None:
    ann, _bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    meeting = book.meeting(TUESDAY)
    book.mark(meeting, "P", ann)
    book.write(slips.welcome, dated_on=TUESDAY, inviter_id=ann, name="Mary", meeting_id=meeting)
    book.write(
        meetings.read_aloud, meeting_id=meeting, referrals=2, one_to_ones=None,
        closed_business=None, visitors=None, education=None, testimonials=None,
    )  # fmt: skip
    (draft,) = book.ask(today, TODAY).off.drafts
    assert (draft.held_on, draft.gaps) == (TUESDAY, book.ask(meeting_sheet, meeting).gaps)
    assert (draft.gaps.blank, draft.gaps.unconfirmed, len(draft.gaps.differences)) == (1, 1, 1)


def test_absences_of_completed_meetings_in_the_window_bring_a_member_near_the_limit(
    book: SmallBook,
) -> None:
    ann = book.member("Ann Whitfield")
    for weeks in (40, 2, 1):
        meeting = book.meeting(TUESDAY - timedelta(weeks=weeks))
        book.mark(meeting, "A", ann)
        book.complete(meeting)
    book.mark(book.meeting(TUESDAY), "A", ann)  # a draft, which does not count
    (near,) = book.ask(today, TODAY).off.near_limit
    assert (near.name, near.absences, near.allowed) == ("Ann Whitfield", 2, 3)
    assert near.drops_on == date(2027, 5, 3)


def test_renewals_are_shown_ninety_days_ahead_and_when_overdue(book: SmallBook) -> None:
    for name, due in (("Ann Whitfield", 90), ("Bob Hartley", 91), ("Carl Jones", -3)):
        person = book.member(name)
        book.write(roster.renew, person_id=person, due=TODAY + timedelta(days=due))
    off = book.ask(today, TODAY).off
    assert [one.name for one in off.renewals] == ["Carl Jones", "Ann Whitfield"]


def test_a_referral_that_has_not_moved_for_thirty_days_is_stale_until_it_moves(
    book: SmallBook,
) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    slip = book.referral(ann, bob, TODAY - timedelta(days=30))
    (stale,) = book.ask(today, TODAY).off.stale
    assert (stale.giver, stale.receiver, stale.days) == ("Ann Whitfield", "Bob Hartley", 30)
    book.write(slips.advance, slip_id=slip, state=ReferralState.QUOTED, on=TODAY)
    assert book.ask(today, TODAY).off.stale == ()


def test_trends_set_this_term_beside_the_term_before(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    for day, count in ((date(2026, 9, 29), 1), (date(2026, 10, 6), 3)):
        meeting = book.meeting(day)
        for _ in range(count):
            book.referral(ann, bob, day, meeting_id=meeting)
        book.mark(meeting, "P", ann)
        book.mark(meeting, "A", bob)
        book.complete(meeting)
    found = book.ask(trends, TODAY)
    assert found.meetings == 1
    assert (found.referrals.now, found.referrals.before) == ((3,), (1,))
    assert found.attendance.mean == 50
    assert found.visitors.mean == 0


def test_a_term_without_meetings_has_no_mean(book: SmallBook) -> None:
    assert book.ask(trends, TODAY).referrals.mean is None


def test_letters_to_send_and_reviews_to_hold_are_off_until_they_are_done(book: SmallBook) -> None:
    ann = book.member("Ann Whitfield")
    book.write(roster.renew, person_id=ann, due=date(2027, 5, 20))
    meeting = book.meeting(TUESDAY)
    book.mark(meeting, "A", ann)
    book.complete(meeting)
    off = book.ask(today, TODAY).off
    assert (off.letters.count, off.letters.names, off.reviews) == (
        1, ("Ann Whitfield",), ("Ann Whitfield",),
    )  # fmt: skip
    (due,) = book.ask(letter_queue, TODAY)
    book.write(letters.send, letters={due.key: due.days}, on=TODAY)
    assert book.ask(today, TODAY).off.letters.count == 0
