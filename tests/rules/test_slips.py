"""Amounts, credits and the age of a referral."""

from datetime import date

import pytest

from app.errors import RuleError
from app.rules.attendance import EXCEPTIONS, Attendance
from app.rules.slips import (
    LARGEST_AMOUNT,
    MOST_CREDITS,
    OPEN_STATES,
    ReferralState,
    Tier,
    age_in_days,
    check_amount,
    check_credits,
)


@pytest.mark.parametrize("amount", [1, 99, LARGEST_AMOUNT])
def test_an_amount_from_a_penny_up_is_possible(amount: int) -> None:
    assert check_amount(amount) == amount


@pytest.mark.parametrize("amount", [0, -5, LARGEST_AMOUNT + 1])
def test_no_amount_and_endless_amounts_are_refused(amount: int) -> None:
    with pytest.raises(RuleError, match="impossible_amount"):
        check_amount(amount)


def test_credits_have_their_bounds() -> None:
    assert (check_credits(1), check_credits(MOST_CREDITS)) == (1, MOST_CREDITS)
    for units in (0, MOST_CREDITS + 1):
        with pytest.raises(RuleError, match="impossible_credits"):
            check_credits(units)


def test_a_state_has_lasted_no_less_than_no_day() -> None:
    today = date(2026, 11, 17)
    assert age_in_days(date(2026, 10, 17), today) == 31
    assert age_in_days(today, today) == 0
    assert age_in_days(date(2026, 11, 18), today) == 0


def test_the_words_of_the_field_stay_what_files_and_slips_say() -> None:
    assert "".join(Attendance) == "PALMS"
    assert set(EXCEPTIONS) == set(Attendance) - {Attendance.PRESENT}
    assert [int(tier) for tier in Tier] == [1, 2, 3]
    assert set(ReferralState) - set(OPEN_STATES) == {ReferralState.WON, ReferralState.LOST}
