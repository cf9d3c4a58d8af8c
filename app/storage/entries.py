"""The entries of the journal, one for each change: found again, and what they are called."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.journal import Entry

__all__ = ["Entry", "label", "same"]


def label(session: Session, entry_id: int) -> str | None:
    """Return what an entry is called, if it is there."""
    return session.scalar(select(Entry.label).where(Entry.id == entry_id))


def same(session: Session, *, made_at: datetime, label: str) -> int | None:
    """Return the last entry, where it is the one of this moment and name."""
    latest = select(func.max(Entry.id)).scalar_subquery()
    found = select(Entry.id).where(
        Entry.id == latest, Entry.made_at == made_at, Entry.label == label
    )
    return session.scalar(found)
