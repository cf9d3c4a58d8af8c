"""Invented two-minute reports."""

from datetime import date

from app.formats import Money
from app.queries.two_minute_report import MonthlyLine, TwoMinuteReport
from app.rules.identifiers import PersonId
from app.rules.privacy import Audience
from tests.reports.invented import HELD, NAMES, PERIOD, names


def two_minutes(count: int = 40, *, first: tuple[str, ...] = NAMES) -> TwoMinuteReport:
    """Return a report of that many members."""
    months = tuple(date(2026, month, 1) for month in range(4, 10))
    lines = tuple(
        _line(number, name, tuple((number * 7 + month * 5) % 6 for month in range(len(months))))
        for number, name in enumerate(names(count, first), start=1)
    )
    others = _line(0, "", (0, 2, 0, 1, 0, 0) if count else (0,) * 6)
    return TwoMinuteReport(
        chapter="Riverside Chapter",
        period=PERIOD,
        audience=Audience.ROOM,
        money=Money(),
        held=HELD,
        this_month=date(2026, 9, 1),
        last_month=date(2026, 8, 1),
        months=months,
        members=lines,
        others=others,
        visitors_this_month=11,
        referrals_to_date=sum(one.given for one in (*lines, others)),
        closed_business_last_month=None,
        closed_business_to_date=127_250_000,
        withheld=True,
        thankers_shown=3,
    )


def _line(number: int, name: str, counts: tuple[int, ...]) -> MonthlyLine:
    return MonthlyLine(PersonId(number), name, name, counts, sum(counts))
