"""Who leads in what: ranked givers, the first of each category, trends, and who has none yet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.ledger import Account, Ledger, ledger
from app.queries.tallies import Held
from app.rules import periods
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.ranking import Place, first_ranks, ranked
from app.rules.tally import Tally

PODIUM = 3


class Category(StrEnum):
    """What one may lead in; closed business is what was given, in minor units."""

    REFERRALS = "referrals"
    VISITORS = "visitors"
    ONE_TO_ONES = "one_to_ones"
    EDUCATION = "education"
    CLOSED_BUSINESS = "closed_business"


@dataclass(frozen=True, slots=True)
class Standing:
    """A giver's place; ``before`` is the count of the period before, none for new members."""

    rank: int
    shared: bool
    person_id: PersonId
    name: str
    seat: str
    inside: int
    outside: int
    given: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Leader:
    """One of the first three ranks of a category; more than three where equals share a rank."""

    rank: int
    shared: bool
    person_id: PersonId
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Leaders:
    """The first ranks of one category, the best first."""

    category: Category
    places: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """The chapter's total in one category; none where an amount is withheld."""

    category: Category
    now: int | None
    before: int | None


@dataclass(frozen=True, slots=True)
class NotYet:
    """Current members with nothing in a category, by name."""

    category: Category
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A member who joined within the period."""

    name: str
    joined_on: date


@dataclass(frozen=True, slots=True)
class Team:
    """A contact sphere's place by referrals given per member, who count whole whenever they joined.

    ``per_member`` has two decimals; spheres in which it is equal share a rank.
    """

    rank: int
    shared: bool
    sphere: str
    members: int
    given: int
    per_member: float


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """The whole board; what its audience may not see is not in it.

    ``members`` is how many were members in the period, ``given`` the referrals they gave.
    ``trends`` are the totals of the activity summary, whoever did it, and empty where nothing
    is known of the period before; ``meetings_before`` is how many meetings that had.
    ``some_withheld`` where an amount was left out for having too few people behind it.
    """

    chapter: str
    period: Period
    before: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    meetings: int
    meetings_before: int
    members: int
    given: int
    standings: tuple[Standing, ...]
    leaders: tuple[Leaders, ...]
    teams: tuple[Team, ...]
    trends: tuple[Trend, ...]
    not_yet: tuple[NotYet, ...]
    newcomers: tuple[Newcomer, ...]
    some_withheld: bool
    thankers_shown: int

    @property
    def podium(self) -> tuple[Standing, ...]:
        """The first three ranks; more than three givers where equals share a rank."""
        return tuple(one for one in self.standings if one.rank <= PODIUM)


def scoreboard(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> Scoreboard:
    """Return the board of a period beside the period of the same length before it."""
    now = ledger(session, period, audience, drafts=drafts)
    earlier = periods.before(period)
    before = ledger(session, earlier, audience)
    return Scoreboard(
        chapter=now.chapter.name,
        period=period,
        before=earlier,
        audience=audience,
        money=now.chapter.money,
        held=now.held,
        official=now.official.stand_in,
        meetings=now.meetings,
        meetings_before=before.meetings,
        members=len(now.members),
        given=sum(one.tally.given for one in now.members),
        standings=_standings(now, before),
        leaders=tuple(leaders(now, category) for category in Category),
        teams=teams(now.members),
        trends=tuple(_trend(now, before, category) for category in Category if before.meetings),
        not_yet=tuple(_not_yet(now, category) for category in _EXPECTED),
        newcomers=tuple(_newcomers(now)),
        some_withheld=bool(now.withheld.cells),
        thankers_shown=now.chapter.settings.thankers_shown,
    )


_VALUE: dict[Category, Callable[[Tally], int]] = {
    Category.REFERRALS: lambda tally: tally.given,
    Category.VISITORS: lambda tally: tally.visitors,
    Category.ONE_TO_ONES: lambda tally: tally.one_to_ones,
    Category.EDUCATION: lambda tally: tally.education,
    Category.CLOSED_BUSINESS: lambda tally: tally.closed_business,
}
# nobody is named for the money he did not bring: it depends on others
_EXPECTED = (Category.REFERRALS, Category.VISITORS, Category.ONE_TO_ONES, Category.EDUCATION)


def places(accounts: Iterable[Account], category: Category) -> tuple[Place[Account], ...]:
    """Rank those who have anything in a category, the best first."""
    value = _VALUE[category]
    return ranked((one for one in accounts if value(one.tally) > 0), lambda one: value(one.tally))


def teams(accounts: Iterable[Account]) -> tuple[Team, ...]:
    """Rank contact spheres by referrals given per member; empty where no sphere is known."""
    given: dict[str, list[int]] = defaultdict(list)
    for one in sorted(accounts, key=lambda one: one.sphere):
        if one.sphere:
            given[one.sphere].append(one.tally.given)
    places = ranked(given.items(), lambda item: _hundredths(item[1]))
    return tuple(
        Team(
            place.rank,
            place.shared,
            sphere=place.item[0],
            members=len(place.item[1]),
            given=sum(place.item[1]),
            per_member=place.value / 100,
        )
        for place in places
    )


def _hundredths(counts: Sequence[int]) -> int:
    """Return the mean of counts in hundredths, a half rounded up."""
    return (200 * sum(counts) + len(counts)) // (2 * len(counts))


def _standings(now: Ledger, before: Ledger) -> tuple[Standing, ...]:
    earlier = {one.person_id: one.tally.given for one in before.members}
    return tuple(
        Standing(
            place.rank,
            place.shared,
            place.item.person_id,
            place.item.name,
            place.item.seat,
            place.item.tally.given_inside,
            place.item.tally.given_outside,
            place.value,
            earlier.get(place.item.person_id),
        )
        for place in places(now.members, Category.REFERRALS)
    )


def leaders(found: Ledger, category: Category) -> Leaders:
    """Return the first ranks of a category; who has an amount that is withheld is not ranked."""
    secret = category is Category.CLOSED_BUSINESS
    ranks = places((one for one in found.members if not (secret and one.withheld)), category)
    return Leaders(
        category,
        tuple(
            Leader(place.rank, place.shared, place.item.person_id, place.item.name, place.value)
            for place in first_ranks(ranks, PODIUM)
        ),
    )


def _trend(now: Ledger, before: Ledger, category: Category) -> Trend:
    money = category is Category.CLOSED_BUSINESS
    value = _VALUE[category]
    return Trend(
        category,
        None if money and now.withheld.total else value(now.total),
        None if money and before.withheld.total else value(before.total),
    )


def _not_yet(found: Ledger, category: Category) -> NotYet:
    value = _VALUE[category]
    current = (one for one in found.members if one.left_on is None)
    return NotYet(category, tuple(one.name for one in current if value(one.tally) == 0))


def _newcomers(found: Ledger) -> Iterable[Newcomer]:
    for one in found.members:
        if one.joined_on is not None and one.joined_on >= found.period.start:
            yield Newcomer(one.name, one.joined_on)
