"""One value of a profile's text is changed, and nothing else of it."""

from datetime import date

import pytest

from app import paths
from app.rules.scoring.editing import copied, put, quoted
from app.rules.scoring.reading import read
from tests.rules.shipped import SHIPPED

TEXT = '# ours\nname = "ours"\ntitle = "Ours"\n\n[bands]\ngreen = 70  # as ever\nyellow = 50\n'


def _shipped(name: str) -> str:
    return (paths.resources() / "profiles" / f"{name}.toml").read_text(encoding="utf-8")


def test_a_value_is_put_in_place_of_the_one_there() -> None:
    changed = put(TEXT, ("bands", "yellow"), "40")
    assert changed == TEXT.replace("yellow = 50", "yellow = 40")


def test_a_key_that_is_not_there_is_added_to_its_table() -> None:
    assert "[bands]\nred = 30\ngreen" in put(TEXT, ("bands", "red"), "30")
    assert put(TEXT, ("note",), quoted('so "said"')).splitlines()[3] == 'note = "so \\"said\\""'


def test_a_table_that_is_not_there_is_added_at_the_end() -> None:
    assert put(TEXT, ("terms", "referral"), '"tip"').endswith('\n[terms]\nreferral = "tip"\n')


def test_an_empty_value_takes_the_key_out() -> None:
    assert put(TEXT, ("title",), "") == TEXT.replace('title = "Ours"\n', "")
    assert put(TEXT, ("terms", "referral"), "") == TEXT


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_differs_in_name_title_and_day_alone(name: str) -> None:
    found = read(
        copied(_shipped(name), name="ours", title="Ours", valid_from=date(2027, 1, 1)), "x.toml"
    )
    shipped = SHIPPED[name]
    assert (found.name, found.title, found.valid_from) == ("ours", "Ours", date(2027, 1, 1))
    assert found.items == shipped.items
    assert found.policy == shipped.policy
    assert found.terms == shipped.terms
