"""What the first bytes of a file tell, read before any database library opens it.

Opening the live file a second time inside this process would drop SQLite's locks when it is
closed again, so this happens strictly before the engine exists. The two numbers sit at fixed
places of the SQLite file format: the schema number at byte 60, the application at byte 68.
"""

from pathlib import Path

from app.errors import StorageError
from app.storage import opened

APPLICATION_ID = 0x43486273  # "CHbs"
SCHEMA = 9
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_FORMAT = slice(18, 20)  # of SQLite, to write and to read
_NEWEST_FORMAT = 2


def check(path: Path) -> int:
    """Refuse a path that is no book of this or an earlier version; return its schema.

    A book that this process has open was looked at then, and is not touched again.
    """
    if opened.here(path):
        return SCHEMA
    start = _first_bytes(path)
    if not start.startswith(_MAGIC) or len(start) < _HEADER_BYTES:
        raise StorageError(_what_it_is(start), path=path)
    if _number(start, 68) != APPLICATION_ID:
        raise StorageError("not_a_book_other_program", path=path)
    if max(start[_FORMAT]) > _NEWEST_FORMAT:
        raise StorageError("newer_format", path=path)
    schema = _number(start, 60)
    if schema > SCHEMA:
        raise StorageError("newer_book", path=path, schema=schema, ours=SCHEMA)
    return schema


def check_writable(path: Path) -> None:
    """Refuse a book that may only be read; SQLite would open it and refuse the first save."""
    if opened.here(path):
        return
    try:
        path.open("rb+").close()
    except PermissionError as error:
        raise StorageError("book_read_only", path=path) from error


def _first_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise StorageError("is_a_folder", path=path)
    if path.exists() and not path.is_file():  # a pipe would be waited on for ever
        raise StorageError("not_a_book", path=path)
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise StorageError("book_missing", path=path) from error
    except OSError as error:
        raise StorageError("book_unreadable", path=path, cause=error.strerror) from error


def _number(start: bytes, place: int) -> int:
    return int.from_bytes(start[place : place + 4], "big")


def _what_it_is(start: bytes) -> str:
    """Return the reason to refuse what does not begin as a book."""
    if not start:
        return "not_a_book_empty"
    if start.startswith((b"PK", b"<?xml", b"\xd0\xcf\x11\xe0")):
        return "not_a_book_spreadsheet"
    if start.startswith(b"%PDF"):
        return "not_a_book_pdf"
    return "not_a_book"
