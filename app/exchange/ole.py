"""Opens the compound file that old Excel workbooks are kept in, and takes out one stream."""

import struct
from collections.abc import Iterator

from app.errors import UnreadableFileError

_HEADER = struct.Struct("<30xHH10xI I4xIIIII")
_NUMBERS = 109  # of table sectors named in the header itself
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA  # from here on, numbers mean "end", "free" and the like
_ROOT, _STREAM = 5, 2
_SECTOR_SHIFTS = {9, 12}
_MINI_SHIFT = 6


class Compound:
    """The streams of a compound file by name; every chain is bounded by the size of the file."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            shift, mini_shift, _fats, directory, self._cutoff, mini_fat, _, more, _ = (
                _HEADER.unpack_from(content)
            )
        except struct.error as error:
            raise _damaged() from error
        if shift not in _SECTOR_SHIFTS or mini_shift != _MINI_SHIFT:
            raise _damaged()
        self._size = 1 << shift
        self._fat = self._read_fat(more)
        self._mini_fat = _numbers(b"".join(self._sectors(mini_fat)))
        self._entries = dict(self._read_entries(b"".join(self._sectors(directory))))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream."""
        start, size = self._entries[name]
        if size >= self._cutoff:
            return b"".join(self._sectors(start))[:size]
        root, root_size = self._entries["Root Entry"]
        small = b"".join(self._sectors(root))[:root_size]
        places = _chain(start, self._mini_fat)
        return b"".join(small[place << 6 : (place + 1) << 6] for place in places)[:size]

    def _sector(self, place: int) -> bytes:
        begin = (place + 1) * self._size
        return self._content[begin : begin + self._size]

    def _sectors(self, start: int) -> Iterator[bytes]:
        return map(self._sector, _chain(start, self._fat))

    def _read_fat(self, more: int) -> list[int]:
        """Return the table of which sector follows which."""
        tables = list(_numbers(self._content[76 : 76 + 4 * _NUMBERS]))
        seen: set[int] = set()
        while more < _LAST_SECTOR and more not in seen:
            seen.add(more)
            *named, more = _numbers(self._sector(more)) or [_LAST_SECTOR]
            tables.extend(named)
        return [
            number
            for table in dict.fromkeys(tables)
            if table < _LAST_SECTOR
            for number in _numbers(self._sector(table))
        ]

    @staticmethod
    def _read_entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
        for begin in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, begin + 64)
            if kind in {_ROOT, _STREAM}:
                name = directory[begin : begin + min(max(length - 2, 0), 62)]
                yield (
                    "Root Entry" if kind == _ROOT else name.decode("utf-16-le", "replace"),
                    struct.unpack_from("<II", directory, begin + 116),
                )


def _chain(start: int, table: list[int]) -> Iterator[int]:
    """Yield the sectors from a first one on; a circle or a dead end is damage."""
    left = len(table)
    while start < _LAST_SECTOR:
        if start >= len(table) or left == 0:
            raise _damaged()
        yield start
        start = table[start]
        left -= 1


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))


def _damaged() -> UnreadableFileError:
    return UnreadableFileError("file_damaged")
