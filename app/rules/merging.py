"""Two records that turn out to be one person: what counts where both say something."""

from enum import StrEnum
from itertools import permutations

from app.rules import names

_LONG_ENOUGH = 4


class Prefer(StrEnum):
    """Whose word counts where both stand in one place, such as two marks of one meeting."""

    KEPT = "kept"
    GONE = "gone"


def mistyped(one: str, other: str) -> bool:
    """Tell whether two names differ by one letter of one longer word; enough to offer, no more."""
    mine, others = names.words(one), names.words(other)
    left, right = mine - others, others - mine
    if len(left) != 1 or len(right) != 1 or not mine & others:
        return False
    return _one_letter_apart(next(iter(left)), next(iter(right)))


def run_together(one: str, other: str) -> bool:
    """Tell whether a name of two words is another one written in one, in whatever order."""
    mine, others = sorted((names.words(one), names.words(other)), key=len)
    if (len(mine), len(others)) != (1, 2):
        return False
    return next(iter(mine)) in {"".join(others_) for others_ in permutations(others)}


def _one_letter_apart(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG_ENOUGH or len(long) - len(short) > 1:
        return False
    place = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    rest = short[place + 1 :] if len(short) == len(long) else short[place:]
    swapped = short[place : place + 2] == long[place : place + 2][::-1]
    return rest == long[place + 1 :] or (swapped and short[place + 2 :] == long[place + 2 :])
