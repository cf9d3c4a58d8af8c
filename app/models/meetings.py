"""Meetings, and how each member attended them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Word
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState


class Meeting(Versioned, Base):
    """One dated week. The ``read_`` totals are those the president read aloud."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("held_on"), {"sqlite_strict": True})

    held_on: Mapped[date]
    state: Mapped[MeetingState] = mapped_column(Word(MeetingState), default=MeetingState.DRAFT)
    reason: Mapped[str] = mapped_column(default="")  # of the last reopening or discarding
    completed_at: Mapped[datetime | None]
    completed_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    read_referrals: Mapped[int | None]
    read_one_to_ones: Mapped[int | None]
    read_closed_business: Mapped[int | None]  # minor units
    read_visitors: Mapped[int | None]
    read_education: Mapped[int | None]
    read_testimonials: Mapped[int | None]


class Mark(Versioned, Base):
    """How one member attended one meeting; no row means not recorded."""

    __tablename__ = "mark"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        Index("ix_mark_counted", "meeting_id", "attendance", "person_id"),  # no row itself is read
        {"sqlite_strict": True},
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    attendance: Mapped[Attendance] = mapped_column(Word(Attendance))
    substitute: Mapped[str] = mapped_column(default="")  # who sat in the seat
    note: Mapped[str] = mapped_column(default="")


class DutyHolder(Versioned, Base):
    """Who has a duty at a meeting, such as the feature talk; ``duty`` is a key of the list."""

    __tablename__ = "duty_holder"
    __table_args__ = (UniqueConstraint("meeting_id", "duty"), {"sqlite_strict": True})

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    duty: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    topic: Mapped[str] = mapped_column(default="")
