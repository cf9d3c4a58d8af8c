"""Amounts as people type them: ``1200``, ``1,200``, ``1.2k``, ``1200.50``, ``£1 200``."""

import re
from fractions import Fraction

_FACTORS = {"k": 1_000, "m": 1_000_000}
_SHAPE = re.compile(r"(\d[\d.,'\u00a0\u202f]*)([km]?)", re.IGNORECASE)
_GROUP = 3


def amount(text: str, *, decimals: int = 2, grouping: str = "1,234") -> int | None:
    """Return an amount in minor units, or nothing where it cannot be read one way only.

    ``grouping`` is the chapter's habit as in ``formats.Money``; it decides what ``1.200`` means.
    """
    shape = _SHAPE.fullmatch(text.strip().lstrip("£$€¥₹").strip("\u00a0"))
    if shape is None:
        return None
    figure = _figure(re.sub("['\u00a0\u202f]", "", shape[1]), grouping, decimals)
    if figure is None:
        return None
    minor = figure * _FACTORS.get(shape[2].lower(), 1) * 10**decimals
    return int(minor) if minor.denominator == 1 else None


def _figure(digits: str, grouping: str, decimals: int) -> Fraction | None:
    marks = [c for c in digits if not c.isdigit()]
    if not marks:
        return Fraction(digits)
    if len(set(marks)) > 1:
        return _with_both(digits, marks[-1])
    mark, behind = marks[0], len(digits) - digits.rindex(marks[0]) - 1
    if len(marks) > 1:
        return _grouped(digits, mark)
    if behind == _GROUP and mark in grouping:
        return _grouped(digits, mark)
    if behind == _GROUP and decimals < _GROUP:
        return None  # thousands by another habit, or a slip of the finger
    return Fraction(digits.replace(mark, ".")) if behind else None


def _with_both(digits: str, mark: str) -> Fraction | None:
    """Read ``1,200.50``: the last mark parts the decimals, the other one the thousands."""
    whole, _mark, rest = digits.rpartition(mark)
    units = _grouped(whole, "," if mark == "." else ".")
    return None if units is None or not rest else units + Fraction(int(rest), 10 ** len(rest))


def _grouped(digits: str, mark: str) -> Fraction | None:
    """Read thousands; groups of two are for lakhs and crores, the last one always has three."""
    first, *others = digits.split(mark)
    sizes = {len(group) for group in others[:-1]}
    fits = first and others and len(others[-1]) == _GROUP and sizes in ({2}, {_GROUP}, set())
    return (
        Fraction(digits.replace(mark, "")) if fits and digits.replace(mark, "").isdigit() else None
    )
