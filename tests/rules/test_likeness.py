"""Slips that look like an earlier one."""

import pytest

from app.rules.likeness import Likeness, is_repeated, likeness
from app.rules.slips import SlipKind

ANN, BOB = 1, 2
REFERRAL = likeness(SlipKind.REFERRAL, ANN, BOB, weight=2, note="Kitchen refit")


@pytest.mark.parametrize(
    "other",
    [
        likeness(SlipKind.REFERRAL, ANN, BOB, weight=2, note=" kitchen  REFIT"),
        likeness(SlipKind.REFERRAL, ANN, BOB, weight=2),
    ],
)
def test_a_slip_that_says_the_same_looks_repeated(other: Likeness) -> None:
    assert is_repeated(REFERRAL, [other])


@pytest.mark.parametrize(
    "other",
    [
        likeness(SlipKind.REFERRAL, ANN, BOB, weight=2, note="bathroom"),
        likeness(SlipKind.REFERRAL, BOB, ANN, weight=2, note="Kitchen refit"),
        likeness(SlipKind.REFERRAL, ANN, BOB, weight=1, note="Kitchen refit"),
        likeness(SlipKind.TESTIMONIAL, ANN, BOB, weight=2, note="Kitchen refit"),
    ],
)
def test_a_slip_that_differs_in_anything_does_not(other: Likeness) -> None:
    assert not is_repeated(REFERRAL, [other])


def test_a_one_to_one_reads_the_same_both_ways() -> None:
    there = likeness(SlipKind.ONE_TO_ONE, ANN, "Dana Whitlock")
    assert is_repeated(there, [likeness(SlipKind.ONE_TO_ONE, "Dana Whitlock", ANN)])


def test_a_guest_brought_twice_is_one_guest_whoever_brought_him() -> None:
    mary = likeness(SlipKind.VISITOR, ANN, None, guest="Mary Ray")
    assert is_repeated(mary, [likeness(SlipKind.VISITOR, BOB, None, guest="mary  RAY")])
    assert not is_repeated(mary, [likeness(SlipKind.VISITOR, ANN, None, guest="Mary Wray")])


def test_the_first_slip_of_an_evening_repeats_nothing() -> None:
    assert not is_repeated(REFERRAL, [])
