"""People, the spells they were members, and visitors."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.types import Word
from app.rules.people import PersonKind, VisitorStage


class Person(Versioned, Base):
    """Anyone who may stand on a slip: members, people of other chapters, the organisation."""

    __tablename__ = "person"
    __table_args__ = (Index(None, "name_key"), {"sqlite_strict": True})

    kind: Mapped[PersonKind] = mapped_column(Word(PersonKind))
    name: Mapped[str]
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    sort_name: Mapped[str]
    name_key: Mapped[str]
    home_chapter: Mapped[str] = mapped_column(default="")  # of external people
    home_region: Mapped[str] = mapped_column(default="")
    home_country: Mapped[str] = mapped_column(default="")
    classification_id: Mapped[int | None] = mapped_column(
        ForeignKey("classification.id"), index=True
    )
    seat: Mapped[int | None]  # place in the seating order, from 1
    company: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    sponsor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    note: Mapped[str] = mapped_column(default="")


class Spell(Versioned, Base):
    """One unbroken membership. No first day: since before the book. No last day: still a member."""

    __tablename__ = "spell"
    __table_args__ = (Index(None, "person_id"), {"sqlite_strict": True})

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]  # the first day the person was no member any more
    renewal_due: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")


class Visitor(Versioned, Base):
    """A guest, on the way to a seat or not; each visit is a slip."""

    __tablename__ = "visitor"
    __table_args__ = (Index(None, "name_key"), {"sqlite_strict": True})

    name: Mapped[str]
    name_key: Mapped[str]
    profession: Mapped[str] = mapped_column(default="")
    company: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    inviter_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    stage: Mapped[VisitorStage] = mapped_column(Word(VisitorStage))
    joined_as_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    note: Mapped[str] = mapped_column(default="")
