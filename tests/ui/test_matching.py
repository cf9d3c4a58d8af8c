"""Finding names by fragments: the better kind of hit comes first, accents never matter."""

import pytest

from app.ui.matching import holds, match


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("ann", "Ann Whitfield"),
        ("whit", "Ann Whitfield"),
        ("aw", "Ann Whitfield"),
        ("lukasz", "Łukasz Nowak"),
        ("dang", "Đặng Thu Hà"),
        ("PAPPA", "Ελένη Παππά / Pappa"),
        ("whit ann", "Ann Whitfield"),
        ("山田", "山田 健一"),
        ("ann", "Plan next term"),
    ],
)
def test_a_fragment_finds_the_name(wanted: str, text: str) -> None:
    assert match(wanted, text) is not None


@pytest.mark.parametrize("wanted", ["bob", "anx", "whitfieldann x"])
def test_what_is_not_there_is_not_found(wanted: str) -> None:
    assert match(wanted, "Ann Whitfield") is None


def test_beginnings_come_before_initials_and_these_before_the_inside_of_words() -> None:
    texts = ["Hannah Bell", "Aaron Noel Nye", "Plan next", "Bob Annan", "Ann Whitfield"]
    ranks = {text: hit.rank for text in texts if (hit := match("ann", text)) is not None}
    assert sorted(texts, key=lambda text: ranks[text]) == [
        "Ann Whitfield",
        "Bob Annan",
        "Aaron Noel Nye",
        "Hannah Bell",
        "Plan next",
    ]


def test_the_letters_that_were_hit_are_told_in_places_of_the_text_as_written() -> None:
    hit = match("strasse", "Lange Straße 5")
    assert hit is not None
    assert "".join("Lange Straße 5"[place] for place in sorted(hit.places)) == "Straße"


def test_a_list_is_searched_for_every_word_wherever_it_stands() -> None:
    row = "Łukasz Nowak kitchen refit passed on"
    assert holds("refit luk", row)
    assert holds("", row)
    assert not holds("refit ann", row)
