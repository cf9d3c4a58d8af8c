"""The bytes of a file: where they come from, in pieces, and never more than can be meant well."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import UnreadableFileError
from app.exchange.sheets import MOST_BYTES

PIECE = 64 * 1024
_MEGABYTE = 1024 * 1024

Progress = Callable[[int, int], None]
"""Is told bytes done and bytes in all; whatever it raises ends the reading."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file on disk or in memory, its size in bytes, and whom to tell how far reading has come."""

    origin: Path | bytes
    size: int
    progress: Progress = silent

    def open(self) -> BinaryIO:
        """Open the file for reading."""
        if isinstance(self.origin, bytes):
            return io.BytesIO(self.origin)
        try:
            return self.origin.open("rb")
        except OSError as error:
            raise not_readable(error) from error

    def head(self, length: int = 4096) -> bytes:
        """Return the first bytes."""
        with self.open() as file:
            return file.read(length)

    def pieces(self, *, tell: bool = False) -> Iterator[bytes]:
        """Yield the bytes piece by piece; with ``tell`` the progress is reported."""
        done = 0
        with self.open() as file:
            while piece := file.read(PIECE):
                yield piece
                done += len(piece)
                if tell:
                    self.progress(done, self.size)


def open_source(origin: Path | bytes, progress: Progress = silent) -> Source:
    """Return a readable source, or refuse what is missing, empty or far too big."""
    size = len(origin) if isinstance(origin, bytes) else _size_of(origin)
    if size == 0:
        raise UnreadableFileError("file_empty")
    if size > MOST_BYTES:
        raise UnreadableFileError(
            "file_too_big", size=size // _MEGABYTE, limit=MOST_BYTES // _MEGABYTE
        )
    return Source(origin, size, progress)


def not_readable(error: OSError) -> UnreadableFileError:
    """Return the refusal for a file the system does not hand out."""
    return UnreadableFileError("file_not_readable", cause=error.strerror or str(error))


def _size_of(path: Path) -> int:
    try:
        if path.is_dir():
            raise UnreadableFileError("file_is_folder")
        return path.stat().st_size
    except FileNotFoundError as error:
        raise UnreadableFileError("file_missing") from error
    except OSError as error:
        raise not_readable(error) from error
