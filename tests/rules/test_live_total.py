"""A total that the room watches grow, and what its steps must not tell."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.rules.live_total import Thanks, grown_so_far, may_follow, told


def _thanks(slips: Sequence[tuple[int, str]]) -> list[Thanks]:
    return [Thanks(place, 1, amount, who) for place, (amount, who) in enumerate(slips)]


def _grown(slips: Sequence[tuple[int, str]], fewest: int = 3) -> int | None:
    shown = grown_so_far(_thanks(slips), fewest)
    return None if shown is None else sum(one.amount for one in shown)


def test_nothing_thanked_is_no_secret() -> None:
    assert _grown([]) == 0


def test_an_amount_waits_until_three_have_thanked_and_three_more() -> None:
    first = [(100, "ann"), (200, "bob"), (50, "carol")]
    assert _grown([(100, "ann")]) is None
    assert _grown([(100, "ann"), (200, "bob"), (50, "ann")]) is None
    assert _grown(first) is None
    assert _grown([*first, (900, "dan"), (1, "eve")]) is None
    assert _grown([*first, (900, "dan"), (1, "eve"), (2, "ann")]) == 350


def test_those_nobody_named_count_as_one() -> None:
    assert _grown([(100, ""), (200, ""), (50, ""), (10, "ann")] * 3) is None


def test_a_chapter_may_ask_for_fewer_thankers() -> None:
    assert _grown([(100, "ann"), (200, "bob"), (5, "ann"), (6, "bob")], 2) == 300


@given(st.lists(st.tuples(st.integers(1, 10**6), st.sampled_from("abcdefg")), max_size=40))
def test_every_growth_and_the_end_have_three_thankers_behind_them(
    slips: list[tuple[int, str]],
) -> None:
    shown = [_grown(slips[:count]) or 0 for count in range(len(slips) + 1)]
    told = sorted({sum(amount for amount, _thanker in slips), *shown})
    sums = [sum(amount for amount, _thanker in slips[:count]) for count in range(len(slips) + 1)]
    if len({thanker for _amount, thanker in slips}) >= 3:  # else the end is withheld as well
        for begin, end in pairwise(map(sums.index, told)):
            assert len({thanker for _amount, thanker in slips[begin:end]}) >= 3


def test_a_total_that_one_slip_has_changed_since_it_was_seen_is_held_back() -> None:
    slips = _thanks([(100, "ann"), (200, "bob"), (50, "carol")])
    seen = [told(1, slips)]
    one_more = [*slips, Thanks(9, 1, 999, "dan")]
    assert not may_follow(seen, told(1, one_more))
    assert not may_follow(seen, told(1, slips[:-1]))
    assert not may_follow(seen, told(1, [*slips[:-1], Thanks(2, 2, 51, "carol")]))
    assert may_follow(seen, told(1, slips))
    three_more = [*one_more, Thanks(10, 1, 1, "eve"), Thanks(11, 1, 2, "fay")]
    assert may_follow(seen, told(1, three_more))


def test_a_total_is_held_against_every_one_that_was_seen() -> None:
    slips = _thanks([(place, f"{place}") for place in range(1, 7)])
    seen = [told(1, slips), told(1, slips[:3])]
    assert not may_follow(seen, told(1, slips[:5]))
