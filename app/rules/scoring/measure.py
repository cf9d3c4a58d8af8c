"""The value of one item, compared with its bounds in whole numbers and so without rounding."""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from app.rules.scoring.counters import MONEY, Counts
from app.rules.scoring.profile import Item, Per, Profile, Reach, Step, Term

NO_POINTS = Fraction(0)


@dataclass(frozen=True, slots=True)
class Sum:
    """Counters added with whole weights; the true sum is that divided by ``scale``."""

    parts: tuple[tuple[str, int, int], ...]  # counter, weight, of how many one is made
    scale: int

    def of(self, counts: Counts) -> int:
        """Return the scaled sum of some counts."""
        return sum(weight * (counts[name] // every) for name, weight, every in self.parts)

    def exact(self, counts: Counts) -> Fraction:
        """Return the true sum of some counts."""
        return Fraction(self.of(counts), self.scale)


def sum_of(terms: tuple[Term, ...], minor: int = 1) -> Sum:
    """Return the sum some terms mean; ``minor`` is how many minor units make one of money."""
    weights = [(term, term.weight / (minor if term.counter == MONEY else 1)) for term in terms]
    scale = lcm(*(weight.denominator for _term, weight in weights))
    parts = ((term.counter, int(weight * scale), term.every) for term, weight in weights)
    return Sum(tuple(parts), scale)


class Measure:
    """One item made ready to give points for many members."""

    def __init__(self, item: Item, profile: Profile, minor: int) -> None:
        self.item = item
        self.count = sum_of(item.counts, minor)
        self.divisor = _divisor(item, profile)
        self._known: dict[tuple[int, int], Fraction] = {}
        self._steps = [(step, *self._bound(step)) for step in item.steps]

    def points(self, counts: Counts) -> Fraction:
        """Return the points of some counts; none where there is nothing to divide by."""
        key = (self.count.of(counts), self.divisor.of(counts) if self.divisor else 1)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.worth(*key)
        return known

    def value(self, counts: Counts) -> Fraction | None:
        """Return the exact value, or nothing where there is nothing to divide by."""
        if self.divisor is None:
            return self.count.exact(counts)
        divisor = self.divisor.exact(counts)
        return self.count.exact(counts) / divisor if divisor else None

    def step(self, counts: Counts) -> Step | None:
        """Return the hardest step reached."""
        return self._reached(self.count.of(counts), self.divisor.of(counts) if self.divisor else 1)

    def worth(self, count: int, divisor: int) -> Fraction:
        """Return the points of a scaled count and divisor."""
        if self.item.line is None:
            step = self._reached(count, divisor)
            return step.points if step else NO_POINTS
        if divisor <= 0:
            return NO_POINTS
        line, scaled = self.item.line, self.count.scale
        per = Fraction(divisor, self.divisor.scale) if self.divisor else Fraction(1)
        share = Fraction(count, scaled) / per / line.goal
        return line.points * min(max(share, NO_POINTS), Fraction(1))

    def _reached(self, count: int, divisor: int) -> Step | None:
        if divisor <= 0:
            return None
        return next(
            (
                step
                for step, left, right in self._steps
                if _reaches(step.reach, count * left, right * divisor)
            ),
            None,
        )

    def _bound(self, step: Step) -> tuple[int, int]:
        """Return what count and divisor are multiplied by before they are compared."""
        per = self.divisor.scale if self.divisor else 1
        return step.bound.denominator * per, step.bound.numerator * self.count.scale


def _divisor(item: Item, profile: Profile) -> Sum | None:
    if item.per is Per.TOTAL:
        return None
    if item.of:
        return sum_of(item.of)
    unit = 1 / profile.weeks.a_month if item.per is Per.MONTH else Fraction(1)
    return sum_of(tuple(Term(name, unit) for name in profile.weeks.counts))


def _reaches(reach: Reach, value: int, bound: int) -> bool:
    if reach.rising:
        return value > bound if reach.strict else value >= bound
    return value < bound if reach.strict else value <= bound
