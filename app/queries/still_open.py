"""What the slips of meetings come to, and what keeps drafts from being complete."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.rules.people import PersonKind
from app.rules.slips import SlipKind
from app.rules.totals import Gaps, Totals, added, gaps

READ_ALOUD = (
    Meeting.read_referrals,
    Meeting.read_one_to_ones,
    Meeting.read_closed_business,
    Meeting.read_visitors,
    Meeting.read_education,
    Meeting.read_testimonials,
)

_Marked = aliased(Mark)
BLANK = (
    select(func.count(Spell.id))
    .join(Person, Person.id == Spell.person_id)
    .outerjoin(_Marked, and_(_Marked.meeting_id == Meeting.id, _Marked.person_id == Person.id))
    .where(
        Person.kind == PersonKind.MEMBER,
        _Marked.id.is_(None),
        or_(Spell.joined_on.is_(None), Spell.joined_on <= Meeting.held_on),
        or_(Spell.left_on.is_(None), Spell.left_on > Meeting.held_on),
    )
    .correlate(Meeting)
    .scalar_subquery()
)
_WEIGHT = case(
    (Slip.kind == SlipKind.CLOSED_BUSINESS, func.coalesce(Slip.amount, 0)),
    (Slip.kind == SlipKind.EDUCATION, func.coalesce(Slip.credits, 0)),
    else_=1,
)
_WAITING = and_(
    Slip.kind == SlipKind.VISITOR, Slip.giver_id.is_not(None), Slip.confirmed.is_(False)
)
_SLIPS = select(
    Slip.meeting_id,
    Slip.kind,
    func.sum(_WEIGHT),
    func.sum(case((_WAITING, 1), else_=0)),
).group_by(Slip.meeting_id, Slip.kind)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What a meeting's slips come to, and how many credits for visitors wait to be confirmed."""

    totals: Totals
    unconfirmed: int


NOTHING = HandedIn(Totals(), 0)


def handed_in(session: Session, *which: ColumnElement[bool]) -> Mapping[int, HandedIn]:
    """Return what was handed in at each meeting, or at those of some slips."""
    weights = defaultdict[int, list[tuple[SlipKind, int]]](list)
    waiting = defaultdict[int, int](int)
    for meeting_id, kind, weight, unconfirmed in session.execute(_SLIPS.where(*which)):
        weights[meeting_id].append((kind, weight))
        waiting[meeting_id] += unconfirmed
    return {one: HandedIn(added(found), waiting[one]) for one, found in weights.items()}


def read_aloud(row: Row[*tuple[Any, ...]]) -> Totals:
    """Return the totals of a row that was asked for ``READ_ALOUD``."""
    return Totals(*(row._mapping[column] for column in READ_ALOUD))  # noqa: SLF001  documented


def still_open(row: Row[*tuple[Any, ...]], handed: HandedIn) -> Gaps:
    """Return what is missing of a meeting whose row has ``BLANK`` as blank, and ``READ_ALOUD``."""
    return gaps(
        blank=row.blank,
        unconfirmed=handed.unconfirmed,
        entered=handed.totals,
        read=read_aloud(row),
    )


def gaps_of(session: Session, ids: Sequence[int]) -> Iterator[tuple[int, date, Gaps]]:
    """Give some meetings in the order of their days, each with what is missing of it."""
    handed = handed_in(session, Slip.meeting_id.in_(ids))
    wanted = select(Meeting.id, Meeting.held_on, BLANK.label("blank"), *READ_ALOUD)
    rows = wanted.where(Meeting.id.in_(ids)).order_by(Meeting.held_on)
    for row in session.execute(rows):
        yield row.id, row.held_on, still_open(row, handed.get(row.id, NOTHING))
