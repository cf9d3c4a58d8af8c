"""Members on a circle: by contact sphere, in an order that lets few of their lines cross.

The order is improved step by step from the alphabet's, without chance: the same members and
pairs always stand in the same places. What is made short is the way of each line round the
circle, since long ones cross most.
"""

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

Weights = Mapping[tuple[int, int], int]
_ROUNDS = 12


def order(groups: Sequence[Hashable], weights: Weights) -> tuple[int, ...]:
    """Return the places of members round the circle, those of a group side by side.

    ``groups`` is the sphere of each member, ``weights`` how much goes from one to another, both
    by the members' numbers.
    """
    members: dict[Hashable, list[int]] = {}
    for number, group in enumerate(groups):
        members.setdefault(group, []).append(number)
    blocks = list(members.values())
    between = _both_ways(weights)
    for _round in range(_ROUNDS):
        moved = _swap_blocks(blocks, between)
        for place in range(len(blocks)):
            moved |= _swap_within(blocks, place, between)
        if not moved:
            break
    return tuple(number for block in blocks for number in block)


def _both_ways(weights: Weights) -> dict[int, dict[int, int]]:
    between: dict[int, dict[int, int]] = {}
    for (one, other), weight in weights.items():
        if one != other:
            for a, b in ((one, other), (other, one)):
                known = between.setdefault(a, {})
                known[b] = known.get(b, 0) + weight
    return between


def _places(blocks: Sequence[Sequence[int]]) -> dict[int, int]:
    return {
        number: place for place, number in enumerate(number for block in blocks for number in block)
    }


def _way(one: int, other: int, size: int) -> int:
    far = abs(one - other)
    return min(far, size - far)


def _length(at: Mapping[int, int], between: Mapping[int, Mapping[int, int]]) -> int:
    size = len(at)
    return sum(
        weight * _way(at[one], at[other], size)
        for one, others in between.items()
        for other, weight in others.items()
    )


def _swap_blocks(blocks: list[list[int]], between: Mapping[int, Mapping[int, int]]) -> bool:
    """Swap whole groups where that shortens the lines; tell whether any was."""
    moved, best = False, _length(_places(blocks), between)
    for one, other in combinations(range(len(blocks)), 2):
        blocks[one], blocks[other] = blocks[other], blocks[one]
        length = _length(_places(blocks), between)
        if length < best:
            moved, best = True, length
        else:
            blocks[one], blocks[other] = blocks[other], blocks[one]
    return moved


def _swap_within(
    blocks: list[list[int]], place: int, between: Mapping[int, Mapping[int, int]]
) -> bool:
    """Swap two of a group where that shortens their lines; tell whether any were."""
    block, moved, at = blocks[place], False, _places(blocks)
    for one, other in combinations(range(len(block)), 2):
        a, b = block[one], block[other]
        before = _of_two(a, b, at, between)
        at[a], at[b] = at[b], at[a]
        if _of_two(a, b, at, between) < before:
            block[one], block[other] = b, a
            moved = True
        else:
            at[a], at[b] = at[b], at[a]
    return moved


def _of_two(a: int, b: int, at: Mapping[int, int], between: Mapping[int, Mapping[int, int]]) -> int:
    size = len(at)
    return sum(
        weight * _way(at[one], at[other], size)
        for one in (a, b)
        for other, weight in between.get(one, {}).items()
    )
