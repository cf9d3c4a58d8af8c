from datetime import date

from app.queries.closed_business import closed_business
from app.rules.slips import Tier
from tests.small_book import SmallBook

NOV_3, NOV_17 = date(2026, 11, 3), date(2026, 11, 17)


def test_a_thank_you_says_who_thanks_whom_for_how_much(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    book.thanks(bob, ann, 1_200_00, NOV_17, repeat=True, tier=Tier.THIRD, note="kitchen")

    (row,) = book.ask(closed_business).rows

    assert (row.thanker.name, row.giver.name, row.amount) == ("Bob Smith", "Ann Smith", 1_200_00)
    assert (row.repeat, row.tier, row.note) == (True, Tier.THIRD, "kitchen")


def test_a_thank_you_without_its_earner_has_nobody_there(book: SmallBook) -> None:
    ann = book.member("Ann Smith")
    book.thanks(None, ann, 500_00, NOV_17)

    (row,) = book.ask(closed_business).rows

    assert (row.thanker.person_id, row.thanker.name) == (None, "")


def test_money_from_a_referral_says_of_which_day_that_was(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    slip = book.referral(ann, bob, NOV_3)
    book.thanks(bob, ann, 500_00, NOV_17, referral_id=slip)

    (row,) = book.ask(closed_business).rows

    assert (row.referral_id, row.referred_on) == (slip, NOV_3)


def test_the_latest_comes_first(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    for day, amount in ((NOV_17, 1_00), (NOV_3, 2_00)):
        book.thanks(bob, ann, amount, day)

    assert [row.amount for row in book.ask(closed_business).rows] == [1_00, 2_00]
