"""A profile: how a group scores, colours and warns, and what it calls things."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from app.rows import row
from app.rules import periods
from app.rules.periods import Period
from app.rules.scoring.counters import MONEY

_DAY = timedelta(days=1)


class Light(StrEnum):
    """The colour of a total."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


class Kind(StrEnum):
    """What a profile is about; a policy has rules of attendance only."""

    MEMBERS = "members"
    CHAPTER = "chapter"
    POLICY = "policy"


class Per(StrEnum):
    """What a count is divided by; a share is per week too, and printed in per cent."""

    WEEK = "week"
    MONTH = "month"
    TOTAL = "total"
    SHARE = "share"


class Reach(StrEnum):
    """How a value reaches a bound; the unrounded value is compared."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"

    @property
    def rising(self) -> bool:
        """Whether more is better."""
        return self in {Reach.AT_LEAST, Reach.ABOVE}

    @property
    def strict(self) -> bool:
        """Whether the bound itself is not enough."""
        return self in {Reach.ABOVE, Reach.BELOW}


@row(frozen=True, slots=True)
class Term:
    """A counter and what it weighs; of ``every`` 3, three count as one and two as none."""

    counter: str
    weight: Fraction = Fraction(1)
    every: int = 1


@row(frozen=True, slots=True)
class Step:
    """A bound, how it is reached, and the points; ``written`` is the bound as in the file."""

    reach: Reach
    bound: Fraction
    points: Fraction
    written: str = ""


@row(frozen=True, slots=True)
class Line:
    """Points in proportion: value / goal x points, never more than all of them."""

    goal: Fraction
    points: Fraction


@row(frozen=True, slots=True)
class Item:
    """One row of a score table; steps with the hardest first, or else a line.

    ``of`` names the counters a count is divided by where that is not weeks. ``places`` are the
    decimals a value is rounded to for print, one after another. ``effort`` is what one more of
    it costs on a way to the next colour; none where nobody can simply do more.
    """

    name: str
    counts: tuple[Term, ...]
    per: Per
    steps: tuple[Step, ...] = ()
    line: Line | None = None
    of: tuple[Term, ...] = ()
    places: tuple[int, ...] = (2,)
    title: str = ""
    effort: Fraction | None = None

    @property
    def most(self) -> Fraction:
        """The most points there are for it."""
        return self.line.points if self.line else self.steps[0].points

    @property
    def of_money(self) -> bool:
        """Whether amounts are in it, of which a room sees nothing but the points."""
        return any(term.counter == MONEY for term in (*self.counts, *self.of))

    @property
    def rising(self) -> bool:
        """Whether more is better."""
        return self.line is not None or self.steps[0].reach.rising


@row(frozen=True, slots=True)
class Window:
    """The days counted: completed calendar months, rolling weeks or months, or fixed terms.

    Exactly one is set; ``starts`` are the months whose first day begins a fixed term,
    ``membership_months`` is the length of terms that begin with the day a member joined.
    """

    months: int = 0
    weeks: int = 0
    rolling_months: int = 0
    starts: tuple[int, ...] = ()
    membership_months: int = 0

    def on(self, day: date, joined_on: date | None = None) -> Period:
        """Return the window as it is seen on a day, by a member who joined on another."""
        if self.weeks:
            return Period(day - timedelta(weeks=self.weeks) + _DAY, day)
        if self.rolling_months:
            return periods.rolling(day, self.rolling_months)
        if self.starts:
            return periods.term_of(day, self.starts)
        if self.membership_months:
            return periods.since_joining(day, joined_on, self.membership_months)
        return periods.last_months(day, self.months)

    def holding(self, day: date, joined_on: date | None = None) -> Period:
        """Return the window that a mark of a day is first counted in.

        One of completed months never holds the day it is seen on, so that is the next one.
        """
        seen = self.on(day, joined_on)
        return seen if day in seen else self.ending(day)

    def leaves(self, day: date, joined_on: date | None = None) -> date:
        """Return the first day on which a day is no longer in the window."""
        if self.weeks:
            return day + timedelta(weeks=self.weeks)
        if self.rolling_months:
            leaves = periods.add_months(day, self.rolling_months)
            while self.on(leaves).start <= day:  # the last days of a month leave one after another
                leaves += _DAY
            return leaves
        if self.starts or self.membership_months:
            return self.on(day, joined_on).end + _DAY
        return periods.add_months(day.replace(day=1), self.months + 1)

    def ending(self, month: date) -> Period:
        """Return the window of a month's lights: the one that ends with its last day."""
        end = periods.month_of(month).end
        if not self.months:
            return Period(self.on(end).start, end)
        return Period(periods.add_months(month.replace(day=1), 1 - self.months), end)


