"""Amounts, counts and days are understood exactly or not at all."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UnreadableFileError
from app.exchange import figures


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("75000.00", 7_500_000),
        ("0.00", 0),
        ("1409141.00", 140_914_100),
        ("1.856610963E+10", 1_856_610_963_000),
        ("1,409,141.00", 140_914_100),
        ("1.409.141,00", 140_914_100),
        ("1.409.141", 140_914_100),
        ("14,09,141.00", 140_914_100),
        ("75000,5", 7_500_050),
        ("12 345.60", 1_234_560),
        ("12\u202f345,60", 1_234_560),
        ("12'345.60", 1_234_560),
        ("₹ 1,250.50", 125_050),
        ("$12", 1_200),
        ("0.1", 10),
        ("33.330000000000005", 3_333),
        ("+5", 500),
    ],
)
def test_an_amount_is_read_to_the_last_cent(text: str, minor: int) -> None:
    assert figures.amount(text, 2) == minor


@given(st.integers(0, 10**13))
def test_no_cent_is_lost_in_any_amount(minor: int) -> None:
    units, cents = divmod(minor, 100)
    assert figures.amount(f"{units}.{cents:02}", 2) == minor
    assert figures.amount(f"{units:,}.{cents:02}", 2) == minor
    assert figures.amount(f"{units},{cents:02}", 2) == minor


@pytest.mark.parametrize(
    ("text", "decimals", "minor"),
    [("75000.00", 0, 75_000), ("12.345", 3, 12_345), ("12.30", 3, 12_300)],
)
def test_currencies_have_their_own_decimals(text: str, decimals: int, minor: int) -> None:
    assert figures.amount(text, decimals) == minor


@pytest.mark.parametrize(
    ("text", "decimals", "reason"),
    [
        ("12.50", 0, "file_amount_too_fine"),
        ("1.2345", 2, "file_amount_too_fine"),
        ("1.234", 2, "file_amount_ambiguous"),
        ("1,234", 2, "file_amount_ambiguous"),
        ("-0.01", 2, "file_amount_negative"),
        ("1e15", 2, "file_amount_absurd"),
        ("9" * 60, 2, "file_amount_unclear"),
        ("", 2, "file_amount_unclear"),
        ("twelve", 2, "file_amount_unclear"),
        ("sNaN", 2, "file_amount_unclear"),
        ("1.2.3,4.5", 2, "file_amount_unclear"),
        ("1,2345,678.00", 2, "file_amount_unclear"),
    ],
)
def test_what_is_no_amount_is_refused(text: str, decimals: int, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        figures.amount(text, decimals)
    assert refused.value.reason == reason


@given(st.text(max_size=50))
def test_no_text_is_more_than_refused(text: str) -> None:
    for read in (figures.count, lambda t: figures.amount(t, 2)):
        try:
            assert read(text) >= 0
        except UnreadableFileError as error:
            assert "text" in error.facts  # noqa: PT017  being read is as good
    figures.day(text)
    figures.moment(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("16", 16), ("592.0", 592), ("", 0), (" - ", 0), ("1,234,567", 1_234_567), ("1E+3", 1000)],
)
def test_a_count_is_a_whole_number(text: str, number: int) -> None:
    assert figures.count(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-25T07:52:23", date(2026, 2, 25)),
        ("2026-02-25T07:52:23.000", date(2026, 2, 25)),
        ("2026/2/5", date(2026, 2, 5)),
        ("13/02/2025", date(2025, 2, 13)),
        ("02/13/2025", date(2025, 2, 13)),
        ("3.4.2025", date(2025, 4, 3)),
        ("03-04-2568", date(2025, 4, 3)),
        ("31/02/2025", None),
        ("12345678", None),
        ("25/02/26", None),
        ("", None),
    ],
)
def test_a_day_is_read_day_first(text: str, day: date | None) -> None:
    assert figures.day(text) == day


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [("03/04/2025", True), ("13/04/2025", False), ("04/04/2025", False), ("2025-03-04", False)],
)
def test_a_date_that_could_be_two_is_known_as_such(text: str, *, ambiguous: bool) -> None:
    assert figures.is_ambiguous(text) is ambiguous


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-25T07:52:23", "2026-02-25T07:52:23"),
        ("25/02/2026 7:52 PM", "2026-02-25T19:52"),
        ("25/02/2026 12:05:09 am", "2026-02-25T00:05"),
        ("25/02/2026", "2026-02-25T00:00"),
    ],
)
def test_a_moment_is_a_clock_on_a_wall(text: str, moment: str) -> None:
    assert figures.moment(text) == datetime.fromisoformat(moment)
