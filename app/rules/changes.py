"""What differs between two rows of one report: whose figure, which one, before and after."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum, StrEnum
from typing import Any

# What follows from other figures, or tells nothing that a reader looks for.
_SILENT = frozenset(
    {"sort_name", "rank", "shared", "number", "audience", "money", "profile", "path", "ahead"}
    | {"person_id", "visitor_id", "meeting_id", "day", "days", "withheld", "some_withheld"}
)
# What tells a line from its neighbours, the surest first.
_KEYS = ("person_id", "visitor_id", "category", "line", "item", "stage", "within", "name", "light")
_SPOKEN = ("name", "category", "line", "item", "stage", "within", "light")
_COUNTS = frozenset({"thankers", "weeks"})
_MONEY = frozenset({"amount", "paid", "cost"})


class ChangeKind(StrEnum):
    """What is compared; amounts that a room could work out from two prints are withheld."""

    FIGURE = "figure"
    MONEY = "money"
    LISTED = "listed"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after; ``about`` is whose it is, empty for the whole document's.

    ``section`` is the part of the document where that tells more, such as a category.
    """

    about: str
    field: str
    before: object
    after: object
    kind: ChangeKind = ChangeKind.FIGURE
    section: str = ""


def changes(before: object, after: object) -> tuple[Change, ...]:
    """Return every figure that differs, in the order of the document; money in minor units."""
    return tuple(_compared(_Place(), before, after))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a document a value stands, and what its neighbours are called then and now."""

    about: str = ""
    field: str = ""
    neighbours: tuple[Sequence[str], Sequence[str]] = ((), ())
    section: str = ""

    def change(self, before: object, after: object) -> Change:
        """Return what differs here."""
        words = f"{self.section} {self.about} {self.field}"
        money = self.field in _MONEY or ("closed_business" in words and self.field not in _COUNTS)
        kind = ChangeKind.MONEY if money else ChangeKind.FIGURE
        return Change(self.about, self.field, before, after, kind, self.section)


def _compared(place: _Place, before: object, after: object) -> Iterator[Change]:
    if before == after:
        return
    if is_dataclass(before) and is_dataclass(after) and type(before) is type(after):
        yield from _of_records(place, before, after)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_lists(place, before, after)
    else:
        yield place.change(before, after)


def _of_records(place: _Place, before: Any, after: Any) -> Iterator[Change]:  # noqa: ANN401  any record
    for field in fields(before):
        if field.name in _SILENT or field.name in _SPOKEN:
            continue
        old, new = getattr(before, field.name), getattr(after, field.name)
        about = place.about
        if not about and is_dataclass(old):
            about = field.name
        yield from _compared(replace(place, about=about, field=field.name), old, new)


def _of_lists(place: _Place, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    if any(is_dataclass(one) for one in (*before, *after)):
        yield from _of_lines(place, before, after)
    elif all(isinstance(one, str) for one in (*before, *after)):
        yield from _listed(place, dict.fromkeys(before), dict.fromkeys(after))
    else:
        yield from _of_figures(place, before, after)


def _of_lines(place: _Place, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    old, new = _keyed(before), _keyed(after)
    neighbours = (tuple(map(_called, before)), tuple(map(_called, after)))
    for key in new | old:
        if key in old and key in new:
            name = _called(new[key])
            section = place.about if name and place.about else place.section
            there = _Place(name or place.about, place.field, neighbours, section)
            yield from _compared(there, old[key], new[key])
    yield from _listed(
        place,
        {key: None for key in old if key not in new},
        {key: None for key in new if key not in old},
        called={key: _called(one) for key, one in (old | new).items()},
    )


def _of_figures(place: _Place, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    """Compare rows of figures, by the names of their columns where the lines lend them."""
    heads = [
        names if len(names) == len(values) else tuple(str(n + 1) for n in range(len(values)))
        for names, values in zip(place.neighbours, (before, after), strict=True)
    ]
    old, new = (dict(zip(*pair, strict=True)) for pair in zip(heads, (before, after), strict=True))
    for name in new | old:
        if (old.get(name) or 0) != (new.get(name) or 0):
            about = f"{place.about} → {name}" if place.about else name
            yield replace(place, about=about).change(old.get(name), new.get(name))


def _listed(
    place: _Place,
    before: dict[Any, None],
    after: dict[Any, None],
    *,
    called: dict[Any, str] | None = None,
) -> Iterator[Change]:
    """Tell who came onto a list, and who is no longer on it."""
    for key in after | before:
        if (key in before) != (key in after):
            about = called[key] if called else str(key)
            there = key in before, key in after
            yield Change(about, place.field, *there, ChangeKind.LISTED, place.about)


def _keyed(lines: Sequence[Any]) -> dict[Any, Any]:
    """Return lines by what tells them apart; equal ones are counted."""
    seen: Counter[Any] = Counter()
    keyed = {}
    for one in lines:
        key = next((getattr(one, name) for name in _KEYS if hasattr(one, name)), str(one))
        keyed[key, seen[key]] = one
        seen[key] += 1
    return keyed


def _called(one: object) -> str:
    for name in _SPOKEN:
        value = getattr(one, name, None)
        if value is not None:
            return str(value.value if isinstance(value, Enum) else value)
    return ""
