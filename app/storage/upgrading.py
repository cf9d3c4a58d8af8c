"""Bring an older book up to date without ever putting it at risk.

The book itself is never migrated: a checked copy is kept aside, a second one is migrated,
compared with what was there before, and takes the book's place in one step. A crash at any point
leaves the old book or the new one, and the next start clears away the rest.
"""

from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.errors import StorageError
from app.rows import row
from app.storage import contents, cut_off, schema
from app.storage.contents import Contents
from app.storage.copies import Occasion, Shelf
from app.storage.copying import copy
from app.storage.engine import connect
from app.storage.files import clear, put_in_place, told


@row(frozen=True, slots=True)
class Upgrade:
    """From which schema a book was brought up to date, and where it lies as it was."""

    schema: int
    kept: Path


def upgrade(book: Path, at: datetime) -> Upgrade:
    """Bring a book up to date that is locked and open nowhere."""
    growing = cut_off.migrating(book)
    try:
        with told(book):
            with closing(connect(book)) as guard:  # rolls back what a crash left half done
                guard.execute("BEGIN IMMEDIATE")
                kept = Shelf(book).keep_file(book, Occasion.UPGRADE, at)
                copy(book, growing)
            _migrate(growing, kept.contents, book)
            put_in_place(growing, book)
    finally:
        clear(growing)
    return Upgrade(kept.contents.schema, kept.path)


@contextmanager
def upgraded_copy(book: Path) -> Generator[Path]:
    """Hand out an up-to-date copy for as long as somebody reads an older book."""
    with TemporaryDirectory(prefix="chapterhouse-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / book.name
        with told(book):
            _migrate(file, copy(book, file), book)
        yield file


def _migrate(file: Path, before: Contents, book: Path) -> None:
    """Migrate a copy of a book; what is refused is told of the book."""
    schema.migrate(file)
    with closing(connect(file, read_only=True)) as connection:
        contents.check(connection, book)
        if contents.lost(before, contents.of(connection)):
            raise StorageError("migration_failed", path=book)
