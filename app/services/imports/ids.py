"""The ids of records that an import enters."""

from collections.abc import Iterable


class Ids:
    """The ids of records; a number below zero stands for one entered just now."""

    def __init__(self, refs: Iterable[int], ids: Iterable[int]) -> None:
        self._entered = dict(zip(refs, ids, strict=True))

    def of(self, ref: int) -> int:
        """Return the id a number stands for."""
        return ref if ref > 0 else self._entered[ref]

    def maybe(self, ref: int | None) -> int | None:
        """Return the id a number stands for, or none for nobody."""
        return ref if ref is None or ref > 0 else self._entered[ref]
