"""What drops out of a window when it moves on, and the way up from what is left."""

from fractions import Fraction

from app.rules.scoring.dropping import Ahead, outlook
from app.rules.scoring.profile import Light
from app.rules.scoring.scores import Scorer
from tests.rules.shipped import MEMBERS, nothing

US = Scorer(MEMBERS["us-regional"])
GOOD = {"present": 26, "given_inside": 0, "given": 26, "one_to_ones": 26, "education": 13}
MAY = nothing(present=4, given=4, visitors=2)


def _item(items: tuple[Ahead, ...], name: str) -> Ahead:
    return next(one for one in items if one.item.name == name)


def test_what_leaves_is_told_beside_what_is_kept() -> None:
    found = outlook(US, MAY, nothing(**GOOD, visitors=2))

    assert found is not None
    visitors = _item(found.items, "visitors")
    assert visitors.leaves == 2
    assert visitors.value == Fraction(2, 26)
    assert visitors.points == 5


def test_the_total_is_that_of_the_window_to_come() -> None:
    found = outlook(US, MAY, nothing(**GOOD, visitors=2))

    assert found is not None
    assert found.total == 75
    assert found.light is Light.GREEN
    assert found.path is not None
    assert found.path.moves == ()


def test_the_way_leads_up_from_what_is_left() -> None:
    found = outlook(US, MAY, nothing(present=26, given=26, one_to_ones=13, education=13))

    assert found is not None
    assert found.path is not None
    assert found.path.light is Light.GREEN
    assert [(move.item, move.more) for move in found.path.moves] == [("visitors", 3)]


def test_where_green_is_out_of_reach_the_way_leads_to_the_next_colour() -> None:
    taiwan = Scorer(MEMBERS["taiwan"])
    then = nothing(absent=26)

    found = outlook(taiwan, nothing(), then)

    assert found is not None
    assert found.path is not None
    assert found.path.light is Light.RED


def test_without_weeks_there_is_no_outlook() -> None:
    assert outlook(US, MAY, nothing()) is None


def test_who_is_far_from_green_is_told_the_way_to_the_next_colour_too() -> None:
    found = outlook(US, nothing(), nothing(present=26, given=7))

    assert found is not None
    assert found.light is Light.GREY
    assert found.nearer is not None
    assert found.nearer.light is Light.RED
    assert [(move.item, move.more) for move in found.nearer.moves] == [("visitors", 2)]


def test_from_yellow_green_is_the_next_colour() -> None:
    found = outlook(US, nothing(), nothing(present=26, given=26, one_to_ones=13))

    assert found is not None
    assert found.light is Light.YELLOW
    assert found.nearer is None
