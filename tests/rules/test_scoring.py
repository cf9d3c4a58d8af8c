"""Scores: newcomers, medical leave, no weeks at all, what is missing, what never may happen."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.scoring.counters import MARKS, counts_of
from app.rules.scoring.path import path
from app.rules.scoring.profile import Kind, Light, Profile, Term
from app.rules.scoring.quick import QuickTotals
from app.rules.scoring.scores import ItemScore, Score, Scorer
from app.rules.tally import COUNTED, Tally
from tests.rules.shipped import MEMBERS, SCORED, nothing

US = MEMBERS["us-regional"]
ANN = Tally(
    present=21,
    late=1,
    absent=1,
    substitute=1,
    medical=2,
    given_inside=10,
    given_outside=12,
    one_to_ones=19,
    education=13,
    visitors=3,
)
GOOD = ("given", "one_to_ones", "education", "visitors", "testimonials", "closed_business")


def _score(profile: Profile, counts: dict[str, int]) -> Score:
    found = Scorer(profile).score(counts)
    assert found is not None
    return found


def _row(score: Score, name: str) -> ItemScore:
    return next(row for row in score.items if row.item.name == name)


def _all(*values: object) -> tuple[object, ...]:
    """Return values to be compared with plain numbers."""
    return values


def test_a_score_tells_why() -> None:
    score = _score(US, counts_of(ANN))

    assert _all(score.total, score.light, score.weeks) == (65, Light.YELLOW, 24)
    rows = [_all(row.item.name, row.count, row.divisor, row.points) for row in score.items]
    assert rows == [
        ("attendance", 22, 24, 15),
        ("given", 22, 24, 15),
        ("one_to_ones", 19, 24, 15),
        ("education", 13, 24, 10),
        ("visitors", 3, 24, 10),
    ]
    assert _row(score, "attendance").value == Fraction(11, 12)


def test_the_next_step_tells_how_many_more_and_what_they_bring() -> None:
    score = _score(US, counts_of(ANN))
    ahead = {row.item.name: _all(row.next.more, row.next.gain) for row in score.items if row.next}
    assert ahead == {
        "attendance": (Fraction(4, 5), 5),
        "given": (2, 5),
        "one_to_ones": (5, 5),
        "education": (5, 5),
        "visitors": (2, 5),
    }


def test_where_all_is_reached_there_is_no_next_step() -> None:
    full = nothing(present=26, given=26, one_to_ones=26, education=26, visitors=6)
    score = _score(US, full)
    assert _all(score.total, score.light) == (100, Light.GREEN)
    assert [row.next for row in score.items] == [None] * 5


def test_absences_are_told_as_how_many_fewer() -> None:
    row = _row(_score(MEMBERS["uk-2012"], nothing(present=23, absent=3)), "absent")
    assert row.points == 0
    assert row.next is not None
    assert _all(row.next.more, row.next.gain) == (1, 5)


def test_above_a_bound_takes_one_more_than_the_bound() -> None:
    row = _row(_score(MEMBERS["hong-kong"], nothing(present=26, one_to_ones=13)), "one_to_ones")
    assert row.points == 0
    assert row.next is not None
    assert _all(row.next.more, row.next.gain) == (1, 5)


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
def test_without_weeks_there_is_no_score_and_not_zero(profile: Profile) -> None:
    scorer = Scorer(profile)
    assert scorer.score(nothing(given=9, visitors=9)) is None
    assert scorer.total(nothing()) is None
    assert scorer.light(nothing()) is None


def test_medical_leave_all_the_time_is_no_score_where_those_weeks_are_left_out() -> None:
    assert Scorer(US).score(nothing(medical=26, given=3)) is None


@pytest.mark.parametrize("name", [name for name in MEMBERS if name != "us-regional"])
def test_medical_leave_all_the_time_is_scored_where_those_weeks_count(name: str) -> None:
    score = _score(MEMBERS[name], nothing(medical=26))
    assert score.weeks == 26
    averages = [row.points for row in score.items if row.item.rising]
    assert averages == [0] * len(averages)


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
def test_newcomers_divide_by_their_own_weeks(profile: Profile) -> None:
    score = _score(profile, nothing(present=4, given=8))
    row = _row(score, "given")
    assert score.weeks == 4
    if row.divisor is not None:
        assert _all(row.divisor, row.points) == (4, row.item.most)


def test_a_newcomer_with_perfect_weeks_is_green() -> None:
    newcomer = nothing(present=2, given=2, one_to_ones=2, education=2, visitors=1)
    assert _score(US, newcomer).total == 100


def test_late_weeks_are_converted_by_whole_threes() -> None:
    taiwan = MEMBERS["taiwan"]
    absences = [
        _row(_score(taiwan, nothing(present=20, late=late, absent=1)), "absent").count
        for late in (2, 3, 5, 6)
    ]
    assert absences == [1, 2, 2, 3]


def test_a_late_week_is_no_divisor_where_the_profile_says_so() -> None:
    row = _row(_score(MEMBERS["india"], nothing(present=20, late=6, given=24)), "given")
    assert _all(row.divisor, row.points) == (20, 20)


def test_money_is_scored_in_whole_units() -> None:
    uk = MEMBERS["uk-2012"]
    points = [
        _row(_score(uk, nothing(present=26, closed_business=minor)), "closed_business").points
        for minor in (99_999, 100_000, 499_999, 500_000)
    ]
    assert points == [0, 5, 10, 15]


def test_bands_begin_where_the_profile_says() -> None:
    bands = MEMBERS["portugal-brazil"].bands
    assert bands is not None
    lights = [bands.light(Fraction(total)) for total in (70, 69, 40, 39, 30, 29, 0)]
    assert lights == [
        Light.GREEN,
        Light.YELLOW,
        Light.YELLOW,
        Light.RED,
        Light.RED,
        Light.GREY,
        Light.GREY,
    ]


COUNT = st.integers(0, 60)
ANY = st.fixed_dictionaries(
    dict.fromkeys(MARKS, st.integers(0, 26)) | dict.fromkeys(GOOD, COUNT)
).map(lambda some: nothing(**some))


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
@settings(max_examples=40)
@given(counts=ANY, which=st.sampled_from(GOOD), more=st.integers(1, 10**6))
def test_more_of_a_good_thing_never_lowers_a_score(
    profile: Profile, counts: dict[str, int], which: str, more: int
) -> None:
    scorer = Scorer(profile)
    before = scorer.total(counts)
    after = scorer.total(counts | {which: counts[which] + more})
    assert before is None or (after is not None and after >= before)


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
@settings(max_examples=40)
@given(counts=ANY)
def test_coming_instead_of_being_absent_never_lowers_a_score(
    profile: Profile, counts: dict[str, int]
) -> None:
    scorer = Scorer(profile)
    counts = counts | {"absent": counts["absent"] + 1}
    came = counts | {"absent": counts["absent"] - 1, "present": counts["present"] + 1}
    before, after = scorer.total(counts), scorer.total(came)
    assert before is not None
    assert after is not None
    assert after >= before


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
@settings(max_examples=40)
@given(counts=ANY)
def test_a_next_step_brings_what_it_promises(profile: Profile, counts: dict[str, int]) -> None:
    scorer = Scorer(profile)
    before = scorer.score(counts)
    for row in before.items if before else ():
        counter = row.item.counts[0].counter
        if row.next is None or not row.item.rising or counter in MARKS:
            continue
        unit = 100 if counter == "closed_business" else 1
        reached = counts[counter] + int(row.next.more * unit)
        after = _score(profile, counts | {counter: reached})
        assert _row(after, row.item.name).points == row.points + row.next.gain
        if row.next.more > 1:
            short = counts | {counter: reached - unit}
            assert _row(_score(profile, short), row.item.name).points < row.points + row.next.gain


@pytest.mark.parametrize("profile", MEMBERS.values(), ids=MEMBERS)
@settings(max_examples=40)
@given(counts=ANY, light=st.sampled_from([Light.GREEN, Light.YELLOW, Light.RED]))
def test_the_path_leads_where_it_says(
    profile: Profile, counts: dict[str, int], light: Light
) -> None:
    scorer = Scorer(profile)
    way = path(scorer, counts, light)
    if way is None:
        return
    walked = dict(counts)
    for move in way.moves:
        walked[move.item] += move.more
    before, after = scorer.total(counts), scorer.total(walked)
    assert before is not None
    assert after is not None
    assert after >= before + way.gap
    assert (way.gap == 0) is (not way.moves)


@settings(max_examples=40)
@given(counts=ANY)
def test_no_way_of_one_or_two_items_is_shorter_than_the_path(counts: dict[str, int]) -> None:
    scorer = Scorer(US)
    way, before = path(scorer, counts), scorer.total(counts)
    if way is None or before is None or not way.moves:
        return
    shorter = sum(move.more for move in way.moves) - 1
    for first, second in combinations(("given", "one_to_ones", "education", "visitors"), 2):
        for part in range(shorter + 1):
            more = {first: counts[first] + part, second: counts[second] + shorter - part}
            reached = scorer.total(counts | more)
            assert reached is not None
            assert reached < before + way.gap


def test_the_path_to_green_is_the_cheapest() -> None:
    way = path(Scorer(US), counts_of(ANN))
    assert way is not None
    assert way.gap == 5
    assert [_all(move.item, move.more, move.gain) for move in way.moves] == [("given", 2, 5)]


def test_who_cannot_get_there_is_told_no_path() -> None:
    assert path(Scorer(MEMBERS["uk-2012"]), nothing(absent=26)) is not None
    missed = nothing(absent=26, late=1)
    assert path(Scorer(MEMBERS["taiwan"]), missed) is None


CHAPTERS = {name: one for name, one in SCORED.items() if one.kind is Kind.CHAPTER}
BETTER = ("members", "growth", "given", "visitors", "guests_joined")
OF_CHAPTER = st.fixed_dictionaries(
    dict.fromkeys(BETTER, COUNT)
    | {"absent": COUNT, "members_at_start": COUNT, "guests": COUNT}
    | {"meetings": st.integers(1, 30), "member_weeks": st.integers(1, 1500)}
).map(lambda some: nothing(**some))


@pytest.mark.parametrize("profile", CHAPTERS.values(), ids=CHAPTERS)
@settings(max_examples=60)
@given(counts=OF_CHAPTER, which=st.sampled_from(BETTER), more=st.integers(1, 10**6))
def test_more_of_a_good_thing_never_lowers_a_chapters_score(
    profile: Profile, counts: dict[str, int], which: str, more: int
) -> None:
    scorer = Scorer(profile)
    before, after = scorer.total(counts), scorer.total(counts | {which: counts[which] + more})
    assert before is not None
    assert after is not None
    assert after >= before


@pytest.mark.parametrize("profile", CHAPTERS.values(), ids=CHAPTERS)
@settings(max_examples=60)
@given(counts=OF_CHAPTER, fewer=st.integers(1, 60))
def test_fewer_absences_never_lower_a_chapters_score(
    profile: Profile, counts: dict[str, int], fewer: int
) -> None:
    scorer = Scorer(profile)
    before = scorer.total(counts)
    after = scorer.total(counts | {"absent": max(counts["absent"] - fewer, 0)})
    assert before is not None
    assert after is not None
    assert after >= before


def test_totals_taken_quickly_make_one_of_so_many_of_both_sides_together() -> None:
    thirds = replace(US.items[1], counts=(Term("given", every=3),))
    profile = replace(US, items=(thirds,))
    counts = counts_of(Tally(present=1, given_inside=2, given_outside=1))
    row = [counts[name] for name in COUNTED]

    quick = QuickTotals(Scorer(profile), COUNTED).scored(row)

    assert quick is not None
    assert quick[0] == Scorer(profile).total(counts)
    assert quick[0] > 0
