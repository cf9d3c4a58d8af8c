"""The weekly two-minute report: referrals by member and month, visitors, closed business.

“This month” is that of the last completed meeting of the period, “last month” the one before it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.ledger import ledger
from app.queries.tallies import Held, Tallies, tallies
from app.queries.term_weeks import term_weeks
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.periods import Period, add_months, month_of
from app.rules.privacy import (
    Audience,
    may_show,
    may_show_grown,
    together,
    unshown,
    withheld,
)
from app.rules.slips import SlipKind


@dataclass(frozen=True, slots=True)
class MonthlyLine:
    """A member's referrals given, one count for each month of the report, and their sum."""

    person_id: PersonId
    name: str
    sort_name: str
    by_month: tuple[int, ...]
    given: int


@dataclass(frozen=True, slots=True)
class TwoMinuteReport:
    """What is read out in two minutes; ``months`` are the months of the period up to this one.

    ``others`` are referrals that no member gave. Closed business is in minor units, none where
    it is withheld because too few people stand behind it.
    """

    chapter: str
    period: Period
    audience: Audience
    money: Money
    held: Held
    this_month: date
    last_month: date
    months: tuple[date, ...]
    members: tuple[MonthlyLine, ...]
    others: MonthlyLine
    visitors_this_month: int
    referrals_to_date: int
    closed_business_last_month: int | None
    closed_business_to_date: int | None
    withheld: bool
    thankers_shown: int


def two_minute_report(session: Session, *, period: Period, audience: Audience) -> TwoMinuteReport:
    """Return the figures to read out, completed meetings only, official figures left out."""
    chapter = chapter_details(session)
    this = month_of(_last_day(session, period)).start
    last = month_of(add_months(this, -1))
    to_date = Period(period.start, max(month_of(this).end, period.start))
    found = ledger(session, to_date, Audience.OFFICERS)
    months = _months(to_date)
    given = _given(session, to_date)
    known = {one.person_id for one in found.members}
    rest: dict[date, int] = defaultdict(int)
    for (giver, month), count in given.items():
        if giver not in known:
            rest[month] += count
    members = tuple(
        _line(
            one.person_id,
            one.name,
            one.sort_name,
            tuple(given.get((one.person_id, month), 0) for month in months),
        )
        for one in found.members
    )
    others = _line(PersonId(0), "", "", tuple(rest[month] for month in months))
    money = _money(session, to_date, last, audience, chapter.settings.thankers_shown)
    return TwoMinuteReport(
        chapter=chapter.name,
        period=period,
        audience=audience,
        money=chapter.money,
        held=found.held,
        this_month=this,
        last_month=last.start,
        months=months,
        members=members,
        others=others,
        visitors_this_month=_visitors(tallies(session, month_of(this), thankers=False)),
        referrals_to_date=sum(one.given for one in (*members, others)),
        closed_business_last_month=money[0],
        closed_business_to_date=money[1],
        withheld=None in money,
        thankers_shown=chapter.settings.thankers_shown,
    )


def _line(person_id: PersonId, name: str, sort_name: str, counts: tuple[int, ...]) -> MonthlyLine:
    return MonthlyLine(person_id, name, sort_name, counts, sum(counts))


def _last_day(session: Session, period: Period) -> date:
    """Return the day of the last completed meeting, or the first day of the period."""
    asked = {"start": period.start, "end": period.end}
    return session.scalar(_LAST, asked) or period.start


def _months(period: Period) -> tuple[date, ...]:
    """Return the first day of each month, of more than a year the last twelve."""
    first = period.start.replace(day=1)
    months = [first]
    while (following := add_months(months[-1], 1)) <= period.end:
        months.append(following)
    return tuple(months[-_MOST_MONTHS:])


_MOST_MONTHS = 12


def _given(session: Session, period: Period) -> dict[tuple[int | None, date], int]:
    found: dict[tuple[int | None, date], int] = defaultdict(int)
    asked = {"start": period.start, "end": period.end}
    for giver, held_on, count in session.execute(_GIVEN, asked):
        found[giver, held_on.replace(day=1)] += count
    return found


def _visitors(found: Tallies) -> int:
    return sum(tally.visitors for tally in found.by_person.values())


def _money(
    session: Session, to_date: Period, last: Period, audience: Audience, fewest: int
) -> tuple[int | None, int | None]:
    """Return the closed business of last month and to date, less what the room may not see.

    The room knows the amounts of single meetings that may be shown, and hears this report week
    after week: neither what is left of one figure, nor by what it grew, may tell one amount.
    """
    span = Period(min(last.start, to_date.start), to_date.end)
    weeks = {one.held_on: one.closed_business for one in term_weeks(session, span, _NO_MEETING)}
    month = [amount for day, amount in weeks.items() if day in last]
    whole = [amount for day, amount in weeks.items() if day in to_date]
    rest = [amount for day, amount in weeks.items() if day in to_date and day not in last]
    amounts = together(month).amount, together(whole).amount
    if audience is not Audience.ROOM:
        return amounts
    if last.end < to_date.start:
        hidden = not may_show(unshown(month, fewest), fewest), False
    else:
        found = withheld([unshown(month, fewest), unshown(rest, fewest)], fewest)
        hidden = 0 in found.cells, found.total
    grown = may_show_grown(whole, fewest)
    return None if hidden[0] else amounts[0], None if hidden[1] or not grown else amounts[1]


_NO_MEETING = 0  # no draft among the weeks
_LAST = select(func.max(Meeting.held_on)).where(
    Meeting.state == MeetingState.COMPLETED,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
_GIVEN = (
    select(Slip.giver_id, Meeting.held_on, func.count())
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        Slip.kind == SlipKind.REFERRAL,
        Meeting.state == MeetingState.COMPLETED,
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
    )
    .group_by(Slip.giver_id, Meeting.held_on)
)
