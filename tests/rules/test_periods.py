"""Months, terms, years, and what came before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.periods import (
    Period,
    add_months,
    before,
    last_months,
    month_of,
    rolling,
    term_of,
    year_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
TUESDAY = date(2026, 11, 17)


def test_a_day_lies_in_its_month_term_and_year() -> None:
    assert month_of(TUESDAY) == Period(date(2026, 11, 1), date(2026, 11, 30))
    assert term_of(TUESDAY) == Period(date(2026, 10, 1), date(2027, 3, 31))
    assert term_of(date(2026, 4, 1)) == Period(date(2026, 4, 1), date(2026, 9, 30))
    assert term_of(TUESDAY, (7,)) == Period(date(2026, 7, 1), date(2027, 6, 30))
    assert year_of(TUESDAY) == Period(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS)
def test_months_terms_and_years_follow_each_other_without_a_gap(day: date) -> None:
    for of in (month_of, term_of, year_of):
        period = of(day)
        assert day in period
        assert of(period.end + timedelta(days=1)).start == period.end + timedelta(days=1)
        assert of(period.start - timedelta(days=1)) == before(period)


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        (
            Period(date(2028, 3, 1), date(2028, 3, 31)),
            Period(date(2028, 2, 1), date(2028, 2, 29)),
        ),
        (
            Period(date(2026, 10, 1), date(2026, 11, 30)),
            Period(date(2026, 8, 1), date(2026, 9, 30)),
        ),
        (
            Period(date(2026, 11, 10), date(2026, 11, 16)),
            Period(date(2026, 11, 3), date(2026, 11, 9)),
        ),
        (Period(TUESDAY, TUESDAY), Period(date(2026, 11, 16), date(2026, 11, 16))),
    ],
)
def test_the_period_before_is_as_long_and_whole_months_stay_whole(
    period: Period, earlier: Period
) -> None:
    assert before(period) == earlier


def test_the_last_completed_months_leave_this_one_out() -> None:
    assert last_months(TUESDAY, 6) == Period(date(2026, 5, 1), date(2026, 10, 31))
    assert last_months(date(2026, 11, 30), 6) == Period(date(2026, 5, 1), date(2026, 10, 31))
    assert last_months(date(2026, 12, 1), 6) == Period(date(2026, 6, 1), date(2026, 11, 30))


def test_a_rolling_window_ends_with_the_day() -> None:
    assert rolling(TUESDAY, 6) == Period(date(2026, 5, 18), TUESDAY)
    assert rolling(date(2026, 8, 30), 6) == Period(date(2026, 2, 28), date(2026, 8, 30))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_are_added_and_the_end_of_a_month_is_kept_to(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@given(DAYS, st.integers(-1200, 1200))
def test_months_added_are_months_apart(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
