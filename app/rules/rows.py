"""Rows that one answer is made of by the hundred.

A frozen dataclass writes each field by a call and takes ten times as long to make as an open one:
with sixty members that was a third of a whole summary. So these are frozen where types are
checked, which is everywhere in this program, and open while it runs.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as row
else:
    from dataclasses import dataclass

    def row(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a dataclass of a class; it is compared and hashed as a frozen one."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["row"]
