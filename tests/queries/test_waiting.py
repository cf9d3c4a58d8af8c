"""What waits on the pages: the same numbers as the pages count, without their rows."""

from datetime import date, timedelta

from app.queries.letters import letter_queue
from app.queries.meetings import calendar
from app.queries.referrals import referrals
from app.queries.waiting import Waiting, waiting
from app.rules.letters import LetterState
from app.rules.slips import ReferralState
from app.services import meetings, slips
from tests.small_book import TODAY, SmallBook

TUESDAY = date(2026, 11, 17)
LONG_AGO = TUESDAY - timedelta(weeks=20)


def _counted_by_the_pages(book: SmallBook) -> Waiting:
    due = [one for one in book.ask(letter_queue, TODAY) if one.state is LetterState.DUE]
    return Waiting(
        sum(1 for row in book.ask(calendar, TODAY).rows if row.is_overdue(TODAY)),
        sum(1 for row in book.ask(referrals, TODAY).rows if row.stale),
        len(due),
    )


def test_nothing_waits_in_a_new_book(book: SmallBook) -> None:
    assert book.ask(waiting, TODAY) == Waiting(0, 0, 0)


def test_what_waits_is_what_the_pages_count(book: SmallBook) -> None:
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    for ago in (2, 1):
        meeting = book.meeting(TUESDAY - timedelta(weeks=ago))
        book.mark(meeting, "A", bob)
        book.complete(meeting)
    book.meeting(TUESDAY)
    book.meeting(TODAY + timedelta(weeks=1))
    old = book.meeting(LONG_AGO)
    for note in ("forgotten", "won"):
        book.referral(ann, bob, LONG_AGO, note=note)
    book.write(slips.advance, slip_id=book.last_slip(), state=ReferralState.WON, on=TODAY)
    book.referral(ann, bob, TUESDAY, note="fresh")

    assert book.ask(waiting, TODAY) == _counted_by_the_pages(book)
    assert book.ask(waiting, TODAY) == Waiting(drafts=2, stale=1, letters=2)

    book.write(meetings.discard, meeting_id=old, reason="never held")

    assert book.ask(waiting, TODAY) == _counted_by_the_pages(book)
    assert book.ask(waiting, TODAY).stale == 0
