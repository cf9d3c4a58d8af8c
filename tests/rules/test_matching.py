from app.rules.identifiers import PersonId
from app.rules.matching import Crowd, Known, titled

NAMES = [
    "Ann Whitfield",
    "Bob Hartley",
    "José Carvalho",
    "Łukasz Nowak",
    "Đặng Thu Hà",
    "山田 健一",
    "محمد الحداد",
    "अनिता शर्मा",
    "Юлія Коваль",
    "이서연",
    "Tomás Ó Briain",
    "Anna Bauer",
    "Bobby Ng",
    "Mary-Jane O’Neil",
]


def crowd(*outside: tuple[str, str]) -> Crowd:
    here = [Known(PersonId(place), name, seat=place) for place, name in enumerate(NAMES, start=1)]
    others = [
        Known(PersonId(100 + place), name, chapter, here=False)
        for place, (name, chapter) in enumerate(outside)
    ]
    return Crowd([*here, *others])


def found(token: str, *outside: tuple[str, str]) -> list[str]:
    return [person.name for person in crowd(*outside).find(token)]


def test_a_fragment_finds_a_name_whatever_its_accents() -> None:
    assert found("lukasz") == ["Łukasz Nowak"]
    assert found("jos") == ["José Carvalho"]
    assert found("dang") == ["Đặng Thu Hà"]
    assert found("oneil") == ["Mary-Jane O’Neil"]
    assert found("jane") == ["Mary-Jane O’Neil"]


def test_names_of_any_script_are_found_by_their_own_letters_and_by_seat() -> None:
    assert found("山") == found("6") == ["山田 健一"]
    assert found("山田健一") == ["山田 健一"]
    assert found("محمد") == found("7") == ["محمد الحداد"]
    assert found("अनि") == found("8") == ["अनिता शर्मा"]
    assert found("юлія") == found("9") == ["Юлія Коваль"]
    assert found("이서") == found("10") == ["이서연"]


def test_initials_find_a_name() -> None:
    assert found("aw") == ["Ann Whitfield"]
    assert found("tob") == found("tb") == ["Tomás Ó Briain"]


def test_a_whole_word_hides_names_that_only_begin_with_it() -> None:
    assert found("ann") == ["Ann Whitfield"]
    assert found("anna") == ["Anna Bauer"]
    assert found("bob") == ["Bob Hartley"]


def test_several_equally_good_names_are_all_returned() -> None:
    assert found("an") == ["Ann Whitfield", "Anna Bauer"]
    assert found("a") == ["Ann Whitfield", "Anna Bauer"]


def test_beginnings_joined_by_a_dot_or_run_together_narrow_a_name() -> None:
    assert found("an.w") == ["Ann Whitfield"]
    assert found("anw") == ["Ann Whitfield"]


def test_letters_from_the_middle_find_a_name() -> None:
    assert found("field") == ["Ann Whitfield"]


def test_nobody_is_found_by_letters_no_name_has_or_by_an_empty_seat() -> None:
    assert found("xyz") == found("99") == found("0") == found("") == found("...") == []


def test_members_come_before_people_of_elsewhere() -> None:
    others = [("Bob Hartley", "Harbour Chapter"), ("Dana Whitlock", "Harbour Chapter")]
    assert [person.here for person in crowd(*others).find("bob")] == [True]
    assert [person.chapter for person in crowd(*others).find("bob@")] == ["Harbour Chapter"]
    assert found("dana", *others) == found("dana@harb", *others) == ["Dana Whitlock"]


def test_a_chapter_that_does_not_fit_finds_nobody() -> None:
    assert found("dana@city", ("Dana Whitlock", "Harbour Chapter")) == []


def test_a_known_chapter_is_written_as_the_book_writes_it() -> None:
    book = crowd(("Dana Whitlock", "Harbour Chapter"))
    assert book.chapter("harbour") == "Harbour Chapter"
    assert book.chapter("north hill") == "North Hill"


def test_offers_put_the_likeliest_first_and_members_before_others() -> None:
    offered = crowd(("Annabel Cruz", "Harbour")).offer("ann")
    assert [person.name for person in offered[:2]] == ["Ann Whitfield", "Anna Bauer"]
    assert [person.name for person in offered if not person.here] == ["Annabel Cruz"]


def test_digits_offer_the_seats_that_begin_with_them() -> None:
    assert [person.seat for person in crowd().offer("1")] == [1, 10, 11, 12, 13, 14]


def test_a_name_typed_in_haste_gets_its_capitals() -> None:
    assert titled("dana.whitlock") == "Dana Whitlock"
    assert titled("Dana de Witt") == "Dana de Witt"
