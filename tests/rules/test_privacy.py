from hypothesis import given
from hypothesis import strategies as st

from app.rules.privacy import NOTHING, Thanked, may_show, may_show_grown, withheld


def _amount(amount: int, *thankers: str) -> Thanked:
    return Thanked(amount, frozenset(thankers))


MANY = _amount(9000, "Ann", "Bob", "Carol", "Dan")


def test_an_amount_with_three_thankers_behind_it_is_shown() -> None:
    assert withheld([_amount(500, "Ann", "Bob", "Carol"), MANY]) == NOTHING


def test_an_amount_with_fewer_than_three_thankers_is_withheld() -> None:
    assert 0 in withheld([_amount(500, "Ann", "Bob"), MANY]).cells


def test_nothing_given_is_no_secret() -> None:
    assert may_show(_amount(0))


def test_one_withheld_amount_takes_a_second_one_with_it() -> None:
    found = withheld([_amount(500, "Ann"), MANY, _amount(100, "Ann", "Bob", "Carol")])

    assert found.cells == {0, 2}
    assert not found.total


def test_two_withheld_amounts_of_the_same_thanker_take_a_third() -> None:
    found = withheld([_amount(500, "Ann"), _amount(700, "Ann"), MANY])

    assert found.cells == {0, 1, 2}
    assert not found.total


def test_the_total_is_withheld_where_nothing_else_can_hide_an_amount() -> None:
    found = withheld([_amount(500, "Ann"), _amount(0)])

    assert found.cells == {0}
    assert found.total


def test_thankers_nobody_named_count_as_one() -> None:
    column = [_amount(900, ""), _amount(400, ""), MANY]

    assert withheld(column).cells == {0, 1, 2}


def test_a_chapter_may_ask_for_fewer_thankers() -> None:
    assert withheld([_amount(500, "Ann"), MANY], fewest=1) == NOTHING


def test_a_sum_that_grew_by_one_thankers_amount_is_withheld_until_others_hide_it() -> None:
    alone, others = _amount(500, "Ann"), _amount(800, "Bob", "Carol")

    assert may_show_grown((MANY, MANY), 3)
    assert not may_show_grown((MANY, alone), 3)
    assert not may_show_grown((MANY, alone, MANY), 3)
    assert may_show_grown((MANY, alone, MANY, others), 3)
    assert not may_show_grown((others, alone, others), 3)


_CELLS = st.builds(
    Thanked,
    st.integers(1, 10_000),
    st.frozensets(st.sampled_from("ABCDEFG"), min_size=1),
)


@given(st.lists(_CELLS, max_size=8))
def test_what_total_and_shown_amounts_leave_over_never_has_fewer_than_three_behind_it(
    column: list[Thanked],
) -> None:
    found = withheld(column)
    left_over = [column[i] for i in found.cells]

    behind = frozenset().union(*(cell.thankers for cell in left_over))
    assert not left_over or found.total or len(behind) >= 3
    assert all(len(cell.thankers) >= 3 for i, cell in enumerate(column) if i not in found.cells)
