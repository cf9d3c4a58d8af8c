"""Renewals ahead by the reminders of the policy: within 30, 60, 90 and 120 days; and overdue."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.classifications import Classification
from app.models.people import Person, Spell
from app.queries.chapter import chapter_details
from app.queries.policy import policy_in_use
from app.rules.identifiers import PersonId
from app.rules.people import PersonKind
from app.rules.privacy import Audience


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """A member and the day his membership has to be renewed; ``days`` is below zero once past."""

    person_id: PersonId
    name: str
    seat: str
    joined_on: date | None
    renewal_due: date
    days: int


@dataclass(frozen=True, slots=True)
class RenewalGroup:
    """Renewals due within so many days, and in none of the groups before; 0 is overdue."""

    within: int
    members: tuple[RenewalLine, ...]


@dataclass(frozen=True, slots=True)
class Renewals:
    """Renewals in groups, the most urgent first; later and undated ones are counted only."""

    chapter: str
    audience: Audience
    money: Money
    day: date
    groups: tuple[RenewalGroup, ...]
    later: int
    undated: tuple[str, ...]


def renewals(session: Session, *, audience: Audience, day: date) -> Renewals:
    """Return the members of a day by how soon they have to renew."""
    chapter = chapter_details(session)
    undated, lines = [], []
    for person_id, name, seat, joined_on, due in session.execute(_MEMBERS, {"day": day}):
        if due is None:
            undated.append(name)
        else:
            days = (due - day).days
            lines.append(RenewalLine(PersonId(person_id), name, seat, joined_on, due, days))
    bounds = (0, *sorted(policy_in_use(session, day).policy.membership.reminders))
    last = day + timedelta(days=bounds[-1] + 1)
    firsts = (date.min, *(day + timedelta(days=bound + (bound > 0)) for bound in bounds[:-1]))
    return Renewals(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        day=day,
        groups=tuple(
            RenewalGroup(bound, tuple(one for one in lines if first <= one.renewal_due < until))
            for bound, first, until in zip(bounds, firsts, (*firsts[1:], last), strict=True)
        ),
        later=sum(1 for one in lines if one.days > bounds[-1]),
        undated=tuple(undated),
    )


_MEMBERS = (
    select(
        Person.id,
        Person.name,
        func.coalesce(Classification.name, ""),
        Spell.joined_on,
        Spell.renewal_due,
    )
    .join(Spell, Spell.person_id == Person.id)
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .where(
        Person.kind == PersonKind.MEMBER,
        or_(Spell.joined_on.is_(None), Spell.joined_on <= bindparam("day")),
        or_(Spell.left_on.is_(None), Spell.left_on > bindparam("day")),
    )
    .order_by(Spell.renewal_due, Person.sort_name, Person.id)
)
