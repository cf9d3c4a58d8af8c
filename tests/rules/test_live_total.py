"""A total that the room watches grow, and what its steps must not tell."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.rules.live_total import grown_so_far


def test_nothing_thanked_is_no_secret() -> None:
    assert grown_so_far(()) == 0


def test_an_amount_waits_until_three_have_thanked_and_three_more() -> None:
    first = [(100, "ann"), (200, "bob"), (50, "carol")]
    assert grown_so_far([(100, "ann")]) is None
    assert grown_so_far([(100, "ann"), (200, "bob"), (50, "ann")]) is None
    assert grown_so_far(first) is None
    assert grown_so_far([*first, (900, "dan"), (1, "eve")]) is None
    assert grown_so_far([*first, (900, "dan"), (1, "eve"), (2, "ann")]) == 350


def test_those_nobody_named_count_as_one() -> None:
    assert grown_so_far([(100, ""), (200, ""), (50, ""), (10, "ann")] * 3) is None


def test_a_chapter_may_ask_for_fewer_thankers() -> None:
    assert grown_so_far([(100, "ann"), (200, "bob"), (5, "ann"), (6, "bob")], 2) == 300


@given(st.lists(st.tuples(st.integers(1, 10**6), st.sampled_from("abcdefg")), max_size=40))
def test_every_growth_and_the_end_have_three_thankers_behind_them(
    slips: list[tuple[int, str]],
) -> None:
    shown = [grown_so_far(slips[:count]) or 0 for count in range(len(slips) + 1)]
    told = sorted({sum(amount for amount, _thanker in slips), *shown})
    sums = [sum(amount for amount, _thanker in slips[:count]) for count in range(len(slips) + 1)]
    if len({thanker for _amount, thanker in slips}) >= 3:  # else the end is withheld as well
        for begin, end in pairwise(map(sums.index, told)):
            assert len({thanker for _amount, thanker in slips[begin:end]}) >= 3
