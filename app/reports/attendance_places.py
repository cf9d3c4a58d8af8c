"""Where everything stands across the attendance sheet, in points from the left of the page."""

from dataclasses import dataclass

from app.reports.kit.fitting import SMALLEST
from app.reports.kit.sheet import Sheet
from app.rules.attendance import Attendance


@dataclass(frozen=True, slots=True)
class Places:
    """Numbers, names, seats, the middles of the boxes, and the lines to write on."""

    number_end: float
    name: float
    seat: float
    marks: dict[Attendance, float]
    step: float
    lines: tuple[tuple[float, float], ...]


_NAME = 100.0
_STEP = 23.0
_COUNTS = (26.0, 26.4, 36.8)  # referrals, one-to-ones, visitors
_GAP = 5.6


_MORE = 30.0  # for names that would not stand in their usual room


def places(sheet: Sheet, widest_name: float = 0) -> Places:
    """Return the places on a sheet; what wider paper has to spare goes to names and seats.

    Where the widest name is longer than its room, names take some from the substitutes'.
    """
    left, spare = sheet.left, sheet.inner - 510.24
    more = _MORE if widest_name * SMALLEST > _NAME - 5 else 0
    first = left + 204 + spare * 0.7 + more * 0.6
    ends = [sheet.right]
    for width in reversed(_COUNTS):
        ends.insert(0, ends[0] - width - _GAP)
    lines = [(end - width, end) for end, width in zip(ends[1:], _COUNTS, strict=True)]
    return Places(
        number_end=left + 12.8,
        name=left + 20,
        seat=left + 20 + _NAME + spare * 0.4 + more,
        marks={mark: first + place * _STEP for place, mark in enumerate(Attendance)},
        step=_STEP,
        lines=((first + 5 * _STEP + 4, ends[0] - _GAP), *lines),
    )
