"""The roster: who sits in which seat, who holds which office, and the last ninety days of each.

Ways to reach a member are for members: they are left out of what a room may see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, bindparam, or_, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.classifications import Classification
from app.models.offices import Holder
from app.models.people import Person
from app.queries.chapter import chapter_details
from app.queries.ledger import ledger
from app.queries.membership import member_on
from app.queries.roster import Seat, seating
from app.rules.alphabet import alphabetical
from app.rules.identifiers import PersonId
from app.rules.people import Office, PersonKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.tally import NONE, Tally

DAYS = 90


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A member; the last six are figures of the period, attendance none where none is recorded."""

    number: int
    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    company: str
    phone: str
    email: str
    offices: tuple[Office, ...]
    given: int
    received: int
    visitors: int
    one_to_ones: int
    late: int | None
    absent: int | None


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """An office and who holds it on the day."""

    office: Office
    name: str
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """The members of a day by name; ``contacts`` tells whether ways to reach them are in it."""

    chapter: str
    audience: Audience
    money: Money
    day: date
    period: Period
    contacts: bool
    members: tuple[RosterLine, ...]
    officers: tuple[OfficeHolder, ...]
    open_seats: tuple[str, ...]


def roster_sheet(session: Session, *, audience: Audience, day: date) -> RosterSheet:
    """Return who is a member on a day, with the figures of the ninety days up to it."""
    chapter = chapter_details(session)
    period = Period(day - timedelta(days=DAYS - 1), day)
    found = ledger(session, period, Audience.OFFICERS)
    tallies = {one.person_id: one.tally for one in found.members}
    contacts = audience is Audience.OFFICERS
    reached = {row.id: row for row in session.execute(_REACHED)}
    officers = in_office(session, day)
    return RosterSheet(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        day=day,
        period=period,
        contacts=contacts,
        members=tuple(
            _line(one, reached[one.person_id], officers, tallies.get(one.person_id, NONE), contacts)
            for one in sorted(seating(session, day), key=lambda one: alphabetical(one.sort_name))
        ),
        officers=officers,
        open_seats=tuple(session.scalars(_OPEN.where(Classification.id.not_in(_taken(day))))),
    )


def in_office(session: Session, day: date) -> tuple[OfficeHolder, ...]:
    """Return who holds which office on a day, in the order of the offices."""
    held = session.execute(_IN_OFFICE, {"day": day}).all()
    return tuple(
        OfficeHolder(office, row.name, PersonId(row.person_id))
        for office in Office
        for row in held
        if row.office is office
    )


def _line(
    one: Seat,
    reached: Row[*tuple[Any, ...]],
    officers: Sequence[OfficeHolder],
    tally: Tally,
    contacts: bool,  # noqa: FBT001  private, one caller
) -> RosterLine:
    recorded = tally.weeks > 0
    return RosterLine(
        number=one.number,
        person_id=one.person_id,
        name=one.name,
        sort_name=one.sort_name,
        seat=one.classification,
        company=reached.company,
        phone=reached.phone if contacts else "",
        email=reached.email if contacts else "",
        offices=tuple(dict.fromkeys(o.office for o in officers if o.person_id == one.person_id)),
        given=tally.given_inside + tally.given_outside,
        received=tally.received_inside + tally.received_outside,
        visitors=tally.visitors,
        one_to_ones=tally.one_to_ones,
        late=tally.late if recorded else None,
        absent=tally.absent if recorded else None,
    )


def _taken(day: date) -> Select[int | None]:
    """Return a statement for the seats that members of a day hold."""
    return select(Person.classification_id).where(
        Person.classification_id.is_not(None), Person.id.in_(member_on(day))
    )


_OPEN = select(Classification.name).order_by(Classification.name_key)
_REACHED = select(Person.id, Person.company, Person.phone, Person.email).where(
    Person.kind == PersonKind.MEMBER
)
_IN_OFFICE = (
    select(Holder.office, Holder.person_id, Person.name)
    .join(Person, Person.id == Holder.person_id)
    .where(
        Holder.starts_on <= bindparam("day"),
        or_(Holder.ends_on.is_(None), Holder.ends_on >= bindparam("day")),
    )
    .order_by(Person.sort_name, Holder.id)
)
