"""How much of a running total a room may watch: it grows in steps that give no single amount away.

A total that grows slip by slip tells each amount as the difference to what stood there before.
So it takes the slips in the order they came, and only together where enough thankers are behind
them. It stays one step behind: the last slips of a meeting may be too few to hide each other, and
what its end adds to the total must have enough thankers behind it as well.

A meeting may be opened again and completed anew. So a total that differs from any the room has
seen by slips of too few thankers is held back, and what stood there stays.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from app.rules.privacy import FEWEST_THANKERS


@dataclass(frozen=True, slots=True)
class Thanks:
    """One slip as the total sees it: another version of it is another slip.

    The amount is in minor units; thankers nobody named count as one.
    """

    slip_id: int
    version: int
    amount: int
    thanker: Hashable


@dataclass(frozen=True, slots=True)
class Told:
    """A total the room has seen; of what is behind it only which slips, and whose."""

    meeting_id: int
    total: int
    behind: frozenset[tuple[int, int, Hashable]]


def grown_so_far(slips: Sequence[Thanks], fewest: int = FEWEST_THANKERS) -> Sequence[Thanks] | None:
    """Return the slips whose sum may stand there now; none where there are some, and none may."""
    steps, begin = [], 0
    for end in range(1, len(slips) + 1):
        if len({one.thanker for one in slips[begin:end]}) >= fewest:
            steps.append(end)
            begin = end
    if len(steps) > 1:
        return slips[: steps[-2]]
    return None if slips else slips


def told(meeting_id: int, slips: Sequence[Thanks]) -> Told:
    """Return the total of slips as the room would see it."""
    behind = frozenset((one.slip_id, one.version, one.thanker) for one in slips)
    return Told(meeting_id, sum(one.amount for one in slips), behind)


def may_follow(before: Sequence[Told], now: Told, fewest: int = FEWEST_THANKERS) -> bool:
    """Tell whether a total gives no single amount away beside those that were seen before."""
    return all(_far(one.behind ^ now.behind, fewest) for one in before)


def _far(changed: frozenset[tuple[int, int, Hashable]], fewest: int) -> bool:
    return not changed or len({thanker for _slip, _version, thanker in changed}) >= fewest
