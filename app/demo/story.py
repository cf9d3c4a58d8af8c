"""What the demo remembers from one evening to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TypeVar

from app.demo.cast import Cast, Part
from app.rules.people import VisitorStage
from app.rules.slips import ReferralState, Tier

T = TypeVar("T")


@dataclass(slots=True)
class Life:
    """A referral on its way: what will still become of it, and when."""

    slip_id: int
    giver: str
    receiver: str
    tier: Tier
    steps: list[tuple[date, ReferralState]]
    pays: bool


@dataclass(slots=True)
class Guest:
    """A visitor on the way to a seat or not."""

    name: str
    profession: str
    inviter: str
    first: date
    visits: int = 0
    visitor_id: int = 0
    keen: bool = False  # will apply
    stage: VisitorStage = VisitorStage.ATTENDED


@dataclass(slots=True)
class Story:
    """The chapter as it stands on one evening of the demo."""

    cast: Cast
    today: date
    chance: Random
    term: date = date.min  # first day of the last term that offices were filled for
    ids: dict[str, int] = field(default_factory=dict)
    current: list[Part] = field(default_factory=list)
    due: dict[str, date] = field(default_factory=dict)
    bonds: dict[tuple[str, str], float] = field(default_factory=dict)
    lives: list[Life] = field(default_factory=list)
    guests: dict[str, Guest] = field(default_factory=dict)
    expected: list[tuple[str, str]] = field(default_factory=list)  # guest names still unused
    last_met: dict[frozenset[str], date] = field(default_factory=dict)
    last_absent: dict[str, date] = field(default_factory=dict)
    ill: dict[str, int] = field(default_factory=dict)  # meetings still to be missed
    passed: int = 0  # referrals so far
    absences: dict[str, set[int]] = field(default_factory=dict)  # those meant, in weeks ago
    thanked: list[tuple[str, str]] = field(default_factory=list)  # earner, giver

    @property
    def recorder(self) -> str:
        """Who holds the office that records meetings, in the term of today."""
        return self.cast.offices["secretary"][-1]

    def word(self, kind: str) -> str:
        """Return one of the words kept for a purpose."""
        return self.chance.choice(self.cast.words[kind])

    def likely(self, share: float) -> bool:
        """Return yes in a share of all cases."""
        return self.chance.random() < share

    def about(self, mean: float, spread: float) -> int:
        """Return a count around a mean, never below zero."""
        return max(round(self.chance.gauss(mean, spread)), 0)

    def several(self, among: Sequence[T], weight: Callable[[T], float], count: int) -> list[T]:
        """Return some of many by weight; one may come more than once."""
        return self.chance.choices(among, [weight(one) for one in among], k=count)

    def one(self, among: Sequence[T], weight: Callable[[T], float]) -> T:
        """Return one of many by weight."""
        return self.several(among, weight, 1)[0]

    def outsider(self) -> str:
        """Return the name of somebody of another chapter."""
        return self.chance.choice(self.cast.outsiders).name

    def bond(self, one: Part, other: Part) -> float:
        """Return how readily one thinks of the other; neighbours in a sphere more so."""
        names = (one.shown, other.shown)
        if names not in self.bonds:
            spheres = {self.cast.by_seat[part.seat].sphere for part in (one, other)}
            near = 2.5 if len(spheres) == 1 else 1.0
            self.bonds[names] = near * self.chance.lognormvariate(0, 0.8)
        return self.bonds[names]
