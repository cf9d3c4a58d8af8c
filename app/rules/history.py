"""What an entry of the journal is: a deed, or the taking back of one."""

from enum import StrEnum


class EntryKind(StrEnum):
    """A deed, or the taking back of one; each is an entry of its own."""

    DEED = "deed"
    UNDO = "undo"
    REDO = "redo"
    TAKE_BACK = "take_back"
