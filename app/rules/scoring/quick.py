"""Totals of very many rows: the same points as a whole score, without its explanations."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import itemgetter

from app.rules.scoring.measure import Measure, Sum
from app.rules.scoring.scores import Scorer

Row = Sequence[int]
_Adding = Callable[[Row], int]
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
        self._weeks = self._adding(weeks)
        self._items = [self._item(measure, weeks) for measure in scorer.measures]

    def total(self, row: Row) -> Fraction | None:
        """Return the points of a row; none where there is no score."""
        weeks = self._weeks(row)
        if weeks < self._least:
            return None
        total: int | Fraction = 0
        for adding, dividing, known, measure in self._items:
            key = (adding(row), weeks if dividing is None else dividing(row))
            points = known.get(key)
            if points is None:
                points = known[key] = _short(measure.worth(*key))
            total += points
        return Fraction(total)

    def _item(
        self, measure: Measure, weeks: Sum
    ) -> tuple[_Adding, _Adding | None, dict[tuple[int, int], int | Fraction], Measure]:
        divisor = measure.divisor
        if divisor is None:
            return self._adding(measure.count), _one, {}, measure
        dividing = None if divisor == weeks else self._adding(divisor)
        return self._adding(measure.count), dividing, {}, measure

    def _adding(self, parts: Sum) -> _Adding:
        """Return what adds up the counters of a sum."""
        placed = [
            (self._places[name], weight, every)
            for whole, weight, every in parts.parts
            for name in self._made_of(whole)
        ]
        if any(weight != 1 or every != 1 for _place, weight, every in placed):
            return lambda row: sum(weight * (row[at] // every) for at, weight, every in placed)
        places = [place for place, _weight, _every in placed]
        chosen = itemgetter(*places)
        return chosen if len(places) == 1 else lambda row: sum(chosen(row))

    def _made_of(self, name: str) -> tuple[str, ...]:
        return (name,) if name in self._places else _MADE_OF[name]


def _one(_row: Row) -> int:
    return 1


def _short(points: Fraction) -> int | Fraction:
    """Return a whole number where it is one: these are added much faster."""
    return points.numerator if points.denominator == 1 else points
