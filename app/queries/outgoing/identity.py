"""What other programs know a book's records by: the same whenever they are written again."""

import hashlib
import uuid

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.journal import Entry

_LENGTH = 16


def book_key(session: Session) -> str:
    """Return a word that is this book's own: drawn from when it was begun, and from no name."""
    begun = session.scalar(select(func.min(Entry.made_at)))
    return hashlib.sha256(f"{begun}".encode()).hexdigest()[:_LENGTH]


def person_uid(key: str, person_id: int) -> str:
    """Return the identity of somebody in a book."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"chapterhouse:{key}:person:{person_id}"))
