"""Rows: frozen dataclasses that are made in no time, and whose class costs little to define.

A frozen dataclass writes each field by a call and takes ten times as long to make as an open one:
with sixty members that was a third of a whole summary. And six functions are compiled for each
class, which took a fourteenth of the time until a book was seen. So a row is frozen where types
are checked, which is everywhere in this program, and open while it runs; only ``__init__`` is
compiled for it. Whatever is asked of dataclasses can be asked of rows.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as row
else:
    from dataclasses import dataclass

    def row(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a dataclass of a class; it is compared, hashed and shown as a frozen one."""
        del frozen  # says so to the type checker

        def made(plain: type) -> type:
            kind = dataclass(slots=slots, repr=False, eq=False)(plain)
            kind.__eq__, kind.__hash__, kind.__repr__ = _as_a_row(kind.__match_args__)
            return kind

        return made


def _as_a_row(names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    """Return how rows with fields of these names are compared, hashed and shown."""
    values = attrgetter(*names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    def shown(self: object) -> str:
        said = (f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({', '.join(said)})"

    return equal, hashed, shown


__all__ = ["row"]
