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

    Of a day, a week or a month the last one stays. One from the future, made while the clock was
    wrong, counts as of today. The latest always stays.
    """
    moments = sorted(made, reverse=True)
    recent = [moment for moment in moments if moment.date() >= today - timedelta(days=1)]
    kept, rest = set(recent), moments[len(recent) :]
    for key, most in _STEPS:
        chosen = _last_of_each(rest, key, most)
        kept.update(chosen.values())
        oldest = min(chosen.values(), default=None)
        rest = [
            moment
            for moment in rest
            if key(moment) not in chosen and (oldest is None or moment < oldest)
        ]
    return kept or set(moments[:1])


def _last_of_each(moments: Sequence[datetime], key: _Key, most: int) -> dict[Hashable, datetime]:
    latest: dict[Hashable, datetime] = {}
    for moment in moments:
        latest.setdefault(key(moment), moment)
    return dict(list(latest.items())[:most])
