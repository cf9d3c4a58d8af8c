from datetime import date

import pytest

from app.queries.certificates import Certificate, Certificates, certificates
from app.queries.scoreboard import Category
from app.rules.people import Office
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.services import offices
from tests.small_book import SmallBook

TUESDAY = date(2026, 11, 17)
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def evening(book: SmallBook) -> SmallBook:
    ann, bob, carol, dan = (
        book.member(name, seat)
        for name, seat in (
            ("Ann Whitfield", "Surveyor"),
            ("Bob Hartley", ""),
            ("Carol Bell", ""),
            ("Dan Ortiz", ""),
        )
    )
    meeting = book.meeting(TUESDAY)
    for giver, receiver in ((ann, bob), (ann, carol), (bob, ann)):
        book.referral(giver, receiver, TUESDAY, meeting_id=meeting)
    book.one_to_one(bob, carol, TUESDAY, meeting_id=meeting)
    for earner in (ann, bob, dan):
        book.thanks(earner, carol, 100_00, TUESDAY, meeting_id=meeting)
    book.thanks(ann, bob, 9_000_00, TUESDAY, meeting_id=meeting)
    book.complete(meeting)
    return book


def _asked(book: SmallBook) -> Certificates:
    return book.ask(certificates, period=MONTH, audience=Audience.ROOM)


def _of(book: SmallBook, category: Category) -> Certificate:
    return next(one for one in _asked(book).certificates if one.category is category)


def test_whoever_gave_most_is_honoured_with_seat_and_figure(evening: SmallBook) -> None:
    found = _of(evening, Category.REFERRALS)

    assert [(one.name, one.seat) for one in found.honoured] == [("Ann Whitfield", "Surveyor")]
    assert found.value == 2


def test_equals_share_a_certificate(evening: SmallBook) -> None:
    found = _of(evening, Category.ONE_TO_ONES)

    assert {one.name for one in found.honoured} == {"Bob Hartley", "Carol Bell"}


def test_a_category_nobody_leads_in_has_no_certificate(evening: SmallBook) -> None:
    known = {one.category for one in _asked(evening).certificates}

    assert Category.VISITORS not in known


def test_an_amount_with_one_thanker_behind_it_leads_in_nothing(evening: SmallBook) -> None:
    found = [
        one for one in _asked(evening).certificates if one.category is Category.CLOSED_BUSINESS
    ]

    assert all(one.value != 9_000_00 for one in found)
    assert "Bob Hartley" not in {each.name for one in found for each in one.honoured}


def test_the_president_of_the_last_day_is_to_sign(evening: SmallBook) -> None:
    evening.write(
        offices.appoint,
        office=Office.PRESIDENT,
        person_id=evening.person("Dan Ortiz"),
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 3, 31),
    )

    assert _asked(evening).presidents == ("Dan Ortiz",)
