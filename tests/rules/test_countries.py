"""Which currency a country has."""

import pytest

from app.formats import Money
from app.rules.countries import _CURRENCIES, currency_of


@pytest.mark.parametrize(
    ("country", "currency"),
    [
        ("United Kingdom", "GBP"),
        (" germany ", "EUR"),
        ("Deutschland", "EUR"),
        ("INDIA", "INR"),
        ("भारत", "INR"),
        ("臺灣", "TWD"),
        ("", "GBP"),
        ("Atlantis", "GBP"),
    ],
)
def test_a_country_has_its_currency_however_it_is_written(country: str, currency: str) -> None:
    assert currency_of(country) == currency


def test_no_country_is_listed_twice() -> None:
    listed = [name for names in _CURRENCIES.values() for name in names.split("|")]
    assert len(listed) == len(set(listed))
    assert all(Money(code).symbol() for code in _CURRENCIES)
