"""What checking needs to remember: what slips audits counted, and differences left as they are."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class AuditedFigures(Versioned, Base):
    """What the slips audit of one meeting says of one member, counted as a summary counts."""

    __tablename__ = "audited_figures"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"), {"sqlite_strict": True})

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    given_inside: Mapped[int]
    given_outside: Mapped[int]
    received_inside: Mapped[int]
    received_outside: Mapped[int]
    visitors: Mapped[int]
    one_to_ones: Mapped[int]
    closed_business: Mapped[int]  # minor units
    education: Mapped[int]


class AcceptedDifference(Versioned, Base):
    """A difference that stays as it is, and why; the key says which, with its figures."""

    __tablename__ = "accepted_difference"
    __table_args__ = (UniqueConstraint("key"), {"sqlite_strict": True})

    key: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
