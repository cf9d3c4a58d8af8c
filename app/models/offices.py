"""The offices of the chapter, term by term."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Word
from app.rules.people import Office


class Holder(Versioned, Base):
    """Who holds an office, and for which term."""

    __tablename__ = "holder"
    __table_args__ = (Index(None, "person_id"), {"sqlite_strict": True})

    office: Mapped[Office] = mapped_column(Word(Office))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]  # the last day of the term
