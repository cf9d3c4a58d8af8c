"""Lines of text, names and spans of days."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import RuleError
from app.rules.people import (
    LONGEST_NAME,
    check_name,
    check_span,
    clean_lines,
    clean_text,
    sort_name,
)

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Ann \t Whitfield\n", "Ann Whitfield"),
        ("Ann\x00Whit\u00adfield", "Ann Whitfield"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("a\u2028b\u3000c", "a b c"),
        ("\ud83dAnn", "Ann"),
        ("می\u200cخواه", "می\u200cخواه"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
        ("\u200d \u200c", ""),
        ("👩\u200d👧", "👩\u200d👧"),
        ("山田　健一", "山田 健一"),
        ("<b>Ann</b> & Co", "<b>Ann</b> & Co"),
    ],
)
def test_text_becomes_one_line_that_can_be_seen(written: str, kept: str) -> None:
    assert clean_text(written) == kept


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once_and_any_file_can_keep_it(text: str) -> None:
    line, lines = clean_text(text), clean_lines(text)
    assert clean_text(line) == line
    assert clean_lines(lines) == lines
    assert json.loads(json.dumps(line).encode("utf-8")) == line
    assert "\n" not in line


def test_a_remark_keeps_its_lines() -> None:
    assert clean_lines(" one \r\n\r\n two\x0bthree\n") == "one\n\ntwo\nthree"


def test_a_name_is_kept_up_to_its_longest() -> None:
    assert check_name("x" * LONGEST_NAME) == "x" * LONGEST_NAME
    with pytest.raises(RuleError, match="name_too_long") as refusal:
        check_name("x" * (LONGEST_NAME + 1))
    assert refusal.value.facts == {"limit": LONGEST_NAME, "length": LONGEST_NAME + 1}


@pytest.mark.parametrize("name", ["", " ", "\n\t", "\u00ad", "\u202e", "\u200d"])
def test_a_name_nobody_can_see_is_missing(name: str) -> None:
    with pytest.raises(RuleError, match="name_missing"):
        check_name(name)


@pytest.mark.parametrize(
    ("given_name", "family", "name", "sorted_by"),
    [
        ("Ann", "Whitfield", "Ann Whitfield", "Whitfield, Ann"),
        ("健一", "山田", "山田 健一", "山田, 健一"),
        ("", "", "Cher", "Cher"),
        ("Ann", "", "Ann", "Ann"),
    ],
)
def test_people_are_sorted_by_family_name_where_it_is_known(
    given_name: str, family: str, name: str, sorted_by: str
) -> None:
    assert sort_name(given_name, family, name) == sorted_by


def test_a_span_may_be_open_or_a_single_day_but_not_backwards() -> None:
    day, next_day = date(2026, 11, 17), date(2026, 11, 18)
    for start, end in ((None, None), (day, None), (None, day), (day, day), (day, next_day)):
        check_span(start, end)
    with pytest.raises(RuleError, match="ends_before_start") as refusal:
        check_span(next_day, day)
    assert refusal.value.facts == {"start": next_day, "end": day}
