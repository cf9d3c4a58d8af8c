"""Storing on top of what somebody else has stored, once both versions have been looked at."""

from collections.abc import Callable, Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import ConflictError
from app.models.journal import Entry, EntryRow


def store(
    session: Session,
    *,
    deed: Callable[..., None],
    facts: Mapping[str, object],
    tables: Collection[str],
    looked_at: int,
) -> None:
    """Do a deed that was refused before; ``looked_at`` is the last entry the choice knew of.

    Refused where somebody has stored something in these tables since.
    """
    own = select(Entry.id).order_by(Entry.id.desc()).limit(1).scalar_subquery()
    later = select(EntryRow.id).where(
        EntryRow.entry_id > looked_at, EntryRow.entry_id < own, EntryRow.table.in_(tables)
    )
    if session.scalar(later.limit(1)) is not None:
        raise ConflictError("changed_meanwhile")
    deed(session, **facts)
