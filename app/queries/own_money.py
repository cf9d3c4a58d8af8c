"""What closed business means to a member: what he earned and whom he thanked, who thanked him.

What he earned, and whom he thanked for it, is for his own eyes; who thanked him is for nobody's:
only how often, how many and how much in all. One question serves any number of members.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.sides import Giver, Side, side, side_columns
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.slips import SlipKind


@dataclass(frozen=True, slots=True)
class Earned:
    """Money a member earned, in minor units, and whom he thanked for it."""

    held_on: date
    thanked: Side
    amount: int
    repeat: bool
    note: str


@dataclass(frozen=True, slots=True)
class Thanks:
    """How often a member was thanked, by how many, and for how much in all.

    Thankers nobody named count as one.
    """

    times: int = 0
    thankers: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """What a member earned in a span, the latest first, and how he was thanked."""

    earned: tuple[Earned, ...] = ()
    thanks: Thanks = Thanks()

    @property
    def received(self) -> int:
        """All that was earned, in minor units."""
        return sum(one.amount for one in self.earned)


NOTHING = OwnMoney()
_BUSINESS = (
    select(
        Slip.giver_id.label("thanked_id"),
        Slip.receiver_id.label("earner_id"),
        Slip.other_chapter,
        Slip.amount,
        Slip.repeat,
        Slip.note,
        Meeting.held_on,
        *side_columns("giver", Giver, Slip.giver_written),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .where(Slip.kind == SlipKind.CLOSED_BUSINESS, Meeting.state == MeetingState.COMPLETED)
    .order_by(Meeting.held_on.desc(), Slip.id.desc())
)


def own_money(session: Session, people: Collection[int], period: Period) -> dict[int, OwnMoney]:
    """Return what closed business of completed meetings meant to some people."""
    statement = _BUSINESS.where(Meeting.held_on.between(period.start, period.end))
    if len(people) == 1:
        (only,) = people
        statement = statement.where(or_(Slip.giver_id == only, Slip.receiver_id == only))
    earned: dict[int, list[Earned]] = {one: [] for one in people}
    behind: dict[int, list[Any]] = {one: [] for one in people}
    for row in session.execute(statement):
        if row.earner_id in earned:
            one = Earned(row.held_on, side(row, "giver"), row.amount or 0, row.repeat, row.note)
            earned[row.earner_id].append(one)
        if row.thanked_id in behind:
            behind[row.thanked_id].append(row)
    return {one: OwnMoney(tuple(earned[one]), _thanks(behind[one])) for one in earned}


def _thanks(rows: Collection[Any]) -> Thanks:
    known = {row.earner_id or row.other_chapter for row in rows}
    return Thanks(len(rows), len(known), sum(row.amount or 0 for row in rows))
