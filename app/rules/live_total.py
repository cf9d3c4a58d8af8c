"""How much of a running total a room may watch: it grows in steps that give no single amount away.

A total that grows slip by slip tells each amount as the difference to what stood there before.
So it takes the slips in the order they came, and only together where enough thankers are behind
them. It stays one step behind: the last slips of a meeting may be too few to hide each other, and
what its end adds to the total must have enough thankers behind it as well.
"""

from collections.abc import Hashable, Iterable

from app.rules.privacy import FEWEST_THANKERS


def grown_so_far(
    slips: Iterable[tuple[int, Hashable]], fewest: int = FEWEST_THANKERS
) -> int | None:
    """Return what of the amounts may stand there now; none where something is, and none may.

    ``slips`` are amounts in minor units with who thanked; those nobody named count as one.
    """
    steps, waiting, behind = [], 0, set[Hashable]()
    for amount, thanker in slips:
        waiting += amount
        behind.add(thanker)
        if len(behind) >= fewest:
            steps.append(waiting)
            waiting = 0
            behind.clear()
    shown = steps[:-1]
    return sum(shown) if shown or not (steps or waiting) else None
