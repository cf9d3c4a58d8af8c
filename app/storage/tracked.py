"""The tables the history is kept of: all but its own, and what was printed, which is no deed."""

from app.models.journal import Entry, EntryRow
from app.models.printing import Printed
from app.models.whole import Base

_OWN = {Entry.__tablename__, EntryRow.__tablename__, Printed.__tablename__}
TRACKED = tuple(t for t in Base.metadata.sorted_tables if t.name not in _OWN)
