"""Which evenings the demo chapter has had by today, and what became of each."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEKS = 78
AHEAD = 4
_FLOODED = 47  # weeks ago; that meeting is discarded


class Fate(StrEnum):
    """What became of a week."""

    COMPLETED = "completed"
    HOLIDAY = "holiday"
    DISCARDED = "discarded"
    MISSING = "missing"
    DRAFT = "draft"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Evening:
    """One week; ``ago`` counts weeks back from the last evening, which is 0."""

    held_on: date
    ago: int
    fate: Fate

    @property
    def met(self) -> bool:
        """Whether people came together."""
        return self.fate in {Fate.COMPLETED, Fate.DISCARDED, Fate.DRAFT}


def evenings(today: date, weekday: int) -> tuple[Evening, ...]:
    """Return the weeks of eighteen months up to the last weekday before today, and some ahead."""
    last = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    days = {ago: last - timedelta(weeks=ago) for ago in range(WEEKS - 1, -AHEAD - 1, -1)}
    missing = next(ago for ago in range(1, WEEKS) if not _is_holiday(days[ago]))
    flooded = next(ago for ago in range(_FLOODED, WEEKS) if not _is_holiday(days[ago]))
    return tuple(Evening(day, ago, _fate(day, ago, missing, flooded)) for ago, day in days.items())


def term_start(day: date) -> date:
    """Return the first day of the half-year of offices a day lies in: April or October."""
    if day < date(day.year, 4, 1):
        return date(day.year - 1, 10, 1)
    return date(day.year, 4 if day < date(day.year, 10, 1) else 10, 1)


def term_end(start: date) -> date:
    """Return the last day of a term."""
    return date(start.year, 9, 30) if start.month == 4 else date(start.year + 1, 3, 31)  # noqa: PLR2004  April


def years_after(day: date, years: int) -> date:
    """Return the anniversary of a day; of 29 February the day before where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _fate(day: date, ago: int, missing: int, flooded: int) -> Fate:
    if ago <= 0:
        return Fate.DRAFT if ago == 0 else Fate.AHEAD
    if _is_holiday(day):
        return Fate.HOLIDAY
    if ago == missing:
        return Fate.MISSING
    return Fate.DISCARDED if ago == flooded else Fate.COMPLETED


def _is_holiday(day: date) -> bool:
    """Tell Christmas week, New Year and the second week of August."""
    turn_of_year = (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 2)
    return turn_of_year or (day.month == 8 and 8 <= day.day <= 14)  # noqa: PLR2004  August
