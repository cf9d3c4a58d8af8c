"""What the chapter's lights become if so many join and leave and so much is done."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.rules.periods import add_months
from app.rules.scoring.counters import CHAPTER
from app.rules.scoring.scores import Scorer
from app.rules.scoring.what_if import Assumed, Foreseen, PastMonth, foresee, usual
from tests.rules.shipped import SCORED

SCORER = Scorer(SCORED["chapter-us"])
FIRST = date(2026, 5, 1)
AHEAD = {add_months(FIRST, 6 + place): 4 for place in range(6)}


def _month(place: int, members: int = 30) -> PastMonth:
    """Return a month of four meetings: two visitors a week, each member gives one."""
    weeks = 4 * members
    counts = dict.fromkeys(CHAPTER, 0) | {
        "meetings": 4,
        "member_weeks": weeks,
        "present": weeks - 6,
        "absent": 6,
        "given": weeks,
        "visitors": 8,
        "guests": 6,
    }
    return PastMonth(add_months(FIRST, place), counts, members, members)


PAST = [_month(place) for place in range(6)]
AS_NOW = usual(PAST)


def _foreseen(assumed: Assumed, members: int = 30) -> tuple[Foreseen, ...]:
    return foresee(SCORER, PAST, members, AHEAD, assumed)


def _items(one: Foreseen) -> dict[str, tuple[int, int]]:
    assert one.score is not None
    return {row.item.name: (int(row.count), int(row.points)) for row in one.score.items}


def test_what_goes_on_is_read_from_the_months_before() -> None:
    assert (AS_NOW.joins, AS_NOW.leaves) == (0, 0)
    rates = [AS_NOW.visitors, AS_NOW.given, AS_NOW.absent]
    assert rates == [Fraction(2), Fraction(1), Fraction(1, 20)]


def test_where_all_goes_on_as_now_nothing_changes() -> None:
    totals = {one.score.total for one in _foreseen(AS_NOW) if one.score}
    assert len(totals) == 1
    assert {one.members for one in _foreseen(AS_NOW)} == {30}


def test_three_join_and_two_leave() -> None:
    course = _foreseen(replace(AS_NOW, joins=3, leaves=2))
    assert [one.members for one in course] == [30, 30, 31, 30, 31, 31]
    last = _items(course[-1])
    assert last["members"] == (31, 15)
    assert last["growth"] == (1, 5)
    assert last["retention"] == (28, 15)
    assert last["conversion"][0] == 3


def test_four_visitors_a_week_come_into_the_window_month_by_month() -> None:
    course = _foreseen(replace(AS_NOW, visitors=Fraction(4)))
    assert [_items(one)["visitors"][0] for one in course] == [56, 64, 72, 80, 88, 96]
    assert [_items(one)["visitors"][1] for one in course] == [15] * 6


def test_all_may_leave() -> None:
    last = _foreseen(replace(AS_NOW, leaves=40))[-1]
    assert last.members == 0
    assert _items(last)["retention"] == (0, 0)


RATES = st.fractions(0, 5, max_denominator=20)


@given(joins=st.integers(0, 9), leaves=st.integers(0, 9), visitors=RATES, more=RATES)
def test_more_visitors_never_lower_what_visitors_give(
    joins: int, leaves: int, visitors: Fraction, more: Fraction
) -> None:
    assumed = replace(AS_NOW, joins=joins, leaves=leaves, visitors=visitors)
    fewer = _foreseen(assumed)
    greater = _foreseen(replace(assumed, visitors=visitors + more))
    for one, other in zip(fewer, greater, strict=True):
        assert _items(other)["visitors"] >= _items(one)["visitors"]


@given(joins=st.integers(0, 40), leaves=st.integers(0, 40))
def test_who_is_there_is_who_stayed_and_who_joined(joins: int, leaves: int) -> None:
    for one in _foreseen(replace(AS_NOW, joins=joins, leaves=leaves)):
        found = _items(one)
        assert found["members"][0] == one.members
        assert found["growth"][0] == one.members - 30
        assert 0 <= found["retention"][0] <= 30
