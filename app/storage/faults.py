"""What the database says went wrong, as something a user may be told."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from app.errors import ConflictError, StorageError

_REASONS = {
    "SQLITE_BUSY": "book_busy",
    "SQLITE_LOCKED": "book_busy",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "book_read_only",
    "SQLITE_READONLY_DBMOVED": "book_moved",
    "SQLITE_READONLY_DIRECTORY": "folder_read_only",
    "SQLITE_CANTOPEN": "book_missing",
    "SQLITE_CORRUPT": "book_damaged",
    "SQLITE_NOTADB": "not_a_book",
    "SQLITE_IOERR": "disk_failing",
}
# What makes no sense in a file that is whole by its pages; these have no names of their own.
_NONSENSE = ("Could not decode to UTF-8", "malformed JSON", "integer overflow", "too big")


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn the database's own errors about a file into refusals; let bugs through."""
    try:
        yield
    except StaleDataError as error:
        raise ConflictError("changed_meanwhile") from error
    except (JSONDecodeError, UnicodeDecodeError) as error:
        raise StorageError("book_damaged", path=path) from error
    except IntegrityError:
        raise
    except DatabaseError as error:
        reason = _reason(error.orig, path)
        if reason is None:
            raise
        raise StorageError(reason, path=path) from error
    except sqlite3.DatabaseError as error:
        reason = _reason(error, path)
        if reason is None:
            raise
        raise StorageError(reason, path=path) from error


def may_be_passing(error: StorageError) -> bool:
    """Tell whether a disk that failed for a moment may be behind a refusal.

    SQLite reports a read that failed as damage.
    """
    cause = getattr(error.__cause__, "orig", error.__cause__)
    name = getattr(cause, "sqlite_errorname", "")
    return name.startswith(("SQLITE_IOERR", "SQLITE_CORRUPT"))


def _reason(cause: BaseException | None, path: Path) -> str | None:
    if any(words in str(cause) for words in _NONSENSE):
        return "book_damaged"
    name = getattr(cause, "sqlite_errorname", "")
    if name == "SQLITE_CANTOPEN" and path.is_file():
        return "folder_read_only"  # it is the journal beside it that cannot be made
    parts = name.split("_")
    return _REASONS.get(name) or _REASONS.get("_".join(parts[:2]))
