"""Counts what a slips audit says: by kind and tier, for each person, and who with whom."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from app.exchange.summary import Figures
from app.queries.imports.people import Acquaintance, Ref
from app.queries.imports.plans import PlannedSlip
from app.queries.imports.preview import KindCount, Pairing, PersonFigures, TierCount
from app.rules.slips import SlipKind, Tier

_PAIRED = {SlipKind.REFERRAL, SlipKind.ONE_TO_ONE}
_Sides = tuple[SlipKind, Tier | None, Ref | None, Ref | None]
_GIVEN = {Tier.INSIDE: "given_inside", Tier.OUTSIDE: "given_outside", Tier.THIRD: "given_outside"}
_RECEIVED = {
    Tier.INSIDE: "received_inside",
    Tier.OUTSIDE: "received_outside",
    Tier.THIRD: "received_outside",
}


class Count:
    """The slips of one file, counted once; everything else is drawn from these few sums."""

    def __init__(self, slips: Iterable[PlannedSlip], people: Collection[Acquaintance]) -> None:
        self._people = {person.ref: person for person in people}
        self._sides: Counter[_Sides] = Counter()
        self._money: Counter[Ref | None] = Counter()
        self._credits: Counter[Ref | None] = Counter()
        for slip in slips:
            kind = slip.kind
            self._sides[kind, slip.tier, slip.giver, slip.receiver] += 1
            if kind is SlipKind.CLOSED_BUSINESS:
                self._money[slip.giver] += slip.amount or 0
            elif kind is SlipKind.EDUCATION:
                self._credits[slip.giver] += slip.credits or 0

    def kinds(self, new: Iterable[PlannedSlip]) -> tuple[KindCount, ...]:
        """Return how many of each kind there are, and how many of those are new."""
        read = Counter[SlipKind]()
        for (kind, *_), count in self._sides.items():
            read[kind] += count
        added = Counter(slip.kind for slip in new)
        return tuple(KindCount(kind, read[kind], added[kind]) for kind in SlipKind if read[kind])

    def tiers(self) -> tuple[TierCount, ...]:
        """Return how many referrals there are of each tier."""
        read = Counter[Tier | None]()
        for (kind, tier, *_), count in self._sides.items():
            if kind is SlipKind.REFERRAL:
                read[tier] += count
        return tuple(TierCount(tier, read[tier]) for tier in (*Tier, None) if read[tier])

    def persons(self) -> tuple[PersonFigures, ...]:
        """Return the counters of everybody in the file, as a summary would have them."""
        found: dict[Ref | None, Counter[str]] = defaultdict(Counter)
        for (kind, tier, giver, receiver), count in self._sides.items():
            given, received = _counters(kind, tier)
            if given:
                found[giver][given] += count
            if received:
                found[receiver][received] += count
        for ref, amount in self._money.items():
            found[ref]["closed_business"] = amount
        for ref, units in self._credits.items():
            found[ref]["education"] = units
        return tuple(
            PersonFigures(person, _figures(found[ref]), found[ref]["thanks"])
            for ref, person in self._people.items()
        )

    def totals(self) -> Figures:
        """Return the totals that the summary of the same meeting must show.

        Referrals and one-to-ones count for each member in them, everything else for the chapter.
        """
        found: Counter[str] = Counter()
        for (kind, tier, giver, receiver), count in self._sides.items():
            given, received = _counters(kind, tier)
            if given and (kind not in _PAIRED or self._is_home(giver)):
                found[given] += count
            if received and self._is_home(receiver):
                found[received] += count
        found["closed_business"] = self._money.total()
        found["education"] = self._credits.total()
        return _figures(found)

    def _is_home(self, ref: Ref | None) -> bool:
        return ref is not None and self._people[ref].home

    def pairings(self, kind: SlipKind) -> tuple[Pairing, ...]:
        """Return how often each giver stands with each receiver."""
        found: dict[tuple[Ref | None, Ref | None], Counter[Tier | None]] = defaultdict(Counter)
        for (of_kind, tier, giver, receiver), count in self._sides.items():
            if of_kind is kind:
                found[giver, receiver][tier] += count
        return tuple(
            Pairing(
                self._people.get(giver or 0),
                self._people.get(receiver or 0),
                inside=tiers[Tier.INSIDE],
                outside=tiers[Tier.OUTSIDE] + tiers[Tier.THIRD],
                untold=tiers[None],
            )
            for (giver, receiver), tiers in found.items()
        )


def _counters(kind: SlipKind, tier: Tier | None) -> tuple[str, str]:
    """Return which counters of giver and receiver a slip adds one to."""
    if kind is SlipKind.REFERRAL:
        # A referral of no known tier counts as outside, as in the rule by which audits and
        # summaries reconcile: inside only where it says so.
        outside = tier or Tier.OUTSIDE
        return _GIVEN[outside], _RECEIVED[outside]
    return {
        SlipKind.ONE_TO_ONE: ("one_to_ones", "one_to_ones"),
        SlipKind.VISITOR: ("visitors", ""),
        SlipKind.CLOSED_BUSINESS: ("thanks", ""),
        SlipKind.TESTIMONIAL: ("testimonials", ""),
    }.get(kind, ("", ""))


def _figures(counted: Mapping[str, int]) -> Figures:
    return Figures(**{name: value for name, value in counted.items() if name != "thanks"})
