"""The chapter and its settings."""

from typing import Any

import pytest

from app.errors import ConflictError, RuleError
from app.queries.chapter import chapter_details
from app.services import chapter
from tests.services.told import Told
from tests.small_book import SmallBook

DETAILS: dict[str, Any] = {
    "name": "Harbour",
    "region": "Estuary",
    "country": "Ireland",
    "weekday": 3,
    "starts_at": "07:00",
    "place": "The Quay",
    "currency": "eur",
    "currency_decimals": 2,
}


def test_what_is_known_of_the_chapter_is_corrected(book: SmallBook) -> None:
    book.write(chapter.correct, **DETAILS)
    found = book.ask(chapter_details)
    assert (found.name, found.weekday, found.currency) == ("Harbour", 3, "EUR")
    assert (found.region, found.country, found.place) == ("Estuary", "Ireland", "The Quay")


def test_a_book_has_one_chapter(told: Told) -> None:
    told.refuses(RuleError, "chapter_exists", chapter.found, name="Second")


@pytest.mark.parametrize("code", ["", "EU", "EURO", "E1R", "€€€", "ЕUR"])
def test_a_currency_is_three_plain_letters(told: Told, code: str) -> None:
    told.refuses(RuleError, "currency_code", chapter.correct, **{**DETAILS, "currency": code})


@pytest.mark.parametrize("decimals", [-1, 4])
def test_a_currency_has_no_more_than_three_decimals(told: Told, decimals: int) -> None:
    told.refuses(
        RuleError,
        "currency_decimals",
        chapter.correct,
        **{**DETAILS, "currency_decimals": decimals},
    )


def test_decimals_stay_once_amounts_are_recorded_in_them(told: Told) -> None:
    """Else 1,200.00 would turn into 120,000."""
    told.refuses(
        RuleError,
        "decimals_with_amounts",
        chapter.correct,
        **{**DETAILS, "currency": "JPY", "currency_decimals": 0},
    )


def test_decimals_change_while_there_is_no_amount(book: SmallBook, told: Told) -> None:
    for slip in told.rows("slip"):
        if slip["amount"] is not None:
            told.store.undo()
    while any(slip["amount"] for slip in told.rows("slip")):
        told.store.undo()
    book.write(chapter.correct, **{**DETAILS, "currency": "JPY", "currency_decimals": 0})
    assert book.ask(chapter_details).currency_decimals == 0


@pytest.mark.parametrize("weekday", [-1, 7])
def test_a_week_has_seven_days(told: Told, weekday: int) -> None:
    told.refuses(RuleError, "weekday", chapter.correct, **{**DETAILS, "weekday": weekday})


@pytest.mark.parametrize(
    ("written", "kept"), [("", ""), ("18:30", "18:30"), ("6:45", "06:45"), (" 18.30 ", "18:30")]
)
def test_the_start_is_kept_as_hours_and_minutes(
    book: SmallBook, told: Told, written: str, kept: str
) -> None:
    book.write(chapter.correct, **{**DETAILS, "starts_at": written})
    assert told.row("chapter", 1)["starts_at"] == kept


@pytest.mark.parametrize("written", ["24:00", "18:60", "evening", "1830", "6:5", "١٨:٣٠"])
def test_a_start_that_is_no_time_is_refused(told: Told, written: str) -> None:
    told.refuses(RuleError, "start_time", chapter.correct, **{**DETAILS, "starts_at": written})


@pytest.mark.parametrize(
    ("name", "reason"), [(" \t", "name_missing"), ("x" * 121, "name_too_long")]
)
def test_a_chapter_has_a_name_of_a_sane_length(told: Told, name: str, reason: str) -> None:
    told.refuses(RuleError, reason, chapter.correct, **{**DETAILS, "name": name})


def test_a_stale_form_is_refused(book: SmallBook, told: Told) -> None:
    seen = book.ask(chapter_details).version
    book.write(chapter.correct, **DETAILS)
    told.refuses(ConflictError, "changed_meanwhile", chapter.correct, **DETAILS, version=seen)


def test_a_setting_is_kept_and_replaced(book: SmallBook) -> None:
    assert book.ask(chapter_details).settings.paper == "Letter"
    book.write(chapter.put_setting, name="paper", value="A4")
    book.write(chapter.put_setting, name="stale_days", value=45)
    settings = book.ask(chapter_details).settings
    assert (settings.paper, settings.stale_days) == ("A4", 45)


def test_a_setting_of_another_version_of_the_program_is_left_alone(book: SmallBook) -> None:
    book.write(chapter.put_setting, name="of the future", value=[1, {"a": None}])
    assert book.ask(chapter_details).settings.paper == "Letter"
