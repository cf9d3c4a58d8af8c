"""What a score becomes when its window moves on: what drops out, and the way to green by then."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from app.rules.periods import Period
from app.rules.scoring.counters import Counts
from app.rules.scoring.path import Path, path
from app.rules.scoring.profile import Item, Light, Window
from app.rules.scoring.scores import Scorer

WEEKS = 5  # in these a window of months moves once, one of weeks every week
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


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
    above; none where no way leads up at all. ``nearer`` leads to the next colour where that is
    not where ``path`` leads.
    """

    total: Fraction
    light: Light
    items: tuple[Ahead, ...]
    path: Path | None
    nearer: Path | None = None


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
    return Outlook(total, light, items, way_up(scorer, then), _nearer(scorer, then, total))


def _nearer(scorer: Scorer, counts: Counts, total: Fraction) -> Path | None:
    """Return the way to the next colour, where another one is the best."""
    bands = scorer.profile.bands
    above = bands.above(total) if bands else None
    if above is None or above[0] is Light.GREEN:
        return None
    return path(scorer, counts, above[0])


def way_up(scorer: Scorer, counts: Counts) -> Path | None:
    """Return the way to green, or else to the next colour above; none where none leads up."""
    total, bands = scorer.total(counts), scorer.profile.bands
    above = bands.above(total) if bands and total is not None else None
    found = path(scorer, counts)
    return found if found or above is None else path(scorer, counts, above[0])


def windows_ahead(window: Window, current: Period) -> tuple[Period, ...]:
    """Return the windows of the next weeks from which days of the current one drop out."""
    found = (window.on(current.end + _WEEK * week) for week in range(1, WEEKS + 1))
    later = (one for one in found if current.start < one.start <= current.end)
    return tuple(dict.fromkeys(later))


def dropping_out(current: Period, later: Period) -> Period:
    """Return the days that drop out as a later window takes the place of the current one."""
    return Period(current.start, later.start - _DAY)
