"""For whom a page is meant, and which amounts must be withheld from a room.

An amount with fewer than three thankers behind it tells what one of them earned. One withheld
amount can be worked out from the total of its column, so what is withheld together must have
three thankers behind it as well; where that cannot be reached, the total is withheld.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from enum import StrEnum

from app.rows import row

FEWEST_THANKERS = 3


class Audience(StrEnum):
    """Who will see a page: everybody in the room, the officers, or one member alone."""

    ROOM = "room"
    OFFICERS = "officers"
    OWN = "own"


@row(frozen=True, slots=True)
class Thanked:
    """An amount in minor units and who is known to stand behind it.

    Thankers nobody named count as one, since one person may have handed in all those slips.
    """

    amount: int
    thankers: frozenset[Hashable] = frozenset()


@row(frozen=True, slots=True)
class Withheld:
    """What may not be shown: cells of a column by their index, and perhaps its total."""

    cells: frozenset[int] = frozenset()
    total: bool = False


NOTHING = Withheld()


def withheld(column: Sequence[Thanked], fewest: int = FEWEST_THANKERS) -> Withheld:
    """Return what to withhold of a column of amounts whose total is shown below it."""
    hidden = {i for i, cell in enumerate(column) if not may_show(cell, fewest)}
    if not hidden:
        return NOTHING
    more = list(hidden)
    for candidate in _least_missed(column, hidden):
        if _hides_enough((column[i] for i in more), fewest):
            break
        more.append(candidate)
    if _hides_enough((column[i] for i in more), fewest):
        return Withheld(frozenset(more))
    return Withheld(frozenset(hidden), total=True)


def may_show(cell: Thanked, fewest: int = FEWEST_THANKERS) -> bool:
    """Tell whether an amount may stand by itself; nothing thanked is no secret."""
    return cell.amount == 0 or len(cell.thankers) >= fewest


def may_show_grown(steps: Iterable[Thanked], fewest: int = FEWEST_THANKERS) -> bool:
    """Tell whether a sum may stand that grew step by step before the eyes of a room.

    What has come since it last stood, less the steps that may stand by themselves, must have
    enough people behind it: the difference of two sums tells it.
    """
    waiting: list[Thanked] = []
    for step in steps:
        if not may_show(step, fewest):
            waiting.append(step)
        if _hides_enough(waiting, fewest):
            waiting.clear()
    return not waiting


def unshown(steps: Iterable[Thanked], fewest: int = FEWEST_THANKERS) -> Thanked:
    """Return what may not stand by itself of some amounts, all of it together."""
    return together(step for step in steps if not may_show(step, fewest))


def together(steps: Iterable[Thanked]) -> Thanked:
    """Return several amounts as one, with everybody behind them."""
    amount, behind = 0, set[Hashable]()
    for step in steps:
        amount += step.amount
        behind |= step.thankers
    return Thanked(amount, frozenset(behind))


def _least_missed(column: Sequence[Thanked], hidden: Collection[int]) -> list[int]:
    """Return the shown amounts that may be withheld too, those with fewest thankers first."""
    shown = [i for i, cell in enumerate(column) if i not in hidden and cell.amount]
    return sorted(shown, key=lambda i: (len(column[i].thankers), column[i].amount, i))


def _hides_enough(cells: Iterable[Thanked], fewest: int) -> bool:
    """Tell whether the sum of these amounts has enough people behind it to be known."""
    return len(together(cells).thankers) >= fewest
