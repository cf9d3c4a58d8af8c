"""What a member enters for his own eyes: what belonging to the chapter costs him."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class OwnFigures(Versioned, Base):
    """The figures of one member, in minor units; nothing where he entered nothing."""

    __tablename__ = "own_figures"
    __table_args__ = (UniqueConstraint("person_id"), {"sqlite_strict": True})

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    year_fee: Mapped[int | None]
    entry_fee: Mapped[int | None]
    meeting_cost: Mapped[int | None]  # of one meeting
    lead_cost: Mapped[int | None]  # what advertising costs for one lead
