"""Reading profiles: what each part means, and which line a wrong one is told by."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths, wording
from app.errors import UnreadableFileError
from app.exchange.profile_files import Shelf, from_text, shelf
from app.rules.periods import Period
from app.rules.scoring.exact import exact, half_up, hundredths, printed, shortest
from app.rules.scoring.profile import Kind, Line, Per, Profile, Reach, Step, Term, Window
from app.rules.scoring.reading import read
from tests.rules.shipped import SHIPPED

GOOD = """\
# A group of our own
name = "ours"
title = "Ours"
valid_from = 2026-01-01
currency = "GBP"

[window]
months = 6

[weeks]
counts = ["present", "absent"]   # nothing else

[bands]
green = 70
yellow = 50
red = 30

[[item]]
name = "visitors"
counts = "visitors"
per = "week"
steps = [
    # hardest first
    { at_least = "6/26", points = 20 },
    { at_least = 0.1, points = 10 },
    { above = 0, points = 5 },
]

[[item]]
name = "absent"
counts = { absent = 1, late = { every = 3 }, medical = "1/2" }
per = "total"
steps = [ { at_most = 0, points = 15 }, { at_most = 1, points = 10 } ]

[[item]]
name = "closed_business"
counts = "closed_business"
per = "total"
line = { goal = 20_000, points = 15 }