@row(frozen=True, slots=True)
class Weeks:
    """Which counters make weeks; below ``least`` weeks there is no score."""

    counts: tuple[str, ...]
    least: int = 1
    a_month: Fraction = Fraction(13, 3)


@row(frozen=True, slots=True)
class Bands:
    """From how many points a total has a colour; below all of them it is grey."""

    green: Fraction
    yellow: Fraction
    red: Fraction

    def light(self, total: Fraction) -> Light:
        """Return the colour of a total."""
        if total >= self.green:
            return Light.GREEN
        if total >= self.yellow:
            return Light.YELLOW
        return Light.RED if total >= self.red else Light.GREY

    def above(self, total: Fraction) -> tuple[Light, Fraction] | None:
        """Return the next colour and its bound, nothing above green."""
        bounds = ((Light.RED, self.red), (Light.YELLOW, self.yellow), (Light.GREEN, self.green))
        return next(((light, bound) for light, bound in bounds if bound > total), None)


class Beyond(StrEnum):
    """What a mark is that goes beyond its limit: told to the committee, or an absence as well."""

    NOTE = "note"
    ABSENCE = "absence"


@row(frozen=True, slots=True)
class Membership:
    """How long one lasts, when members are reminded, and what becomes of one not renewed.

    ``reminders`` are days before the renewal; ``late``, ``expired`` and ``removed`` days after
    it; the mid-term review is held between the two numbers of ``review`` months before it.
    """

    months: tuple[int, ...] = (12, 24)
    reminders: tuple[int, ...] = (120, 90, 60, 30)
    late: int = 1
    expired: int = 15
    removed: int = 32
    review: tuple[int, int] = (6, 5)


@row(frozen=True, slots=True)
class Policy:
    """What a group allows of absences, substitutes and visits; none where it sets no limit.

    A letter is due after each number of absences in ``letters``; the early warning comes
    ``warn_before`` absences before the last one allowed; beyond that the seat may be opened
    where ``seat_beyond`` says so.
    """

    allowed: int = 3
    window: Window = field(default_factory=lambda: Window(rolling_months=6))
    absences: tuple[Term, ...] = (Term("absent"),)
    letters: tuple[int, ...] = (1, 2, 3)
    warn_before: int = 1
    seat_beyond: bool = True
    substitutes: int | None = None
    substitutes_after_absence: int | None = None
    substitutes_beyond: Beyond = Beyond.ABSENCE
    medical_weeks: int | None = 8
    medical_approval: bool = True
    medical_beyond: Beyond = Beyond.NOTE
    visits: int | None = 2
    training_days: int | None = 60
    membership: Membership = Membership()


@row(frozen=True, slots=True)
class Profile:
    """A dated set of rules; ``terms`` are the group's own words for ours.

    ``currency`` is the one whose whole units closed business is scored in, if any is. ``places``
    are the decimals points are rounded to for print.
    """

    name: str
    title: str
    kind: Kind
    valid_from: date
    window: Window
    weeks: Weeks
    bands: Bands | None
    items: tuple[Item, ...]
    policy: Policy
    currency: str = ""
    note: str = ""
    places: tuple[int, ...] = (0,)
    terms: Mapping[str, str] = field(default_factory=dict)

    @property
    def most(self) -> Fraction:
        """The most points there are."""
        return sum((item.most for item in self.items), Fraction(0))
