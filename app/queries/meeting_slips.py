"""The slips of one meeting, with what an officer should notice about each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.people import Visitor
from app.models.slips import Slip
from app.queries.roster import Seat
from app.queries.sides import Giver, Receiver, Side, side, side_columns
from app.rules import names
from app.rules.identifiers import SlipId, VisitorId
from app.rules.likeness import Likeness, is_repeated, likeness
from app.rules.meetings import MeetingState
from app.rules.slips import ReferralState, SlipKind, Tier


@dataclass(frozen=True, slots=True)
class Visit:
    """A guest at this meeting; ``nth`` counts the visits, ``seat_holder`` has the profession."""

    visitor_id: VisitorId
    name: str
    profession: str
    nth: int
    seat_holder: str


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip; amounts in minor units. ``repeated`` where an earlier one says the same."""

    slip_id: SlipId
    version: int
    kind: SlipKind
    dated_on: date
    giver: Side
    receiver: Side
    tier: Tier | None
    amount: int | None
    units: int | None
    repeat: bool
    confirmed: bool
    state: ReferralState | None
    note: str
    contact: str
    visit: Visit | None
    repeated: bool

    @property
    def weight(self) -> int:
        """What the slip adds to its kind's total: money, units, else one."""
        if self.kind is SlipKind.CLOSED_BUSINESS:
            return self.amount or 0
        return (self.units or 0) if self.kind is SlipKind.EDUCATION else 1

    @property
    def awaits_confirmation(self) -> bool:
        """Whether an inviter waits for an officer to confirm the credit."""
        invited = self.kind is SlipKind.VISITOR and self.giver.person_id is not None
        return invited and not self.confirmed

    @property
    def likeness(self) -> Likeness:
        """What it shares with slips that say the same."""
        return likeness(
            self.kind,
            self.giver.person_id or self.giver.name,
            self.receiver.person_id or self.receiver.name,
            weight=self.amount or self.units or self.tier or 0,
            guest=self.visit.name if self.visit else self.receiver.name,
            note=self.note,
        )


_SLIPS = (
    select(
        Slip.id,
        Slip.version,
        Slip.kind,
        Slip.dated_on,
        Slip.tier,
        Slip.amount,
        Slip.credits,
        Slip.repeat,
        Slip.confirmed,
        Slip.state,
        Slip.note,
        Slip.contact,
        Slip.visitor_id,
        Visitor.name.label("guest"),
        Visitor.profession,
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .outerjoin(Visitor, Visitor.id == Slip.visitor_id)
    .order_by(Slip.id)
)
_VISITS = (
    select(Slip.visitor_id, Slip.id)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        Slip.kind == SlipKind.VISITOR,
        Meeting.state.not_in((MeetingState.DISCARDED, MeetingState.HOLIDAY)),
    )
    .order_by(Meeting.held_on, Slip.id)
)


def meeting_slips(
    session: Session, meeting_id: int, held_on: date, seats: Iterable[Seat]
) -> tuple[SlipRow, ...]:
    """Return the slips of a meeting in the order they were entered."""
    rows = session.execute(_SLIPS.where(Slip.meeting_id == meeting_id)).all()
    visits = _visits(session, {row.visitor_id for row in rows} - {None}, held_on)
    taken = {names.key(seat.classification): seat.name for seat in seats if seat.classification}
    found: list[SlipRow] = []
    earlier = defaultdict[SlipKind, list[Likeness]](list)
    for row in rows:
        alike = earlier[row.kind]
        slip = _slip(row, visits, taken, alike)
        found.append(slip)
        alike.append(slip.likeness)
    return tuple(found)


def _visits(session: Session, visitor_ids: set[int], held_on: date) -> dict[int, int]:
    """Return which visit of its guest each slip is, up to a day."""
    if not visitor_ids:
        return {}
    counted = defaultdict[int, int](int)
    order: dict[int, int] = {}
    statement = _VISITS.where(Slip.visitor_id.in_(visitor_ids), Meeting.held_on <= held_on)
    for visitor_id, slip_id in session.execute(statement):
        counted[visitor_id or 0] += 1
        order[slip_id] = counted[visitor_id or 0]
    return order


def _slip(
    row: Row[*tuple[Any, ...]],
    visits: dict[int, int],
    taken: dict[str, str],
    earlier: list[Likeness],
) -> SlipRow:
    slip = SlipRow(
        slip_id=SlipId(row.id),
        version=row.version,
        kind=row.kind,
        dated_on=row.dated_on,
        giver=side(row, "giver"),
        receiver=side(row, "receiver"),
        tier=row.tier,
        amount=row.amount,
        units=row.credits,
        repeat=row.repeat,
        confirmed=row.confirmed,
        state=row.state,
        note=row.note,
        contact=row.contact,
        visit=_visit(row, visits, taken),
        repeated=False,
    )
    return replace(slip, repeated=is_repeated(slip.likeness, earlier))


def _visit(
    row: Row[*tuple[Any, ...]], visits: dict[int, int], taken: dict[str, str]
) -> Visit | None:
    if row.visitor_id is None:
        return None
    return Visit(
        visitor_id=VisitorId(row.visitor_id),
        name=row.guest,
        profession=row.profession,
        nth=visits.get(row.id, 1),
        seat_holder=taken.get(names.key(row.profession), "") if row.profession else "",
    )
