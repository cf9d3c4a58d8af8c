"""Read the rows of a damaged SQLite file page by page, without SQLite.

SQLite gives up a whole table where the page it begins with is lost; its leaves are still there,
and each of them can be read by itself. What is told here stands in SQLite's file format.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_LEAF, _INTERIOR = 0x0D, 0x05
_FIRST_TEXT, _FIRST_BLOB = 13, 12
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_VARINT = 9
_LARGEST = 50_000_000  # no row of ours is as long; a longer one is a damaged length

Value = int | str | bytes | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies in a page: its number and its values in the order of the columns."""

    number: int
    values: tuple[Value, ...]


class Pages:
    """The pages of a file, counted from 1; what makes no sense raises ValueError."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        size = int.from_bytes(data[16:18], "big")
        self._size = 65536 if size == 1 else size
        if self._size < 512 or self._size & (self._size - 1):  # noqa: PLR2004  the format's least
            self._size = 4096
        self._usable = self._size - data[20]
        self.count = -(-len(data) // self._size)

    def leaves(self, root: int) -> Iterator[int]:
        """Yield the leaves of a table that can still be reached from its first page."""
        seen, waiting = set[int](), [root]
        while waiting:
            page = waiting.pop()
            if page in seen or not 1 <= page <= self.count:
                continue
            seen.add(page)
            if self._kind(page) == _LEAF:
                yield page
            elif self._kind(page) == _INTERIOR:
                waiting += self._children(page)

    def is_leaf(self, page: int) -> bool:
        """Tell whether a page says that it holds rows."""
        return self._kind(page) == _LEAF

    def rows(self, page: int) -> Iterator[Row]:
        """Yield the rows of a leaf that can be read."""
        for place in self._cells(page, 8):
            try:
                yield self._row(place)
            except (ValueError, IndexError, OverflowError, UnicodeDecodeError):
                continue

    def _start(self, page: int) -> int:
        return (page - 1) * self._size + (100 if page == 1 else 0)

    def _kind(self, page: int) -> int:
        start = self._start(page)
        return self._data[start] if start < len(self._data) else 0

    def _children(self, page: int) -> list[int]:
        start = self._start(page)
        below = [self._number(place, 4) for place in self._cells(page, 12)]
        return [*below, self._number(start + 8, 4)]

    def _cells(self, page: int, head: int) -> list[int]:
        start, base = self._start(page), (page - 1) * self._size
        count = min(self._number(start + 3, 2), self._size // 4)
        offsets = (self._number(start + head + 2 * n, 2) for n in range(count))
        return [base + offset for offset in offsets if 0 < offset < self._size]

    def _number(self, place: int, size: int) -> int:
        return int.from_bytes(self._data[place : place + size], "big")

    def _varint(self, data: bytes, place: int) -> tuple[int, int]:
        """Return a number of one to nine bytes, and where it ends."""
        value = 0
        for n in range(_MOST_VARINT):
            byte = data[place + n]
            if n == _MOST_VARINT - 1:
                return value << 8 | byte, place + n + 1
            value = value << 7 | byte & 0x7F
            if byte < 0x80:  # noqa: PLR2004  the bit that says more follow
                return value, place + n + 1
        raise ValueError(place)

    def _row(self, place: int) -> Row:
        length, place = self._varint(self._data, place)
        number, place = self._varint(self._data, place)
        if length > _LARGEST:
            raise ValueError(length)
        return Row(number, tuple(self._values(self._payload(place, length))))

    def _payload(self, place: int, length: int) -> bytes:
        """Return a row's bytes, which go on in other pages where they are many."""
        most = self._usable - 35
        if length <= most:
            return self._data[place : place + length]
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        local = local if local <= most else least
        payload = bytearray(self._data[place : place + local])
        page, turns = self._number(place + local, 4), 0
        while len(payload) < length and 1 <= page <= self.count and turns <= self.count:
            start = (page - 1) * self._size
            payload += self._data[start + 4 : start + self._usable]
            page, turns = self._number(start, 4), turns + 1
        if len(payload) < length:
            raise ValueError(length)
        return bytes(payload[:length])

    def _values(self, record: bytes) -> Iterator[Value]:
        end, place = self._varint(record, 0)
        body = end
        while place < end:
            kind, place = self._varint(record, place)
            size = _size(kind)
            if body + size > len(record):
                raise ValueError(kind)
            yield _value(kind, record[body : body + size])
            body += size


def _size(kind: int) -> int:
    if kind in _WHOLE_NUMBERS:
        return _WHOLE_NUMBERS[kind]
    return (kind - _FIRST_BLOB) // 2 if kind >= _FIRST_BLOB else 8 * (kind == 7)  # noqa: PLR2004  a float


def _value(kind: int, data: bytes) -> Value:
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(data, "big", signed=True)
    if kind >= _FIRST_TEXT and kind % 2:
        return data.decode("utf-8")
    if kind >= _FIRST_BLOB:
        return data
    return {8: 0, 9: 1}.get(kind)
