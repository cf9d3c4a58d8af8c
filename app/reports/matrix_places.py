"""Where a matrix stands on its pages: how wide cells are, how tall rows, where it is broken."""

from dataclasses import dataclass

from app.reports.kit.document import FIRST_RULE, LATER_RULE
from app.reports.kit.fitting import LEAST_SIZE
from app.reports.kit.sheet import Sheet

NUMBER, SUM = 13.0, 32.0  # the width of row numbers, and of a column of sums
_NAME, _WIDEST_NAME = 92.0, 192.0
_CELL, _LEAST_CELL, _MOST_CELL = 14.3, 7.6, 20.0
_ROW, _LEAST_ROW, _MOST_ROW = 8.85, 6.3, 14.0
HEADS = 84.0  # from a page's rule to the line under the heads


@dataclass(frozen=True, slots=True)
class Places:
    """The measures of a matrix, in points; ``rows`` and ``columns`` are counts for each part."""

    name: float
    cell: float
    row: float
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def size(self) -> float:
        """The size of the numbers in cells."""
        return max(LEAST_SIZE, min(7.2, self.row * 0.82, self.cell * 0.62))

    @property
    def lead(self) -> float:
        """How far from the left margin the first cell begins."""
        return NUMBER + self.name


def places(sheet: Sheet, members: int, *, widest: float, sums: int, below: float) -> Places:
    """Return the measures for a number of members: on one page where print can be read.

    ``widest`` is the widest name at its usual size, ``sums`` how many columns of sums stand at
    the right, ``below`` the height of everything under the last row.
    """
    name = min(max(_NAME, widest + 6), _WIDEST_NAME)
    room = sheet.inner - NUMBER - name - sums * SUM - 4
    parts = max(1, -(-members * _LEAST_CELL // room)) if members else 1
    columns = _even(members, int(parts))
    cell = min(room / max(*columns, 1), _MOST_CELL)
    first = sheet.foot - FIRST_RULE - HEADS
    later = sheet.foot - LATER_RULE - HEADS
    if members * _LEAST_ROW + below <= first:
        row = min((first - below) / max(members, 1), _MOST_ROW, max(_ROW, cell * 0.8))
        return Places(name, cell, row, (members,), columns)
    rows = _broken(members, first - below, later - below)
    fullest = (first - below, *((later - below,) * (len(rows) - 1)))
    row = min(room / count for room, count in zip(fullest, rows, strict=True))
    return Places(name, cell, min(row, _MOST_ROW, max(_ROW, cell * 0.8)), rows, columns)


def _broken(members: int, first: float, later: float) -> tuple[int, ...]:
    """Return how many rows stand on each of the fewest pages, in even parts."""
    parts = 2
    while True:
        rows = _even(members, parts)
        if rows[0] * _ROW <= min(first, later):
            return rows
        parts += 1


def _even(count: int, parts: int) -> tuple[int, ...]:
    """Return a count in even parts, the first ones larger by one where it does not divide."""
    whole, rest = divmod(count, parts)
    return tuple(whole + (place < rest) for place in range(parts))
