"""Every step of every profile that ships: at its bound, a hair beside it, and never in between."""

from fractions import Fraction

import pytest

from app.rules.scoring.profile import Item, Per, Profile, Step
from app.rules.scoring.scores import Scorer
from tests.rules.shipped import MINOR, SCORED, valued

HAIR = Fraction(1, 10**9)
STEPS = [
    pytest.param(profile, item, place, id=f"{name}-{item.name}-{step.points}")
    for name, profile in SCORED.items()
    for item in profile.items
    for place, step in enumerate(item.steps)
]


def _points(profile: Profile, item: Item, value: Fraction) -> Fraction:
    score = Scorer(profile, MINOR).score(valued(profile, item, value))
    assert score is not None
    row = next(one for one in score.items if one.item is item)
    assert row.value == value
    return row.points


def _hair(item: Item) -> Fraction:
    """Return the least two values can differ by: a whole one of totals, a penny of money."""
    if item.per is not Per.TOTAL:
        return HAIR
    return Fraction(1, MINOR) if item.name == "closed_business" else Fraction(1)


def _easier(item: Item, place: int) -> Fraction:
    return item.steps[place + 1].points if place + 1 < len(item.steps) else Fraction(0)


@pytest.mark.parametrize(("profile", "item", "place"), STEPS)
def test_a_step_is_reached_at_its_bound_and_not_a_hair_before(
    profile: Profile, item: Item, place: int
) -> None:
    step: Step = item.steps[place]
    towards = _hair(item) if step.reach.rising else -_hair(item)
    at, before, beyond = step.bound, step.bound - towards, step.bound + towards

    if step.reach.strict:
        assert _points(profile, item, at) == _easier(item, place)
        assert _points(profile, item, beyond) == step.points
    else:
        assert _points(profile, item, at) == step.points
        if before >= 0:
            assert _points(profile, item, before) == _easier(item, place)


LINES = [
    pytest.param(profile, item, id=f"{name}-{item.name}")
    for name, profile in SCORED.items()
    for item in profile.items
    if item.line
]


@pytest.mark.parametrize(("profile", "item"), LINES)
def test_a_line_gives_points_in_proportion_and_never_more_than_all(
    profile: Profile, item: Item
) -> None:
    assert item.line is not None
    goal, most = item.line.goal, item.line.points
    assert _points(profile, item, goal) == most
    assert _points(profile, item, goal * 3) == most
    assert _points(profile, item, Fraction(1)) == most / goal
    assert _points(profile, item, Fraction(0)) == 0
    assert _points(profile, item, goal - _hair(item)) == most - most * _hair(item) / goal


@pytest.mark.parametrize("profile", SCORED.values(), ids=SCORED)
def test_all_points_together_are_a_hundred(profile: Profile) -> None:
    assert profile.most == 100
