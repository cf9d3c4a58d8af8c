"""The courses of the trends, as paper and screen show them: words, sums, lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app import formats
from app.i18n import _
from app.queries.trend_report import Place, Step, TrendReport
from app.reports.words import priced
from app.rules.courses import Course


@dataclass(frozen=True, slots=True)
class Titled:
    """A course with its title and what it comes to, beside the period before."""

    title: str
    note: str
    course: Course


def courses(rows: TrendReport) -> tuple[Titled, ...]:
    """Return the four courses, referrals and closed business first."""
    return (
        _titled(rows, _("Referrals"), lambda place: place.referrals),
        _titled(rows, _("Closed business"), lambda place: place.closed_business, money=True),
        _titled(rows, _("One-to-ones"), lambda place: place.one_to_ones),
        _titled(rows, _("Visitors"), lambda place: place.visitors),
    )


def _titled(
    rows: TrendReport, title: str, figure: Callable[[Place], int | None], *, money: bool = False
) -> Titled:
    slots = _slots(rows, rows.now, rows.period.start)
    now = [figure(place) if place else None for place in slots]
    then = _slots(rows, rows.earlier, rows.before.start)
    before = [figure(place) if place else None for place in then]

    def said(value: int) -> str:
        return priced(rows.money, value) if money else formats.grouped(value, rows.money.grouping)

    last = next((value for value in reversed(now) if value is not None), None)
    words = [_word(rows, place) if place else "" for place in slots]
    course = Course(now, before, words, "" if last is None else said(last))
    if money and rows.withheld:
        return Titled(title, _("amounts of too few thankers are left out"), course)
    sums = _("{now}, before {before}").format(
        now=said(sum(filter(None, now))), before=said(sum(filter(None, before)))
    )
    return Titled(title, sums if rows.earlier else said(sum(filter(None, now))), course)


def _slots(rows: TrendReport, places: Sequence[Place], start: date) -> list[Place | None]:
    """Return places by how far they are from the beginning; months without a meeting are empty."""
    if rows.step is Step.WEEK or not places:
        return list(places)
    by_month = {
        (place.starts_on.year - start.year) * 12 + place.starts_on.month - start.month: place
        for place in places
    }
    return [by_month.get(month) for month in range(max(by_month) + 1)]


def _word(rows: TrendReport, place: Place) -> str:
    if rows.step is Step.MONTH:
        return formats.months()[place.starts_on.month - 1][:3]
    return formats.day_short(place.starts_on)
