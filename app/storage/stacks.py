"""What undo and redo would do next, worked out from the journal alone.

Because taking back is itself an entry, the two stacks need no storage of their own and survive
closing the book.
"""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Entry
from app.rules.history import EntryKind

_FAR_ENOUGH = 1000  # entries looked back on; further than anybody presses Ctrl+Z


@dataclass(slots=True)
class Stacks:
    """Identifiers of the entries that undo and redo would take back, latest last."""

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)

    def add(self, entry_id: int, kind: EntryKind, reverts_id: int | None) -> None:
        """Count one more entry."""
        if kind is EntryKind.UNDO:
            _drop(self.done, reverts_id)
            self.undone.append(entry_id)
            return
        if kind is EntryKind.REDO:
            _drop(self.undone, reverts_id)
        else:
            self.undone.clear()
            _drop(self.done, reverts_id)
        self.done.append(entry_id)


def read(session: Session) -> Stacks:
    """Return the stacks as the latest entries leave them."""
    latest = (
        select(Entry.id, Entry.kind, Entry.reverts_id).order_by(Entry.id.desc()).limit(_FAR_ENOUGH)
    )
    stacks = Stacks()
    for entry_id, kind, reverts_id in reversed(session.execute(latest).all()):
        stacks.add(entry_id, kind, reverts_id)
    return stacks


def _drop(stack: list[int], entry_id: int | None) -> None:
    if entry_id in stack:
        stack.remove(entry_id)
