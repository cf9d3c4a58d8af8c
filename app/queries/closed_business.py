"""Closed business as a list: who was thanked for how much, and by whom where that is known."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, aliased

from app.formats import Money
from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.sides import Giver, Receiver, Side, side, side_columns
from app.rules.identifiers import MeetingId, SlipId
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind, Tier


@dataclass(frozen=True, slots=True)
class BusinessRow:
    """One thank-you; ``amount`` in minor units.

    ``thanker`` earned the money and has no id where nobody knows him; then ``other_chapter``
    may say where he belongs. ``giver`` is whom he thanks. ``referral_id`` is the referral the
    money came from, of the day ``referred_on``, if it was said.
    """

    slip_id: SlipId
    version: int
    dated_on: date
    meeting_id: MeetingId
    held_on: date
    meeting_state: MeetingState
    thanker: Side
    other_chapter: str
    giver: Side
    amount: int
    repeat: bool
    tier: Tier | None
    note: str
    referral_id: SlipId | None
    referred_on: date | None
    imported: bool


@dataclass(frozen=True, slots=True)
class Business:
    """Every thank-you, and how the chapter writes amounts."""

    rows: tuple[BusinessRow, ...]
    money: Money


_Origin = aliased(Slip)
_BUSINESS = (
    select(
        Slip.id,
        Slip.version,
        Slip.dated_on,
        Slip.amount,
        Slip.repeat,
        Slip.tier,
        Slip.note,
        Slip.other_chapter,
        Slip.imported,
        Slip.referral_id,
        _Origin.dated_on.label("referred_on"),
        Meeting.id.label("meeting_id"),
        Meeting.held_on,
        Meeting.state.label("meeting_state"),
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .outerjoin(_Origin, _Origin.id == Slip.referral_id)
    .where(Slip.kind == SlipKind.CLOSED_BUSINESS)
    .order_by(Slip.dated_on.desc(), Slip.id.desc())
)


def closed_business(session: Session) -> Business:
    """Return every thank-you, the latest first; those of discarded meetings too."""
    rows = tuple(_row(row) for row in session.execute(_BUSINESS))
    return Business(rows, chapter_details(session).money)


def _row(row: Row[*tuple[Any, ...]]) -> BusinessRow:
    return BusinessRow(
        slip_id=SlipId(row.id),
        version=row.version,
        dated_on=row.dated_on,
        meeting_id=MeetingId(row.meeting_id),
        held_on=row.held_on,
        meeting_state=row.meeting_state,
        thanker=side(row, "receiver"),
        other_chapter=row.other_chapter,
        giver=side(row, "giver"),
        amount=row.amount or 0,
        repeat=row.repeat,
        tier=row.tier,
        note=row.note,
        referral_id=None if row.referral_id is None else SlipId(row.referral_id),
        referred_on=row.referred_on,
        imported=row.imported,
    )
