"""Professions and who sits in them."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.errors import NotFoundError, RuleError
from app.services import classifications, roster
from tests.services.stage import Stage
from tests.services.told import Told
from tests.small_book import SmallBook


def test_a_profession_is_added_with_its_sphere(book: SmallBook, told: Told) -> None:
    book.write(classifications.add, name=" Tree  surgeon", sphere="Property", amount_hint="Invoice")
    added = told.last("classification")
    assert (added["name"], added["sphere"]) == ("Tree surgeon", "Property")
    assert added["amount_hint"] == "Invoice"


@pytest.mark.parametrize("name", ["Roofer", "  ROOFER ", "roofer"])
def test_a_profession_is_on_the_list_once_however_written(told: Told, name: str) -> None:
    told.refuses(RuleError, "classification_exists", classifications.add, name=name)


def test_a_correction_must_not_meet_another_profession(stage: Stage, told: Told) -> None:
    told.refuses(
        RuleError,
        "classification_exists",
        classifications.correct,
        classification_id=stage.profession,
        name="roofer",
        sphere="",
        amount_hint="",
    )


def test_a_profession_may_be_respelt(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(
        classifications.correct,
        classification_id=stage.free_profession,
        name="ROOFER",
        sphere="Houses",
        amount_hint="",
    )
    assert told.row("classification", stage.free_profession)["name"] == "ROOFER"


def test_a_profession_moves_to_another_sphere(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(classifications.place, classification_id=stage.profession, sphere=" Money ")
    assert told.row("classification", stage.profession)["sphere"] == "Money"


def test_a_profession_somebody_has_is_not_removed(stage: Stage, told: Told) -> None:
    refusal = told.refuses(
        RuleError,
        "classification_taken",
        classifications.remove,
        classification_id=stage.profession,
    )
    assert refusal.facts == {"name": "Accountant", "holder": "Ann Whitfield"}


def test_a_profession_nobody_has_is_removed(book: SmallBook, stage: Stage, told: Told) -> None:
    book.write(classifications.remove, classification_id=stage.free_profession)
    assert stage.free_profession not in [row["id"] for row in told.rows("classification")]


@pytest.mark.parametrize("name", ["", "x" * 121])
def test_a_profession_has_a_name_of_a_sane_length(told: Told, name: str) -> None:
    reason = "name_too_long" if name else "name_missing"
    told.refuses(RuleError, reason, classifications.add, name=name)


def test_what_is_gone_cannot_be_corrected(told: Told) -> None:
    told.refuses(NotFoundError, "record_missing", classifications.remove, classification_id=99)


def test_one_member_sits_in_a_seat(told: Told) -> None:
    refusal = told.refuses(
        RuleError,
        "classification_taken",
        roster.admit,
        given_name="Eve",
        family_name="Roe",
        joined_on=None,
        classification="accountant",
    )
    assert refusal.facts == {"name": "Accountant", "holder": "Ann Whitfield"}


def test_a_seat_is_taken_until_the_day_its_holder_leaves(
    book: SmallBook, stage: Stage, told: Told
) -> None:
    leaves = date(2026, 12, 31)
    book.write(roster.leave, person_id=stage.ann, on=leaves)
    eve: dict[str, Any] = {
        "given_name": "Eve",
        "family_name": "Roe",
        "classification": "Accountant",
    }
    told.refuses(
        RuleError, "classification_taken", roster.admit, joined_on=leaves - timedelta(days=1), **eve
    )
    book.write(roster.admit, joined_on=leaves, **eve)


def test_a_seat_is_free_once_its_holder_has_left(book: SmallBook, stage: Stage, told: Told) -> None:
    eve = book.member("Eve Roe", "Florist", joined_on=date(2026, 6, 2))
    dora = told.row("person", stage.former)
    assert told.row("person", eve)["classification_id"] == dora["classification_id"]
