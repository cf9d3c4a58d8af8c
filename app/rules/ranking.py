"""Places in a ranking, as in sports: equals share a rank, and the ranks after them are skipped."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Place(Generic[Item]):
    """Somebody's rank, counted from 1; ``shared`` where others have the same value."""

    rank: int
    shared: bool
    item: Item
    value: int


def ranked(items: Iterable[Item], value: Callable[[Item], int]) -> tuple[Place[Item], ...]:
    """Return items by value, the largest first; equals keep the order they came in."""
    ordered = sorted(items, key=value, reverse=True)  # stable, so equals keep their order
    places: list[Place[Item]] = []
    for worth, group in groupby(ordered, key=value):
        equals = list(group)
        rank = len(places) + 1
        places.extend(Place(rank, len(equals) > 1, item, worth) for item in equals)
    return tuple(places)


def first_ranks(places: Iterable[Place[Item]], last: int = 3) -> tuple[Place[Item], ...]:
    """Return the places up to a rank; more than that many where equals share it."""
    return tuple(place for place in places if place.rank <= last)
