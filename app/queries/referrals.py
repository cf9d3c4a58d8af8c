"""Referrals as a list: who gave what to whom, how far it has come, and for how long it rests.

The contact person of a referral is for its giver and receiver alone: a list for officers says
that one is kept, not who it is.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, aliased

from app.formats import Money
from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.sides import Giver, Receiver, Side, side, side_columns
from app.rules.identifiers import MeetingId, SlipId
from app.rules.meetings import MeetingState
from app.rules.slips import OPEN_STATES, ReferralState, SlipKind, Tier, age_in_days


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One referral; ``days`` counts since its last step, ``thanked`` is money in minor units."""

    slip_id: SlipId
    version: int
    dated_on: date
    meeting_id: MeetingId
    held_on: date
    meeting_state: MeetingState
    giver: Side
    receiver: Side
    tier: Tier | None
    note: str
    has_contact: bool
    state: ReferralState
    state_on: date
    days: int
    stale: bool
    thanked: int | None

    @property
    def open(self) -> bool:
        """Whether something may still come of it."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Referrals:
    """Every referral, how long one may rest, and how the chapter writes amounts."""

    rows: tuple[ReferralRow, ...]
    stale_days: int
    money: Money


_Thanks = aliased(Slip)
_ThankedAt = aliased(Meeting)
# what came of each referral, in all
THANKED = (
    select(_Thanks.referral_id, func.sum(_Thanks.amount).label("amount"))
    .join(_ThankedAt, _ThankedAt.id == _Thanks.meeting_id)
    .where(_Thanks.referral_id.is_not(None), _ThankedAt.state != MeetingState.DISCARDED)
    .group_by(_Thanks.referral_id)
    .subquery()
)
_REFERRALS = (
    select(
        Slip.id,
        Slip.version,
        Slip.dated_on,
        Slip.tier,
        Slip.note,
        (Slip.contact != "").label("has_contact"),
        Slip.state,
        Slip.state_on,
        Meeting.id.label("meeting_id"),
        Meeting.held_on,
        Meeting.state.label("meeting_state"),
        THANKED.c.amount,
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .outerjoin(THANKED, THANKED.c.referral_id == Slip.id)
    .where(Slip.kind == SlipKind.REFERRAL)
    .order_by(Slip.dated_on.desc(), Slip.id.desc())
)


def referrals(session: Session, today: date) -> Referrals:
    """Return every referral, the latest first; those of discarded meetings too."""
    chapter = chapter_details(session)
    stale_days = chapter.settings.stale_days
    rows = tuple(_row(row, today, stale_days) for row in session.execute(_REFERRALS))
    return Referrals(rows, stale_days, chapter.money)


def _row(row: Row[*tuple[Any, ...]], today: date, stale_days: int) -> ReferralRow:
    state = row.state or ReferralState.PASSED
    since = row.state_on or row.dated_on
    days = age_in_days(since, today)
    waits = state in OPEN_STATES and row.meeting_state is not MeetingState.DISCARDED
    return ReferralRow(
        slip_id=SlipId(row.id),
        version=row.version,
        dated_on=row.dated_on,
        meeting_id=MeetingId(row.meeting_id),
        held_on=row.held_on,
        meeting_state=row.meeting_state,
        giver=side(row, "giver"),
        receiver=side(row, "receiver"),
        tier=row.tier,
        note=row.note,
        has_contact=bool(row.has_contact),
        state=state,
        state_on=since,
        days=days,
        stale=waits and days >= stale_days,
        thanked=row.amount,
    )
