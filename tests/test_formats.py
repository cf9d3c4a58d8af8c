"""Dates, money and counts in words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import formats
from app.formats import Money

TUESDAY = date(2026, 11, 17)


def test_a_day_is_said_long_short_and_in_full() -> None:
    assert formats.day_long(TUESDAY) == "Tuesday 17 November"
    assert formats.day_long(TUESDAY, year=True) == "Tuesday 17 November 2026"
    assert formats.day_short(TUESDAY) == "17 Nov"
    assert formats.day_short(TUESDAY, year=True) == "17 Nov 2026"
    assert formats.day_full(TUESDAY) == "17 November 2026"
    assert formats.month(TUESDAY) == "November 2026"


def test_there_are_twelve_months_and_seven_days() -> None:
    assert (len(formats.months()), len(formats.weekdays())) == (12, 7)
    assert formats.weekdays()[TUESDAY.weekday()] == "Tuesday"


def test_a_moment_is_said_in_the_machines_own_time() -> None:
    instant = datetime(2026, 11, 17, 19, 5, tzinfo=UTC)
    local = instant.astimezone()
    assert formats.moment(instant) == f"{formats.day_full(local.date())}, {local:%H:%M}"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 11, 17), date(2026, 11, 17), "17 November 2026"),
        (date(2026, 10, 1), date(2026, 10, 31), "October 2026"),
        (date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        (date(2027, 2, 1), date(2027, 2, 27), "1 February – 27 February 2027"),
        (date(2026, 4, 1), date(2026, 9, 30), "1 April – 30 September 2026"),
        (date(2026, 10, 1), date(2027, 3, 31), "1 October 2026 – 31 March 2027"),
    ],
)
def test_a_period_is_said_as_shortly_as_it_can_be(start: date, end: date, said: str) -> None:
    assert formats.period(start, end) == said


@pytest.mark.parametrize(
    ("minor", "money", "whole", "exact"),
    [
        (1_428_000, Money(), "14,280", "14,280"),
        (1_428_050, Money(), "14,281", "14,280.50"),
        (1_428_049, Money(), "14,280", "14,280.49"),
        (-1_428_050, Money(), "−14,281", "−14,280.50"),
        (-20, Money(), "0", "−0.20"),
        (5, Money(), "0", "0.05"),
        (0, Money(), "0", "0"),
        (1_428_050, Money("EUR", 2, "1.234"), "14.281", "14.280,50"),
        (1_428_050, Money("PLN", 2, "1 234"), "14\u00a0281", "14\u00a0280,50"),
        (123_456_789, Money("JPY", 0), "123,456,789", "123,456,789"),
        (123_456_789, Money("INR", 2, "1,00,000"), "12,34,568", "12,34,567.89"),
        (1_234_567, Money("KWD", 3), "1,235", "1,234.567"),
    ],
)
def test_money_is_written_the_chapters_way(
    minor: int, money: Money, whole: str, exact: str
) -> None:
    assert (money.whole(minor), money.exact(minor)) == (whole, exact)


def test_a_currency_without_a_sign_is_written_by_its_code() -> None:
    assert [Money(code).symbol() for code in ("GBP", "EUR", "KWD")] == ["£", "€", "KWD"]


@given(st.integers(0, 10**18), st.sampled_from(["1,234", "1.234", "1 234", "1,00,000"]))
def test_grouping_loses_no_digit(number: int, grouping: str) -> None:
    text = formats.grouped(number, grouping)
    assert "".join(sign for sign in text if sign.isdigit()) == str(number)
    assert len(text.replace("\u00a0", ",").replace(".", ",").split(",")[-1]) <= 3


@given(st.integers(-(10**15), 10**15))
def test_an_exact_amount_says_the_amount(minor: int) -> None:
    text = Money().exact(minor).replace(",", "").replace("−", "-")
    units, _, rest = text.partition(".")
    assert int(f"{units}{rest or '00'}") == minor


def test_changes_carry_their_sign_and_blanks_a_dash() -> None:
    assert [formats.signed(n) for n in (2, -1, 0)] == ["+2", "−1", "–"]
    assert [formats.dash(n) for n in (None, 0, 7)] == ["–", "0", "7"]
    assert formats.grouped(-1234) == "−1,234"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "Oct 2026"),
        (date(2026, 4, 1), date(2026, 9, 30), "Apr – Sep 2026"),
        (date(2026, 10, 1), date(2027, 3, 31), "Oct 2026 – Mar 2027"),
        (date(2026, 10, 5), date(2026, 11, 2), "5 Oct – 2 Nov 2026"),
        (date(2026, 12, 5), date(2027, 1, 2), "5 Dec 2026 – 2 Jan 2027"),
        (date(2026, 10, 5), date(2026, 10, 5), "5 Oct 2026"),
    ],
)
def test_a_period_is_said_shortly_where_there_is_little_room(
    start: date, end: date, words: str
) -> None:
    assert formats.period_short(start, end) == words
