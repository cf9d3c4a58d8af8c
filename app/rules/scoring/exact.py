"""Exact numbers of profiles: read as 0.95, “6/26” or “4.5/26”, printed rounded half-up."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

_LONGEST = 40  # signs; 1e999999999 would take all memory
_LARGEST = 10**15


def exact(found: object) -> Fraction | None:
    """Return what a file means by a number, or nothing where it is none; never below zero."""
    if isinstance(found, bool) or not isinstance(found, int | Decimal | str):
        return None
    parts = str(found).split("/")
    numbers = [_decimal(part) for part in parts]
    if len(parts) > 2 or any(number is None for number in numbers):  # noqa: PLR2004  a fraction has two parts
        return None
    above, below = numbers[0], numbers[1] if len(numbers) > 1 else Fraction(1)
    return above / below if above is not None and below else None


def half_up(value: Fraction, places: Sequence[int]) -> Fraction:
    """Return a value rounded half-up to each of some numbers of decimals, one after another."""
    for decimals in places:
        unit = 10**decimals
        value = Fraction((value * unit * 2 + 1) // 2, unit)
    return value


def hundredths(value: Fraction) -> int:
    """Return a value in hundredths, rounded half-up."""
    return int(half_up(value, [2]) * 100)


def printed(value: Fraction, places: Sequence[int]) -> str:
    """Return a value in decimal figures: rounded to each of ``places``, written with the last."""
    decimals = places[-1]
    whole, rest = divmod(half_up(value, places) * 10**decimals // 1, 10**decimals)
    return f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)


def shortest(value: Fraction) -> str:
    """Return a value as a person writes it: 3, 0.95 or 3/13."""
    if value.denominator == 1:
        return str(value.numerator)
    if 10**6 % value.denominator == 0:
        return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return f"{value.numerator}/{value.denominator}"


def _decimal(text: str) -> Fraction | None:
    if len(text) > _LONGEST:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or number < 0 or number.adjusted() > _LONGEST:
        return None
    if number.adjusted() < -_LONGEST:
        return None
    found = Fraction(number)
    return found if found <= _LARGEST else None
