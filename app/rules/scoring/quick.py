"""Totals of very many rows: the same points as a whole score, without its explanations.

Points are whole numbers of a unit small enough for every step and line of the profile, so that
hardly a fraction is added.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from operator import itemgetter

from app.rules.scoring.measure import Measure, Sum
from app.rules.scoring.profile import Light
from app.rules.scoring.scores import Scorer

Row = Sequence[int]
Points = int | Fraction
Scored = tuple[Fraction, Light | None]
_Adding = Callable[[Row], int]
_Worth = Callable[[Row, int], Points]
_MADE_OF = {
    "given": ("given_inside", "given_outside"),
    "received": ("received_inside", "received_outside"),
}


class QuickTotals:
    """Points of rows whose counters stand in a known order.

    What is known of a count and its divisor is kept, since the same ones come again and again.
    """

    def __init__(self, scorer: Scorer, names: Sequence[str]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        weeks = Sum(tuple((name, 1, 1) for name in scorer.profile.weeks.counts), 1)
        self._least = scorer.profile.weeks.least
        self._scored: dict[Points, Scored] = {}
        self._weeks = self._adding(weeks)
        bands = scorer.profile.bands
        bounds = (bands.green, bands.yellow, bands.red) if bands else ()
        parts = (bound.denominator for bound in bounds)
        self._unit = lcm(*parts, *(_denominator(measure) for measure in scorer.measures))
        lights = zip(Light, (*(bound * self._unit for bound in bounds), Fraction(0)), strict=False)
        self._bounds = [(light, int(bound)) for light, bound in lights] if bounds else []
        self._items = [self._worth(measure, weeks) for measure in scorer.measures]

    def scored(self, row: Row) -> Scored | None:
        """Return the points of a row and their colour; none where there is no score."""
        weeks = self._weeks(row)
        if weeks < self._least:
            return None
        total: Points = 0
        for worth in self._items:
            total += worth(row, weeks)
        known = self._scored.get(total)
        if known is None:
            known = self._scored[total] = (Fraction(total, self._unit), self._light(total))
        return known

    def _light(self, total: Points) -> Light | None:
        for light, bound in self._bounds:
            if total >= bound:
                return light
        return None

    def _worth(self, measure: Measure, weeks: Sum) -> _Worth:
        adding = self._adding(measure.count)
        if measure.divisor is None:
            return self._along(measure, adding) if measure.item.line else self._sum(measure, adding)
        dividing = None if measure.divisor == weeks else self._adding(measure.divisor)
        known: dict[tuple[int, int], Points] = {}

        def worth(row: Row, held: int) -> Points:
            key = (adding(row), held if dividing is None else dividing(row))
            points = known.get(key)
            if points is None:
                points = known[key] = self._short(measure.worth(*key))
            return points

        return worth

    def _sum(self, measure: Measure, adding: _Adding) -> _Worth:
        """Return what a sum that is divided by nothing is worth."""
        known: dict[int, Points] = {}

        def worth(row: Row, _weeks: int) -> Points:
            count = adding(row)
            points = known.get(count)
            if points is None:
                points = known[count] = self._short(measure.worth(count, 1))
            return points

        return worth

    def _along(self, measure: Measure, adding: _Adding) -> _Worth:
        """Return what a sum is worth that gives points in proportion; money hardly repeats."""
        each, most = self._short(measure.worth(1, 1)), self._short(measure.item.most)

        def worth(row: Row, _weeks: int) -> Points:
            points = adding(row) * each
            return points if 0 <= points <= most else max(min(points, most), 0)

        return worth

    def _short(self, points: Fraction) -> Points:
        """Return points in whole units where they are: whole numbers are added much faster."""
        units = points * self._unit
        return units.numerator if units.denominator == 1 else units

    def _adding(self, parts: Sum) -> _Adding:
        """Return what adds up the counters of a sum."""
        if any(every != 1 and len(self._made_of(whole)) > 1 for whole, _w, every in parts.parts):
            return self._adding_first(parts)
        placed = [
            (self._places[name], weight, every)
            for whole, weight, every in parts.parts
            for name in self._made_of(whole)
        ]
        if any(weight != 1 or every != 1 for _place, weight, every in placed):
            return lambda row: sum([weight * (row[at] // every) for at, weight, every in placed])
        places = [place for place, _weight, _every in placed]
        chosen = itemgetter(*places)
        return chosen if len(places) == 1 else lambda row: sum(chosen(row))

    def _adding_first(self, parts: Sum) -> _Adding:
        """Return what adds up a sum in which so many of a counter of two parts make one."""
        placed = [
            ([self._places[name] for name in self._made_of(whole)], weight, every)
            for whole, weight, every in parts.parts
        ]
        return lambda row: sum(
            [
                weight * (sum([row[at] for at in places]) // every)
                for places, weight, every in placed
            ]
        )

    def _made_of(self, name: str) -> tuple[str, ...]:
        return (name,) if name in self._places else _MADE_OF[name]


def _denominator(measure: Measure) -> int:
    """Return into how many parts a point must be divided for every step, or every one counted."""
    if measure.item.line is None:
        return lcm(*(step.points.denominator for step in measure.item.steps))
    if measure.divisor is not None:
        return 1
    return lcm(measure.worth(1, 1).denominator, measure.item.line.points.denominator)
