"""The referrals of members, both ways, as their pages and statements show them.

The contact person is for giver and receiver alone, what came of a referral for who earned it:
the rows made for others do not hold them. One question serves any number of members.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.slips import Slip
from app.queries.chapter import settings
from app.queries.referrals import THANKED
from app.queries.sides import Giver, Receiver, Side, side, side_columns
from app.rules.identifiers import PersonId, SlipId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.slips import OPEN_STATES, ReferralState, SlipKind, age_in_days


@dataclass(frozen=True, slots=True)
class Passed:
    """A referral from one of its two sides; ``partner`` is the other one.

    ``days`` counts since its last step. ``thanked`` tells whether money came of it, ``amount``
    how much in minor units: only to who earned it, on his own page.
    """

    slip_id: SlipId
    dated_on: date
    held_on: date
    partner: Side
    note: str
    contact: str
    state: ReferralState
    days: int
    stale: bool
    thanked: bool
    amount: int | None

    @property
    def open(self) -> bool:
        """Whether something may still come of it."""
        return self.state in OPEN_STATES


@dataclass(slots=True)
class BothWays:
    """What a member gave and what he received, the latest first."""

    given: list[Passed] = field(default_factory=list)
    received: list[Passed] = field(default_factory=list)


_PASSED = (
    select(
        Slip.id,
        Slip.giver_id.label("from_id"),
        Slip.receiver_id.label("to_id"),
        Slip.dated_on,
        Slip.note,
        Slip.contact,
        Slip.state,
        Slip.state_on,
        Meeting.held_on,
        THANKED.c.amount,
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .outerjoin(THANKED, THANKED.c.referral_id == Slip.id)
    .where(Slip.kind == SlipKind.REFERRAL, Meeting.state != MeetingState.DISCARDED)
    .order_by(Slip.dated_on.desc(), Slip.id.desc())
)


def passed_on(
    session: Session,
    people: Collection[int],
    today: date,
    *,
    audience: Audience,
    period: Period | None = None,
    drafts: bool = True,
) -> dict[int, BothWays]:
    """Return the referrals of some people, of all time or of the meetings of a period."""
    found: dict[int, BothWays] = {one: BothWays() for one in people}
    stale_days = settings(session).stale_days
    for row in session.execute(_narrowed(people, period, drafts=drafts)):
        for person_id, one, given in _sides(row, today, stale_days, own=audience is Audience.OWN):
            ways = found.get(person_id)
            if ways is not None:
                (ways.given if given else ways.received).append(one)
    return found


def _narrowed(people: Collection[int], period: Period | None, *, drafts: bool) -> Any:  # noqa: ANN401  a select of many columns
    statement = _PASSED
    if period is not None:
        statement = statement.where(Meeting.held_on.between(period.start, period.end))
    if not drafts:
        statement = statement.where(Meeting.state == MeetingState.COMPLETED)
    if len(people) == 1:
        (only,) = people
        statement = statement.where(or_(Slip.giver_id == only, Slip.receiver_id == only))
    return statement


def _sides(
    row: Row[*tuple[Any, ...]], today: date, stale_days: int, *, own: bool
) -> Iterator[tuple[PersonId, Passed, bool]]:
    """Yield a referral as its giver and as its receiver sees it."""
    for person_id, other, given in ((row.from_id, "receiver", True), (row.to_id, "giver", False)):
        if person_id is not None:
            seen = _passed(row, side(row, other), today, stale_days, own=own, given=given)
            yield PersonId(person_id), seen, given


def _passed(
    row: Row[*tuple[Any, ...]],
    partner: Side,
    today: date,
    stale_days: int,
    *,
    own: bool,
    given: bool,
) -> Passed:
    state = row.state or ReferralState.PASSED
    days = age_in_days(row.state_on or row.dated_on, today)
    return Passed(
        slip_id=SlipId(row.id),
        dated_on=row.dated_on,
        held_on=row.held_on,
        partner=partner,
        note=row.note,
        contact=row.contact if own else "",
        state=state,
        days=days,
        stale=state in OPEN_STATES and days >= stale_days,
        thanked=bool(row.amount),
        amount=row.amount if own and not given else None,
    )
