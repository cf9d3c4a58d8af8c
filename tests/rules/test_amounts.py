"""Amounts as people type them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.formats import Money
from app.rules.amounts import amount


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1200", 120_000),
        (" 1,200 ", 120_000),
        ("£1,200", 120_000),
        ("1200.5", 120_050),
        ("1,200.50", 120_050),
        ("1.200,50", 120_050),
        ("1'200.50", 120_050),
        ("1\u00a0200", 120_000),
        ("1.2k", 120_000),
        ("1.25K", 125_000),
        ("2m", 200_000_000),
        ("12,5", 1_250),
        ("0", 0),
        ("1,234,567", 123_456_700),
        ("12,34,567", 123_456_700),
        (".5", None),
        ("1.200", None),
        ("1,200,50", None),
        ("1.234.5", None),
        ("1,", None),
        ("1.005", None),
        ("0.001", None),
        ("1,2.3,4", None),
        ("-5", None),
        ("", None),
        ("£", None),
        ("k", None),
        ("twelve", None),
        ("1e5", None),
        ("12 34", None),
    ],
)
def test_an_amount_is_read_one_way_or_not_at_all(text: str, minor: int | None) -> None:
    assert amount(text) == minor


@pytest.mark.parametrize(
    ("text", "grouping", "minor"),
    [("1.200", "1.234", 120_000), ("1,200", "1.234", None), ("1,20", "1.234", 120)],
)
def test_the_chapters_habit_decides_what_one_mark_means(
    text: str, grouping: str, minor: int | None
) -> None:
    assert amount(text, grouping=grouping) == minor


@pytest.mark.parametrize(
    ("text", "decimals", "minor"), [("1200", 0, 1200), ("12.5", 0, None), ("1.2345", 4, 12345)]
)
def test_no_amount_is_finer_than_its_currency(text: str, decimals: int, minor: int | None) -> None:
    assert amount(text, decimals=decimals) == minor


@given(
    st.integers(0, 10**13),
    st.sampled_from(["1,234", "1.234", "1 234", "1,00,000"]),
    st.integers(0, 3),
)
@example(1_250, "1,234", 3)
def test_what_the_program_writes_it_reads(minor: int, grouping: str, decimals: int) -> None:
    written = Money(grouping=grouping, decimals=decimals).exact(minor)
    assert amount(written, grouping=grouping, decimals=decimals) == minor


@given(st.text(max_size=12))
def test_no_text_is_too_odd_to_be_told_from_an_amount(text: str) -> None:
    found = amount(text)
    assert found is None or found >= 0
