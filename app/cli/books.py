"""Opening a book from the command line: to read it, to change it, or as a new one."""

import getpass
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DatabaseError

from app import i18n, mounts
from app.errors import StorageError
from app.queries.own_words import own_words
from app.storage import Store, soundness

T = TypeVar("T")
Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def author() -> str:
    """Return who signs the journal: the user's own login."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def reading(path: Path) -> Store:
    """Open a book to read it, even while the window has it open.

    Only a writer can clear away what a crash in mid-save left behind; where that is needed it is
    done first.
    """
    try:
        return _opened(path, lambda: Store(path, author=author(), read_only=True))
    except StorageError as error:
        if error.reason != "book_read_only" or _is_far(path):
            raise
    writing(path).close()
    return _opened(path, lambda: Store(path, author=author(), read_only=True))


def speak_as(store: Store) -> None:
    """Say the group's own words for ours from now on, as the book's profiles have them."""
    i18n.rename(store.read(own_words, datetime.now(UTC).date()))


def writing(path: Path, *, on_network: bool = False) -> Store:
    """Open a book to change it, on a network folder only where that is asked for."""
    if not on_network:
        check_near(path)
    return _opened(path, lambda: Store(path, author=author()))


def check_near(path: Path) -> None:
    """Refuse to write to a book that another computer may write to as well."""
    if _is_far(path):
        raise StorageError("book_far", path=path, kind=_kind(path))


def _is_far(path: Path) -> bool:
    return mounts.is_network(_kind(path))


def _kind(path: Path) -> str:
    return mounts.file_system(path.resolve().parent)


def is_damaged(path: Path) -> bool:
    """Tell whether a book holds what no book can, so that whatever reads it may go wrong."""
    try:
        with reading(path) as store:
            return not store.read(soundness.makes_sense)
    except StorageError:
        return True


def new(path: Path, *, clock: Clock = now) -> AbstractContextManager[Store]:
    """Make a book that appears at its place only when all of it is there."""
    return Store.grown(path, author=author(), clock=clock)


def _opened(path: Path, door: Callable[[], T]) -> T:
    try:
        return door()
    except DatabaseError as error:  # it passes for a book and lacks what every book has
        raise StorageError("book_damaged", path=path) from error
