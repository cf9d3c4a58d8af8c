"""What a meeting's slips come to, and how that compares with the totals read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.rules.slips import SlipKind

COUNTED = (
    SlipKind.REFERRAL,
    SlipKind.ONE_TO_ONE,
    SlipKind.CLOSED_BUSINESS,
    SlipKind.VISITOR,
    SlipKind.EDUCATION,
    SlipKind.TESTIMONIAL,
)


@dataclass(frozen=True, slots=True)
class Totals:
    """One figure a kind: slips, but units of education and minor units of closed business.

    None where a figure was not read aloud.
    """

    referrals: int | None = 0
    one_to_ones: int | None = 0
    closed_business: int | None = 0
    visitors: int | None = 0
    education: int | None = 0
    testimonials: int | None = 0

    def of(self, kind: SlipKind) -> int | None:
        """Return the figure of one kind."""
        figures: tuple[int | None, ...] = (
            self.referrals,
            self.one_to_ones,
            self.closed_business,
            self.visitors,
            self.education,
            self.testimonials,
        )
        return figures[COUNTED.index(kind)]


UNREAD = Totals(None, None, None, None, None, None)


def added(slips: Iterable[tuple[SlipKind, int]]) -> Totals:
    """Return the totals of slips, each with its weight: money, units, else one."""
    sums = dict.fromkeys(COUNTED, 0)
    for kind, weight in slips:
        sums[kind] += weight
    return Totals(*sums.values())


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind whose slips do not come to what was read aloud; ``by`` above zero where too many."""

    kind: SlipKind
    by: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What still keeps a draft from being complete."""

    blank: int = 0
    unconfirmed: int = 0
    differences: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blank or self.unconfirmed or self.differences)


def gaps(*, blank: int, unconfirmed: int, entered: Totals, read: Totals) -> Gaps:
    """Return what is missing: blank marks, visitor credits to confirm, totals that differ."""
    differences = [
        Difference(kind, (entered.of(kind) or 0) - aloud)
        for kind in COUNTED
        if (aloud := read.of(kind)) is not None and aloud != entered.of(kind)
    ]
    return Gaps(blank, unconfirmed, tuple(differences))
