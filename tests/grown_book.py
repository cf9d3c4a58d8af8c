"""A chapter of any size, grown through the services: whatever a paper may have to show."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.people import Person
from app.rules.attendance import Attendance
from app.rules.people import Duty, Office
from app.rules.periods import Period
from app.rules.slips import Tier
from app.services import (
    attendance,
    chapter,
    classifications,
    duties,
    meetings,
    offices,
    roster,
    slips,
)
from app.storage import Store

TODAY = date(2026, 9, 28)
FIRST = date(2026, 8, 18)
WEEKS = 6
PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
_NOON = datetime(2026, 9, 28, 12, tzinfo=UTC)
_MARKS = "PPPPAPLPPSPPM"
_SPHERES = ("Property", "Money and law", "Health", "Events", "")
_GUESTS = 2
_JOINED = date(2024, 1, 2)


def grow(path: Path, people: Sequence[str]) -> Store:
    """Begin a book and live through six weeks with these members; the last is a draft."""
    store = Store.create(path, author="Wanda", clock=lambda: _NOON)
    store.write("grown", _live, people)
    return store


def _live(session: Session, people: Sequence[str]) -> None:
    chapter.found(session, name="Riverside Chapter", starts_at="06:45", place="Boathouse")
    session.flush()
    ids = [_admit(session, number, name) for number, name in enumerate(people)]
    if ids:
        _elect(session, ids)
    for week in range(WEEKS):
        _meet(session, FIRST + timedelta(weeks=week), week, ids)
    if ids:
        for week in range(4):
            day = FIRST + timedelta(weeks=WEEKS + week)
            for place, duty in enumerate(Duty):
                duties.assign(
                    session, held_on=day, today=TODAY, duty=duty,
                    person_id=ids[(week * 3 + place) % len(ids)],
                    topic="What I wish my neighbours asked me" if place < 2 else "",
                )  # fmt: skip


def _admit(session: Session, number: int, name: str) -> int:
    given, _space, family = name.partition(" ")
    seat = f"Consultant for matters of kind {number}"
    classifications.add(session, name=seat, sphere=_SPHERES[number % len(_SPHERES)])
    session.flush()
    roster.admit(
        session, given_name=given, family_name=family, classification=seat,
        joined_on=date(2026, 9, 1) if number % 11 == 10 else _JOINED,
    )  # fmt: skip
    session.flush()
    return int(session.scalars(select(Person.id).order_by(Person.id.desc()).limit(1)).one())


def _elect(session: Session, ids: Sequence[int]) -> None:
    for office, person_id in zip(Office, cycle(ids), strict=False):
        offices.appoint(
            session, office=office, person_id=person_id, starts_on=date(2026, 4, 1),
            ends_on=date(2026, 9, 30),
        )  # fmt: skip


def _meet(session: Session, day: date, week: int, ids: Sequence[int]) -> None:
    meetings.schedule(session, held_on=day)
    session.flush()
    meeting_id = int(session.scalars(select(Meeting.id).where(Meeting.held_on == day)).one())
    for number, person_id in enumerate(ids):
        handed = {"dated_on": day, "meeting_id": meeting_id}
        _take_part(session, handed, week * len(ids) + number, ids)
        mark = Attendance(_MARKS[(number * 3 + week * 5) % len(_MARKS)])
        attendance.mark(session, meeting_id=meeting_id, person_id=person_id, attendance=mark)
    if week < WEEKS - 1:
        meetings.complete(session, meeting_id=meeting_id, at=_NOON, by="Wanda")


def _take_part(session: Session, handed: dict[str, Any], place: int, ids: Sequence[int]) -> None:
    """Hand in the slips of one member at one meeting, in numbers that look like chance."""
    number, week = place % len(ids), place // len(ids)
    me, chance = ids[number], (number * 31 + week * 17) % 7
    other = ids[(number * 7 + week * 5 + 1) % len(ids)]
    if other == me:
        return
    if chance in {0, 1, 4}:
        tier = Tier.INSIDE if chance == 1 else Tier.OUTSIDE
        slips.pass_referral(session, giver_id=me, receiver_id=other, tier=tier, **handed)
    if chance in {1, 5}:
        slips.record_one_to_one(session, member_id=me, partner_id=other, **handed)
    if chance in {0, 3}:
        amount = 100_00 * (1 + number * 37 % 90)
        slips.thank(session, earner_id=me, giver_id=other, amount=amount, **handed)
    if chance in {4, 6}:
        slips.learn(session, member_id=me, units=1, **handed)
    if chance == _GUESTS:
        guest = f"Visitor {number} of week {week}"
        slips.welcome(session, inviter_id=me, name=guest, confirmed=True, **handed)
