"""What the membership committee does: letters it dealt with, what it decided."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Word
from app.rules.letters import LetterKind, LetterState, RulingKind


class Letter(Versioned, Base):
    """What became of one letter. That it is due is never stored: the marks say so.

    One a member, kind, step and window; ``said`` are the days it named when it was sent.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "step", "window_start", "window_end"),
        {"sqlite_strict": True},
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[LetterKind] = mapped_column(Word(LetterKind))
    step: Mapped[int]
    window_start: Mapped[date]
    window_end: Mapped[date]
    state: Mapped[LetterState] = mapped_column(Word(LetterState))
    decided_on: Mapped[date]
    until: Mapped[date | None]  # to when it is deferred
    reason: Mapped[str] = mapped_column(default="")
    said: Mapped[str] = mapped_column(default="")


class Ruling(Versioned, Base):
    """What the committee decided about a member, from a day on and perhaps until another."""

    __tablename__ = "ruling"
    __table_args__ = (Index(None, "person_id"), {"sqlite_strict": True})

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[RulingKind] = mapped_column(Word(RulingKind))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]  # the last day
    decided_by: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
