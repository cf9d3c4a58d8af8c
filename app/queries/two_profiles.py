"""The same days scored by two profiles: both totals and colours, and what makes the difference."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.profiles import profile_in_use, profiles
from app.queries.scores import scores
from app.queries.tallies import Held
from app.queries.traffic_lights import window_of
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind, Light, Profile
from app.rules.scoring.scores import Score


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that gives other points by the other profile; none where a profile has no such."""

    item: str
    points: Fraction | None
    other_points: Fraction | None

    @property
    def size(self) -> Fraction:
        """How much more the other profile gives."""
        return (self.other_points or Fraction(0)) - (self.points or Fraction(0))


@dataclass(frozen=True, slots=True)
class TwiceScored:
    """A member by both profiles; no total where there is no score."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    total: Fraction | None
    light: Light | None
    other_total: Fraction | None
    other_light: Light | None
    items: tuple[ItemDifference, ...]

    @property
    def change(self) -> Fraction | None:
        """How many points more by the other profile."""
        if self.total is None or self.other_total is None:
            return None
        return self.other_total - self.total


@dataclass(frozen=True, slots=True)
class TwoProfiles:
    """Everybody twice, by name; each profile has its own window."""

    chapter: str
    audience: Audience
    money: Money
    profile: Profile
    other: Profile
    window: Period
    other_window: Period
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    members: tuple[TwiceScored, ...]


def two_profiles(
    session: Session,
    *,
    period: Period,
    audience: Audience,
    profile: str | None = None,
    other: str | None = None,
) -> TwoProfiles:
    """Return the scores of a period by two profiles, the chapter's and another if none is named."""
    one = profile_in_use(session, period.end, name=profile)
    two = profile_in_use(session, period.end, name=other or _another(session, one))
    found = scores(session, window_of(one, period), profile=one)
    again = scores(session, window_of(two, period), profile=two)
    twice = {row.person_id: row.score for row in again.members}
    return TwoProfiles(
        chapter=found.chapter.name,
        audience=audience,
        money=found.chapter.money,
        profile=one,
        other=two,
        window=found.window,
        other_window=again.window,
        held=found.held,
        official=found.official,
        official_meetings=found.official_meetings,
        members=tuple(
            _twice(
                (row.person_id, row.name, row.sort_name, row.seat),
                row.score,
                twice.get(row.person_id),
            )
            for row in found.members
        ),
    )


def _another(session: Session, profile: Profile) -> str:
    """Return the name of the newest profile for members besides one; that one if it is alone."""
    there = [one for one in profiles(session).of(Kind.MEMBERS) if one.name != profile.name]
    return max(there, key=lambda one: one.valid_from, default=profile).name


def _twice(
    person: tuple[PersonId, str, str, str], score: Score | None, other: Score | None
) -> TwiceScored:
    return TwiceScored(
        *person,
        score.total if score else None,
        score.light if score else None,
        other.total if other else None,
        other.light if other else None,
        tuple(_differences(score, other)) if score and other else (),
    )


def _differences(score: Score, other: Score) -> Iterator[ItemDifference]:
    """Give the items with other points, the largest difference first."""
    ours = {row.item.name: row.points for row in score.items}
    theirs = {row.item.name: row.points for row in other.items}
    found = [
        ItemDifference(name, ours.get(name), theirs.get(name))
        for name in dict.fromkeys((*ours, *theirs))
    ]
    yield from sorted((one for one in found if one.size), key=lambda one: -abs(one.size))
