"""Attendance and activity of every member in a period, as listed on screen and on paper."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.ledger import Account, ledger
from app.queries.policy import policy_in_use
from app.queries.tallies import Held
from app.rows import row
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Policy
from app.rules.tally import Tally


@row(frozen=True, slots=True)
class Figures:
    """One row of figures; attendance is none where nothing was recorded.

    ``closed_business`` is in minor units, credited to the giver; it is none where ``withheld``,
    because too few people stand behind it.
    """

    present: int | None
    absent: int | None
    late: int | None
    medical: int | None
    substitute: int | None
    given_inside: int
    given_outside: int
    received_inside: int
    received_outside: int
    visitors: int
    one_to_ones: int
    education: int
    testimonials: int
    closed_business: int | None
    withheld: bool


@row(frozen=True, slots=True)
class MemberLine:
    """A member and his figures; ``left_on`` where the membership ended within the period."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    joined_on: date | None
    left_on: date | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class ActivitySummary:
    """The whole table; what its audience may not see is not in it.

    ``official`` are periods without meetings in the book, for which the official figures of
    ``official_meetings`` were counted; ``official_left_out`` are those in which the book has
    meetings of its own. ``absences_allowed`` is none where the period is too long to compare
    with. ``organisation`` holds what people of other chapters, former members and the
    organisation did, ``visitors`` what slips say of visitors as such.
    """

    chapter: str
    period: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    official_left_out: tuple[Period, ...]
    official_meetings: int
    absences_allowed: int | None
    thankers_shown: int
    members: tuple[MemberLine, ...]
    visitors: Figures
    organisation: Figures
    total: Figures


def activity_summary(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> ActivitySummary:
    """Return what everybody who was a member in a period did in it, by name."""
    found = ledger(session, period, audience, drafts=drafts)
    policy = policy_in_use(session, period.end).policy
    return ActivitySummary(
        chapter=found.chapter.name,
        period=period,
        audience=audience,
        money=found.chapter.money,
        held=found.held,
        official=found.official.stand_in,
        official_left_out=found.official.left_out,
        official_meetings=found.official.meetings,
        absences_allowed=policy.allowed if _comparable(period, policy) else None,
        thankers_shown=found.chapter.settings.thankers_shown,
        members=tuple(map(_line, found.members)),
        visitors=_figures(found.visitors, hidden=found.visitors_withheld),
        organisation=_figures(found.others, hidden=found.others_withheld),
        total=_figures(found.total, hidden=found.withheld.total),
    )


def _comparable(period: Period, policy: Policy) -> bool:
    """Tell whether a period is no longer than the window in which absences are limited."""
    return policy.window.on(period.end).start <= period.start


def _line(account: Account) -> MemberLine:
    return MemberLine(
        account.person_id,
        account.name,
        account.sort_name,
        account.seat,
        account.joined_on,
        account.left_on,
        _figures(account.tally, hidden=account.withheld),
    )


def _figures(tally: Tally, *, hidden: bool) -> Figures:
    recorded = tally.weeks > 0
    return Figures(
        tally.present if recorded else None,
        tally.absent if recorded else None,
        tally.late if recorded else None,
        tally.medical if recorded else None,
        tally.substitute if recorded else None,
        tally.given_inside,
        tally.given_outside,
        tally.received_inside,
        tally.received_outside,
        tally.visitors,
        tally.one_to_ones,
        tally.education,
        tally.testimonials,
        None if hidden else tally.closed_business,
        hidden,
    )
