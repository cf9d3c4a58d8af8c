"""Days as people type them, day before month: ``24.11.``, ``24 nov``, ``2026-11-24``, ``today``."""

import re
from datetime import date, timedelta

from app import formats
from app.i18n import _
from app.ui.matching import fold

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{2}|\d{4})?)?")
_NAMED = re.compile(r"(\d{1,2})\.? *([^\W\d]{3,})\.?(?: +(\d{4}))?")
_CENTURY = 2000
_HUNDRED = 100


def read_day(text: str, today: date) -> date | None:
    """Return the day meant, or None; without a year it is the one nearest to today."""
    words = fold(text).strip()
    known = {fold(_("today")): 0, fold(_("yesterday")): -1, fold(_("tomorrow")): 1}
    if words in known:
        return today + timedelta(days=known[words])
    if found := _ISO.fullmatch(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(words):
        return _in_year(found[3], int(found[2]), int(found[1]), today)
    if found := _NAMED.fullmatch(words):
        return _in_year(found[3], _month(found[2]), int(found[1]), today)
    return None


def _month(words: str) -> int:
    names = [fold(name) for name in formats.months()]
    return next((n for n, name in enumerate(names, 1) if name.startswith(words)), 0)


def _in_year(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        number = int(year)
        return _day(number if number >= _HUNDRED else number + _CENTURY, month, day)
    around = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    days = [one for one in around if one is not None]
    return min(days, key=lambda one: abs(one - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
