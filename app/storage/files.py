"""Putting whole files into place: on the disk before they carry their name, never half of one."""

import errno
import os
import sqlite3
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import StorageError
from app.storage import faults

GROWING = ".part"  # what the name of a file ends in until all of it is there
NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def growing(path: Path) -> Generator[Path]:
    """Hand out the name under which a file grows; it takes its place once all of it is there.

    Whatever goes wrong, nothing half is left and what stood there before still does.
    """
    part = path.with_name(f"{path.name}{GROWING}")
    clear(part)
    try:
        with told(path):
            yield part
            put_in_place(part, path)
    except StorageError as error:
        if error.reason == "book_missing":  # it was not there before
            raise StorageError("folder_read_only", path=path) from error
        if error.facts.get("path") == part:  # a name that nobody has heard of
            raise StorageError(error.reason, **error.facts | {"path": path}) from error
        raise
    finally:
        clear(part)


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, in one step that a power cut leaves done or undone."""
    sync(part)
    part.replace(path)
    try:
        sync_folder(path.parent)
    except OSError as error:  # it has its name now, if only until the power fails
        raise StorageError("disk_failing", path=path) from error


def sync(path: Path) -> None:
    """Wait until the disk has a file that no database holds open."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there; its names are written through
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear(part: Path) -> None:
    """Remove what an attempt left behind, and its journal."""
    for leftover in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


@contextmanager
def told(path: Path) -> Generator[None]:
    """Turn what the system or the database says about a file into refusals."""
    try:
        with faults.explained(path):
            yield
    except sqlite3.DatabaseError as error:  # what stands in it makes no sense
        raise StorageError("book_damaged", path=path) from error
    except OSError as error:
        raise StorageError(_reason(error), path=path, cause=error.strerror or error) from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "book_missing"
    if error.errno in NO_SPACE:
        return "disk_full"
    return "folder_read_only" if error.errno in _NO_RIGHT else "system_refused"
