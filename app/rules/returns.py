"""What membership costs in a span, what it brings, and what the same would cost by advertising."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from app.errors import RuleError
from app.rules.periods import Period, add_months
from app.rules.slips import LARGEST_AMOUNT

_MONTHS, _DAYS = 12, 365
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Costs:
    """What a member says membership costs, in minor units; none where he did not say."""

    year_fee: int | None = None
    entry_fee: int | None = None
    meeting_cost: int | None = None
    lead_cost: int | None = None

    @property
    def stated(self) -> bool:
        """Whether anything was said at all."""
        return any(one is not None for one in (self.year_fee, self.entry_fee, self.meeting_cost))


@dataclass(frozen=True, slots=True)
class Return:
    """Cost against what came of it in a span; amounts in minor units.

    ``paid`` are the days membership was paid for: of who joined within the span, those since.
    ``each`` is what one unit of cost brought back, ``per_referral`` what a received referral cost;
    none where there was nothing to divide by. ``advertising`` is what as many leads would cost.
    """

    paid: Period
    membership: int
    entry: int
    meetings: int
    meetings_cost: int
    received: int
    referrals: int
    each: Fraction | None
    per_referral: int | None
    lead_cost: int | None
    advertising: int | None

    @property
    def cost(self) -> int:
        """All that was paid."""
        return self.membership + self.entry + self.meetings_cost


def returned(
    costs: Costs,
    period: Period,
    *,
    joined_on: date | None,
    meetings: int,
    received: int,
    referrals: int,
) -> Return | None:
    """Return what a span cost and brought; none where no cost was stated.

    The entry fee counts in the span in which the member joined, the yearly fee from then on.
    """
    if not costs.stated:
        return None
    joined = joined_on is not None and joined_on in period
    paid = Period(joined_on, period.end) if joined_on is not None and joined else period
    membership = _half_up((costs.year_fee or 0) * years(paid))
    entry = (costs.entry_fee or 0) if joined else 0
    meetings_cost = (costs.meeting_cost or 0) * meetings
    cost = membership + entry + meetings_cost
    lead = costs.lead_cost
    return Return(
        paid=paid,
        membership=membership,
        entry=entry,
        meetings=meetings,
        meetings_cost=meetings_cost,
        received=received,
        referrals=referrals,
        each=Fraction(received, cost) if cost else None,
        per_referral=_half_up(Fraction(cost, referrals)) if referrals else None,
        lead_cost=lead,
        advertising=None if lead is None else lead * referrals,
    )


def years(period: Period) -> Fraction:
    """Return how many years a span is: in whole months where it is some, else in days."""
    after = period.end + _DAY
    months = (after.year - period.start.year) * _MONTHS + after.month - period.start.month
    if months > 0 and add_months(period.start, months) == after:
        return Fraction(months, _MONTHS)
    return Fraction((after - period.start).days, _DAYS)


def check_cost(amount: int | None) -> None:
    """Refuse a cost that can be none; nothing at all means that it is not known."""
    if amount is not None and not 0 <= amount <= LARGEST_AMOUNT:
        raise RuleError("impossible_amount", amount=amount)


def _half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
