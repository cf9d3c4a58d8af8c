"""Put a copy in place of a book, and keep the book it replaces.

The journal of the old file is moved aside with it: SQLite would play it into the new one.
"""

import os
import shutil
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.errors import StorageError
from app.rows import row
from app.storage import cut_off
from app.storage.copies import Copy, Shelf, verify
from app.storage.engine import connect
from app.storage.files import clear, put_in_place, sync, told
from app.storage.lock import Lock


@row(frozen=True, slots=True)
class Restored:
    """What stands in the book's place now, and the copy of what stood there, if it was whole."""

    copy: Copy
    replaced: Copy | None


def restore(book: Path, one: Copy, *, holder: str, at: datetime) -> Restored:
    """Put a copy in place of a book that nobody has open."""
    verify(one)
    book = Path(os.path.realpath(book))
    lock = Lock(book, holder)
    growing = cut_off.restoring(book)
    try:
        with told(book):
            clear(growing)
            shutil.copyfile(one.path, growing)
            sync(growing)
            replaced = _set_aside(book, at)
            put_in_place(growing, book)
    finally:
        clear(growing)
        lock.release()
    return Restored(one, replaced)


def _set_aside(book: Path, at: datetime) -> Copy | None:
    if not book.exists():
        return None
    with suppress(sqlite3.DatabaseError, StorageError):
        connect(book).close()  # rolls back what a crash left half done; damage stays as it is
    replaced = Shelf(book).adopt(at)
    journal = cut_off.journal_of(book)
    if cut_off.has_way_back(book):
        journal.replace(book.with_name(f"{book.name}-journal of {at:%Y-%m-%d %H-%M-%S}"))
    else:
        journal.unlink(missing_ok=True)
    return replaced
