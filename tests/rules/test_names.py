"""Names meet under one key however they are typed, and are never torn apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann  Marie   Lee", "ann marie lee"),
        ("İlker Işık", "ilker ışık"),
        ("ILKER IŞIK", "ilker işik"),
        ("STRAẞE Groß", "strasse gross"),
        ("José Núñez", "Jose\u0301 Nu\u0301n\u0303ez"),
        ("D’Souza", "D'souza"),
        ("Mary‑Jane Watt", "Mary-Jane Watt"),
        ("Soft\u00adHyphen", "softhyphen"),
        ("Ｆｕｌｌ Ｗｉｄｔｈ", "full width"),
        ("\u202eAnn Lee", "Ann Lee"),
        ("Ann\u00a0Lee\t", "Ann Lee"),
        ("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
        ("می\u200cنا", "مینا"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert names.key(one) == names.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Ruiz", "Jose Ruiz"),
        ("Hà Trần", "Hạ Trần"),
        ("अनिता", "अनीता"),
        ("Ann Lee", "Lee Ann"),
        ("王小明", "王小名"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert names.key(one) != names.key(other)


@given(st.text())
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert names.key(names.key(name)) == names.key(name)


@given(st.text(), st.text())
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert names.alike(one, other) == names.alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("Lee Ann Marie", "Ann Marie Lee"),
        ("Roberta (Bobbie) Stone", "Roberta Stone"),
        ("Mia Stone NMLS # 738405", "Mia Stone"),
        ("J. R. Stone", "John Stone"),
        ("John Stone", "John Quincy Stone"),
        ("王小明 Wang,Ming", "王小明"),
        ("O'Brien Pat", "Pat OBrien"),
    ],
)
def test_a_close_spelling_is_offered(one: str, other: str) -> None:
    assert names.alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Ann Stone"),
        ("Ann", "Ann Stone"),
        ("J. S.", "John Stone"),
        ("", "Ann Lee"),
        ("अनिता राव", "अनीता राव"),
    ],
)
def test_a_shared_first_name_is_no_offer(one: str, other: str) -> None:
    assert not names.alike(one, other)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ann Lee", ("Ann", "Lee")),
        ("Ann Marie Lee", ("Ann Marie", "Lee")),
        ("Joris van der Berg", ("Joris", "van der Berg")),
        ("Joris Van Der Berg", ("Joris", "Van Der Berg")),
        ("Lee, Ann Marie", ("Ann Marie", "Lee")),
        ("Mia Stone NMLS # 738405", ("Mia", "Stone NMLS # 738405")),
        ("Roberta Stone (Bobbie)", ("Roberta", "Stone (Bobbie)")),
        ("John Stone, Jr.", ("John", "Stone, Jr.")),
        ("Madonna", ("Madonna", "")),
        ("王小明", ("小明", "王")),
        ("歐陽小明", ("小明", "歐陽")),
        ("王小明 Wang,Ming", ("小明 Wang,Ming", "王")),
        ("山田 太郎", ("太郎", "山田")),
        ("김민수", ("민수", "김")),
        ("", ("", "")),
    ],
)
def test_a_full_name_falls_into_given_and_family(name: str, parts: tuple[str, str]) -> None:
    assert names.split(name) == parts


@given(st.text(alphabet="Aaéß王小 김ن#(7.'-", min_size=1))
def test_a_split_name_joins_again_under_the_same_spelling(name: str) -> None:
    assert names.key(name) in names.spellings(*names.split(name))


@pytest.mark.parametrize(
    ("given_name", "family", "shown"),
    [
        ("Ann ", " Lee", "Ann Lee"),
        ("小明", "王", "王小明"),
        ("小明 Wang,Ming", "王", "王小明 Wang,Ming"),
        ("Ann", "", "Ann"),
        ("Ming", "王", "Ming 王"),
    ],
)
def test_a_name_is_shown_as_its_script_writes_it(given_name: str, family: str, shown: str) -> None:
    assert names.display(given_name, family) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Oluwaseun Adeyemi", "O. Adeyemi"),
        ("Joris van der Berg", "J. van der Berg"),
        ("Madonna", "Madonna"),
        ("王小明", "王小明"),
        ("Lee, Ann Marie", "Lee, Ann Marie"),
    ],
)
def test_a_name_is_made_brief_where_its_parts_are_sure(name: str, shown: str) -> None:
    assert names.brief(name) == shown
