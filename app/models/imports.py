"""What came from files of other programs: official figures, files seen, names remembered."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class OfficialPeriod(Versioned, Base):
    """A summary kept as the official figures of a period; undated where the file has no dates."""

    __tablename__ = "official_period"

    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    chapter_written: Mapped[str] = mapped_column(default="")
    dropped_included: Mapped[bool] = mapped_column(default=False)
    fingerprint: Mapped[str]


class OfficialRow(Versioned, Base):
    """One row of such a summary; no person for Visitors, Organisation and Total."""

    __tablename__ = "official_row"
    __table_args__ = (Index(None, "period_id"), {"sqlite_strict": True})

    period_id: Mapped[int] = mapped_column(ForeignKey("official_period.id"))
    place: Mapped[str]  # member, visitors, organisation, total
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name_written: Mapped[str]
    present: Mapped[int]
    absent: Mapped[int]
    late: Mapped[int]
    medical: Mapped[int]
    substitute: Mapped[int]
    given_inside: Mapped[int]
    given_outside: Mapped[int]
    received_inside: Mapped[int]
    received_outside: Mapped[int]
    visitors: Mapped[int]
    one_to_ones: Mapped[int]
    closed_business: Mapped[int]  # minor units
    education: Mapped[int]
    testimonials: Mapped[int | None]


class ImportedFile(Versioned, Base):
    """A file that was read, known by its content and not by its bytes."""

    __tablename__ = "imported_file"
    __table_args__ = (Index(None, "fingerprint"), {"sqlite_strict": True})

    file_name: Mapped[str]
    kind: Mapped[str]
    fingerprint: Mapped[str]
    imported_at: Mapped[datetime]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    period_id: Mapped[int | None] = mapped_column(ForeignKey("official_period.id"), index=True)
    rows_read: Mapped[int]
    rows_added: Mapped[int]


class Alias(Versioned, Base):
    """A spelling that was once said to mean a person."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("name_key", "chapter_key"), {"sqlite_strict": True})

    name_key: Mapped[str]
    chapter_key: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class Training(Versioned, Base):
    """One training a member took part in; the kind as its organisers write it."""

    __tablename__ = "training"
    __table_args__ = (Index(None, "person_id", "held_on"), {"sqlite_strict": True})

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    held_on: Mapped[date]
    kind: Mapped[str]
    role: Mapped[str] = mapped_column(default="")  # participant, trainer


class ColumnMap(Versioned, Base):
    """What the columns of a list of the chapter's own were said to mean, to be known again."""

    __tablename__ = "column_map"
    __table_args__ = (UniqueConstraint("header_key"), {"sqlite_strict": True})

    header_key: Mapped[str]  # its labels, folded
    subject: Mapped[str]  # what one row is: a member, a referral, …
    columns: Mapped[str]  # JSON: the column of each meaning, from 1
