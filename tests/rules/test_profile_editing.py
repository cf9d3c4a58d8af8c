"""One value of a profile's text is changed, and nothing else of it."""

from datetime import date

import pytest

from app import paths
from app.rules.scoring.editing import (
    copied,
    put,
    put_line,
    put_steps,
    quoted,
    steps_in_words,
    steps_meant,
)
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


@pytest.mark.parametrize("name", SHIPPED)
def test_steps_entered_as_they_are_shown_are_the_same_steps(name: str) -> None:
    for place, item in enumerate(SHIPPED[name].items):
        meant = steps_meant(steps_in_words(item))
        assert meant is not None
        if item.line is not None:
            text = put_line(_shipped(name), place, item.line)
        else:
            assert meant == item.steps
            text = put_steps(_shipped(name), place, meant)
        assert read(text, "x.toml") == SHIPPED[name]


@pytest.mark.parametrize("words", ["", "1", "1 → ", "a → 5", "1 → 5,", "1 → 5 10"])
def test_steps_that_mean_nothing_are_not_taken(words: str) -> None:
    assert steps_meant(words) is None


def test_other_steps_take_the_place_of_those_there() -> None:
    steps = steps_meant("> 2 -> 20, 1.5: 10, 3/4 → 5")
    assert steps is not None
    item = read(put_steps(_shipped("us-regional"), 1, steps), "x.toml").items[1]
    assert [(one.reach.value, one.written, int(one.points)) for one in item.steps] == [
        ("above", "2", 20),
        ("at_least", "1.5", 10),
        ("at_least", "3/4", 5),
    ]


@pytest.mark.parametrize("bound", [".5", "1.", "05"])
def test_a_bound_written_in_haste_is_the_number_it_means(bound: str) -> None:
    steps = steps_meant(f"{bound} → 5")
    assert steps is not None
    item = read(put_steps(_shipped("us-regional"), 1, steps), "x.toml").items[1]
    assert [(one.bound, one.written) for one in item.steps] == [(steps[0].bound, bound)]


@pytest.mark.parametrize("sign", ["\u2028", "\x85"])
def test_a_sign_that_parts_lines_elsewhere_does_not_in_a_profile(sign: str) -> None:
    text = TEXT.replace("# ours", f"# ours{sign}")
    assert put(text, ("bands", "yellow"), "40") == text.replace("yellow = 50", "yellow = 40")
