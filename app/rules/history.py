"""What an entry of the journal is: a deed, the taking back of one, or the end of a history."""

from enum import StrEnum


class EntryKind(StrEnum):
    """A deed, or the taking back of one; each is an entry of its own.

    Nothing before an erasure can be taken back: it would bring back who was erased.
    """

    DEED = "deed"
    UNDO = "undo"
    REDO = "redo"
    TAKE_BACK = "take_back"
    ERASURE = "erasure"
