"""The regional score against a second way of working it out, rows and printed figures alike."""

import random
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.scoring.counters import MARKS, counts_of
from app.rules.scoring.exact import printed
from app.rules.scoring.scores import Scorer
from app.rules.tally import Tally
from tests.rules.shipped import MEMBERS

SCORER = Scorer(MEMBERS["us-regional"])
FEW = st.integers(0, 30)
ROWS = st.builds(
    Tally,
    present=FEW,
    absent=FEW,
    late=FEW,
    medical=FEW,
    substitute=FEW,
    given_inside=FEW,
    given_outside=FEW,
    visitors=FEW,
    one_to_ones=st.integers(0, 60),
    education=st.integers(0, 60),
)


def _by_hand(row: Tally) -> list[int]:
    """Work the points out from the published formulas, with whole numbers only."""
    weeks = row.present + row.absent + row.late + row.substitute
    halves = 2 * row.present + row.late + row.substitute  # of 2 x weeks
    attendance = 20 if 100 * halves >= 190 * weeks else 15 if 100 * halves >= 170 * weeks else 0
    if not attendance and 100 * halves >= 150 * weeks:
        attendance = 10
    averages = [
        5 * sum(4 * count >= quarters * weeks for quarters in (1, 2, 3, 4))
        for count in (row.given, row.one_to_ones, row.education)
    ]
    visitors = 5 * sum(52 * row.visitors >= bound * weeks for bound in (3, 6, 9, 12))
    return [attendance, *averages, visitors]


def _printed_by_hand(row: Tally) -> list[str]:
    with localcontext(prec=60):
        weeks = Decimal(row.present + row.absent + row.late + row.substitute)
        came = (Decimal(row.present) + Decimal(row.late + row.substitute) / 2) * 100 / weeks
        averages = [
            str((Decimal(count) / weeks).quantize(Decimal("0.01"), ROUND_HALF_UP))
            for count in (row.given, row.one_to_ones, row.education)
        ]
        fourth = (Decimal(row.visitors) / weeks).quantize(Decimal("0.0001"), ROUND_HALF_UP)
        visitors = str(fourth.quantize(Decimal("0.001"), ROUND_HALF_UP))
        return [str(came.quantize(Decimal(1), ROUND_HALF_UP)), *averages, visitors]


@given(row=ROWS.filter(lambda row: row.weeks > row.medical))
def test_points_and_printed_figures_are_those_of_the_published_formulas(row: Tally) -> None:
    score = SCORER.score(counts_of(row))
    assert score is not None
    assert [one.points for one in score.items] == _by_hand(row)
    assert score.total == sum(_by_hand(row))
    shown = [
        printed(one.value * (100 if one.item.per == "share" else 1), one.item.places)
        for one in score.items
        if one.value is not None
    ]
    assert shown == _printed_by_hand(row)


def _random_row(dice: random.Random) -> Tally:
    """Return a row as a region has them: newcomers, leave all the time, and those with nothing."""
    weeks = dice.choice((0, 1, 2, 3, 9, 21, 22, 23, 24, 25, 26, 26, 26))
    usual = dice.choice(((90, 4, 3, 1, 2), (90, 4, 3, 1, 2), (0, 0, 0, 1, 0)))
    marks = dice.choices(MARKS, usual, k=weeks)
    return Tally(
        present=marks.count("present"),
        absent=marks.count("absent"),
        late=marks.count("late"),
        medical=marks.count("medical"),
        substitute=marks.count("substitute"),
        given_inside=dice.randint(0, 1 + weeks),
        given_outside=dice.randint(0, 1 + weeks),
        received_inside=dice.randint(0, 30),
        visitors=dice.choice((0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7)),
        one_to_ones=dice.randint(0, 2 * weeks + 1),
        education=dice.randint(0, 2 * weeks + 1),
        closed_business=dice.randint(0, 10**9),
    )


def _colour_by_hand(total: int) -> str:
    return "green" if total >= 70 else "yellow" if total >= 50 else "red" if total >= 30 else "grey"


def test_as_many_rows_as_a_region_published_come_out_equal_in_every_figure() -> None:
    dice = random.Random(1_338)  # noqa: S311  the same rows each time
    scored = 0
    for _ in range(1_338):
        row = _random_row(dice)
        score = SCORER.score(counts_of(row))
        if row.weeks == row.medical:
            assert score is None
            continue
        assert score is not None
        shown = [
            printed(one.value * (100 if one.item.per == "share" else 1), one.item.places)
            for one in score.items
            if one.value is not None
        ]
        by_hand = _by_hand(row)
        assert [int(one.points) for one in score.items] == by_hand
        assert shown == _printed_by_hand(row)
        assert score.weeks == row.weeks - row.medical
        assert (int(score.total), score.light.value) == (
            sum(by_hand),
            _colour_by_hand(sum(by_hand)),
        )
        scored += 1
    assert 700 < scored < 1_338


@pytest.mark.parametrize(
    ("count", "weeks", "shown"),
    [(1, 8, "0.13"), (1, 40, "0.03"), (3, 8, "0.38"), (13, 24, "0.54"), (1, 200, "0.01")],
)
def test_averages_are_rounded_half_up(count: int, weeks: int, shown: str) -> None:
    score = SCORER.score(counts_of(Tally(present=weeks, given_inside=count)))
    assert score is not None
    value = score.items[1].value
    assert value is not None
    assert printed(value, score.items[1].item.places) == shown


def test_visitors_are_rounded_to_four_decimals_and_then_to_three() -> None:
    score = SCORER.score(counts_of(Tally(present=2019, visitors=1)))
    assert score is not None
    value, places = score.items[4].value, score.items[4].item.places
    assert value == Fraction(1, 2019)  # .000495: .0005 in four decimals, and then .001 in three
    assert printed(value, [3]) == "0.000"
    assert printed(value, places) == "0.001"
