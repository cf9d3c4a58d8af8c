"""Who stands on which step of a podium: equals share one, and nobody is pushed off unnamed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from app.queries.presenter import Giver

COLUMNS = 3
_ROWS = {1: 3, 2: 4, 3: 4}


@dataclass(frozen=True, slots=True)
class PodiumStep:
    """One step: its rank and figure, who is named above it, how many more share it.

    ``column`` and ``columns`` say where it stands and how wide it is, of three columns.
    """

    rank: int
    value: int
    names: tuple[str, ...]
    more: int
    column: float
    columns: int

    @property
    def rows(self) -> int:
        """How many lines of names stand above it."""
        cells = len(self.names) + (1 if self.more else 0)
        return -(-cells // self.columns)


def podium_steps(givers: Sequence[Giver]) -> tuple[PodiumStep, ...]:
    """Return the steps of the first three ranks, from left to right."""
    shared = [
        list(group) for rank, group in groupby(givers, key=attrgetter("rank")) if rank <= COLUMNS
    ]
    if not shared:
        return ()
    if len(shared) == COLUMNS:
        first, second, third = shared
        return _step(second, 0, 1), _step(first, 1, 1), _step(third, 2, 1)
    if len(shared) == 1:
        columns = min(COLUMNS, len(shared[0]))
        return (_step(shared[0], (COLUMNS - columns) / 2, columns),)
    first, second = shared
    if len(first) > 1:
        return _step(first, 0, 2), _step(second, 2, 1)
    half = -(-len(second) // 2)
    left, right = second[:half], second[half:]
    steps = [_step(left, 0, 1), _step(first, 1, 1)]
    return (*steps, _step(right, 2, 1)) if right else tuple(steps)


def beside(givers: Sequence[Giver], steps: Sequence[PodiumStep]) -> tuple[Giver, ...]:
    """Return everybody who is not named on a podium, in order."""
    named = {(step.rank, name) for step in steps for name in step.names}
    return tuple(one for one in givers if (one.rank, one.name) not in named)


def _step(givers: Sequence[Giver], column: float, columns: int) -> PodiumStep:
    rank = givers[0].rank
    cells = _ROWS[rank] * columns
    named = givers if len(givers) <= cells else givers[: cells - 1]
    return PodiumStep(
        rank=rank,
        value=givers[0].given,
        names=tuple(one.name for one in named),
        more=len(givers) - len(named),
        column=column,
        columns=columns,
    )
