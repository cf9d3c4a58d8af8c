"""One writing process per book, and who it is.

The operating system holds the lock and lets go of it when its holder dies, so a crash leaves
nothing to clean up. It lies on a file of its own beside the book: the book itself must never be
opened by anything but SQLite.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.errors import StorageError
from app.storage.files import NO_SPACE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows refuses to read a locked byte, so the lock lies far behind the text.
_LOCKED_BYTE = 4096


class Lock:
    """Held while a process may write to a book."""

    def __init__(self, book: Path, holder: str) -> None:
        self.path = book.with_name(book.name + ".lock")
        file = _opened(self.path, book)
        while not _is_at(file, self.path):
            # Its last holder removed the file just before we locked it; the next one is another.
            file.close()
            file = _opened(self.path, book)
        self._file: IO[str] | None = file
        self._sign(holder)

    def release(self) -> None:
        """Let others write; harmless when done twice."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform == "win32":
            file.close()  # an open file cannot be removed there
        with suppress(OSError):  # what stays behind is not locked, so it keeps nobody out
            self.path.unlink()
        file.close()

    def _sign(self, holder: str) -> None:
        """Say who holds it; on a full disk nobody is told, and the book can be looked at."""
        if self._file is None:
            return
        signature = {"holder": holder, "pid": os.getpid(), "host": _host()}
        with suppress(OSError):
            os.ftruncate(self._file.fileno(), 0)
            os.write(self._file.fileno(), json.dumps(signature).encode())


def _opened(path: Path, book: Path) -> IO[str]:
    """Open the lock's file and lock it, or say who has."""
    try:
        file = os.fdopen(_handle(path), "a+", encoding="utf-8", errors="replace")
    except OSError as error:
        reason = "disk_full" if error.errno in NO_SPACE else "folder_read_only"
        raise StorageError(reason, path=book, cause=error.strerror) from error
    if not _take(file):
        named = _named(file)
        file.close()
        raise StorageError("book_in_use", path=book, **named)
    return file


def _handle(path: Path) -> int:
    """Open the file itself, not what a link in its place leads to: that would be emptied."""
    kind = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | kind, 0o666)


def _is_at(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _take(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _host() -> str:
    """Return what this computer is called."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _named(file: IO[str]) -> dict[str, object]:
    unknown: dict[str, object] = {"holder": "", "pid": 0, "host": ""}
    try:
        file.seek(0)
        said = json.load(file)
    except (OSError, ValueError):
        return unknown
    if not isinstance(said, dict):
        return unknown
    return {name: said.get(name, blank) for name, blank in unknown.items()}
