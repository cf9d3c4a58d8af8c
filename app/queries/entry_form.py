"""One week in the order in which official entry forms ask for it, to be copied across."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models.meetings import Mark, Meeting
from app.models.people import Person, Visitor
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.membership import member_on
from app.queries.sides import Giver, Receiver
from app.rules import names
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.slips import SlipKind, Tier


class Part(StrEnum):
    """A part of the form, in its order."""

    ATTENDANCE = "attendance"
    REFERRALS = "referral"
    ONE_TO_ONES = "one_to_one"
    CLOSED_BUSINESS = "closed_business"
    VISITORS = "visitor"
    EDUCATION = "education"
    TESTIMONIALS = "testimonial"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form; what its part does not ask for is empty.

    Of closed business ``giver`` earned the money, where that is known, and ``receiver`` is
    thanked, as the forms have it. Amounts in minor units.
    """

    key: str
    part: Part
    giver: str = ""
    receiver: str = ""
    mark: Attendance | None = None
    tier: Tier | None = None
    amount: int | None = None
    units: int | None = None
    chapter: str = ""  # of whoever of the two belongs elsewhere
    note: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Where it stands: part by part, by the names as they are read."""
        place = list(Part).index(self.part)
        return place, not self.giver, names.key(self.giver), names.key(self.receiver), self.key


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The week of one meeting, and the meetings before and after it."""

    meeting_id: int
    held_on: date
    lines: tuple[Line, ...]
    money: Money
    before_id: int | None
    after_id: int | None


_HELD = (MeetingState.COMPLETED, MeetingState.DRAFT)


def entry_form(session: Session, today: date, meeting_id: int | None = None) -> EntryForm:
    """Return the week of a meeting, by default of the last one held.

    NotFoundError in a book without a meeting.
    """
    found = select(Meeting.id, Meeting.held_on).where(Meeting.state.in_(_HELD))
    wanted = found.where(Meeting.id == meeting_id)
    if meeting_id is None:
        wanted = found.where(Meeting.held_on <= today).order_by(Meeting.held_on.desc()).limit(1)
    meeting = session.execute(wanted).first()
    if meeting is None:
        raise NotFoundError("no_meeting_yet")
    lines = [*_marks(session, meeting.id, meeting.held_on), *_slips(session, meeting.id)]
    held = select(Meeting.id).where(Meeting.state.in_(_HELD)).limit(1)
    before = held.where(Meeting.held_on < meeting.held_on).order_by(Meeting.held_on.desc())
    after = held.where(Meeting.held_on > meeting.held_on, Meeting.held_on <= today)
    return EntryForm(
        meeting.id,
        meeting.held_on,
        tuple(sorted(lines, key=lambda line: line.order)),
        chapter_details(session).money,
        session.scalar(before),
        session.scalar(after.order_by(Meeting.held_on)),
    )


def _marks(session: Session, meeting_id: int, held_on: date) -> list[Line]:
    rows = session.execute(
        select(Person.id, Person.name, Mark.attendance)
        .outerjoin(Mark, (Mark.person_id == Person.id) & (Mark.meeting_id == meeting_id))
        .where(Person.kind == PersonKind.MEMBER, Person.id.in_(member_on(held_on)))
    )
    return [Line(f"m{key}", Part.ATTENDANCE, name, mark=mark) for key, name, mark in rows]


def _slips(session: Session, meeting_id: int) -> list[Line]:
    rows = session.execute(
        select(
            Slip.id,
            Slip.kind,
            Slip.tier,
            Slip.amount,
            Slip.credits,
            Slip.other_chapter,
            Slip.note,
            func.coalesce(Giver.name, Slip.giver_written).label("giver"),
            func.coalesce(Receiver.name, Slip.receiver_written).label("receiver"),
            func.coalesce(Visitor.name, "").label("guest"),
            func.coalesce(func.nullif(Giver.home_chapter, ""), Receiver.home_chapter, "").label(
                "chapter"
            ),
        )
        .outerjoin(Giver, Giver.id == Slip.giver_id)
        .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
        .outerjoin(Visitor, Visitor.id == Slip.visitor_id)
        .where(Slip.meeting_id == meeting_id)
    )
    return [_line(row) for row in rows]


def _line(slip: Row[*tuple[Any, ...]]) -> Line:
    giver, receiver = slip.giver, slip.receiver
    if slip.kind is SlipKind.CLOSED_BUSINESS:  # written by whoever earned the money
        giver, receiver = receiver, giver
    return Line(
        f"s{slip.id}",
        Part(slip.kind.value),
        giver,
        slip.guest or receiver,
        tier=slip.tier,
        amount=slip.amount,
        units=slip.credits,
        chapter=slip.chapter or slip.other_chapter,
        note=slip.note,
    )
