"""The tables the history is kept of: all but its own, and what was printed, which is no deed."""

from app.models import Base, Entry, EntryRow, Printed

_OWN = {Entry.__tablename__, EntryRow.__tablename__, Printed.__tablename__}
TRACKED = tuple(t for t in Base.metadata.sorted_tables if t.name not in _OWN)
