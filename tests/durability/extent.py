"""How much of the long suite runs: a part with every test run, all of it with ``make proof``."""

import os

LONG = os.environ.get("CHAPTERHOUSE_PROOF") == "long"


def extent(*, short: int, whole: int) -> int:
    """Return how often something is tried."""
    return whole if LONG else short
