"""The weeks of the demo chapter."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.demo.calendar import AHEAD, WEEKS, Fate, evenings, term_end, term_start, years_after

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(0, 6))
def test_the_last_evening_is_the_last_weekday_before_today(today: date, weekday: int) -> None:
    last = next(one for one in evenings(today, weekday) if one.ago == 0)
    assert last.held_on.weekday() == weekday
    assert timedelta() < today - last.held_on <= timedelta(weeks=1)


@given(DAYS, st.integers(0, 6))
def test_eighteen_months_have_one_draft_one_discarded_and_one_missing_week(
    today: date, weekday: int
) -> None:
    weeks = evenings(today, weekday)
    fates = Counter(one.fate for one in weeks)
    assert len(weeks) == WEEKS + AHEAD
    assert fates[Fate.DRAFT] == fates[Fate.DISCARDED] == fates[Fate.MISSING] == 1
    assert fates[Fate.AHEAD] == AHEAD
    assert 2 <= fates[Fate.HOLIDAY] <= 6


@given(DAYS)
def test_every_day_lies_in_one_term_of_half_a_year(day: date) -> None:
    start = term_start(day)
    assert start <= day <= term_end(start)
    assert term_start(term_end(start) + timedelta(days=1)) == term_end(start) + timedelta(days=1)


def test_the_anniversary_of_a_leap_day_is_the_day_before() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)
