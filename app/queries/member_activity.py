"""What a member did: attendance, figures against the chapter's median, referrals, who was met.

Whoever asks says for whom; what that audience may not see is not in the rows.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.formats import Money
from app.models.classifications import Classification
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.member_figures import Figure, figures
from app.queries.membership import member_on
from app.queries.own_figures import own_figures
from app.queries.own_money import OwnMoney, Thanks, own_money
from app.queries.passed_on import BothWays, Passed, passed_on
from app.queries.policy import policy_in_use
from app.queries.tallies import tallies
from app.rules import periods
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.returns import Costs, Return, returned
from app.rules.slips import SlipKind

STRIP_MONTHS = 12
_QUARTERS, _QUARTER = 4, 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """One meeting in the strip; ``member`` whether the person belonged to the chapter then."""

    held_on: date
    state: MeetingState
    mark: Attendance | None
    member: bool


@dataclass(frozen=True, slots=True)
class Quarter:
    """How many referrals three months brought, given and received."""

    span: Period
    given: int
    received: int


@dataclass(frozen=True, slots=True)
class Partner:
    """Another current member; ``gave_me`` and ``i_gave`` count referrals between the two."""

    person_id: PersonId
    name: str
    same_sphere: bool
    last_met: date | None
    gave_me: int
    i_gave: int


@dataclass(frozen=True, slots=True)
class Own:
    """What is for a member's own eyes: what he earned, what he says he pays, and what it brings.

    ``back`` is none until he has said what he pays.
    """

    earned: OwnMoney
    costs: Costs
    back: Return | None


@dataclass(frozen=True, slots=True)
class MemberActivity:
    """What one member's page shows to an audience; partners in order of their names.

    The room sees how many referrals there were, but not which; ``own`` is for the member alone.
    """

    audience: Audience
    window: Period
    absences_allowed: int
    money: Money
    weeks: tuple[Week, ...]
    figures: tuple[Figure, ...]
    quarters: tuple[Quarter, ...]
    given: tuple[Passed, ...]
    received: tuple[Passed, ...]
    partners: tuple[Partner, ...]
    thanks: Thanks | None
    own: Own | None

    def marked(self, mark: Attendance) -> int:
        """Return how often a mark stands in the completed meetings of the window."""
        return sum(
            1
            for week in self.weeks
            if week.mark is mark
            and week.state is MeetingState.COMPLETED
            and week.held_on in self.window
        )


def member_activity(
    session: Session, person_id: int, today: date, *, audience: Audience
) -> MemberActivity:
    """Return the activity of a member up to a day, as far as an audience may see it."""
    chapter = chapter_details(session)
    rules = policy_in_use(session, today).policy
    window = rules.window.on(today, _joined(session, person_id))
    ways = passed_on(session, (person_id,), today, audience=audience)[person_id]
    counted = own_money(session, (person_id,), window)[person_id]
    room, own = audience is Audience.ROOM, audience is Audience.OWN
    return MemberActivity(
        audience=audience,
        window=window,
        absences_allowed=rules.allowed,
        money=chapter.money,
        weeks=_weeks(session, person_id, _strip(window, today)),
        figures=figures(session, person_id, window, audience=audience),
        quarters=_quarters(ways, today),
        given=() if room else tuple(ways.given),
        received=() if room else tuple(ways.received),
        partners=_partners(session, person_id, today),
        thanks=None if room else counted.thanks,
        own=_own(session, person_id, window, counted) if own else None,
    )


def _own(session: Session, person_id: int, window: Period, earned: OwnMoney) -> Own:
    costs = own_figures(session, (person_id,))[person_id]
    tally = tallies(session, window, thankers=False).of(person_id)
    back = returned(
        costs,
        window,
        joined_on=_joined(session, person_id),
        meetings=tally.weeks,
        received=earned.received,
        referrals=tally.received,
    )
    return Own(earned, costs, back)


def _quarters(ways: BothWays, today: date) -> tuple[Quarter, ...]:
    """Return the last four spans of three months, the running month included."""
    after = periods.add_months(today.replace(day=1), 1)
    starts = [periods.add_months(after, -_QUARTER * back) for back in range(_QUARTERS, 0, -1)]
    spans = [Period(one, periods.add_months(one, _QUARTER) - _DAY) for one in starts]
    return tuple(
        Quarter(
            span,
            sum(1 for one in ways.given if one.held_on in span),
            sum(1 for one in ways.received if one.held_on in span),
        )
        for span in spans
    )


def _joined(session: Session, person_id: int) -> date | None:
    return session.scalar(
        select(Spell.joined_on).where(Spell.person_id == person_id, Spell.left_on.is_(None))
    )


def _strip(window: Period, today: date) -> Period:
    start = periods.add_months(today.replace(day=1), -STRIP_MONTHS)
    return Period(min(start, window.start), today)


_BELONGED = (
    select(Spell.id)
    .where(
        Spell.person_id == bindparam("person_id"),
        or_(Spell.joined_on.is_(None), Spell.joined_on <= Meeting.held_on),
        or_(Spell.left_on.is_(None), Spell.left_on > Meeting.held_on),
    )
    .exists()
)
_WEEKS = (
    select(Meeting.held_on, Meeting.state, Mark.attendance, _BELONGED)
    .outerjoin(Mark, and_(Mark.meeting_id == Meeting.id, Mark.person_id == bindparam("person_id")))
    .where(
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
        Meeting.state != MeetingState.DISCARDED,
    )
    .order_by(Meeting.held_on)
)


def _weeks(session: Session, person_id: int, span: Period) -> tuple[Week, ...]:
    rows = session.execute(_WEEKS, {"person_id": person_id, "start": span.start, "end": span.end})
    return tuple(Week(held_on, state, mark, bool(member)) for held_on, state, mark, member in rows)


_MINE = Slip.giver_id == bindparam("person_id")
_WITH = case((_MINE, Slip.receiver_id), else_=Slip.giver_id)
_BETWEEN = (
    select(
        _WITH.label("partner_id"),
        func.max(case((Slip.kind == SlipKind.ONE_TO_ONE, Slip.dated_on))).label("last_met"),
        func.sum(case((and_(Slip.kind == SlipKind.REFERRAL, ~_MINE), 1), else_=0)).label("gave_me"),
        func.sum(case((and_(Slip.kind == SlipKind.REFERRAL, _MINE), 1), else_=0)).label("i_gave"),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        or_(_MINE, Slip.receiver_id == bindparam("person_id")),
        Slip.giver_id.is_not(None),
        Slip.receiver_id.is_not(None),
        Slip.kind.in_((SlipKind.ONE_TO_ONE, SlipKind.REFERRAL)),
        Meeting.state.in_((MeetingState.DRAFT, MeetingState.COMPLETED)),
    )
    .group_by("partner_id")
    .subquery()
)
_Own, _OwnSeat = aliased(Person), aliased(Classification)
_OWN_SPHERE = (
    select(_OwnSeat.sphere)
    .join(_Own, _Own.classification_id == _OwnSeat.id)
    .where(_Own.id == bindparam("person_id"))
    .scalar_subquery()
)
_PARTNERS = (
    select(
        Person.id,
        Person.name,
        and_(Classification.sphere != "", Classification.sphere == _OWN_SPHERE).label("same"),
        _BETWEEN.c.last_met,
        _BETWEEN.c.gave_me,
        _BETWEEN.c.i_gave,
    )
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .outerjoin(_BETWEEN, _BETWEEN.c.partner_id == Person.id)
    .where(Person.kind == PersonKind.MEMBER, Person.id != bindparam("person_id"))
    .order_by(Person.sort_name, Person.id)
)


def _partners(session: Session, person_id: int, today: date) -> tuple[Partner, ...]:
    current = _PARTNERS.where(Person.id.in_(member_on(today)))
    rows: Any = session.execute(current, {"person_id": person_id})
    return tuple(
        Partner(
            PersonId(row.id),
            row.name,
            bool(row.same),
            row.last_met,
            row.gave_me or 0,
            row.i_gave or 0,
        )
        for row in rows
    )
