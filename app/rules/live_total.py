"""How much of a running total a room may watch: it grows in steps that give no single amount away.

A total that grows slip by slip tells each amount as the difference to what stood there before.
So it takes the slips in the order they came, and only together where enough thankers are behind
them; what came after the last full step waits for the next one, or for the meeting's end.
"""

from collections.abc import Hashable, Iterable

from app.rules.privacy import FEWEST_THANKERS


def grown_so_far(
    slips: Iterable[tuple[int, Hashable]], fewest: int = FEWEST_THANKERS
) -> int | None:
    """Return what of the amounts may stand there now; none where something is, and none may.

    ``slips`` are amounts in minor units with who thanked; those nobody named count as one.
    """
    shown, waiting, behind, any_step = 0, 0, set[Hashable](), False
    for amount, thanker in slips:
        waiting += amount
        behind.add(thanker)
        if len(behind) >= fewest:
            shown, waiting, any_step = shown + waiting, 0, True
            behind.clear()
    return shown if any_step or not waiting else None
