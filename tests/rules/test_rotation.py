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


def two_years(*hours: int) -> list[set[datetime]]:
    """Return what is kept at the end of each of 730 days, with copies at these hours of each."""
    kept: set[datetime] = set()
    days = []
    for day in range(730):
        now = NOON + timedelta(days=day)
        kept = to_keep(kept | {now - timedelta(hours=back) for back in hours}, now.date())
        days.append(kept)
    return days


def test_two_years_of_copies_come_to_31_older_than_yesterday_and_reach_back_a_year() -> None:
    for day, kept in list(enumerate(two_years(0, 1, 2)))[400:]:
        now = NOON + timedelta(days=day)
        recent = {one for one in kept if one.date() >= now.date() - timedelta(days=1)}
        assert (len(recent), len(kept - recent)) == (6, 31)
        assert timedelta(days=320) < now - min(kept) < timedelta(days=367)


def test_two_years_are_kept_the_same_whatever_time_of_day_copies_are_made() -> None:
    once, often = two_years(0)[-1], two_years(0, 4, 8)[-1]
    assert {one.date() for one in once} == {one.date() for one in often}


def test_copies_of_a_chapter_that_opens_its_book_once_a_week_reach_back_further() -> None:
    kept: set[datetime] = set()
    for week in range(104):
        now = NOON + timedelta(weeks=week)
        kept = to_keep(kept | {now}, now.date())
    assert len(kept) == 1 + 12 + 10 + 9
    assert now - min(kept) > timedelta(days=400)


def test_a_clock_set_back_by_years_costs_no_copy() -> None:
    made = [NOON - timedelta(days=days) for days in range(40)]
    long_ago = NOON - timedelta(days=3000)
    assert to_keep([*made, long_ago], long_ago.date()) == {*made, long_ago}


def test_a_copy_from_the_future_stays_while_the_clock_is_wrong() -> None:
    future = NOON + timedelta(days=400)
    assert to_keep([future, NOON], TODAY) == {future, NOON}


def test_the_only_copy_stays_however_old() -> None:
    old = NOON - timedelta(days=4000)
    assert to_keep([old], TODAY) == {old}
