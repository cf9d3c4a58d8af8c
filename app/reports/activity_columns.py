"""The columns of the activity summary, and how tall its rows are so that they fit the page."""

from dataclasses import dataclass
from functools import cache

from app.i18n import _
from app.reports.kit.fitting import LEAST_SIZE, SMALLEST
from app.reports.kit.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Figure:
    """A column of figures: the field it shows, its head and where its figures end."""

    name: str
    head: str
    end: float


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that belong together under a word and a line."""

    words: str
    start: float
    end: float
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands across the page, in points from its left edge."""

    number_end: float
    name: float
    name_width: float
    seat: float
    seat_width: float
    groups: tuple[Group, ...]
    amount_end: float

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All columns of figures but the amount."""
        return tuple(figure for group in self.groups for figure in group.figures)


_NUMBER, _NAME, _SEAT, _GAP, _AMOUNT = 17.0, 138.0, 112.0, 14.0, 76.0
_FIGURES = 410.0  # the least width in which all figures stand apart
_MOST_NAME = 0.75  # of names and seats together
_GROUPS: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = (
    (
        "attendance",
        (
            ("present", 24.6),
            ("absent", 24.6),
            ("late", 24.6),
            ("medical", 24.6),
            ("substitute", 24.6),
        ),
    ),
    (
        "referrals",
        (
            ("given_inside", 30),
            ("given_outside", 31),
            ("received_inside", 31),
            ("received_outside", 31),
        ),
    ),
    (
        "activity",
        (("visitors", 27.6), ("one_to_ones", 34), ("education", 31), ("testimonials", 29)),
    ),
)


def heads() -> dict[str, str]:
    """Return the letters above the columns."""
    return {
        "present": _("P"),
        "absent": _("A"),
        "late": _("L"),
        "medical": _("M"),
        "substitute": _("S"),
        "given_inside": _("RGI"),
        "given_outside": _("RGO"),
        "received_inside": _("RRI"),
        "received_outside": _("RRO"),
        "visitors": _("V"),
        "one_to_ones": _("1-2-1"),
        "education": _("CEU"),
        "testimonials": _("T"),
        "attendance": _("Attendance"),
        "referrals": _("Referrals"),
        "activity": _("Activity"),
    }


def layout(sheet: Sheet, widest_name: float = 0, widest_seat: float = 0) -> Layout:
    """Return the columns for a sheet, so that the longest name and seat can be read.

    Both are wished for as they are; where that is too much they are shrunk, and at the last
    take room from the figures. Narrower paper narrows all columns alike.
    """
    words = heads()
    left = sheet.left
    name = left + _NUMBER
    name_width, both = _words_width(sheet, widest_name + 6, widest_seat + 4)
    seat, at = name + name_width, name + both
    narrowed = (sheet.inner - _NUMBER - both) / (_full_width() - _NUMBER - _NAME - _SEAT)
    groups: list[Group] = []
    for group, columns in _GROUPS:
        at += _GAP * narrowed if groups else 0
        start, figures = at, []
        for field, width in columns:
            at += width * narrowed
            figures.append(Figure(field, words[field], at))
        groups.append(Group(words[group], start + 6, at, tuple(figures)))
    return Layout(
        left + _NUMBER - 6,
        name,
        seat - name - 6,
        seat,
        name + both - seat - 4,
        tuple(groups),
        sheet.right,
    )


def _words_width(sheet: Sheet, name: float, seat: float) -> tuple[float, float]:
    """Return how wide the names, and names and seats together, stand."""
    narrowed = sheet.inner / _full_width()
    usual, both = _NAME * narrowed, (_NAME + _SEAT) * narrowed
    for shrunk in (1, SMALLEST):
        if (name + seat) * shrunk <= both:
            return min(max(usual, name * shrunk), both - seat * shrunk), both
    shrunk = LEAST_SIZE / _TEXT * 1.02
    both = min(max(both, (name + seat) * shrunk), sheet.inner - _NUMBER - _FIGURES)
    return min(max(usual, name * shrunk), both * _MOST_NAME), both


@cache
def _full_width() -> float:
    figures = sum(width for _group, columns in _GROUPS for _field, width in columns)
    return _NUMBER + _NAME + _SEAT + figures + _GAP * len(_GROUPS) + _AMOUNT


@dataclass(frozen=True, slots=True)
class Heights:
    """How tall rows are: members, the two rows of others, and the total; and the text in them."""

    row: float
    other: float
    total: float

    @property
    def size(self) -> float:
        """The size of text."""
        return min(_TEXT, round(self.row * 0.9, 1))

    @property
    def rise(self) -> float:
        """How far a baseline lies above the line below its row."""
        return (self.row - self.size * 0.66) / 2

    def tail(self, legend: float) -> float:
        """Return the height of what follows the members."""
        return 2 * self.other + self.total + legend


_TEXT = 8.2
_ROOMY = Heights(9.4, 11.2, 13.6)


def heights(members: int, room: float, legend: float) -> Heights:
    """Return the tallest rows with which all members stand on one page; else the usual ones."""
    for step in range(31):
        row = _ROOMY.row - 0.1 * step
        tried = Heights(row, min(_ROOMY.other, row * 1.1), max(_ROOMY.total * row / 9.4, 10.4))
        if tried.size < LEAST_SIZE:
            break
        if members * tried.row + tried.tail(legend) <= room:
            return tried
    return _ROOMY
