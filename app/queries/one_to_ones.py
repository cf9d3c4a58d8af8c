"""One-to-ones: who met whom, and which members have not met for long."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models.classifications import Classification
from app.models.meetings import Meeting
from app.models.people import Person
from app.models.slips import Slip
from app.queries.membership import member_on
from app.queries.sides import Giver, Receiver, Side, side, side_columns
from app.rules.identifiers import MeetingId, PersonId, SlipId
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.slips import SlipKind

_SEEN = (MeetingState.DRAFT, MeetingState.COMPLETED)


@dataclass(frozen=True, slots=True)
class OneToOneRow:
    """Two people who met; ``member`` is who handed the slip in."""

    slip_id: SlipId
    version: int
    dated_on: date
    meeting_id: MeetingId
    held_on: date
    meeting_state: MeetingState
    member: Side
    partner: Side
    note: str


@dataclass(frozen=True, slots=True)
class UnmetPair:
    """Two current members who have not met lately; ``last_met`` is none where they never did.

    ``referred`` and ``referred_back`` count referrals between them, one way and the other.
    """

    one_id: PersonId
    one: str
    other_id: PersonId
    other: str
    sphere: str
    last_met: date | None
    weeks: int | None
    referred: int
    referred_back: int


_ONE_TO_ONES = (
    select(
        Slip.id,
        Slip.version,
        Slip.dated_on,
        Slip.note,
        Meeting.id.label("meeting_id"),
        Meeting.held_on,
        Meeting.state.label("meeting_state"),
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .where(Slip.kind == SlipKind.ONE_TO_ONE)
    .order_by(Slip.dated_on.desc(), Slip.id.desc())
)


def one_to_ones(session: Session) -> tuple[OneToOneRow, ...]:
    """Return every one-to-one, the latest first; those of discarded meetings too."""
    return tuple(_row(row) for row in session.execute(_ONE_TO_ONES))


def _row(row: Row[*tuple[Any, ...]]) -> OneToOneRow:
    return OneToOneRow(
        slip_id=SlipId(row.id),
        version=row.version,
        dated_on=row.dated_on,
        meeting_id=MeetingId(row.meeting_id),
        held_on=row.held_on,
        meeting_state=row.meeting_state,
        member=side(row, "giver"),
        partner=side(row, "receiver"),
        note=row.note,
    )


_BY_FIRST = Slip.giver_id < Slip.receiver_id
_REFERRED = Slip.kind == SlipKind.REFERRAL
_BETWEEN = (
    select(
        case((_BY_FIRST, Slip.giver_id), else_=Slip.receiver_id).label("first_id"),
        case((_BY_FIRST, Slip.receiver_id), else_=Slip.giver_id).label("second_id"),
        func.max(case((Slip.kind == SlipKind.ONE_TO_ONE, Slip.dated_on))).label("last_met"),
        func.sum(case((and_(_REFERRED, _BY_FIRST), 1), else_=0)).label("referred"),
        func.sum(case((and_(_REFERRED, ~_BY_FIRST), 1), else_=0)).label("referred_back"),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .where(
        Slip.kind.in_((SlipKind.ONE_TO_ONE, SlipKind.REFERRAL)),
        Meeting.state.in_(_SEEN),
        Slip.giver_id.is_not(None),
        Slip.receiver_id.is_not(None),
    )
    .group_by("first_id", "second_id")
    .subquery()
)
_One, _Other = aliased(Person), aliased(Person)
_OneSeat, _OtherSeat = aliased(Classification), aliased(Classification)
_PAIRS = (
    select(
        _One.id.label("one_id"),
        _One.name.label("one"),
        _Other.id.label("other_id"),
        _Other.name.label("other"),
        case((_OneSeat.sphere == _OtherSeat.sphere, _OneSeat.sphere), else_="").label("sphere"),
        _BETWEEN.c.last_met,
        _BETWEEN.c.referred,
        _BETWEEN.c.referred_back,
    )
    .join(_Other, _Other.id > _One.id)
    .outerjoin(_OneSeat, _OneSeat.id == _One.classification_id)
    .outerjoin(_OtherSeat, _OtherSeat.id == _Other.classification_id)
    .outerjoin(_BETWEEN, and_(_BETWEEN.c.first_id == _One.id, _BETWEEN.c.second_id == _Other.id))
    .where(
        _One.kind == PersonKind.MEMBER,
        _Other.kind == PersonKind.MEMBER,
        or_(_BETWEEN.c.last_met.is_(None), _BETWEEN.c.last_met <= bindparam("since")),
    )
    .order_by(_One.sort_name, _Other.sort_name)
)


def unmet(session: Session, today: date, weeks: int) -> tuple[UnmetPair, ...]:
    """Return pairs of members who have not met for some weeks, those with most to gain first.

    Never met comes before long ago, then a common sphere, then what goes one way only.
    """
    current = member_on(today)
    pairs = _PAIRS.where(_One.id.in_(current), _Other.id.in_(current))
    rows = session.execute(pairs, {"since": today - timedelta(weeks=weeks)})
    return tuple(sorted((_pair(row, today) for row in rows), key=_gain))


def _gain(pair: UnmetPair) -> tuple[date, bool, int]:
    one_way = abs(pair.referred - pair.referred_back)
    return pair.last_met or date.min, not pair.sphere, -one_way


def _pair(row: Row[*tuple[Any, ...]], today: date) -> UnmetPair:
    return UnmetPair(
        PersonId(row.one_id),
        row.one,
        PersonId(row.other_id),
        row.other,
        row.sphere,
        row.last_met,
        None if row.last_met is None else (today - row.last_met).days // 7,
        row.referred or 0,
        row.referred_back or 0,
    )
