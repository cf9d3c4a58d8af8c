"""What undo and redo would do next, worked out from the journal alone.

Because taking back is itself an entry, the two stacks need no storage of their own and survive
closing the book. Taking back out of the middle is a step like any deed: undone from the top, step
by step, the book goes through every state it has been in.
"""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.errors import StorageError
from app.rules.history import EntryKind

# Plain tuples: a book of ten years has tens of thousands of entries, read at each opening.
_ENTRIES = "SELECT id, kind, reverts_id FROM journal_entry ORDER BY id"
_KINDS: dict[object, EntryKind] = {kind.value: kind for kind in EntryKind}


@dataclass(slots=True)
class Stacks:
    """Identifiers of the entries that undo and redo would take back, latest last."""

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    erased: int = 0  # the latest erasure, if any: nothing before it can be taken back

    def add(self, entry_id: int, kind: EntryKind, reverts_id: int | None) -> None:
        """Count one more entry."""
        if kind is EntryKind.ERASURE:
            self.done.clear()
            self.undone.clear()
            self.erased = entry_id
            return
        if kind is EntryKind.UNDO:
            _drop(self.done, reverts_id)
            self.undone.append(entry_id)
            return
        if kind is EntryKind.REDO:
            _drop(self.undone, reverts_id)
        else:
            self.undone.clear()
        self.done.append(entry_id)


def read(session: Session) -> Stacks:
    """Return the stacks as all entries leave them, however many."""
    stacks = Stacks()
    for entry_id, kind, reverts_id in session.connection().exec_driver_sql(_ENTRIES):
        stacks.add(entry_id, _kind(kind), reverts_id)
    return stacks


def _kind(word: object) -> EntryKind:
    kind = _KINDS.get(word)
    if kind is None:
        raise StorageError("value_damaged", value=word)
    return kind


def _drop(stack: list[int], entry_id: int | None) -> None:
    if stack and stack[-1] == entry_id:
        stack.pop()
    elif entry_id in stack:
        stack.remove(entry_id)
