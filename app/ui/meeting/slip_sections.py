"""Which slips are in view: by kind, the latest first, as many of each as there is room for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.queries.meeting_slips import SlipRow
from app.rules.slips import SlipKind

HEAD = 38
ROW = 26
_LEAST = {
    SlipKind.REFERRAL: 6,
    SlipKind.CLOSED_BUSINESS: 3,
    SlipKind.VISITOR: 3,
    SlipKind.ONE_TO_ONE: 2,
    SlipKind.EDUCATION: 2,
    SlipKind.TESTIMONIAL: 2,
}
ORDER = tuple(_LEAST)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a slip, or the head of a kind; ``top`` in pixels.

    ``shown`` and ``count`` tell a head how many of its slips are in view.
    """

    top: int
    kind: SlipKind
    slip: SlipRow | None = None
    shown: int = 0
    count: int = 0

    @property
    def height(self) -> int:
        """How high the line is."""
        return HEAD if self.slip is None else ROW


def lines(slips: Sequence[SlipRow], room: int, expanded: Collection[SlipKind]) -> tuple[Line, ...]:
    """Return the lines of the list for a height; kinds without slips have none."""
    by_kind = {kind: [s for s in reversed(slips) if s.kind is kind] for kind in ORDER}
    shown = _shares({kind: len(rows) for kind, rows in by_kind.items() if rows}, room, expanded)
    found: list[Line] = []
    top = 0
    for kind, share in shown.items():
        rows = by_kind[kind]
        found.append(Line(top, kind, None, share, len(rows)))
        top += HEAD
        for slip in rows[:share]:
            found.append(Line(top, kind, slip))
            top += ROW
    return tuple(found)


def _shares(
    counts: dict[SlipKind, int], room: int, expanded: Collection[SlipKind]
) -> dict[SlipKind, int]:
    shares = {
        kind: count if kind in expanded else min(count, _LEAST[kind])
        for kind, count in counts.items()
    }
    free = (room - HEAD * len(shares)) // ROW - sum(shares.values())
    for kind, count in counts.items():
        more = max(0, min(free, count - shares[kind]))
        shares[kind] += more
        free -= more
    return shares
