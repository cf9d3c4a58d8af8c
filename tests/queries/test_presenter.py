"""What the projector may show, and what never reaches it."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from app.queries.presenter import Presented, presented
from app.queries.scoreboard import Category
from app.services import attendance, meetings, visitors
from tests.small_book import SmallBook

OCT_6, NOV_3, NOV_17, NOV_24 = (
    date(2026, 10, 6),
    date(2026, 11, 3),
    date(2026, 11, 17),
    date(2026, 11, 24),
)


def _five(book: SmallBook) -> list[int]:
    return [book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol", "Dan", "Eve")]


def _shown(book: SmallBook, today: date = NOV_24) -> Presented:
    return book.ask(presented, today)


def _amount(book: SmallBook, today: date = NOV_24) -> int | None:
    tonight = _shown(book, today).tonight
    assert tonight is not None
    return tonight.totals.closed_business


def test_a_book_without_a_meeting_has_no_evening_and_empty_boards(book: SmallBook) -> None:
    _five(book)
    shown = _shown(book)
    assert shown.tonight is None
    assert (shown.month.givers, shown.term.givers) == ((), ())
    assert [one.places for one in shown.leaders] == [()] * len(Category)


def test_a_draft_counts_for_tonight_and_for_nothing_else(book: SmallBook) -> None:
    ann, bob, *_rest = _five(book)
    meeting = book.meeting(NOV_24)
    book.referral(ann, bob, NOV_24, meeting_id=meeting)
    shown = _shown(book)
    assert shown.tonight is not None
    assert shown.tonight.provisional
    assert [(one.rank, one.name, one.given) for one in shown.tonight.givers] == [
        (1, "Ann Smith", 1)
    ]
    assert shown.month.given == 0
    book.complete(meeting)
    shown = _shown(book)
    assert shown.tonight is not None
    assert not shown.tonight.provisional
    assert (shown.month.given, shown.month.meetings, shown.month.members) == (1, 1, 5)


def test_tonight_is_todays_meeting_else_the_last_one_and_never_one_ahead(book: SmallBook) -> None:
    for day in (NOV_3, NOV_17, NOV_24):
        book.meeting(day)
    for today, held_on, is_today in (
        (NOV_24, NOV_24, True),
        (date(2026, 11, 23), NOV_17, False),
    ):
        tonight = _shown(book, today).tonight
        assert tonight is not None
        assert (tonight.held_on, tonight.is_today) == (held_on, is_today)
    assert _shown(book, OCT_6).tonight is None


def test_a_meeting_called_off_is_no_evening(book: SmallBook) -> None:
    book.meeting(NOV_17)
    called_off = book.meeting(NOV_24)
    book.write(meetings.declare_holiday, meeting_id=called_off, reason="Snow")
    tonight = _shown(book).tonight
    assert tonight is not None
    assert tonight.held_on == NOV_17


def test_every_slip_is_in_the_totals_and_visitors_are_named(book: SmallBook) -> None:
    ann, bob, *_rest = _five(book)
    meeting = book.meeting(NOV_24)
    book.referral(ann, bob, NOV_24, meeting_id=meeting)
    book.one_to_one(ann, bob, NOV_24, meeting_id=meeting)
    book.visit("Mary Ray", ann, NOV_24, meeting_id=meeting)
    tonight = _shown(book).tonight
    assert tonight is not None
    totals = tonight.totals
    assert (totals.referrals, totals.one_to_ones, totals.visitors) == (1, 1, 1)
    assert (totals.closed_business, totals.education) == (0, 0)
    assert tonight.visitors == ("Mary Ray",)


def test_closed_business_stays_three_thankers_behind_until_the_meeting_is_completed(
    book: SmallBook,
) -> None:
    ann, *others = _five(book)
    others += [book.member(f"{name} Jones") for name in ("Fay", "Gus", "Hal")]
    meeting = book.meeting(NOV_24)
    seen = []
    for earner in others:
        book.thanks(earner, ann, 200_00, NOV_24, meeting_id=meeting)
        seen.append(_amount(book))
    assert seen == [None] * 5 + [600_00] * 2
    book.complete(meeting)
    assert _amount(book) == 1400_00  # with four thankers behind what the end has added


def test_completing_a_meeting_adds_nothing_that_fewer_than_three_have_thanked_for(
    book: SmallBook,
) -> None:
    ann, bob, carol, dan, eve = _five(book)
    meeting = book.meeting(NOV_24)
    for earner in (bob, carol, dan):
        book.thanks(earner, ann, 200_00, NOV_24, meeting_id=meeting)
    book.thanks(eve, ann, 999_00, NOV_24, meeting_id=meeting)
    before = _amount(book)
    book.complete(meeting)
    assert (before, _amount(book)) == (None, 1599_00)


def test_a_total_stays_where_a_meeting_opened_again_adds_too_few_thankers(
    book: SmallBook,
) -> None:
    ann, bob, carol, dan, eve = _five(book)
    meeting = book.meeting(NOV_24)
    for earner in (bob, carol, dan):
        book.thanks(earner, ann, 200_00, NOV_24, meeting_id=meeting)
    book.complete(meeting)
    first = _shown(book).tonight
    assert first is not None
    book.write(meetings.reopen, meeting_id=meeting, reason="one slip more")
    book.thanks(eve, ann, 999_00, NOV_24, meeting_id=meeting)
    book.complete(meeting)
    held = book.ask(presented, NOV_24, first.told).tonight
    assert held is not None
    assert held.totals.closed_business == 600_00
    assert _amount(book) == 1599_00, "a room that has not seen the first total may see this one"


def test_a_completed_meeting_with_two_thankers_keeps_its_amount(book: SmallBook) -> None:
    ann, bob, carol, *_rest = _five(book)
    meeting = book.meeting(NOV_24)
    for earner in (bob, carol, bob):
        book.thanks(earner, ann, 77_123_00, NOV_24, meeting_id=meeting)
    book.complete(meeting)
    assert _amount(book) is None
    assert _leading(book, Category.CLOSED_BUSINESS) == []


def test_nobody_leads_in_money_where_an_evenings_total_would_tell_the_rest(
    book: SmallBook,
) -> None:
    ann, bob, carol, dan, eve = _five(book)
    meeting = book.meeting(NOV_24)
    for earner in (bob, carol, dan):
        book.thanks(earner, ann, 100_00, NOV_24, meeting_id=meeting)
    book.thanks(ann, eve, 999_00, NOV_24, meeting_id=meeting)
    book.complete(meeting)
    assert _amount(book) == 1299_00
    assert _leading(book, Category.CLOSED_BUSINESS) == []


def test_who_joined_in_the_last_month_is_welcomed(book: SmallBook) -> None:
    book.member("Old Hand", joined_on=OCT_6)
    book.member("New Face", joined_on=NOV_17)
    book.member("Yet Coming", joined_on=date(2026, 12, 1))
    book.meeting(NOV_24)
    assert _shown(book).newcomers == ("New Face",)


@pytest.mark.parametrize("complete", [False, True])
def test_nothing_confidential_is_in_the_rows(book: SmallBook, *, complete: bool) -> None:
    ann, bob, carol, dan, _eve = _five(book)
    meeting = book.meeting(NOV_24)
    book.referral(ann, bob, NOV_24, meeting_id=meeting, contact="Secret Contact", note="hush")
    book.thanks(bob, ann, 4_321_00, NOV_24, meeting_id=meeting)
    book.write(
        visitors.invite, name="Mary Ray", inviter_id=ann, phone="555 0101", email="m@ray.test"
    )
    book.visit("Mary Ray", ann, NOV_24, meeting_id=meeting)
    book.mark(meeting, "M", dan)
    book.write(attendance.remark, meeting_id=meeting, person_id=dan, note="broken leg")
    book.mark(meeting, "A", carol)
    book.mark(meeting, "P", ann, bob)
    if complete:
        book.mark(meeting, "P", _eve)
        book.complete(meeting)
    words = " ".join(_words(_shown(book)))
    for secret in ("Secret Contact", "hush", "432100", "555 0101", "m@ray.test", "broken leg"):
        assert secret not in words
    assert not {"Carol Smith", "Dan Smith"} & set(_words(_shown(book)))
    assert "Mary Ray" in words


def _leading(book: SmallBook, category: Category) -> list[str]:
    (one,) = (one for one in _shown(book).leaders if one.category is category)
    return [place.name for place in one.places]


def _words(value: object) -> list[str]:
    """Return everything in some rows, however deep, as it would be written."""
    if isinstance(value, tuple):
        return [word for one in value for word in _words(one)]
    if is_dataclass(value) and not isinstance(value, type):
        return [word for one in fields(value) for word in _words(getattr(value, one.name))]
    return [str(value)]
