"""Copies are thinned: many of late, few of long ago, never the last one."""

from datetime import UTC, date, datetime, timedelta

from app.rules.rotation import to_keep

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def test_everything_of_today_and_yesterday_stays() -> None:
    made = [NOON - timedelta(hours=hours) for hours in range(36)]
    assert to_keep(made, TODAY) == set(made)


def test_of_an_earlier_day_the_last_copy_stays() -> None:
    early, late = NOON - timedelta(days=5, hours=3), NOON - timedelta(days=5)
    assert to_keep([early, late], TODAY) == {late}


def test_two_years_of_copies_come_to_a_few_dozen_and_reach_back_a_year() -> None:
    kept: set[datetime] = set()
    most = 0
    for day in range(730):
        now = NOON + timedelta(days=day)
        kept |= {now - timedelta(hours=hours) for hours in (0, 1, 2)}
        kept = to_keep(kept, now.date())
        most = max(most, len(kept))
    oldest = NOON + timedelta(days=729) - min(kept)
    assert len(kept) <= most <= 43
    assert len(kept) >= 31
    assert timedelta(days=280) < oldest < timedelta(days=400)


def test_a_copy_from_the_future_stays_while_the_clock_is_wrong() -> None:
    future = NOON + timedelta(days=400)
    assert to_keep([future, NOON], TODAY) == {future, NOON}


def test_the_only_copy_stays_however_old() -> None:
    old = NOON - timedelta(days=4000)
    assert to_keep([old], TODAY) == {old}
