"""Members on a circle, and the ribbons between them."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

import pytest

from app.rules.circle import Weights, order
from app.rules.identifiers import PersonId
from app.rules.network import Node, Tie, network_drawing


def _crossings(places: Sequence[int], weights: Weights) -> int:
    """Return how many pairs of lines cross inside the circle."""
    at = {number: place for place, number in enumerate(places)}
    lines = sorted({tuple(sorted((at[one], at[other]))) for one, other in weights if one != other})
    return sum(a < c < b < d for (a, b), (c, d) in combinations(lines, 2))


def _chapter(seed: int, count: int) -> tuple[list[str], dict[tuple[int, int], int]]:
    chance = Random(seed)  # noqa: S311  the same every time
    groups = [chance.choice("ABCDEF") for _member in range(count)]
    pairs: dict[tuple[int, int], int] = {}
    for _referral in range(count * 4):
        one, other = chance.randrange(count), chance.randrange(count)
        if one != other and (groups[one] == groups[other] or chance.random() < 0.3):
            pairs[one, other] = pairs.get((one, other), 0) + 1
    return groups, pairs


@pytest.mark.parametrize("count", [0, 1, 2, 25, 60])
def test_everybody_has_a_place_and_spheres_stand_together(count: int) -> None:
    groups, pairs = _chapter(1, count)
    places = order(groups, pairs)
    assert sorted(places) == list(range(count))
    changes = sum(groups[one] != groups[two] for one, two in pairwise(places))
    assert changes == max(len(set(groups)) - 1, 0)


@pytest.mark.parametrize("seed", range(4))
def test_fewer_lines_cross_than_in_the_order_of_names(seed: int) -> None:
    groups, pairs = _chapter(seed, 40)
    by_name = sorted(range(40), key=lambda number: (groups[number], number))
    assert _crossings(order(groups, pairs), pairs) < _crossings(by_name, pairs) * 0.9


def test_the_same_chapter_always_looks_the_same() -> None:
    groups, pairs = _chapter(3, 40)
    backwards = dict(reversed(pairs.items()))
    assert order(groups, pairs) == order(groups, backwards)


def test_two_lines_that_cross_are_counted_once() -> None:
    assert _crossings((0, 1, 2, 3), {(0, 2): 1, (1, 3): 1, (2, 0): 5}) == 1
    assert _crossings((0, 2, 1, 3), {(0, 2): 1, (1, 3): 1}) == 0


def test_the_picture_stays_within_its_frame_and_names_everybody() -> None:
    groups, pairs = _chapter(2, 60)
    nodes = [
        Node(PersonId(n), f"Member {n}", group, n % 3, n % 2) for n, group in enumerate(groups)
    ]
    drawing = network_drawing(nodes, [Tie(*pair, count) for pair, count in pairs.items()])
    assert all(-1.05 < x < 1.05 and -1.05 < y < 1.05 for s in drawing.shapes for x, y in s.corners)
    assert {node.name for node in nodes} <= {label.words for label in drawing.labels}
    assert set(groups) <= {label.words for label in drawing.labels}


def test_a_ribbon_is_thick_at_the_giver_and_thin_at_the_receiver() -> None:
    nodes = [Node(PersonId(n), name, "", 1, 1) for n, name in enumerate(("Ann", "Bob", "Carol"))]
    ribbon = network_drawing(nodes, [Tie(0, 1, 5)]).shapes[0].corners
    half = len(ribbon) // 2
    begin, end = _apart(ribbon[0], ribbon[-1]), _apart(ribbon[half - 1], ribbon[half])
    assert begin > end * 3


def _apart(one: tuple[float, float], two: tuple[float, float]) -> float:
    return float(((one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2) ** 0.5)
