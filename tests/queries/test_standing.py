"""How a member stands, and what each audience may know of it."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from app.queries.standing import Standing, standing
from app.queries.traffic_lights import Shown
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import chapter, slips
from tests.small_book import SmallBook

TODAY = date(2026, 11, 20)  # a Friday; one Tuesday of November is still to come
MAY_5 = date(2026, 5, 5)
OWN, OFFICERS, ROOM = Audience.OWN, Audience.OFFICERS, Audience.ROOM


@pytest.fixture
def ann(book: SmallBook) -> PersonId:
    """Ann, who came to eight meetings and brought a visitor to the first of them."""
    ann, bob = book.member("Ann Whitfield"), book.member("Bob Hartley")
    for week in range(8):
        day = MAY_5 + timedelta(weeks=4 * week)
        meeting = book.meeting(day)
        book.mark(meeting, "P", ann, bob)
        if not week:
            book.visit("Mary Ray", ann, day, meeting_id=meeting)
            book.write(slips.confirm_visit, slip_id=book.last_slip())
        book.referral(ann, bob, day, meeting_id=meeting)
        book.complete(meeting)
    return ann


def _ask(book: SmallBook, ann: int, audience: Audience = OWN, **more: str) -> Standing:
    return book.ask(standing, ann, TODAY, audience=audience, **more)


def test_the_window_is_the_last_completed_months_and_the_next_one_ends_with_this_month(
    book: SmallBook, ann: PersonId
) -> None:
    found = _ask(book, ann)

    assert found.window == Period(date(2026, 5, 1), date(2026, 10, 31))
    assert found.coming == Period(date(2026, 6, 1), date(2026, 11, 30))


def test_what_may_drop_out_is_known(book: SmallBook, ann: PersonId) -> None:
    found = _ask(book, ann)

    assert found.ahead is not None
    leaves = {one.item.name: one.leaves for one in found.ahead.items}
    assert leaves["visitors"] == leaves["given"] == 1
    assert found.total == 50
    assert found.ahead.total == 35


def test_meetings_still_to_come_count_as_weeks(book: SmallBook, ann: PersonId) -> None:
    found = _ask(book, ann)

    assert found.ahead is not None
    given = next(one for one in found.ahead.items if one.item.name == "given")
    # seven referrals in the seven weeks so far and the 24th
    assert given.value == Fraction(7, 8)


def test_the_course_ends_with_the_score(book: SmallBook, ann: PersonId) -> None:
    found = _ask(book, ann)

    assert len(found.months) == 12
    assert found.months[-1].total == found.total


def test_another_profile_may_be_tried(book: SmallBook, ann: PersonId) -> None:
    found = _ask(book, ann, profile="uk-2012")

    assert found.profile.name == "uk-2012"
    assert "us-regional" in {one.name for one in found.profiles}


def test_officers_see_what_the_member_sees(book: SmallBook, ann: PersonId) -> None:
    assert _ask(book, ann, OFFICERS).items == _ask(book, ann).items


@pytest.mark.parametrize(
    ("shown", "total", "items"),
    [(Shown.NOBODY, None, 0), (Shown.TOTALS, 50, 0), (Shown.ITEMS, 50, 5)],
)
def test_the_chapter_decides_what_the_room_sees(
    book: SmallBook, ann: PersonId, shown: Shown, total: int | None, items: int
) -> None:
    book.write(chapter.put_setting, name="lights_shown", value=shown)

    found = _ask(book, ann, ROOM)

    assert found.total == total
    assert len(found.items) == items
    assert found.ahead is None
    assert bool(found.months) is (shown is not Shown.NOBODY)


def test_the_room_sees_no_amount_though_it_sees_the_points(book: SmallBook, ann: PersonId) -> None:
    book.write(chapter.put_setting, name="lights_shown", value=Shown.ITEMS)
    book.write(chapter.put_setting, name="profile", value="uk-2012")

    room = _ask(book, ann, ROOM)

    money = next(one for one in room.items if one.item.name == "closed_business")
    assert money.count == 0
    assert (money.value, money.next) == (None, None)


def test_who_is_no_member_has_no_score(book: SmallBook) -> None:
    outsider = book.external("Rosa Stone")

    found = _ask(book, outsider)

    assert (found.total, found.ahead, found.items) == (None, None, ())
    assert all(month.total is None for month in found.months)
