"""What membership costs in a span, and what it brings."""

from datetime import date
from fractions import Fraction

import pytest

from app.errors import RuleError
from app.rules.periods import Period
from app.rules.returns import Costs, Return, check_cost, returned, years
from app.rules.slips import LARGEST_AMOUNT

HALF = Period(date(2026, 4, 1), date(2026, 9, 30))
COSTS = Costs(year_fee=650_00, entry_fee=150_00, meeting_cost=14_00, lead_cost=60_00)


def _returned(
    costs: Costs = COSTS, *, joined_on: date | None = None, referrals: int = 17
) -> Return:
    found = returned(
        costs, HALF, joined_on=joined_on, meetings=26, received=16_660_00, referrals=referrals
    )
    assert found is not None
    return found


def test_half_a_year_costs_half_the_fee_and_its_meetings() -> None:
    found = _returned()

    assert (found.membership, found.meetings_cost, found.cost) == (325_00, 364_00, 689_00)
    assert found.each == Fraction(16_660, 689)
    assert (found.per_referral, found.advertising) == (40_53, 1_020_00)


@pytest.mark.parametrize(
    ("joined_on", "entry"), [(date(2026, 4, 1), 150_00), (date(2026, 3, 31), 0), (None, 0)]
)
def test_the_entry_fee_counts_where_the_member_joined(joined_on: date | None, entry: int) -> None:
    assert _returned(joined_on=joined_on).entry == entry


def test_nobody_pays_for_the_months_before_he_joined() -> None:
    found = _returned(joined_on=date(2026, 7, 1))

    assert found.paid == Period(date(2026, 7, 1), date(2026, 9, 30))
    assert found.membership == 162_50
    assert _returned(joined_on=date(2026, 10, 1)).paid == HALF


def test_nothing_is_divided_by_nothing() -> None:
    found = _returned(Costs(year_fee=0), referrals=0)

    assert (found.each, found.per_referral, found.advertising) == (None, None, None)


def test_without_a_cost_there_is_no_account() -> None:
    costs = Costs(lead_cost=60_00)

    assert returned(costs, HALF, joined_on=None, meetings=1, received=1, referrals=1) is None


@pytest.mark.parametrize(
    ("start", "end", "share"),
    [
        (date(2026, 5, 26), date(2026, 11, 25), Fraction(1, 2)),
        (date(2026, 1, 1), date(2026, 12, 31), Fraction(1)),
        (date(2026, 11, 1), date(2026, 11, 30), Fraction(1, 12)),
        (date(2026, 11, 1), date(2026, 11, 10), Fraction(10, 365)),
    ],
)
def test_whole_months_are_twelfths_and_the_rest_are_days(
    start: date, end: date, share: Fraction
) -> None:
    assert years(Period(start, end)) == share


@pytest.mark.parametrize("amount", [-1, LARGEST_AMOUNT + 1])
def test_an_impossible_cost_is_refused(amount: int) -> None:
    with pytest.raises(RuleError):
        check_cost(amount)


@pytest.mark.parametrize("amount", [None, 0, LARGEST_AMOUNT])
def test_a_cost_may_be_unknown_or_nothing(amount: int | None) -> None:
    check_cost(amount)
