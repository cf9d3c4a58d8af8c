"""The texts of a binary workbook: kept in one table, cut into records wherever one was full."""

import struct
from collections.abc import Iterator, Sequence

from app.errors import UnreadableFileError

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


def shared_texts(records: Sequence[bytes]) -> list[str]:
    """Return the table of texts from its record and those that continue it."""
    cursor = _Cursor(records)
    _used, distinct = struct.unpack("<II", cursor.take(8))
    if distinct > cursor.size:
        raise UnreadableFileError("file_damaged")
    return [_text(cursor) for _ in range(distinct)]


def short_text(content: bytes) -> str:
    """Return a text that stands whole in one record: length, flags, letters."""
    return _text(_Cursor([content]))


def byte_text(content: bytes) -> str:
    """Return a text of at most 255 letters, as sheet names are kept."""
    return "".join(_Cursor([content[2:]]).letters(content[0], wide=bool(content[1] & _WIDE)))


def _text(cursor: "_Cursor") -> str:
    length, flags = struct.unpack("<HB", cursor.take(3))
    runs = struct.unpack("<H", cursor.take(2))[0] if flags & _RICH else 0
    extra = struct.unpack("<I", cursor.take(4))[0] if flags & _EXTENDED else 0
    text = "".join(cursor.letters(length, wide=bool(flags & _WIDE)))
    cursor.skip(4 * runs + extra)
    return text


class _Cursor:
    """Walks over records as if they were one."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = records
        self._record = 0
        self._at = 0
        self.size = sum(map(len, records))

    def take(self, length: int) -> bytes:
        """Return the next bytes, across records."""
        taken = b""
        while len(taken) < length:
            taken += self._some(length - len(taken))
        return taken

    def skip(self, length: int) -> None:
        """Pass over bytes, across records."""
        while length:
            length -= len(self._some(length))

    def letters(self, length: int, *, wide: bool) -> Iterator[str]:
        """Yield letters; where a record ends among them, the next one tells their width anew."""
        while length:
            if self._at == len(self._current()):
                self._next()
                wide = bool(self._some(1)[0] & _WIDE)
            width = 2 if wide else 1
            fitting = min(length, (len(self._current()) - self._at) // width)
            if fitting == 0:
                raise UnreadableFileError("file_damaged")
            yield self._some(fitting * width).decode("utf-16-le" if wide else "latin-1", "replace")
            length -= fitting

    def _current(self) -> bytes:
        return self._records[self._record]

    def _next(self) -> None:
        self._record += 1
        self._at = 0
        if self._record >= len(self._records):
            raise UnreadableFileError("file_cut_off")

    def _some(self, length: int) -> bytes:
        while self._at == len(self._current()):
            self._next()
        taken = self._current()[self._at : self._at + length]
        self._at += len(taken)
        return taken
