"""From counts to a score: each item's value, step and points, the total and its colour."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from app.rules.scoring.counters import Counts
from app.rules.scoring.exact import shortest
from app.rules.scoring.measure import NO_POINTS, Measure
from app.rules.scoring.profile import Item, Light, Profile, Reach, Step


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the next step needs: so much more, or less, in units of the count.

    ``more`` is whole where only whole ones can be added; ``gain`` is in points.
    """

    step: Step
    more: Fraction
    gain: Fraction


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One row of the answer to “why 65”; no divisor where a total is compared.

    ``value`` is none where there was nothing to divide by; ``reached`` where no step was.
    """

    item: Item
    count: Fraction
    divisor: Fraction | None
    value: Fraction | None
    reached: Step | None
    points: Fraction
    next: NextStep | None


@dataclass(frozen=True, slots=True)
class Score:
    """All items, their total and its colour; ``weeks`` are those averages are divided by."""

    items: tuple[ItemScore, ...]
    weeks: int
    total: Fraction
    light: Light


class Scorer:
    """A profile made ready to score many members; ``minor`` units make one of money."""

    def __init__(self, profile: Profile, minor: int = 100) -> None:
        self.profile = profile
        self.measures = [Measure(item, profile, minor) for item in profile.items]

    def weeks(self, counts: Counts) -> int:
        """Return how many weeks the profile counts."""
        return sum(counts[name] for name in self.profile.weeks.counts)

    def scored(self, counts: Counts) -> bool:
        """Tell whether there is a score at all; without weeks it is a dash, not zero."""
        return self.weeks(counts) >= self.profile.weeks.least

    def total(self, counts: Counts) -> Fraction | None:
        """Return the points alone, quickly; none where there is no score."""
        if not self.scored(counts):
            return None
        return sum((measure.points(counts) for measure in self.measures), NO_POINTS)

    def light(self, counts: Counts) -> Light | None:
        """Return the colour alone."""
        total, bands = self.total(counts), self.profile.bands
        return bands.light(total) if bands and total is not None else None

    def score(self, counts: Counts) -> Score | None:
        """Return the whole score, or nothing where there is none."""
        total, light = self.total(counts), self.light(counts)
        if total is None or light is None:
            return None
        items = tuple(explained(measure, counts) for measure in self.measures)
        return Score(items, self.weeks(counts), total, light)


def explained(measure: Measure, counts: Counts) -> ItemScore:
    """Return how an item came by its points, and what the next step needs.

    In few weeks one more may pass several steps; the next one is the hardest of those.
    """
    return ItemScore(
        item=measure.item,
        count=measure.count.exact(counts),
        divisor=measure.divisor.exact(counts) if measure.divisor else None,
        value=measure.value(counts),
        reached=measure.step(counts),
        points=measure.points(counts),
        next=min(steps_ahead(measure, counts), key=lambda step: step.more, default=None),
    )


def steps_ahead(measure: Measure, counts: Counts) -> tuple[NextStep, ...]:
    """Return every step not reached yet, the hardest first, with weeks as they are."""
    item, now = measure.item, measure.points(counts)
    divisor = measure.divisor.exact(counts) if measure.divisor else Fraction(1)
    if divisor <= 0:
        return ()
    count = measure.count.exact(counts)
    if item.line:
        return _rest(item, count, divisor, now)
    return tuple(
        NextStep(step, _lacking(item, step, count, divisor), step.points - now)
        for step in item.steps
        if step.points > now
    )


def _rest(item: Item, count: Fraction, divisor: Fraction, now: Fraction) -> tuple[NextStep, ...]:
    """Return the goal of a line as its one step."""
    if item.line is None or now >= item.line.points:
        return ()
    goal, most = item.line.goal, item.line.points
    step = Step(Reach.AT_LEAST, goal, most, shortest(goal))
    return (NextStep(step, _lacking(item, step, count, divisor), most - now),)


def _lacking(item: Item, step: Step, count: Fraction, divisor: Fraction) -> Fraction:
    """Return how much more of the count reaches a step; of falling items, how much less."""
    lacking = step.bound * divisor - count
    if not step.reach.rising:
        lacking = -lacking
    if not _whole(item):
        return lacking
    if step.reach.strict:
        return Fraction(floor(lacking) + 1)
    return Fraction(ceil(lacking))


def _whole(item: Item) -> bool:
    """Tell whether an item is counted in whole ones."""
    return all(term.weight.denominator == 1 for term in item.counts)
