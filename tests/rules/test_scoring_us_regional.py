"""The regional score against a second way of working it out, rows and printed figures alike."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.scoring.counters import counts_of
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
