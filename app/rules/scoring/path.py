"""The way to the next colour with the least effort, found over all items and their steps."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from app.rules.scoring.counters import Counts
from app.rules.scoring.measure import Measure
from app.rules.scoring.profile import Light
from app.rules.scoring.scores import NextStep, Scorer, steps_ahead


@dataclass(frozen=True, slots=True)
class Move:
    """So many more of one item, for so many points; ``bound`` is the step it reaches."""

    item: str
    more: int
    gain: Fraction
    bound: Fraction


@dataclass(frozen=True, slots=True)
class Path:
    """What to do for a colour, the cheapest first; empty where it is reached already."""

    light: Light
    gap: Fraction
    moves: tuple[Move, ...]


def path(scorer: Scorer, counts: Counts, light: Light = Light.GREEN) -> Path | None:
    """Return the way to a colour with the least effort; none where no way leads there."""
    total, bands = scorer.total(counts), scorer.profile.bands
    if total is None or bands is None:
        return None
    bound = {Light.GREEN: bands.green, Light.YELLOW: bands.yellow, Light.RED: bands.red}
    gap = max(bound.get(light, Fraction(0)) - total, Fraction(0))
    moves = _cheapest(scorer, counts, gap)
    return None if moves is None else Path(light, gap, moves)


@dataclass(frozen=True, slots=True)
class _Way:
    gain: Fraction
    moves: tuple[Move, ...]

    @property
    def rank(self) -> tuple[Fraction, int]:
        return self.gain, -len(self.moves)


def _cheapest(scorer: Scorer, counts: Counts, gap: Fraction) -> tuple[Move, ...] | None:
    """Return the moves that close a gap: of each effort the way that gains most, item by item."""
    ways = {Fraction(0): _Way(Fraction(0), ())}
    for measure in scorer.measures:
        ways = _longer(ways, _options(measure, counts))
    enough = [effort for effort, way in ways.items() if way.gain >= gap]
    if not enough:
        return None
    return tuple(sorted(ways[min(enough)].moves, key=lambda move: (move.more, -move.gain)))


def _longer(
    ways: dict[Fraction, _Way], options: list[tuple[Fraction, Move]]
) -> dict[Fraction, _Way]:
    """Return the ways with one more item."""
    found = dict(ways)
    for effort, way in ways.items():
        for costs, move in options:
            longer = _Way(way.gain + move.gain, (*way.moves, move))
            known = found.get(effort + costs)
            if known is None or longer.rank > known.rank:
                found[effort + costs] = longer
    return found


def _options(measure: Measure, counts: Counts) -> list[tuple[Fraction, Move]]:
    """Return what can be done in an item, each with its effort."""
    item = measure.item
    if item.effort is None or not item.rising:
        return []
    if item.line is None:
        moves = [_move(item.name, step) for step in steps_ahead(measure, counts)]
    else:
        moves = _along(measure, counts)
    return [(item.effort * move.more, move) for move in moves]


def _move(item: str, step: NextStep) -> Move:
    return Move(item, ceil(step.more), step.gain, step.step.bound)


_MOST_MOVES = 60


def _along(measure: Measure, counts: Counts) -> list[Move]:
    """Return each whole number of ones more on the way to the goal of a line."""
    line, now = measure.item.line, measure.points(counts)
    ahead = steps_ahead(measure, counts)
    if line is None or not ahead:
        return []
    each = line.points / line.goal / (measure.divisor.exact(counts) if measure.divisor else 1)
    most = min(ceil(ahead[0].more), _MOST_MOVES)
    return [
        Move(measure.item.name, more, min(each * more, line.points - now), line.goal)
        for more in range(1, most + 1)
    ]
