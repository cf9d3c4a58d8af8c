"""What each meeting of a term came to, week by week up to one of them."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.slips import Slip
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Thanked
from app.rules.slips import SlipKind, Tier


@dataclass(frozen=True, slots=True)
class TermWeek:
    """Slips of one meeting by kind; education in units, closed business with its thankers."""

    meeting_id: MeetingId
    held_on: date
    closed_business: Thanked
    inside: int
    outside: int
    one_to_ones: int
    thanks: int
    visitors: int
    education: int
    testimonials: int

    @property
    def referrals(self) -> int:
        """All referrals."""
        return self.inside + self.outside


def term_weeks(session: Session, term: Period, meeting_id: int) -> tuple[TermWeek, ...]:
    """Return the completed meetings of a term up to one of its meetings, which counts as it is."""
    asked = {"start": term.start, "end": term.end, "meeting_id": meeting_id}
    behind = defaultdict[int, set[Hashable]](set)
    for key, earner_id, chapter in session.execute(_THANKERS, asked):
        behind[key].add(earner_id or chapter)
    return tuple(
        TermWeek(
            MeetingId(key),
            held_on,
            Thanked(amount or 0, frozenset(behind[key])),
            *(count or 0 for count in counts),
        )
        for key, held_on, amount, *counts in session.execute(_WEEKS, asked)
    )


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((and_(*conditions), 1), else_=0))


_COUNTED = (
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
    or_(Meeting.state == MeetingState.COMPLETED, Meeting.id == bindparam("meeting_id")),
)
_REFERRAL = Slip.kind == SlipKind.REFERRAL
_WEEKS = (
    select(
        Meeting.id,
        Meeting.held_on,
        func.sum(case((Slip.kind == SlipKind.CLOSED_BUSINESS, Slip.amount))),
        _count(_REFERRAL, Slip.tier == Tier.INSIDE),
        _count(_REFERRAL, or_(Slip.tier.is_(None), Slip.tier != Tier.INSIDE)),
        _count(Slip.kind == SlipKind.ONE_TO_ONE),
        _count(Slip.kind == SlipKind.CLOSED_BUSINESS),
        _count(Slip.kind == SlipKind.VISITOR),
        func.sum(case((Slip.kind == SlipKind.EDUCATION, Slip.credits))),
        _count(Slip.kind == SlipKind.TESTIMONIAL),
    )
    .outerjoin(Slip, Slip.meeting_id == Meeting.id)
    .where(*_COUNTED)
    .group_by(Meeting.id, Meeting.held_on)
    .order_by(Meeting.held_on)
)
_THANKERS = (
    select(Slip.meeting_id, Slip.receiver_id, Slip.other_chapter)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(*_COUNTED, Slip.kind == SlipKind.CLOSED_BUSINESS)
    .distinct()
)
