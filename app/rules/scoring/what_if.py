"""The chapter's lights to come, if so many join and leave and so much is done a week."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from app.rules.scoring.counters import CHAPTER, MARKS, Counts
from app.rules.scoring.exact import half_up
from app.rules.scoring.profile import Window
from app.rules.scoring.scores import Score, Scorer

_MIDDLE = 15  # a month belongs to a window of weeks if its middle does
_SIZES = ("members", "members_at_start", "stayed", "joined", "left", "growth")
_DONE = tuple(name for name in CHAPTER if name not in _SIZES)
_PER_MEMBER = ("late", "medical", "substitute", "one_to_ones", "education", "testimonials",
               "closed_business")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is assumed: so many join and leave in all, spread evenly; the rest is as told.

    ``visitors`` a week; ``given`` by each member a week; ``absent`` is a share of the weeks. Who
    joins was a visitor before.
    """

    joins: int
    leaves: int
    visitors: Fraction
    given: Fraction
    absent: Fraction


@dataclass(frozen=True, slots=True)
class PastMonth:
    """What was done in a month; who was there before it, and how many of these still are."""

    month: date
    counts: Counts
    before: int
    still: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A month to come: how many members there are at its end, and the chapter's score then."""

    month: date
    members: int
    score: Score | None


def usual(past: Sequence[PastMonth]) -> Assumed:
    """Return what goes on as it did in some months: nobody joins or leaves."""
    done = _sum(one.counts for one in past)
    return Assumed(
        joins=0,
        leaves=0,
        visitors=half_up(_rate(done["visitors"], done["meetings"]), [1]),
        given=half_up(_rate(done["given"], done["member_weeks"]), [2]),
        absent=half_up(_rate(done["absent"], done["member_weeks"]), [3]),
    )


def foresee(
    scorer: Scorer,
    past: Sequence[PastMonth],
    members: int,
    meetings: Mapping[date, int],
    assumed: Assumed,
) -> tuple[Foreseen, ...]:
    """Return the months to come, whose ``meetings`` are told; ``past`` ends where they begin."""
    course = _Course(past, members, tuple(meetings), assumed)
    coming = {
        month: course.done(place, held) for place, (month, held) in enumerate(meetings.items())
    }
    months = {one.month: dict(one.counts) for one in past} | coming
    found = []
    for place, month in enumerate(meetings):
        start = _first(scorer.profile.window, month)
        counts = _sum(done for one, done in months.items() if start <= one <= month)
        counts |= course.size(place, start)
        found.append(Foreseen(month, counts["members"], scorer.score(counts)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Course:
    """Who is there at the end of each month to come, and what they do in it."""

    past: Sequence[PastMonth]
    members: int
    months: Sequence[date]
    assumed: Assumed

    def joined(self, place: int) -> int:
        """Return how many have joined by the end of a month, the first ones at once."""
        return ceil(Fraction(self.assumed.joins * (place + 1), len(self.months)))

    def left(self, place: int) -> int:
        return ceil(Fraction(self.assumed.leaves * (place + 1), len(self.months)))

    def there(self, place: int) -> int:
        """Return how many are there at the end of a month; before the first one, as now."""
        return max(self.members + self.joined(place) - self.left(place), 0)

    def done(self, place: int, held: int) -> dict[str, int]:
        """Return what is done in a month; what nothing is assumed of goes on as it did."""
        before = _sum(one.counts for one in self.past)
        weeks = held * self.there(place)
        done = dict.fromkeys(CHAPTER, 0) | {
            name: _whole(_rate(before[name], before["member_weeks"]) * weeks)
            for name in _PER_MEMBER
        }
        visitors = _whole(self.assumed.visitors * held)
        joins = self.joined(place) - (self.joined(place - 1) if place else 0)
        first = _rate(before["guests"], before["visitors"]) if before["visitors"] else Fraction(1)
        done |= {
            "meetings": held,
            "member_weeks": weeks,
            "absent": _whole(self.assumed.absent * weeks),
            "given": _whole(self.assumed.given * weeks),
            "visitors": visitors,
            "guests": max(_whole(first * visitors), joins),
            "guests_joined": joins,
        }
        done["present"] = max(weeks - sum(done[name] for name in MARKS), 0)
        return done

    def size(self, place: int, start: date) -> dict[str, int]:
        """Return the sizes of the window from a month to another."""
        before, stayed = self._stayed(place, start)
        after = self.there(place)
        return {
            "members": after,
            "members_at_start": before,
            "stayed": stayed,
            "joined": after - stayed,
            "left": before - stayed,
            "growth": after - before,
        }

    def _stayed(self, place: int, start: date) -> tuple[int, int]:
        """Return how many were there before a window, and how many of these stay to its end."""
        left = self.left(place)
        if start in self.months:
            first = self.months.index(start)
            before = self.there(first - 1) if first else self.members
            return before, max(before - left + (self.left(first - 1) if first else 0), 0)
        known = next((one for one in self.past if one.month >= start), None)
        if known is None:
            return self.members, max(self.members - left, 0)
        return known.before, max(known.still - left, 0)


def _first(window: Window, month: date) -> date:
    """Return the first month of the window that ends with a month."""
    start = window.ending(month).start
    return start.replace(day=1) if start.day <= _MIDDLE else _next(start)


def _next(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _sum(many: Iterator[Counts]) -> dict[str, int]:
    total = dict.fromkeys(CHAPTER, 0)
    for one in many:
        for name in _DONE:
            total[name] += one[name]
    return total


def _rate(count: int, of: int) -> Fraction:
    return Fraction(count, of) if of else Fraction(0)


def _whole(value: Fraction) -> int:
    return int(half_up(value, [0]))
