"""Zip archives of strangers: looked over before anything is unpacked, counted while it is."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from app.errors import UnreadableFileError
from app.exchange.sources import PIECE, Progress, silent

MOST_PARTS = 500
MOST_UNPACKED = 100 * 1024 * 1024
MOST_GROWTH = 200  # times; real sheets grow 5 to 40 times
_SMALL = 1024 * 1024  # below this, growth is harmless
_ENCRYPTED = 0x1

# What zipfile raises over bytes that are no archive; RuntimeError stands for a missing password.
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


@contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except _FAULTS as error:
        raise UnreadableFileError("file_damaged") from error


class Archive:
    """The parts of an archive by name; refuses those that would grow beyond all reason."""

    def __init__(self, file: BinaryIO, progress: Progress = silent) -> None:
        with _sound():
            self._zip = zipfile.ZipFile(file)
        self._progress = progress
        self._left = MOST_UNPACKED
        self._parts = {part.filename.lstrip("/"): part for part in self._zip.infolist()}
        self._total = sum(part.file_size for part in self._parts.values())
        self._look_over()

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a part's bytes piece by piece."""
        with _sound():
            part = self._zip.open(self._parts[name])
        with part:
            while True:
                with _sound():
                    piece = part.read(PIECE)
                if not piece:
                    return
                self._count(len(piece))
                yield piece

    def _look_over(self) -> None:
        if len(self._zip.infolist()) > MOST_PARTS or self._total > MOST_UNPACKED:
            raise UnreadableFileError("file_is_bomb")
        for part in self._parts.values():
            if part.flag_bits & _ENCRYPTED:
                raise UnreadableFileError("file_encrypted")
            if part.file_size > max(_SMALL, MOST_GROWTH * part.compress_size):
                raise UnreadableFileError("file_is_bomb")

    def _count(self, length: int) -> None:
        """Count what really comes out: the directory of an archive may lie."""
        self._left -= length
        if self._left < 0:
            raise UnreadableFileError("file_is_bomb")
        self._progress(MOST_UNPACKED - self._left, max(self._total, 1))
