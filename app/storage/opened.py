"""Which books this process has open, so that none of them is opened as a plain file.

Closing a plain file drops every lock the process holds on it, those of SQLite too; another
program could then write into the middle of a transaction.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import RLock

_Place = tuple[int, int]
_open: Counter[_Place] = Counter()
_turn = RLock()


def one_at_a_time() -> RLock:
    """Return what to hold while a book is looked at and opened."""
    return _turn


def here(path: Path) -> bool:
    """Tell whether this process has the file open, under whatever name."""
    place = _place(path)
    return place is not None and _open[place] > 0


def add(path: Path) -> Callable[[], None]:
    """Note that a file is open; return what to call once it is not any more."""
    place = _place(path)

    def forget() -> None:
        if place is not None:
            _open[place] -= 1

    if place is not None:
        _open[place] += 1
    return forget


def _place(path: Path) -> _Place | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
