from datetime import date

from app.queries.referrals import referrals
from app.rules.people import PersonKind
from app.rules.slips import ReferralState, Tier
from app.services import meetings, slips
from tests.small_book import TODAY, SmallBook

OCT_6, NOV_3, NOV_17 = date(2026, 10, 6), date(2026, 11, 3), date(2026, 11, 17)


def test_a_referral_names_both_sides_and_where_they_belong(book: SmallBook) -> None:
    ann, dana = book.member("Ann Smith"), book.external("Dana Whitlock", "Harbour")
    book.referral(ann, dana, NOV_17, tier=Tier.INSIDE, note="villa")

    (row,) = book.ask(referrals, TODAY).rows

    assert (row.giver.name, row.giver.home) == ("Ann Smith", True)
    assert (row.receiver.name, row.receiver.kind, row.receiver.chapter) == (
        "Dana Whitlock",
        PersonKind.EXTERNAL,
        "Harbour",
    )
    assert (row.tier, row.note, row.state) == (Tier.INSIDE, "villa", ReferralState.PASSED)


def test_a_list_for_officers_says_that_a_contact_is_kept_but_not_who(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    book.referral(ann, bob, NOV_17, contact="Mary Ray 0123")

    (row,) = book.ask(referrals, TODAY).rows

    assert row.has_contact
    assert "Mary" not in repr(row)


def test_a_referral_that_has_not_moved_for_thirty_days_is_stale(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    old = book.referral(ann, bob, date(2026, 10, 24))
    younger = book.referral(ann, bob, date(2026, 10, 25))
    done = book.referral(ann, bob, OCT_6)
    book.write(slips.advance, slip_id=done, state=ReferralState.LOST, on=OCT_6)

    rows = {row.slip_id: row for row in book.ask(referrals, TODAY).rows}

    assert (rows[old].days, rows[old].stale) == (30, True)
    assert (rows[younger].days, rows[younger].stale) == (29, False)
    assert not rows[done].stale


def test_a_step_makes_a_stale_referral_fresh(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    slip = book.referral(ann, bob, OCT_6)
    book.write(slips.advance, slip_id=slip, state=ReferralState.QUOTED, on=NOV_17)

    (row,) = book.ask(referrals, TODAY).rows

    assert (row.days, row.stale, row.open) == (6, False, True)


def test_all_money_thanked_for_a_referral_is_added_up(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    slip = book.referral(ann, bob, NOV_3)
    book.thanks(bob, ann, 100_00, NOV_17, referral_id=slip)
    book.thanks(bob, ann, 50_00, NOV_17, referral_id=slip, repeat=True)
    book.thanks(bob, ann, 7_00, NOV_17)

    (row,) = book.ask(referrals, TODAY).rows

    assert (row.thanked, row.state) == (150_00, ReferralState.WON)


def test_money_thanked_for_at_a_discarded_meeting_is_not_added_up(book: SmallBook) -> None:
    ann, bob = book.member("Ann Smith"), book.member("Bob Smith")
    slip = book.referral(ann, bob, NOV_3)
    void = book.meeting(NOV_17)
    book.thanks(bob, ann, 100_00, NOV_17, referral_id=slip, meeting_id=void)
    book.write(meetings.discard, meeting_id=void, reason="entered twice")

    (row,) = book.ask(referrals, TODAY).rows

    assert row.thanked is None
