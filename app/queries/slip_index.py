"""Every slip of the book, however many: their order as bare numbers, and a page of them in full.

A list of a million is eight megabytes of numbers; what is read of it is asked for by number.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.formats import Money
from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.sides import Side, side, side_columns
from app.rules import names
from app.rules.identifiers import MeetingId, SlipId
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind, Tier


class SlipOrder(StrEnum):
    """What slips may be ordered by; ties stand in the order they were entered in."""

    DATE = "date"
    KIND = "kind"
    SENDER = "sender"
    ADDRESSEE = "addressee"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class SlipIndex:
    """The ids of slips in order, eight bytes each, and how the chapter writes amounts."""

    ids: Sequence[int]
    money: Money


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One slip as it is listed, from who hands it in to whom it is for.

    That is giver to receiver, but of closed business the earner to whom he thanks.
    ``guest`` is the visitor, ``amount`` in minor units.
    """

    slip_id: SlipId
    kind: SlipKind
    dated_on: date
    meeting_id: MeetingId
    held_on: date
    meeting_state: MeetingState
    sender: Side
    addressee: Side
    guest: str
    tier: Tier | None
    amount: int | None
    credits: int | None
    note: str


def slip_index(
    session: Session,
    *,
    order: SlipOrder = SlipOrder.DATE,
    ascending: bool = False,
    kind: SlipKind | None = None,
    wanted: str = "",
) -> SlipIndex:
    """Return the ids of all slips, or of one kind, or of those a name or note holds words of."""
    statement = _ordered(order, ascending=ascending)
    if kind is not None:
        statement = statement.where(Slip.kind == kind)
    for word in wanted.split():
        statement = statement.where(_holding(word))
    found = session.connection().execute(statement)
    # the driver's own cursor: a million numbers need no rows made of them
    cursor: Iterable[tuple[int]] = cast("Any", found).cursor
    ids = array("q", chain.from_iterable(cursor))
    found.close()
    return SlipIndex(ids, chapter_details(session).money)


def slip_lines(session: Session, ids: Sequence[int]) -> tuple[SlipLine, ...]:
    """Return some slips in full, in the order of their ids as given; those gone are left out."""
    asked = session.connection().execute(_LINES, {"ids": [*ids]})
    found = {row.id: _line(row) for row in asked}
    return tuple(found[one] for one in ids if one in found)


def _ordered(order: SlipOrder, *, ascending: bool) -> Select[int]:
    keys = _KEYS[order]
    statement = select(Slip.id)
    if order is SlipOrder.SENDER:
        statement = statement.outerjoin(_Sender, _Sender.id == _SENDER_ID)
    if order is SlipOrder.ADDRESSEE:
        statement = statement.outerjoin(_Addressee, _Addressee.id == _ADDRESSEE_ID)
    return statement.order_by(*(key.asc() if ascending else key.desc() for key in keys))


def _holding(word: str) -> ColumnElement[bool]:
    """Return the condition that a name on a slip, its guest's or its note holds a word."""
    people = select(Person.id).where(Person.name_key.contains(names.key(word), autoescape=True))
    guests = select(Visitor.id).where(Visitor.name_key.contains(names.key(word), autoescape=True))
    return or_(
        Slip.giver_id.in_(people),
        Slip.receiver_id.in_(people),
        Slip.visitor_id.in_(guests),
        func.lower(Slip.note).contains(word.lower(), autoescape=True),
    )


def _line(row: Row[*tuple[Any, ...]]) -> SlipLine:
    return SlipLine(
        SlipId(row.id),
        row.kind,
        row.dated_on,
        MeetingId(row.meeting_id),
        row.held_on,
        row.meeting_state,
        side(row, "sender"),
        side(row, "addressee"),
        row.guest,
        row.tier,
        row.amount,
        row.credits,
        row.note,
    )


_Field = ColumnElement[Any] | InstrumentedAttribute[Any]


def _turned(side: _Field, other: _Field) -> ColumnElement[Any]:
    """Return one side of a slip; of closed business the other one."""
    return case((Slip.kind == SlipKind.CLOSED_BUSINESS, other), else_=side)


_Sender = aliased(Person)
_Addressee = aliased(Person)
_SENDER_ID = _turned(Slip.giver_id, Slip.receiver_id)
_ADDRESSEE_ID = _turned(Slip.receiver_id, Slip.giver_id)
_KEYS: dict[SlipOrder, tuple[Any, ...]] = {
    SlipOrder.DATE: (Slip.dated_on, Slip.id),
    SlipOrder.KIND: (Slip.kind, Slip.id),
    SlipOrder.SENDER: (_Sender.sort_name, Slip.id),
    SlipOrder.ADDRESSEE: (_Addressee.sort_name, Slip.id),
    SlipOrder.AMOUNT: (Slip.amount, Slip.id),
}
_LINES = (
    select(
        Slip.id,
        Slip.kind,
        Slip.dated_on,
        Meeting.id.label("meeting_id"),
        Meeting.held_on,
        Meeting.state.label("meeting_state"),
        Slip.tier,
        Slip.amount,
        Slip.credits,
        Slip.note,
        func.coalesce(Visitor.name, "").label("guest"),
        *side_columns("sender", _Sender, _turned(Slip.giver_written, Slip.receiver_written)),
        *side_columns("addressee", _Addressee, _turned(Slip.receiver_written, Slip.giver_written)),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(_Sender, _Sender.id == _SENDER_ID)
    .outerjoin(_Addressee, _Addressee.id == _ADDRESSEE_ID)
    .outerjoin(Visitor, Visitor.id == Slip.visitor_id)
    .where(Slip.id.in_(bindparam("ids", expanding=True)))
)
