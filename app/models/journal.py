"""The journal: every change, as the rows it touched. Only an erasure ever rewrites it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.models.types import Word
from app.rules.history import EntryKind


class Entry(Base):
    """One change as the user knows it, e.g. “Ann Whitfield marked Late”."""

    __tablename__ = "journal_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[EntryKind] = mapped_column(Word(EntryKind))
    label: Mapped[str]
    made_at: Mapped[datetime]
    author: Mapped[str]
    reverts_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), index=True)


class EntryRow(Base):
    """One row before and after one change, as JSON; either side may be missing."""

    __tablename__ = "journal_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), index=True)
    table: Mapped[str] = mapped_column("table_name")
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
