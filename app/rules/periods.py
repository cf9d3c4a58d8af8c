"""Spans of days the chapter thinks in: months, terms, years, and the window of a score."""

from datetime import date, timedelta

from app.rows import row

TERM_STARTS = (4, 10)  # office terms begin on 1 April and 1 October
_YEAR = 12


@row(frozen=True, slots=True)
class Period:
    """A span of days, both ends included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.end) < (other.start, other.end)


def month_of(day: date) -> Period:
    """Return the calendar month a day lies in."""
    start = day.replace(day=1)
    return Period(start, add_months(start, 1) - timedelta(days=1))


def year_of(day: date) -> Period:
    """Return the calendar year a day lies in."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def term_of(day: date, starts: tuple[int, ...] = TERM_STARTS) -> Period:
    """Return the term of office a day lies in; terms begin on the first of these months."""
    start = day.replace(day=1)
    while start.month not in starts:
        start = add_months(start, -1)
    end = add_months(start, 1)
    while end.month not in starts:
        end = add_months(end, 1)
    return Period(start, end - timedelta(days=1))


def before(period: Period) -> Period:
    """Return the period of the same length before; whole months stay whole months."""
    last = period.start - timedelta(days=1)
    after = period.end + timedelta(days=1)
    if period.start.day == 1 and after.day == 1:
        months = (after.year - period.start.year) * _YEAR + after.month - period.start.month
        return Period(add_months(period.start, -months), last)
    return Period(last - (period.end - period.start), last)


def last_months(day: date, months: int) -> Period:
    """Return the last completed calendar months before the one a day lies in."""
    end = day.replace(day=1) - timedelta(days=1)
    return Period(add_months(day.replace(day=1), -months), end)


def rolling(day: date, months: int) -> Period:
    """Return the months that end with a day, the day included."""
    return Period(add_months(day + timedelta(days=1), -months), day)


def since_joining(day: date, joined_on: date | None, months: int) -> Period:
    """Return the term of membership a day lies in; terms follow one another from joining on.

    Where that day is not known, terms are counted from a first of January.
    """
    first = joined_on or date(day.year, 1, 1)
    count = ((day.year - first.year) * _YEAR + day.month - first.month) // months
    while add_months(first, count * months) > day:
        count -= 1
    while (after := add_months(first, (count + 1) * months)) <= day:
        count += 1
    return Period(add_months(first, count * months), after - timedelta(days=1))


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month where it is shorter."""
    years, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    first_after = date(years + (month == _YEAR - 1), (month + 1) % _YEAR + 1, 1)
    length = (first_after - timedelta(days=1)).day
    return date(years, month + 1, min(day.day, length))
