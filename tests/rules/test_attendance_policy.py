"""What a policy makes of marks: absences in the window, letters due, what drops out."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.rules.attendance import Attendance
from app.rules.attendance_policy import Level, Week, letters_due, standing
from app.rules.letters import LetterKind
from app.rules.periods import Period
from app.rules.scoring.profile import Beyond, Policy, Term, Window
from tests.rules.shipped import SHIPPED

TUESDAY = date(2026, 11, 17)
ROLLING = Policy()
HALVES = Policy(window=Window(starts=(4, 10)))


def _weeks(letters: str, last: date = TUESDAY, *, approved: bool = True) -> list[Week]:
    """Return one mark a week, the last of them on a day."""
    count = len(letters)
    return [
        Week(last - timedelta(weeks=count - place), Attendance(letter), approved)
        for place, letter in enumerate(letters, start=1)
    ]


def _steps(policy: Policy, weeks: Sequence[Week]) -> list[tuple[LetterKind, int]]:
    return [(one.kind, one.step) for one in letters_due(policy, weeks)]


def _absences(policy: Policy, letters: str, *, approved: bool = True) -> Fraction:
    return standing(policy, _weeks(letters, approved=approved), TUESDAY).absences


@pytest.mark.parametrize(
    ("letters", "level"),
    [
        ("PPPP", Level.FINE),
        ("APPP", Level.FINE),
        ("AAPP", Level.WARNED),
        ("AAAP", Level.AT_LIMIT),
        ("AAAA", Level.BEYOND),
    ],
)
def test_the_warning_comes_one_before_the_last_absence_allowed(letters: str, level: Level) -> None:
    assert standing(ROLLING, _weeks(letters), TUESDAY).level is level


def test_nobody_is_warned_who_was_never_absent_however_little_is_allowed() -> None:
    strict = Policy(allowed=1, warn_before=3)
    assert standing(strict, _weeks("PPP"), TUESDAY).level is Level.FINE


def test_each_absence_brings_its_letter_and_the_one_beyond_opens_the_seat() -> None:
    weeks = _weeks("APAPAAA")
    due = letters_due(ROLLING, weeks)
    assert [(one.kind, one.step) for one in due] == [
        (LetterKind.ABSENCE, 1),
        (LetterKind.ABSENCE, 2),
        (LetterKind.ABSENCE, 3),
        (LetterKind.SEAT, 0),
    ]
    assert [one.on for one in due] == [weeks[place].day for place in (0, 2, 4, 5)]
    assert [missed.day for missed in due[1].missed] == [weeks[0].day, weeks[2].day]


def test_where_the_seat_is_never_opened_no_letter_says_so() -> None:
    assert (LetterKind.SEAT, 0) not in _steps(Policy(seat_beyond=False), _weeks("AAAAA"))


def test_letters_begin_with_the_absence_the_policy_names() -> None:
    later = Policy(allowed=4, letters=(2, 3, 4))
    assert _steps(later, _weeks("A")) == []
    assert _steps(later, _weeks("AAAAA")) == [
        (LetterKind.ABSENCE, 1),
        (LetterKind.ABSENCE, 2),
        (LetterKind.ABSENCE, 3),
        (LetterKind.SEAT, 0),
    ]


def test_an_absence_leaves_a_rolling_window_and_the_same_letter_may_be_due_again() -> None:
    first, second, third = date(2026, 1, 6), date(2026, 2, 3), date(2026, 7, 14)
    weeks = [Week(day, Attendance.ABSENT) for day in (first, second, third)]
    due = letters_due(ROLLING, weeks)
    assert [(one.step, one.on) for one in due] == [(1, first), (2, second), (2, third)]
    assert len({(one.kind, one.step, one.window) for one in due}) == 3


def test_an_absence_of_the_half_before_counts_for_nothing_in_a_fixed_half() -> None:
    weeks = [Week(date(2026, 9, 29), Attendance.ABSENT), Week(date(2026, 10, 6), Attendance.ABSENT)]
    due = letters_due(HALVES, weeks)
    assert [(one.step, one.window) for one in due] == [
        (1, Period(date(2026, 4, 1), date(2026, 9, 30))),
        (1, Period(date(2026, 10, 1), date(2027, 3, 31))),
    ]
    assert standing(HALVES, weeks, date(2026, 10, 6)).absences == 1


def test_in_a_window_of_whole_months_a_letter_is_due_at_the_absence_itself() -> None:
    policy = Policy(window=Window(months=6))
    missed, late = date(2026, 10, 6), date(2026, 11, 17)
    weeks = [Week(missed, Attendance.ABSENT), Week(late, Attendance.LATE)]

    due = letters_due(policy, weeks)

    assert [(one.step, one.on) for one in due] == [(1, missed)]
    assert due[0].window == Period(date(2026, 5, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("every", "letters", "absences"),
    [(3, "LL", 0), (3, "LLL", 1), (3, "LLLLL", 1), (3, "LLLLLL", 2), (3, "ALLL", 2)],
)
def test_of_three_late_one_absence_is_made(every: int, letters: str, absences: int) -> None:
    policy = Policy(absences=(Term("absent"), Term("late", every=every)))
    assert _absences(policy, letters) == absences


def test_late_may_be_half_an_absence_and_a_letter_waits_for_the_whole() -> None:
    policy = Policy(absences=(Term("absent"), Term("late", Fraction(1, 2))))
    assert _absences(policy, "LLL") == Fraction(3, 2)
    assert _steps(policy, _weeks("L")) == []
    assert _steps(policy, _weeks("LL")) == [(LetterKind.ABSENCE, 1)]


def test_without_a_conversion_late_is_nothing() -> None:
    assert _absences(ROLLING, "LLLLLLLL") == 0


@pytest.mark.parametrize(
    ("letters", "absences"),
    [("S" * 6, 0), ("S" * 7, 1), ("A" + "S" * 3, 1), ("A" + "S" * 4, 2), ("S" * 5 + "A", 3)],
)
def test_substitutes_are_limited_and_more_so_after_an_absence(letters: str, absences: int) -> None:
    policy = Policy(substitutes=6, substitutes_after_absence=3)
    assert _absences(policy, letters) == absences


def test_substitutes_beyond_the_limit_may_only_be_told() -> None:
    policy = Policy(substitutes=2, substitutes_beyond=Beyond.NOTE)
    found = standing(policy, _weeks("SSSS"), TUESDAY)
    assert found.absences == 0
    assert (found.substitutes, found.substitutes_limit) == (4, 2)


@pytest.mark.parametrize(("count", "over"), [(8, 0), (9, 1)])
def test_medical_leave_of_eight_weeks_is_no_absence_and_the_ninth_is_told(
    count: int, over: int
) -> None:
    found = standing(ROLLING, _weeks("M" * count), TUESDAY)
    assert found.absences == 0
    assert (found.medical, found.medical_over) == (count, over)


@pytest.mark.parametrize(("count", "absences"), [(8, 0), (9, 1), (10, 2)])
def test_medical_weeks_beyond_the_limit_are_absences_where_the_policy_says_so(
    count: int, absences: int
) -> None:
    assert _absences(Policy(medical_beyond=Beyond.ABSENCE), "M" * count) == absences


def test_medical_weeks_nobody_approved_are_told_or_are_absences() -> None:
    weeks = _weeks("MM", approved=False)
    assert standing(ROLLING, weeks, TUESDAY).unapproved == tuple(week.day for week in weeks)
    assert _absences(Policy(medical_beyond=Beyond.ABSENCE), "MM", approved=False) == 2
    free = Policy(medical_approval=False, medical_beyond=Beyond.ABSENCE)
    assert _absences(free, "MM", approved=False) == 0


def test_a_membership_year_begins_with_the_day_somebody_joined() -> None:
    policy = Policy(window=Window(membership_months=12))
    joined = date(2025, 11, 10)
    weeks = [Week(date(2026, 11, 9), Attendance.ABSENT), Week(TUESDAY, Attendance.ABSENT)]
    found = standing(policy, weeks, TUESDAY, joined)
    assert found.window == Period(date(2026, 11, 10), date(2027, 11, 9))
    assert found.absences == 1
    assert [one.step for one in letters_due(policy, weeks, joined)] == [1, 1]


def test_who_comes_back_begins_without_the_absences_of_his_membership_before() -> None:
    weeks = _weeks("AAAPA")
    back = weeks[3].day
    assert standing(ROLLING, weeks, TUESDAY, back).absences == 1
    assert [one.step for one in letters_due(ROLLING, weeks, back)] == [1]


def test_what_drops_out_next_is_the_oldest() -> None:
    found = standing(ROLLING, _weeks("AAP"), TUESDAY)
    assert found.next_to_leave is not None
    assert found.next_to_leave.leaves_on == date(2027, 5, 3)


def test_what_ships_is_a_policy_for_every_kind_of_window() -> None:
    letip, halves = SHIPPED["letip-like"].policy, SHIPPED["fixed-halves"].policy
    taiwan = SHIPPED["taiwan"].policy
    assert _steps(letip, _weeks("AAAAA", date(2026, 11, 24)))[-1] == (LetterKind.SEAT, 0)
    assert standing(halves, _weeks("ASSSS", date(2026, 11, 24)), date(2026, 11, 24)).absences == 2
    assert standing(taiwan, _weeks("LLL"), TUESDAY).absences == 1


WINDOWS = st.one_of(
    st.builds(Window, weeks=st.integers(1, 60)),
    st.builds(Window, rolling_months=st.integers(1, 24)),
    st.builds(Window, months=st.integers(1, 24)),
    st.builds(Window, membership_months=st.integers(1, 36)),
    st.builds(
        Window,
        starts=st.sets(st.integers(1, 12), min_size=1).map(lambda found: tuple(sorted(found))),
    ),
)
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))
POLICIES = st.builds(
    Policy,
    allowed=st.integers(0, 6),
    window=WINDOWS,
    absences=st.sampled_from(
        [
            (Term("absent"),),
            (Term("absent"), Term("late", every=3)),
            (Term("absent"), Term("late", Fraction(1, 2))),
        ]
    ),
    letters=st.sets(st.integers(1, 6), min_size=1).map(lambda found: tuple(sorted(found))),
    substitutes=st.none() | st.integers(0, 6),
    substitutes_after_absence=st.none() | st.integers(0, 3),
    medical_weeks=st.none() | st.integers(0, 8),
    medical_beyond=st.sampled_from(Beyond),
)
MARKS = st.text("PALMS", max_size=30)


@given(window=WINDOWS, day=DAYS, joined=DAYS)
@example(window=Window(rolling_months=6), day=date(2026, 4, 30), joined=date(2020, 1, 1))
@example(window=Window(rolling_months=6), day=date(2026, 2, 28), joined=date(2020, 1, 1))
def test_a_day_is_in_the_window_until_the_day_it_leaves(
    window: Window, day: date, joined: date
) -> None:
    leaves = window.leaves(day, joined)
    assert window.on(leaves, joined).start > day
    assert window.on(leaves - timedelta(days=1), joined).start <= day


@given(policy=POLICIES, letters=MARKS, place=st.integers(0, 29))
def test_an_absence_more_never_leaves_fewer(policy: Policy, letters: str, place: int) -> None:
    if place < len(letters) and letters[place] in "PL":
        worse = letters[:place] + "A" + letters[place + 1 :]
        lost = Fraction(1) if letters[place] == "L" else Fraction(0)
        assert _absences(policy, worse) >= _absences(policy, letters) - lost


@given(policy=POLICIES, letters=MARKS)
def test_no_letter_is_due_twice_in_a_window_and_each_stands_on_its_marks(
    policy: Policy, letters: str
) -> None:
    due = letters_due(policy, _weeks(letters))
    assert len({(one.kind, one.step, one.window) for one in due}) == len(due)
    for one in due:
        assert all(missed.day in one.window and missed.day <= one.on for missed in one.missed)
        bound = policy.allowed if one.kind is LetterKind.SEAT else policy.letters[one.step - 1] - 1
        assert one.absences > bound or one.absences == bound + 1


@given(policy=POLICIES, letters=st.text("P", max_size=30))
def test_who_was_always_there_owes_nothing(policy: Policy, letters: str) -> None:
    assert letters_due(policy, _weeks(letters)) == ()
    assert _absences(policy, letters) == 0
