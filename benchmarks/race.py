"""Two ways to the same answer, timed in turns on one machine in one run."""

import gc
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table; ``unit`` is what ``ours`` and ``peer`` are counted in.

    A ``target`` is the ratio of ours to the peer's that is allowed.
    """

    name: str
    ours: float
    peer: float
    target: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """How many times the peer's figure ours is."""
        return self.ours / self.peer if self.peer else float("inf")

    @property
    def passed(self) -> bool:
        """Whether the ratio is within the target."""
        return self.ratio <= self.target


def race(
    name: str,
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    target: float,
    rounds: int = 15,
    loops: int = 1,
    clock: Callable[[], float] = time.process_time,
) -> Row:
    """Time both in turns, after one round to warm up; medians count.

    Processor time, which others on the machine disturb least; give ``time.perf_counter`` where
    waiting for the disk is part of the matter. What takes but a few milliseconds is done in
    ``loops`` within a turn, as ``timeit`` does: looking for garbage before a turn leaves the
    processor's caches empty, and filling them would be a fifth of what is measured.
    """
    mine: list[float] = []
    theirs: list[float] = []
    ours(), peer()
    for turn in range(rounds):
        pair = ((ours, mine), (peer, theirs))
        for work, times in pair if turn % 2 else reversed(pair):
            times.append(timed(partial(_repeat, work, loops), clock) / loops)
    return Row(name, statistics.median(mine), statistics.median(theirs), target)


def _repeat(work: Callable[[], object], times: int) -> None:
    for _ in range(times):
        work()


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how many seconds one turn takes, garbage of others left out."""
    gc.collect()
    gc.disable()
    started = clock()
    try:
        work()
        return clock() - started
    finally:
        gc.enable()
