from app.rules.ranking import first_ranks, ranked


def _ranks(*values: int) -> list[tuple[int, bool]]:
    return [(place.rank, place.shared) for place in ranked(values, lambda value: value)]


def test_equals_share_a_rank_and_the_ranks_after_them_are_skipped() -> None:
    assert _ranks(5, 9, 7, 7, 1) == [(1, False), (2, True), (2, True), (4, False), (5, False)]


def test_equals_keep_the_order_they_came_in() -> None:
    places = ranked(["Zoe", "Ann", "Bob"], lambda name: 2 if name != "Bob" else 3)

    assert [place.item for place in places] == ["Bob", "Zoe", "Ann"]


def test_nobody_is_ranked_where_nobody_is() -> None:
    assert ranked([], lambda _item: 0) == ()


def test_the_first_three_ranks_may_be_more_than_three_people() -> None:
    places = ranked((8, 7, 7, 7, 3), lambda value: value)

    assert [place.value for place in first_ranks(places)] == [8, 7, 7, 7]
