"""What of the committee's list another page may ask for."""

from enum import IntEnum


class View(IntEnum):
    """A kind of matter; the value is the place of its filter."""

    LETTERS = 0
    ATTENDANCE = 1
    MEMBERSHIP = 2
    COACHING = 3
