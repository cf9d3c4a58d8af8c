from datetime import date

import pytest

from app.queries.matrix_change import MatrixChange, Turn, matrix_change, turn
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.small_book import SmallBook

OCT_6, NOV_3 = date(2026, 10, 6), date(2026, 11, 3)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def two_months(book: SmallBook) -> MatrixChange:
    ann, bob, carol = (book.member(f"{name} Smith") for name in ("Ann", "Bob", "Carol"))
    for day, pairs in (
        (OCT_6, ((ann, bob), (ann, carol), (ann, carol), (bob, carol))),
        (NOV_3, ((ann, bob), (ann, carol), (carol, ann))),
    ):
        meeting = book.meeting(day)
        for giver, receiver in pairs:
            book.referral(giver, receiver, day, meeting_id=meeting)
        book.complete(meeting)
    return book.ask(matrix_change, period=NOVEMBER, audience=Audience.ROOM)


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        (0, 0, None),
        (1, 0, Turn.NEW),
        (0, 2, Turn.GONE),
        (2, 1, Turn.MORE),
        (1, 2, Turn.FEWER),
        (3, 3, Turn.SAME),
    ],
)
def test_a_pair_is_new_gone_or_kept(now: int, before: int, found: Turn | None) -> None:
    assert turn(now, before) is found


def test_cells_stand_beside_those_of_the_period_before(two_months: MatrixChange) -> None:
    ann, bob, carol = two_months.lines

    assert two_months.before == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert (ann.counts, ann.counts_before) == ((0, 1, 1), (0, 1, 2))
    assert (bob.counts, bob.counts_before) == ((0, 0, 0), (0, 0, 1))
    assert (carol.counts, carol.counts_before) == ((1, 0, 0), (0, 0, 0))


def test_partners_are_counted_once_both_ways(two_months: MatrixChange) -> None:
    ann, _bob, carol = two_months.lines

    assert (ann.given.now, ann.given.people, ann.given.before, ann.given.people_before) == (
        2,
        2,
        3,
        2,
    )
    assert (carol.received.people, carol.received.people_before) == (1, 2)
    assert (carol.given.new, carol.received.gone) == (1, 1)


def test_every_pair_takes_one_turn_and_totals_are_those_of_the_rows(
    two_months: MatrixChange,
) -> None:
    assert {one.turn: one.pairs for one in two_months.turns} == {
        Turn.NEW: 1,
        Turn.MORE: 0,
        Turn.SAME: 1,
        Turn.FEWER: 1,
        Turn.GONE: 1,
    }
    assert (two_months.total.now, two_months.total.before) == (3, 4)
    assert (two_months.total.new, two_months.total.gone) == (1, 1)
