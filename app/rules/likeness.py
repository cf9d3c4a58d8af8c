"""Slips that look like an earlier one of the same meeting: warned of, never dropped."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from app.rules import names
from app.rules.slips import SlipKind


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two slips share that say the same; whoever is not in the book is known by name."""

    kind: SlipKind
    people: tuple[Hashable, Hashable]
    weight: int
    note: str = ""


def likeness(
    kind: SlipKind,
    giver: Hashable,
    receiver: Hashable,
    *,
    weight: int = 0,
    guest: str = "",
    note: str = "",
) -> Likeness:
    """Return the likeness of one slip; a one-to-one reads the same both ways.

    ``weight`` is the amount, the units or the tier.
    """
    people = (giver, receiver)
    if kind is SlipKind.ONE_TO_ONE:
        people = (min(people, key=str), max(people, key=str))
    if kind is SlipKind.VISITOR:
        people = (None, names.key(guest))
    return Likeness(kind, people, weight, names.key(note))


def is_repeated(one: Likeness, earlier: Iterable[Likeness]) -> bool:
    """Tell whether a slip says the same as an earlier one; two different notes tell them apart."""
    return any(
        (one.kind, one.people, one.weight) == (other.kind, other.people, other.weight)
        and (one.note == other.note or not one.note or not other.note)
        for other in earlier
    )
