"""Referrals given and received, quarter by quarter."""

from collections.abc import Sequence
from datetime import date

from app import formats
from app.queries.member_activity import Quarter
from app.ui.kit.columns import Pair


def pairs(quarters: Sequence[Quarter]) -> list[Pair]:
    """Return quarters as columns, each named by its first and last month."""
    return [
        Pair(
            f"{_month(one.span.start)}{formats.DASH}{_month(one.span.end)}",
            one.given,
            one.received,
        )
        for one in quarters
    ]


def _month(day: date) -> str:
    return formats.months()[day.month - 1][:3]
