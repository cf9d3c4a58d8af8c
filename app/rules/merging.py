"""Two records that turn out to be one person: what counts where both say something."""

from enum import StrEnum


class Prefer(StrEnum):
    """Whose word counts where both stand in one place, such as two marks of one meeting."""

    KEPT = "kept"
    GONE = "gone"