[attendance]
allowed = 4
letters = [2, 3]
"""


def _read(text: str) -> Profile:
    return read(text, "ours.toml")


def _refusal(text: str) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        _read(text)
    return refused.value


def test_a_profile_is_read_as_it_stands() -> None:
    profile = _read(GOOD)
    visitors, absent, money = profile.items

    assert (profile.name, profile.kind, profile.valid_from) == (
        "ours",
        Kind.MEMBERS,
        date(2026, 1, 1),
    )
    assert profile.weeks.counts == ("present", "absent")
    assert visitors.steps == (
        Step(Reach.AT_LEAST, Fraction(6, 26), Fraction(20), "6/26"),
        Step(Reach.AT_LEAST, Fraction(1, 10), Fraction(10), "0.1"),
        Step(Reach.ABOVE, Fraction(0), Fraction(5), "0"),
    )
    assert absent.counts == (
        Term("absent"),
        Term("late", every=3),
        Term("medical", weight=Fraction(1, 2)),
    )
    assert absent.per is Per.TOTAL
    assert money.line is not None
    assert money.line == Line(Fraction(20_000), Fraction(15))
    assert (profile.policy.allowed, profile.policy.letters) == (4, (2, 3))


def test_files_of_other_systems_are_read_alike() -> None:
    assert _read(GOOD.replace("\n", "\r\n")) == _read(GOOD)


WRONG = [
    ("months = 6", "months = 6.5", 8, "“months” is 6.5"),
    ("months = 6", "months = 6\nweeks = 26", 7, "exactly one of: months, weeks"),
    ("months = 6", "", 7, "exactly one of: months, weeks"),
    ('"present", "absent"', '"present", "away"', 11, "present, absent, late"),
    ("yellow = 50", "yellow = 80", 13, "green is expected to begin above yellow"),
    ("red = 30", "", 13, "“red” is expected here"),
    ("red = 30", "red = -1", 16, "“red” is -1; expected is a number"),
    ("red = 30", "red = nan", 16, "expected is a number"),
    ("red = 30", "red = 1e999999", 16, "expected is a number"),
    ('counts = "visitors"', 'counts = "vistors"', 20, "“counts” is vistors; expected is one of"),
    ('per = "week"', 'per = "weekly"', 21, "week, month, total, share"),
    ('"6/26", points = 20', '"6/0", points = 20', 24, "“6/26”"),
    ('"6/26", points = 20', '"six", points = 20', 24, "“at_least” is six"),
    ('{ at_least = "6/26", p', "{ p", 24, "exactly one of: at_least, above"),
    ("at_least = 0.1", "at_least = 0.5", 25, "in “visitors” a step"),
    ("at_least = 0.1, points = 10", "at_most = 0.1, points = 10", 25, "in “visitors” a step"),
    ("above = 0, points = 5", "above = 0, points = 10", 26, "fewer points than the harder ones"),
    ("above = 0, points = 5", "above = 0, point = 5", 26, "“point” is not known here"),
    ("{ every = 3 }", "{ every = 0 }", 31, "a whole number from 1"),
    ('name = "absent"', 'name = "visitors"', 30, "two items called “visitors”"),
    ("line = {", "steps = []\nline = {", 35, "either steps or a line"),
    ("goal = 20_000", "goal = 0", 39, "“goal” is 0"),
    ("letters = [2, 3]", 'letters = "2, 3"', 43, "a list of whole numbers"),
    ("valid_from = 2026-01-01", 'valid_from = "soon"', 4, "a date such as"),
    ("valid_from = 2026-01-01", "valid_from = 2026-01-01T10:00:00", 4, "a date such as"),
    ('title = "Ours"', "title = 3", 3, "one line of text"),
    ('title = "Ours"', "titel = 3", 3, "“titel” is not known here"),
    ('currency = "GBP"', "", 1, "“currency” is expected here"),
    ("[bands]", "[band]", 13, "“band” is not known here"),
    ("[bands]", "[bands", 13, "this is not TOML"),
    ("red = 30", "red = 30\nred = 40", 17, "this is not TOML"),
    ("line = { goal = 20_000, points = 15 }", "line = 3", 39, "“line” is expected to be a table"),
]


@pytest.mark.parametrize(("good", "bad", "line", "words"), WRONG, ids=[one[1] for one in WRONG])
def test_a_wrong_profile_is_told_in_a_sentence_with_its_line(
    good: str, bad: str, line: int, words: str
) -> None:
    assert GOOD.count(good) == 1
    refusal = _refusal(GOOD.replace(good, bad))
    said = wording.sentence(refusal)
    assert said.startswith(f"ours.toml, line {line}: ")
    assert words in said
    assert "the last good one stays in use" in said


def test_a_profile_without_items_is_told() -> None:
    assert _refusal(GOOD.partition("[[item]]")[0].replace("GBP", "")).facts["key"] == "item"


@given(cut=st.integers(0, len(GOOD)), put=st.text(max_size=8))
def test_whatever_is_in_a_file_it_is_read_or_refused(cut: int, put: str) -> None:
    assert_read_or_refused(GOOD[:cut] + put + GOOD[cut:])
    assert_read_or_refused(GOOD[:cut])
    assert_read_or_refused(put)


def assert_read_or_refused(text: str) -> None:
    for fault in from_text(text, "ours.toml").faults:
        assert "ours.toml, line " in wording.sentence(fault)


def test_lines_are_told_in_every_shape_of_toml() -> None:
    odd = (
        'title = """a \\"b\\"\n"""\n"name" = \'x\'\nvalid_from = 2026-01-01\n'
        "window.months = 6\nweeks = {counts = [\n'present']}\n"
        "[[ item ]]\nname='a'\n[bands] # [x]\ngreen=1\n"
    )
    refusal = _refusal(odd)
    assert refusal.facts["line"] in {1, 8}


def test_what_ships_is_read_without_a_fault() -> None:
    assert set(SHIPPED) >= {
        "us-regional",
        "uk-2012",
        "india",
        "hong-kong",
        "taiwan",
        "thailand",
        "portugal-brazil",
        "global-2025",
        "chapter-us",
        "letip-like",
        "rotary-like",
    }
    assert all(profile.name == name for name, profile in SHIPPED.items())


def test_other_groups_rules_of_attendance_are_data_too() -> None:
    letip, taiwan = SHIPPED["letip-like"], SHIPPED["taiwan"]
    assert letip.policy.allowed == 4
    assert letip.policy.window.on(date(2026, 11, 23)) == Period(
        date(2026, 10, 1), date(2026, 12, 31)
    )
    assert letip.terms["referral"] == "tip"
    assert taiwan.policy.absences == (Term("absent"), Term("late", every=3))


def test_a_wrong_file_leaves_the_good_one_before_it(tmp_path: Path) -> None:
    ships, own = tmp_path / "ships", tmp_path / "own"
    ships.mkdir()
    own.mkdir()
    (ships / "ours.toml").write_text(GOOD, encoding="utf-8")
    (own / "ours.toml").write_text(GOOD.replace("months = 6", "months = x"), encoding="utf-8")
    (own / "bytes.toml").write_bytes(b'name = "\xff"')

    found = shelf([ships, own, tmp_path / "nowhere"])

    assert found.find("ours", date(2026, 6, 1)) == _read(GOOD)
    assert [wording.sentence(fault)[:21] for fault in found.faults] == [
        "bytes.toml cannot be ",
        "ours.toml, line 8: th",
    ]


def test_an_own_file_takes_the_place_of_the_shipped_one() -> None:
    own = from_text(GOOD.replace("allowed = 4", "allowed = 9"), "ours.toml")
    found = from_text(GOOD, "ours.toml").beside(own).find("ours", date(2026, 6, 1))
    assert found is not None
    assert found.policy.allowed == 9


def test_the_profile_valid_on_the_day_is_used() -> None:
    later = GOOD.replace("2026-01-01", "2026-07-01")
    both: Shelf = from_text(later, "later.toml").beside(from_text(GOOD, "ours.toml"))
    found = [both.find("ours", date(*day)) for day in ((2025, 1, 1), (2026, 6, 30), (2026, 7, 1))]
    assert [one.valid_from.month for one in found if one] == [1, 1, 7]
    assert both.find("theirs", date(2026, 7, 1)) is None


@pytest.mark.parametrize(
    ("window", "of_november", "seen"),
    [
        (Window(months=6), date(2026, 6, 1), Period(date(2026, 5, 1), date(2026, 10, 31))),
        (Window(weeks=26), date(2026, 6, 2), Period(date(2026, 5, 26), date(2026, 11, 23))),
        (Window(rolling_months=6), date(2026, 6, 1), Period(date(2026, 5, 24), date(2026, 11, 23))),
        (Window(starts=(4, 10)), date(2026, 10, 1), Period(date(2026, 10, 1), date(2027, 3, 31))),
    ],
)
def test_a_window_is_seen_from_a_day_and_ends_with_a_month(
    window: Window, of_november: date, seen: Period
) -> None:
    assert window.on(date(2026, 11, 23)) == seen
    assert window.ending(date(2026, 11, 1)) == Period(of_november, date(2026, 11, 30))


def test_numbers_are_exact() -> None:
    assert exact("4.5/26") == Fraction(9, 52)
    assert [exact(one) for one in (True, None, [1], "1/2/3", "", "-1", "1/0")] == [None] * 7


def test_a_score_held_against_a_published_one_is_rounded_as_those_are() -> None:
    assert [hundredths(Fraction(one)) for one in ("71.425", "71.424", "65")] == [7143, 7142, 6500]


def test_rounding_is_half_up_and_may_be_done_twice() -> None:
    assert half_up(Fraction(5, 1000), [2]) == Fraction(1, 100)
    assert half_up(Fraction("0.00049"), [4, 3]) == Fraction(1, 1000)
    assert [printed(Fraction(1, 8), [2]), printed(Fraction(17, 2), [0])] == ["0.13", "9"]


def test_numbers_are_written_as_people_write_them() -> None:
    values = (Fraction(3), Fraction("0.95"), Fraction(3, 13))
    assert [shortest(one) for one in values] == ["3", "0.95", "3/13"]


def test_items_without_a_title_are_called_by_the_groups_own_words() -> None:
    shipped = paths.resources() / "profiles" / "india.toml"
    text = shipped.read_text(encoding="utf-8")
    found = read(f'{text}\n[terms]\nreferral = "tips"\neducation = "courses"\n', "x.toml")
    titles = {item.name: item.title for item in found.items}
    assert titles["given"] == "Tips"
    assert titles["education"] == "Trainings"  # as the profile says itself
    assert titles["visitors"] == ""
