"""The states of a meeting, its day and its hour."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import RuleError
from app.rules.meetings import (
    LARGEST_TOTAL,
    MeetingState,
    check_open,
    check_step,
    check_time,
    check_total,
    next_on,
)

DRAFT, COMPLETED, HOLIDAY, DISCARDED = MeetingState
ALLOWED = {
    (DRAFT, COMPLETED),
    (DRAFT, HOLIDAY),
    (DRAFT, DISCARDED),
    (COMPLETED, DRAFT),
    (HOLIDAY, DRAFT),
    (DISCARDED, DRAFT),
}


@pytest.mark.parametrize(("old", "new"), [*product(MeetingState, repeat=2)])
def test_only_a_draft_becomes_something_else_and_all_become_drafts(
    old: MeetingState, new: MeetingState
) -> None:
    if (old, new) in ALLOWED:
        check_step(old, new)
        return
    with pytest.raises(RuleError, match="meeting_state") as refusal:
        check_step(old, new)
    assert refusal.value.facts == {"old": old, "new": new}


def test_only_a_draft_is_open() -> None:
    check_open(DRAFT, date(2026, 11, 17))
    for state in (COMPLETED, HOLIDAY, DISCARDED):
        with pytest.raises(RuleError, match="meeting_not_draft"):
            check_open(state, date(2026, 11, 17))


@given(st.integers(0, 6), st.dates(max_value=date(9999, 12, 1)))
def test_the_next_weekday_lies_within_a_week_and_may_be_the_day_itself(
    weekday: int, day: date
) -> None:
    found = next_on(weekday, day)
    assert found.weekday() == weekday
    assert timedelta() <= found - day < timedelta(weeks=1)


@pytest.mark.parametrize(
    ("written", "kept"), [("", ""), ("0:00", "00:00"), ("23:59", "23:59"), ("7.05", "07:05")]
)
def test_a_time_of_day_is_kept_as_hours_and_minutes(written: str, kept: str) -> None:
    assert check_time(written) == kept


@pytest.mark.parametrize("written", ["24:00", "12:60", "12", "12:5", "noon", "-1:00", "12:05:00"])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    with pytest.raises(RuleError, match="start_time"):
        check_time(written)


@pytest.mark.parametrize(
    ("total", "reason"), [(-1, "negative_total"), (LARGEST_TOTAL + 1, "impossible_total")]
)
def test_a_total_nobody_can_have_read_is_refused(total: int, reason: str) -> None:
    with pytest.raises(RuleError, match=reason):
        check_total(total)
    for possible in (None, 0, LARGEST_TOTAL):
        check_total(possible)
