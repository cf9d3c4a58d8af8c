"""What a score becomes when its window moves on: what drops out, and the way to green by then."""

from dataclasses import dataclass
from fractions import Fraction

from app.rules.scoring.counters import Counts
from app.rules.scoring.path import Path, path
from app.rules.scoring.profile import Item, Light
from app.rules.scoring.scores import Scorer


@dataclass(frozen=True, slots=True)
class Ahead:
    """One item in the window to come; ``leaves`` is what drops out of its count meanwhile."""

    item: Item
    leaves: Fraction
    value: Fraction | None
    points: Fraction


@dataclass(frozen=True, slots=True)
class Outlook:
    """A score if nothing more is done until the window has moved on.

    ``path`` leads to ``light``'s betters: to green, or where no way goes there to the next colour
    above; none where no way leads up at all.
    """

    total: Fraction
    light: Light
    items: tuple[Ahead, ...]
    path: Path | None


def outlook(scorer: Scorer, leaving: Counts, then: Counts) -> Outlook | None:
    """Return the outlook of who has the counts ``then`` in the window to come.

    ``leaving`` are the counts of the days that drop out until then. None without a score.
    """
    total, light = scorer.total(then), scorer.light(then)
    if total is None or light is None:
        return None
    items = tuple(
        Ahead(measure.item, measure.count.exact(leaving), measure.value(then), measure.points(then))
        for measure in scorer.measures
    )
    return Outlook(total, light, items, way_up(scorer, then))


def way_up(scorer: Scorer, counts: Counts) -> Path | None:
    """Return the way to green, or else to the next colour above; none where none leads up."""
    total, bands = scorer.total(counts), scorer.profile.bands
    above = bands.above(total) if bands and total is not None else None
    found = path(scorer, counts)
    return found if found or above is None else path(scorer, counts, above[0])
