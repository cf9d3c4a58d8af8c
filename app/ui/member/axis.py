"""Where the values of a score's item lie on its bar, and what of the bar is drawn how."""

from dataclasses import dataclass
from fractions import Fraction

from app.queries.standing import Standing
from app.rules.scoring.dropping import Ahead
from app.rules.scoring.profile import Item, Per
from app.rules.scoring.scores import ItemScore

_BEYOND = Fraction(112, 100)  # of the hardest step: room for who does more
_FEWER = 2  # of falling items, so many beyond the last bound are nothing at all


@dataclass(frozen=True, slots=True)
class Mark:
    """A step: how far along the bar, from 0 to 1, and what it brings."""

    at: float
    points: Fraction


@dataclass(frozen=True, slots=True)
class Bar:
    """An item as a bar; all but ``marks`` are places from 0 to 1, in the order they are drawn.

    ``now`` is where the value stands, ``kept`` where it will if nothing more is done, ``wanted``
    where the way to the next colour leads, if through this item at all.
    """

    marks: tuple[Mark, ...]
    now: float
    kept: float
    wanted: float | None


def bar_of(row: ItemScore, found: Standing) -> Bar:
    """Return the bar of an item."""
    ahead = next((one for one in _ahead(found) if one.item.name == row.item.name), None)
    low, high = _span(row.item)
    now = _place(row.value, low, high)
    return Bar(
        marks=tuple(Mark(_place(bound, low, high), points) for bound, points in _steps(row.item)),
        now=now,
        kept=now if ahead is None else _place(ahead.value, low, high),
        wanted=_wanted(row.item, found, low, high),
    )


def _ahead(found: Standing) -> tuple[Ahead, ...]:
    return found.ahead.items if found.ahead else ()


def _wanted(item: Item, found: Standing, low: Fraction, high: Fraction) -> float | None:
    way = found.ahead.path if found.ahead else None
    bounds = (move.bound for move in way.moves if move.item == item.name) if way else iter(())
    bound = next(bounds, None)
    return None if bound is None else _place(bound, low, high)


def _steps(item: Item) -> list[tuple[Fraction, Fraction]]:
    """Return bounds and points, the easiest first."""
    if item.line:
        return [(item.line.goal, item.line.points)]
    return [(step.bound, step.points) for step in reversed(item.steps)]


def _span(item: Item) -> tuple[Fraction, Fraction]:
    """Return the values at the left and the right end; where fewer are better, left is more."""
    bounds = [bound for bound, _points in _steps(item)]
    if not item.rising:
        return bounds[0] + _FEWER, min(bounds[-1], Fraction(0))
    high = Fraction(1) if item.per is Per.SHARE and bounds[-1] <= 1 else bounds[-1] * _BEYOND
    low = Fraction(0)
    if len(bounds) > 1 and bounds[0] * 2 > bounds[-1]:
        low = max(low, bounds[0] - (bounds[-1] - bounds[0]) * Fraction(3, 4))
    return low, high


def _place(value: Fraction | None, low: Fraction, high: Fraction) -> float:
    if value is None or high == low:
        return 0.0
    return float(min(max((value - low) / (high - low), Fraction(0)), Fraction(1)))
