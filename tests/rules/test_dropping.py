"""Which windows come next, and what drops out of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.periods import Period
from app.rules.scoring.dropping import dropping_out, outlook, windows_ahead
from app.rules.scoring.path import path
from app.rules.scoring.profile import Profile, Window
from app.rules.scoring.scores import Scorer
from tests.rules.shipped import MEMBERS, nothing

OCTOBER = Period(date(2026, 5, 1), date(2026, 10, 31))
NOVEMBER = Period(date(2026, 6, 1), date(2026, 11, 30))
US = Scorer(MEMBERS["us-regional"])


def test_a_window_of_months_moves_once_and_a_month_drops_out() -> None:
    assert windows_ahead(Window(months=6), OCTOBER) == (NOVEMBER,)
    assert dropping_out(OCTOBER, NOVEMBER) == Period(date(2026, 5, 1), date(2026, 5, 31))


def test_a_window_of_weeks_moves_every_week() -> None:
    current = Window(weeks=26).ending(date(2026, 10, 1))
    later = windows_ahead(Window(weeks=26), current)
    assert [one.start - current.start for one in later] == [
        timedelta(weeks=n) for n in (1, 2, 3, 4, 5)
    ]


def test_nothing_drops_out_of_a_term_before_it_ends() -> None:
    term = Window(starts=(4, 10))
    assert windows_ahead(term, Period(date(2026, 4, 1), date(2026, 6, 30))) == ()


def test_five_points_would_do_today_but_more_is_needed_then() -> None:
    now = nothing(present=26, given=26, one_to_ones=11, education=14, visitors=4)

    today = path(US, now)
    then = outlook(US, nothing(present=4, visitors=2), now | {"visitors": 2})

    assert today is not None
    assert then is not None
    assert then.path is not None
    assert [(move.item, move.more) for move in today.moves] == [("visitors", 1)]
    assert [(move.item, move.more) for move in then.path.moves] == [("visitors", 3)]


COUNTS = st.fixed_dictionaries(
    dict.fromkeys(("present", "absent", "late", "given", "one_to_ones"), st.integers(0, 20))
).map(lambda some: nothing(**some))


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
@settings(max_examples=30)
@given(counts=COUNTS)
def test_the_way_leads_to_the_colour_it_names_when_the_window_ends(
    profile: Profile, counts: dict[str, int]
) -> None:
    scorer = Scorer(profile)
    found = outlook(scorer, nothing(), counts)
    if found is None or found.path is None:
        return
    walked = dict(counts)
    for move in found.path.moves:
        walked[move.item] += move.more
    reached = scorer.light(walked)
    assert reached is found.path.light or not found.path.moves
