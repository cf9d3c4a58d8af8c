"""Referrals given and received, quarter by quarter."""

from collections.abc import Sequence
from datetime import date, timedelta

from app import formats
from app.queries.referrals import ReferralRow
from app.rules.periods import Period, add_months
from app.ui.kit.columns import Pair

_QUARTERS = 4
_MONTHS = 3


def quarters(
    given: Sequence[ReferralRow], received: Sequence[ReferralRow], today: date
) -> list[Pair]:
    """Return the counts of the last four spans of three months, the running month included."""
    return [
        Pair(
            f"{_month(span.start)}{formats.DASH}{_month(span.end)}",
            sum(1 for row in given if row.held_on in span),
            sum(1 for row in received if row.held_on in span),
        )
        for span in _spans(today)
    ]


def _spans(today: date) -> list[Period]:
    after = add_months(today.replace(day=1), 1)
    starts = [add_months(after, -_MONTHS * back) for back in range(_QUARTERS, 0, -1)]
    return [Period(start, add_months(start, _MONTHS) - timedelta(days=1)) for start in starts]


def _month(day: date) -> str:
    return formats.months()[day.month - 1][:3]
