"""The lights of all members in every month of years, from one pass over the book."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.models.imports import OfficialPeriod
from app.models.people import Person, Spell
from app.queries.chapter import chapter_details
from app.queries.months import COUNTERS, Sums, pass_over
from app.queries.official_figures import official_figures
from app.queries.profiles import dated, profile_in_use
from app.rules.alphabet import alphabetical
from app.rules.identifiers import PersonId
from app.rules.people import PersonKind
from app.rules.periods import Period, add_months, month_of
from app.rules.scoring.profile import Light, Profile
from app.rules.scoring.quick import QuickTotals, Scored
from app.rules.scoring.scores import Scorer
from app.rules.tally import COUNTED


@dataclass(frozen=True, slots=True)
class MemberMonths:
    """The totals of a member at the end of each month; none where there was no score."""

    person_id: PersonId
    name: str
    sort_name: str
    totals: tuple[Fraction | None, ...]
    lights: tuple[Light | None, ...]


@dataclass(frozen=True, slots=True)
class MonthlyLights:
    """The lights of every month, given by its first day; members of the last month by name."""

    profile: Profile
    months: tuple[date, ...]
    members: tuple[MemberMonths, ...]


def monthly_lights(
    session: Session, first: date, last: date, *, profile: Profile | None = None
) -> MonthlyLights:
    """Return the lights of all months from one to another, each of the window that ends with it.

    The book is passed over once, whatever the number of months. Each month is scored by the one of
    the profile's name that is valid on its last day; the profile told is that of the last.
    """
    months = tuple(_months(first, last))
    profile = profile or profile_in_use(session, month_of(last).end)
    valid = dated(session, profile, [month_of(one).end for one in months])
    minor = 10 ** chapter_details(session).currency_decimals
    windows: list[Period] = []
    scored: list[dict[int, Scored | None]] = []
    for _same, run in groupby(zip(months, valid, strict=True), key=lambda one: id(one[1])):
        several = tuple(run)
        one = several[0][1]
        own = [one.window.ending(month) for month, _profile in several]
        windows += own
        scored += _scored(session, own, Scorer(one, minor))
    return MonthlyLights(profile, months, tuple(_members(session, windows, scored)))


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    yield month
    while (month := add_months(month, 1)) <= last:
        yield month


def _wanted(profile: Profile) -> set[str]:
    """Return the counters a profile needs, so that no others are asked for."""
    named = {term.counter for item in profile.items for term in (*item.counts, *item.of)}
    sides = {f"{name}_{side}" for name in named for side in ("inside", "outside")}
    return named | sides & set(COUNTED)


def _scored(
    session: Session, windows: Sequence[Period], scorer: Scorer
) -> list[dict[int, Scored | None]]:
    """Return the totals of everybody at the end of each window, with their colours."""
    quick = QuickTotals(scorer, COUNTERS)
    passed = pass_over(session, windows, wanted=_wanted(scorer.profile))
    found = []
    official = _official(session, windows)
    for sums, more in zip(passed.sliding(windows), official, strict=True):
        rows = _together(sums, more) if more else sums
        found.append({person_id: quick.scored(row) for person_id, row in rows.items()})
    return found


def _together(sums: Sums, more: Sums) -> Sums:
    nothing = [0] * len(COUNTERS)
    found = dict(sums)
    for key, row in more.items():
        own = sums.get(key, nothing)
        found[key] = [one + other for one, other in zip(own, row, strict=True)]
    return found


_ANY_OFFICIAL = (
    select(OfficialPeriod.id)
    .where(
        OfficialPeriod.starts_on >= bindparam("start"), OfficialPeriod.ends_on <= bindparam("end")
    )
    .limit(1)
)


def _official(session: Session, windows: Sequence[Period]) -> list[Sums]:
    """Return the official figures that stand in within each window, mostly none at all."""
    span = {"start": min(one.start for one in windows), "end": windows[-1].end}
    if session.scalar(_ANY_OFFICIAL, span) is None:
        return [{} for _window in windows]
    return [
        {
            person_id: [*(getattr(tally, name) for name in COUNTED), 0]
            for person_id, tally in official_figures(session, window).by_person.items()
        }
        for window in windows
    ]


_MEMBERS = (
    select(Person.id, Person.name, Person.sort_name, Spell.joined_on, Spell.left_on)
    .join(Spell, Spell.person_id == Person.id)
    .where(
        Person.kind == PersonKind.MEMBER,
        or_(Spell.joined_on.is_(None), Spell.joined_on <= bindparam("end")),
        or_(Spell.left_on.is_(None), Spell.left_on > bindparam("start")),
    )
)


def _members(
    session: Session, windows: Sequence[Period], scored: Sequence[dict[int, Scored | None]]
) -> Iterator[MemberMonths]:
    """Give everybody who was a member at the end of any of the months, by name."""
    span = {"start": windows[0].end, "end": windows[-1].end}
    ends = [one.end for one in windows]
    people: dict[int, tuple[str, str, list[Period]]] = {}
    for person_id, name, sort_name, joined_on, left_on in session.execute(_MEMBERS, span):
        spell = Period(joined_on or date.min, left_on or date.max)
        people.setdefault(person_id, (name, sort_name, []))[2].append(spell)
    for person_id, (name, sort_name, spells) in sorted(
        people.items(), key=lambda one: (alphabetical(one[1][1]), one[0])
    ):
        own: list[Scored | None] = [None] * len(ends)
        for spell in spells:  # its last day is the first one after it
            first, after = bisect_left(ends, spell.start), bisect_left(ends, spell.end)
            own[first:after] = [of_month.get(person_id) for of_month in scored[first:after]]
        totals = tuple(None if one is None else one[0] for one in own)
        lights = tuple(None if one is None else one[1] for one in own)
        yield MemberMonths(PersonId(person_id), name, sort_name, totals, lights)
