"""Single facts about people, as far as the book does not have them; it is never overruled."""

from dataclasses import dataclass
from datetime import date

from app.queries.imports.people import Ref

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to be kept of somebody: in which field, and what."""

    ref: Ref
    field: str
    value: Value


class Facts:
    """What is known of everybody, by field; grows with each file that is read."""

    def __init__(self) -> None:
        self._known: dict[tuple[Ref, str], Value] = {}
        self._differ: list[tuple[Ref, str]] = []

    def know(self, ref: Ref, field: str, value: Value) -> None:
        """Take note of what the book says already."""
        if value:
            self._known[ref, field] = value

    def tell(self, ref: Ref, field: str, value: Value, *, later: bool = False) -> Fact | None:
        """Return what a file says, where nobody has said it before.

        Where something else is known that stays, and the difference is noted; unless ``later``
        is better and the file's value is the later one.
        """
        if not value:
            return None
        known = self._known.get((ref, field))
        if known is None or (later and _is_later(value, known)):
            self._known[ref, field] = value
            return Fact(ref, field, value)
        if known != value and not later:
            self._differ.append((ref, field))
        return None

    def differing(self) -> list[tuple[Ref, str]]:
        """Return what was said otherwise since last asked."""
        differ, self._differ = self._differ, []
        return differ


def _is_later(one: Value, other: Value) -> bool:
    return isinstance(one, date) and isinstance(other, date) and one > other
