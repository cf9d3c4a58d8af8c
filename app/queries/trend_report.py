"""The course of referrals, one-to-ones, visitors and closed business, beside the period before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.chapter import chapter_details
from app.queries.tallies import Held, held
from app.queries.term_weeks import TermWeek, term_weeks
from app.rules import periods
from app.rules.periods import Period
from app.rules.privacy import NOTHING, Audience, Thanked, Withheld, together, withheld

_MOST_WEEKS = 200  # days of a period that is shown week by week; a longer one month by month
_NO_MEETING = 0


class Step(StrEnum):
    """What one place of a course stands for."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Place:
    """A meeting, or the meetings of a month by its first day; no amount where it is withheld."""

    starts_on: date
    referrals: int
    one_to_ones: int
    visitors: int
    closed_business: int | None


@dataclass(frozen=True, slots=True)
class TrendReport:
    """Completed meetings only; ``withheld`` tells how many amounts are left out for the room.

    A place of ``earlier`` is the one as far from the beginning of the period before.
    """

    chapter: str
    period: Period
    before: Period
    audience: Audience
    money: Money
    held: Held
    step: Step
    now: tuple[Place, ...]
    earlier: tuple[Place, ...]
    withheld: int
    thankers_shown: int


def trend_report(session: Session, *, period: Period, audience: Audience) -> TrendReport:
    """Return both courses; for the room without amounts that tell what one member earned."""
    chapter = chapter_details(session)
    long = (period.end - period.start).days > _MOST_WEEKS
    step = Step.MONTH if long else Step.WEEK
    before = periods.before(period)
    fewest = chapter.settings.thankers_shown
    now, hidden = _course(session, period, step, audience, fewest)
    earlier, hidden_before = _course(session, before, step, audience, fewest)
    return TrendReport(
        chapter=chapter.name,
        period=period,
        before=before,
        audience=audience,
        money=chapter.money,
        held=held(session, period, drafts=False),
        step=step,
        now=now,
        earlier=earlier,
        withheld=hidden + hidden_before,
        thankers_shown=fewest,
    )


def _course(
    session: Session, period: Period, step: Step, audience: Audience, fewest: int
) -> tuple[tuple[Place, ...], int]:
    """Return the places of a period, and how many of their amounts are withheld."""
    weeks = term_weeks(session, period, _NO_MEETING)
    groups = [list(group) for _key, group in groupby(weeks, key=_key_of(step))]
    amounts = [together(week.closed_business for week in group) for group in groups]
    hidden = withheld(amounts, fewest) if audience is Audience.ROOM else NOTHING
    places = tuple(
        _place(group, amount, step, shown=not hidden.total and number not in hidden.cells)
        for number, (group, amount) in enumerate(zip(groups, amounts, strict=True))
    )
    return places, _count(hidden, places)


def _key_of(step: Step) -> Callable[[TermWeek], date]:
    if step is Step.WEEK:
        return lambda week: week.held_on
    return lambda week: week.held_on.replace(day=1)


def _place(weeks: Sequence[TermWeek], amount: Thanked, step: Step, *, shown: bool) -> Place:
    return Place(
        starts_on=_key_of(step)(weeks[0]),
        referrals=sum(week.referrals for week in weeks),
        one_to_ones=sum(week.one_to_ones for week in weeks),
        visitors=sum(week.visitors for week in weeks),
        closed_business=amount.amount if shown else None,
    )


def _count(hidden: Withheld, places: Sequence[Place]) -> int:
    return len(places) if hidden.total else len(hidden.cells)
