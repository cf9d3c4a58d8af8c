"""Figures and dates as exports write them: amounts, counts, days."""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from app.errors import UnreadableFileError

MOST_MINOR_UNITS = 10**16  # of a whole column's total; sums must fit what a book can store
MOST_COUNT = 10**7
_LONGEST = 40
_MOST_DIGITS = 18
_THOUSAND_ZEROS = 3
_NOISE = Decimal("0.001")  # what floating point leaves behind, in minor units
_BESIDE = re.compile(r"[\s'’$£¥₠-⃏]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([APap])\.?[Mm])?", re.ASCII)
_BUDDHIST_ERA = 543
_FIRST_BUDDHIST_YEAR = 2400
_MONTHS = 12


def amount(text: str, decimals: int) -> int:
    """Return an amount in minor units of a currency with so many decimals; nothing is rounded off.

    Understands ``75000.00``, ``1.856E+10``, ``1,409,141.00``, ``1.409.141,00`` and ``75000,5``.
    Raises UnreadableFileError without a row; the caller knows it.
    """
    exact = _decimal(text, decimals).scaleb(decimals)
    whole = exact.to_integral_value()
    if abs(exact - whole) > _NOISE:
        raise UnreadableFileError("file_amount_too_fine", text=text, decimals=decimals)
    if whole < 0:
        raise UnreadableFileError("file_amount_negative", text=text)
    if whole > MOST_MINOR_UNITS:
        raise UnreadableFileError("file_amount_absurd", text=text)
    return int(whole)


def count(text: str) -> int:
    """Return a whole number; blank and dash count as none."""
    if text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS:
        number = int(text)
    elif text.strip() in {"", "-", "–", "—"}:
        return 0
    else:
        number = _whole(text)
    if number > MOST_COUNT:
        raise UnreadableFileError("file_count_absurd", text=text)
    return number


def near_count(text: str) -> tuple[int, bool]:
    """Return the nearest whole number, halves up, and whether it is the number itself."""
    try:
        return count(text), True
    except UnreadableFileError as error:
        try:
            value = _decimal(text)
        except UnreadableFileError:
            raise error from None
        if not 0 <= value <= MOST_COUNT:
            raise
        return int(value.to_integral_value(ROUND_HALF_UP)), False


def day(text: str) -> date | None:
    """Return the first day a text names, the day before the month; None where there is none.

    Thai years (2568) count from the Buddha. ``is_ambiguous`` tells where the order is a guess.
    """
    if found := _ISO_DAY.search(text):
        return valid_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        return valid_day(year, second, first) or valid_day(year, first, second)
    return None


def is_ambiguous(text: str) -> bool:
    """Tell whether day and month of a written date could as well be the other way round."""
    found = _DAY_FIRST.search(text)
    if found is None or _ISO_DAY.search(text):
        return False
    return found[1] != found[2] and max(int(found[1]), int(found[2])) <= _MONTHS


def is_month_first(text: str) -> bool:
    """Tell whether a written date makes sense only with the month before the day."""
    found = None if _ISO_DAY.search(text) else _DAY_FIRST.search(text)
    return found is not None and int(found[2]) > _MONTHS


def is_day_first(text: str) -> bool:
    """Tell whether a written date makes sense only with the day before the month."""
    found = None if _ISO_DAY.search(text) else _DAY_FIRST.search(text)
    return found is not None and int(found[1]) > _MONTHS


def moment(text: str) -> datetime | None:
    """Return a wall-clock time; its zone is written nowhere."""
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        found, clock = day(text), _CLOCK.search(text)
    if found is None:
        return None
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    if clock and clock[3]:
        hour = hour % 12 + (12 if clock[3].lower() == "p" else 0)
    return datetime.combine(found, time(hour % 24, minute % 60))


def _decimal(text: str, decimals: int = 0) -> Decimal:
    number = _with_point(_BESIDE.sub("", text), decimals)
    if len(number) > _LONGEST or not _NUMBER.fullmatch(number):
        raise UnreadableFileError("file_amount_unclear", text=text[:_LONGEST])
    try:
        value = Decimal(number)
    except InvalidOperation:
        raise UnreadableFileError("file_amount_unclear", text=text[:_LONGEST]) from None
    if value and value.adjusted() > _MOST_DIGITS:
        raise UnreadableFileError("file_amount_absurd", text=text[:_LONGEST])
    return value


def _with_point(number: str, decimals: int) -> str:
    """Return a number with a decimal point and nothing between its thousands, where it is clear."""
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return number
    whole, sign, fraction = number[:last], number[last], number[last + 1 :]
    other = "," if sign == "." else "."
    if sign in whole:
        return _ungrouped(number, sign)
    if other in whole:
        return f"{_ungrouped(whole, other)}.{fraction}"
    if decimals < _THOUSAND_ZEROS and _GROUPED.fullmatch(number):
        raise UnreadableFileError("file_amount_ambiguous", text=number)
    return number.replace(",", ".")


def _ungrouped(number: str, sign: str) -> str:
    """Take the separators out of a number; India groups by two digits."""
    groups = rf"[+-]?\d{{1,3}}(?:{re.escape(sign)}\d{{2,3}})+"
    return number.replace(sign, "") if re.fullmatch(groups, number, re.ASCII) else number


def _whole(text: str) -> int:
    try:
        value = _decimal(text)
    except UnreadableFileError:
        raise UnreadableFileError("file_count_unclear", text=text[:_LONGEST]) from None
    if value < 0:
        raise UnreadableFileError("file_count_negative", text=text)
    if value != value.to_integral_value():
        raise UnreadableFileError("file_count_unclear", text=text)
    return int(value)


def valid_day(year: int, month: int, day_of_month: int) -> date | None:
    """Return a day, or none where the calendar has none."""
    if year >= _FIRST_BUDDHIST_YEAR:
        year -= _BUDDHIST_ERA
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
