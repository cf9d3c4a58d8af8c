"""Which copies of a book are worth their space: many of late, few of long ago."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, datetime, timedelta

_DAYS, _WEEKS, _MONTHS = 12, 10, 9

_Key = Callable[[datetime], Hashable]
_STEPS: tuple[tuple[_Key, int], ...] = (
    (lambda moment: moment.date(), _DAYS),
    (lambda moment: moment.isocalendar()[:2], _WEEKS),
    (lambda moment: (moment.year, moment.month), _MONTHS),
)


def to_keep(made: Iterable[datetime], today: date) -> set[datetime]:
    """Return which copies stay: all of today and yesterday, 12 daily, 10 weekly, 9 monthly.

    Of a day, a week or a month the last one stays, where none of it stays already. One from the
    future, made while the clock was wrong, counts as of today. The latest always stays.
    """
    moments = sorted(made, reverse=True)
    kept = [moment for moment in moments if moment.date() >= today - timedelta(days=1)]
    for key, most in _STEPS:
        older = [one for one in moments if not kept or one < kept[-1]]
        kept += _last_of_each(older, key, most, had=kept[-1:])
    return set(kept or moments[:1])


def _last_of_each(
    moments: Sequence[datetime], key: _Key, most: int, *, had: Sequence[datetime]
) -> list[datetime]:
    latest: dict[Hashable, datetime] = {}
    for moment in moments:
        latest.setdefault(key(moment), moment)
    for moment in had:
        latest.pop(key(moment), None)
    return list(latest.values())[:most]
