"""What a crash left half done beside a book, told before it is cleared away."""

from enum import StrEnum
from pathlib import Path

from app.storage.files import clear


class CutOff(StrEnum):
    """What was under way when the program or the computer stopped."""

    CHANGE = "change"
    RESTORE = "restore"
    UPGRADE = "upgrade"


def journal_of(book: Path) -> Path:
    """Return where SQLite keeps the way back while it saves."""
    return book.with_name(f"{book.name}-journal")


def has_way_back(book: Path) -> bool:
    """Tell whether a save was cut off: its journal is there and holds something."""
    try:
        return journal_of(book).stat().st_size > 0
    except OSError:
        return False


def restoring(book: Path) -> Path:
    """Return under what name a copy grows that shall take the book's place."""
    return book.with_name(f"{book.name}.restoring")


def migrating(book: Path) -> Path:
    """Return under what name the book grows that is brought up to date."""
    return book.with_name(f"{book.name}.migrating")


def clear_leftovers(book: Path) -> None:
    """Remove the files that grew when it was cut off."""
    growing = migrating(book)
    for file in (restoring(book), growing, growing.with_name(f"{growing.name}.part")):
        clear(file)


def found(book: Path) -> frozenset[CutOff]:
    """Return what was cut off; the book must not be open here yet."""
    left = {
        CutOff.CHANGE: has_way_back(book),
        CutOff.RESTORE: restoring(book).exists(),
        CutOff.UPGRADE: migrating(book).exists(),
    }
    return frozenset(what for what, there in left.items() if there)
