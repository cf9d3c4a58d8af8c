"""The members as a list: current, former and people of other chapters, with their figures.

Figures come from completed meetings in the rolling window that ends today; a date on which two
people last met is a fact and comes from drafts as well.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Row, bindparam, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from app.models.classifications import Classification
from app.models.meetings import Mark, Meeting
from app.models.offices import Holder
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.chapter import settings
from app.queries.policy import policy_in_use
from app.queries.standings import standings
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.people import Office, PersonKind
from app.rules.periods import Period
from app.rules.scoring.profile import Policy
from app.rules.slips import SlipKind

COUNTED_FOR_DATES = (MeetingState.DRAFT, MeetingState.COMPLETED)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person of the list.

    ``number`` counts the current members in seating order from 1 without gaps. The spell is the
    latest one. ``weeks`` is how many meetings of the window have a mark, ``absences`` how many
    absences the policy makes of them; none where nothing was recorded.
    """

    person_id: PersonId
    version: int
    kind: PersonKind
    current: bool
    number: int | None
    name: str
    given_name: str
    family_name: str
    sort_name: str
    classification_id: int | None
    classification: str
    sphere: str
    company: str
    phone: str
    email: str
    chapter: str
    region: str
    country: str
    joined_on: date | None
    left_on: date | None
    renewal_due: date | None
    offices: tuple[Office, ...]
    weeks: int
    absences: Fraction | None
    given: int
    received: int
    last_met: date | None


@dataclass(frozen=True, slots=True)
class Members:
    """Everybody, the window the figures come from, and the rules they are held against."""

    rows: tuple[MemberRow, ...]
    window: Period
    absences_allowed: int
    warn_before: int
    renewal_notice_days: int


_PEOPLE = (
    select(
        Person.id,
        Person.version,
        Person.kind,
        Person.seat,
        Person.name,
        Person.given_name,
        Person.family_name,
        Person.sort_name,
        Person.classification_id,
        func.coalesce(Classification.name, "").label("classification"),
        func.coalesce(Classification.sphere, "").label("sphere"),
        Person.company,
        Person.phone,
        Person.email,
        Person.home_chapter,
        Person.home_region,
        Person.home_country,
    )
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .where(Person.kind.in_((PersonKind.MEMBER, PersonKind.EXTERNAL)))
    .order_by(Person.seat.is_(None), Person.seat, Person.sort_name, Person.id)
)
_SPELLS = select(Spell.person_id, Spell.joined_on, Spell.left_on, Spell.renewal_due).order_by(
    Spell.left_on.is_(None), Spell.left_on, Spell.id
)
_IN_OFFICE = (
    select(Holder.person_id, Holder.office)
    .where(
        Holder.starts_on <= bindparam("day"),
        or_(Holder.ends_on.is_(None), Holder.ends_on >= bindparam("day")),
    )
    .order_by(Holder.id)
)
_COUNTED = (
    Meeting.state == MeetingState.COMPLETED,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
_MARKS = (
    select(Mark.person_id, func.count())
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(*_COUNTED)
    .group_by(Mark.person_id)
)
_REFERRALS = (
    select(Slip.giver_id, Slip.receiver_id)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(Slip.kind == SlipKind.REFERRAL, *_COUNTED)
    .subquery()
)
_SIDES = union_all(
    select(
        _REFERRALS.c.giver_id.label("person_id"),
        literal(1).label("given"),
        literal(0).label("received"),
    ),
    select(_REFERRALS.c.receiver_id, literal(0), literal(1)),
).subquery()
_GIVEN_AND_RECEIVED = select(
    _SIDES.c.person_id, func.sum(_SIDES.c.given), func.sum(_SIDES.c.received)
).group_by(_SIDES.c.person_id)
_MET = (
    select(Slip.giver_id, Slip.receiver_id, Slip.dated_on)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(Slip.kind == SlipKind.ONE_TO_ONE, Meeting.state.in_(COUNTED_FOR_DATES))
    .subquery()
)
_BOTH_WAYS = union_all(
    select(_MET.c.giver_id.label("person_id"), _MET.c.dated_on),
    select(_MET.c.receiver_id, _MET.c.dated_on),
).subquery()
_LAST_MET = select(_BOTH_WAYS.c.person_id, func.max(_BOTH_WAYS.c.dated_on)).group_by(
    _BOTH_WAYS.c.person_id
)


def members(session: Session, today: date) -> Members:
    """Return members in seating order, then former members and people of other chapters."""
    policy = policy_in_use(session, today).policy
    window = policy.window.on(today)
    rows = _Rows(session, today, window, policy)
    people = list(session.execute(_PEOPLE))
    listed = [*(p for p in people if rows.is_current(p.id)), *_by_name(people, rows)]
    numbered = enumerate(listed, start=1)
    return Members(
        tuple(rows.row(person, number) for number, person in numbered),
        window,
        policy.allowed,
        policy.warn_before,
        settings(session).renewal_notice_days,
    )


def _by_name(people: list[Row[*tuple[Any, ...]]], rows: "_Rows") -> list[Row[Any]]:
    others = [person for person in people if not rows.is_current(person.id)]
    return sorted(others, key=lambda person: (person.kind != PersonKind.MEMBER, person.sort_name))


class _Rows:
    """Everything asked of the book, by person, from which each row is put together."""

    def __init__(self, session: Session, today: date, window: Period, policy: Policy) -> None:
        span = {"start": window.start, "end": window.end}
        self._today = today
        self._spells = {
            row.person_id: (row.joined_on, row.left_on, row.renewal_due)
            for row in session.execute(_SPELLS)
        }
        self._weeks = dict(session.execute(_MARKS, span).all())
        self._absences = {
            one.person_id: one.standing.absences for one in standings(session, today, policy=policy)
        }
        self._met = dict(session.execute(_LAST_MET).all())
        self._offices = defaultdict[int, list[Office]](list)
        for person_id, office in session.execute(_IN_OFFICE, {"day": today}):
            self._offices[person_id].append(office)
        self._referrals = {
            person_id: (given, received)
            for person_id, given, received in session.execute(_GIVEN_AND_RECEIVED, span)
        }

    def is_current(self, person_id: int) -> bool:
        """Tell whether somebody is a member today, or will be: the latest spell has no end yet."""
        spell = self._spells.get(person_id)
        return spell is not None and (spell[1] is None or spell[1] > self._today)

    def row(self, person: Row[*tuple[Any, ...]], number: int) -> MemberRow:
        """Return one person with all figures."""
        joined_on, left_on, renewal_due = self._spells.get(person.id, (None, None, None))
        weeks = self._weeks.get(person.id, 0)
        given, received = self._referrals.get(person.id, (0, 0))
        current = self.is_current(person.id)
        return MemberRow(
            person_id=PersonId(person.id),
            version=person.version,
            kind=person.kind,
            current=current,
            number=number if current else None,
            name=person.name,
            given_name=person.given_name,
            family_name=person.family_name,
            sort_name=person.sort_name,
            classification_id=person.classification_id,
            classification=person.classification,
            sphere=person.sphere,
            company=person.company,
            phone=person.phone,
            email=person.email,
            chapter=person.home_chapter,
            region=person.home_region,
            country=person.home_country,
            joined_on=joined_on,
            left_on=left_on,
            renewal_due=renewal_due,
            offices=tuple(self._offices[person.id]),
            weeks=weeks,
            absences=self._absences.get(person.id) if weeks else None,
            given=given,
            received=received,
            last_met=self._met.get(person.id),
        )
