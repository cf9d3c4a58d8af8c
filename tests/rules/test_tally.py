from app.rules.tally import NONE, Tally, added, missing


def test_tallies_are_added_field_by_field() -> None:
    both = added((Tally(present=2, given_inside=1), Tally(present=3, closed_business=500)))

    assert both == Tally(present=5, given_inside=1, closed_business=500)
    assert added(()) == NONE


def test_every_mark_counts_as_a_week() -> None:
    assert Tally(present=1, absent=2, late=3, medical=4, substitute=5).weeks == 15


def test_what_a_part_lacks_of_a_whole_is_never_below_zero() -> None:
    lacking = missing(Tally(present=9, visitors=1), Tally(present=4, visitors=3))

    assert lacking == Tally(present=5)
