"""What a member did: attendance, figures against the chapter's median, referrals, who was met.

The view of an officer: closed business only as the total the member was thanked for.
"""

import statistics
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from app.formats import Money
from app.models import Classification, Mark, Meeting, Person, Slip, Spell
from app.queries.chapter import chapter_details
from app.queries.policy import policy_in_use
from app.queries.referrals import ReferralRow, referrals_of
from app.queries.roster import member_on
from app.rules import periods
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.slips import SlipKind

STRIP_MONTHS = 12


class Counter(StrEnum):
    """What is counted of a member; closed business is in minor units, as credited to him."""

    GIVEN = "given"
    RECEIVED = "received"
    ONE_TO_ONES = "one_to_ones"
    VISITORS = "visitors"
    EDUCATION = "education"
    TESTIMONIALS = "testimonials"
    CLOSED_BUSINESS = "closed_business"


@dataclass(frozen=True, slots=True)
class Week:
    """One meeting in the strip; ``member`` whether the person belonged to the chapter then."""

    held_on: date
    state: MeetingState
    mark: Attendance | None
    member: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One count of the window beside the median of the current members."""

    counter: Counter
    value: int
    median: float


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
class MemberActivity:
    """What one member's page shows; partners in order of their names."""

    window: Period
    absences_allowed: int
    money: Money
    weeks: tuple[Week, ...]
    figures: tuple[Figure, ...]
    given: tuple[ReferralRow, ...]
    received: tuple[ReferralRow, ...]
    partners: tuple[Partner, ...]

    def marked(self, mark: Attendance) -> int:
        """Return how often a mark stands in the completed meetings of the window."""
        return sum(
            1
            for week in self.weeks
            if week.mark is mark
            and week.state is MeetingState.COMPLETED
            and week.held_on in self.window
        )


def member_activity(session: Session, person_id: int, today: date) -> MemberActivity:
    """Return the activity of a member up to a day."""
    chapter = chapter_details(session)
    rules = policy_in_use(session, today).policy
    window = rules.window.on(today, _joined(session, person_id))
    referrals = referrals_of(session, person_id, today)
    return MemberActivity(
        window=window,
        absences_allowed=rules.allowed,
        money=chapter.money,
        weeks=_weeks(session, person_id, _strip(window, today)),
        figures=_figures(session, person_id, window, today),
        given=tuple(row for row in referrals if row.giver.person_id == person_id),
        received=tuple(row for row in referrals if row.receiver.person_id == person_id),
        partners=_partners(session, person_id, today),
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


_COUNTED = (
    select(Slip.giver_id, Slip.receiver_id, Slip.kind, Slip.amount, Slip.credits, Slip.confirmed)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        Meeting.state == MeetingState.COMPLETED,
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
    )
    .subquery()
)
_GAVE = (
    select(
        _COUNTED.c.giver_id.label("person_id"),
        _COUNTED.c.kind,
        literal(1).label("gave"),
        func.count().label("slips"),
        func.coalesce(func.sum(_COUNTED.c.amount), 0).label("amount"),
        func.coalesce(func.sum(_COUNTED.c.credits), 0).label("credits"),
    )
    .where(or_(_COUNTED.c.kind != SlipKind.VISITOR, _COUNTED.c.confirmed))
    .group_by(_COUNTED.c.giver_id, _COUNTED.c.kind)
)
_GOT = (
    select(
        _COUNTED.c.receiver_id, _COUNTED.c.kind, literal(0), func.count(), literal(0), literal(0)
    )
    .where(_COUNTED.c.kind.in_((SlipKind.REFERRAL, SlipKind.ONE_TO_ONE)))
    .group_by(_COUNTED.c.receiver_id, _COUNTED.c.kind)
)
_TALLIES = union_all(_GAVE, _GOT)
_CREDITED = {
    (SlipKind.REFERRAL, True): Counter.GIVEN,
    (SlipKind.REFERRAL, False): Counter.RECEIVED,
    (SlipKind.ONE_TO_ONE, True): Counter.ONE_TO_ONES,
    (SlipKind.ONE_TO_ONE, False): Counter.ONE_TO_ONES,
    (SlipKind.VISITOR, True): Counter.VISITORS,
    (SlipKind.EDUCATION, True): Counter.EDUCATION,
    (SlipKind.TESTIMONIAL, True): Counter.TESTIMONIALS,
    (SlipKind.CLOSED_BUSINESS, True): Counter.CLOSED_BUSINESS,
}


def _figures(session: Session, person_id: int, window: Period, today: date) -> tuple[Figure, ...]:
    tallies = _tallies(session, window)
    everybody = set(session.scalars(member_on(today))) | {person_id}
    return tuple(
        Figure(
            counter,
            tallies[person_id][counter],
            float(statistics.median(tallies[one][counter] for one in everybody)),
        )
        for counter in Counter
    )


def _tallies(session: Session, window: Period) -> dict[int, dict[Counter, int]]:
    found: dict[int, dict[Counter, int]] = defaultdict(lambda: defaultdict(int))
    span = {"start": window.start, "end": window.end}
    for person_id, kind, gave, slips, amount, units in session.execute(_TALLIES, span):
        counter = _CREDITED[kind, bool(gave)]
        value = {Counter.CLOSED_BUSINESS: amount, Counter.EDUCATION: units}.get(counter, slips)
        found[person_id][counter] += value
    return found


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
