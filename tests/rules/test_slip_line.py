import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import Money
from app.rules.completion import Guest, offer, question
from app.rules.identifiers import PersonId
from app.rules.matching import Crowd, Known
from app.rules.slip_entry import Missing, Role, Side, Understood
from app.rules.slip_line import understand
from app.rules.slip_spelling import spell
from app.rules.slips import SlipKind, Tier

NAMES = ["Ann Whitfield", "Bob Hartley", "Łukasz Nowak", "Carol Bobson", "John Whitfield"]
CROWD = Crowd(
    [Known(PersonId(seat), name, seat=seat) for seat, name in enumerate(NAMES, start=1)]
    + [Known(PersonId(50), "Dana Whitlock", "Harbour Chapter", here=False)]
)


def read(line: str, crowd: Crowd = CROWD) -> Understood:
    return understand(line, crowd)


def names(said: Understood) -> tuple[str, str]:
    assert said.first is not None
    assert said.second is not None
    return said.first.name, said.second.name


def test_a_referral_is_outside_unless_it_says_in() -> None:
    said = read("r ann bob kitchen refit")
    assert said.ready
    assert said.kind is SlipKind.REFERRAL
    assert names(said) == ("Ann Whitfield", "Bob Hartley")
    assert (said.tier, said.note) == (Tier.OUTSIDE, "kitchen refit")
    assert read("r ann bob in").tier is Tier.INSIDE
    assert read("R ann bob IN roof").note == "roof"


def test_a_flag_counts_only_right_behind_the_names() -> None:
    said = read("r ann bob moving in")
    assert (said.tier, said.note) == (Tier.OUTSIDE, "moving in")
    assert read("r ann bob : in laws").note == "in laws"


def test_a_one_to_one_and_a_testimonial_take_two_people() -> None:
    assert names(read("o ann lukasz")) == ("Ann Whitfield", "Łukasz Nowak")
    assert read("t ann bob saved our launch").note == "saved our launch"


def test_closed_business_is_thanked_by_the_first_to_the_second() -> None:
    said = read("b bob ann 1.2k rep new roof")
    assert said.ready
    assert said.receiver == said.first
    assert said.giver == said.second
    assert (said.amount, said.repeat, said.note) == (120_000, True, "new roof")
    assert read("b bob ann repeat in 1,200.50").amount == 120_050
    assert read("b bob ann 1200").repeat is False


@pytest.mark.parametrize("amount", ["", "much", "0", "1.2345", "99999999999999"])
def test_closed_business_without_a_possible_amount_is_not_ready(amount: str) -> None:
    assert read(f"b bob ann {amount}").missing == (Missing.AMOUNT,)


def test_an_amount_follows_the_habits_of_the_chapter() -> None:
    euros = Money("EUR", 2, "1.234")
    assert understand("b bob ann 1.200", CROWD, money=euros).amount == 120_000
    assert understand("b bob ann 1200,50", CROWD, money=euros).amount == 120_050
    assert understand("b bob ann 1200", CROWD, money=Money("JPY", 0)).amount == 1_200


def test_a_visitor_comes_with_a_profession_and_perhaps_an_inviter() -> None:
    said = read("v ann Mary Ray, florist")
    assert said.ready
    assert said.giver is not None
    assert (said.giver.name, said.guest, said.profession) == (
        "Ann Whitfield",
        "Mary Ray",
        "florist",
    )
    assert read("v - mary ray").ready
    assert read("v - mary ray").guest == "Mary Ray"
    assert read("v ann").missing == (Missing.GUEST,)


def test_education_is_one_unit_unless_a_figure_stands() -> None:
    assert read("c ann").units == 1
    assert read("c ann 2 workshop").units == 2
    assert read("c ann 2 workshop").note == "workshop"
    assert read("c ann 999").missing == (Missing.UNITS,)


def test_seat_numbers_and_initials_say_who() -> None:
    assert names(read("r 1 bh")) == ("Ann Whitfield", "Bob Hartley")


def test_a_name_may_be_written_out() -> None:
    assert names(read("r ann whitfield bob hartley loft")) == ("Ann Whitfield", "Bob Hartley")
    assert read("r ann whitfield bob hartley loft").note == "loft"


def test_a_word_that_would_leave_the_second_name_empty_is_the_second_name() -> None:
    said = read("r ann whitfield")
    assert said.missing == (Missing.CHOICE,)
    assert names(read("r ann bobson")) == ("Ann Whitfield", "Carol Bobson")


def test_an_ambiguous_name_is_asked_for_and_never_guessed() -> None:
    said = read("r bo ann")
    assert not said.ready
    assert said.first is None
    assert said.question is not None
    assert [side.name for side in said.question.candidates] == ["Bob Hartley", "Carol Bobson"]


def test_what_was_picked_from_the_list_settles_the_name() -> None:
    john = Side(PersonId(5), "John Whitfield", seat=5)
    said = understand("r whitfield bob", CROWD, picked={"whitfield": john})
    assert names(said) == ("John Whitfield", "Bob Hartley")


def test_a_name_nobody_has_is_said_to_be_unknown() -> None:
    assert read("r xyz bob").missing == (Missing.UNKNOWN,)
    assert read("r 77 bob").missing == (Missing.UNKNOWN,)


def test_nobody_passes_a_slip_to_himself() -> None:
    assert read("r ann aw").missing == (Missing.SAME_PERSON,)


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("", Missing.KIND),
        ("   ", Missing.KIND),
        ("x ann bob", Missing.KIND),
        ("r", Missing.FIRST),
        ("r ann", Missing.SECOND),
        ("v", Missing.FIRST),
        ("b bob", Missing.SECOND),
    ],
)
def test_a_line_says_what_it_lacks(line: str, lacks: Missing) -> None:
    assert lacks in read(line).missing


def test_somebody_of_another_chapter_is_found_with_and_without_the_chapter() -> None:
    for line in (
        "r ann dana",
        "r ann dana@harbour",
        "r ann dana@",
        "r ann Dana Whitlock @ Harbour",
    ):
        said = read(line)
        assert said.ready, line
        assert said.second == Side(PersonId(50), "Dana Whitlock", "Harbour Chapter")


def test_somebody_unknown_of_another_chapter_is_new() -> None:
    assert read("r ann sue.park@harbour loft").second == Side(None, "Sue Park", "Harbour Chapter")
    assert read("r ann Sue Park @ North in").second == Side(None, "Sue Park", "North")
    assert read("r ann Sue Park @ North in").tier is Tier.INSIDE
    assert read("o Sue Park @ Harbour Chapter ann").first == Side(
        None, "Sue Park", "Harbour Chapter"
    )


def test_a_member_named_before_somebody_of_elsewhere_stays_a_name_of_his_own() -> None:
    assert names(read("r bob Sue Park@North")) == ("Bob Hartley", "Sue Park")
    assert read("r ann bob ask sue@north.example").note == "ask sue@north.example"


def test_a_new_person_needs_a_chapter() -> None:
    assert read("r ann sue@").missing == (Missing.CHAPTER,)


def test_pieces_tell_where_in_the_line_everything_stands() -> None:
    line = "b bob ann 1200 rep roof"
    shown = {piece.role: line[piece.start : piece.end] for piece in read(line).pieces}
    assert shown == {
        Role.KIND: "b",
        Role.FIRST: "bob",
        Role.SECOND: "ann",
        Role.AMOUNT: "1200",
        Role.FLAG: "rep",
        Role.NOTE: "roof",
    }


def test_a_half_typed_name_is_completed_where_the_cursor_stands() -> None:
    line = "r an bob"
    offered = offer(line, 4, read(line), CROWD)
    assert offered is not None
    assert (offered.start, offered.end) == (2, 4)
    assert offered.choices[0].text == "Ann\u00a0Whitfield"


def test_accepting_an_offer_leaves_a_line_that_means_exactly_that_person() -> None:
    line = "r whit bob"
    asked = read(line).question
    assert asked is not None
    for choice in question(line, asked, CROWD).choices:
        assert choice.side is not None
        said = understand(f"r {choice.text} bob", CROWD, picked={choice.text: choice.side})
        assert said.first == choice.side


def test_a_known_visitor_is_offered_with_the_profession() -> None:
    line = "v ann mary"
    offered = offer(line, len(line), read(line), CROWD, [Guest("Mary Ray", "florist")])
    assert offered is not None
    assert offered.choices[0].text == "Mary Ray, florist"


def test_a_name_with_a_chapter_offers_a_new_person_too() -> None:
    line = "r ann dan@harb"
    offered = offer(line, len(line), read(line), CROWD)
    assert offered is not None
    assert [choice.side for choice in offered.choices] == [
        Side(PersonId(50), "Dana Whitlock", "Harbour Chapter"),
        Side(None, "Dan", "Harbour Chapter"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "r ann bob kitchen refit",
        "r ann bob in",
        "r ann bob out in laws",
        "o ann dana",
        "b bob ann 1,200.50 rep third roof",
        "b - ann 1200",
        "b bob ann 1200 : rep of the month",
        "v ann Mary Ray, florist",
        "v - Mary Ray",
        "c ann 3 workshop",
        "t ann sue@north thanks",
    ],
)
def test_a_slip_written_back_says_the_same(line: str) -> None:
    said = read(line)
    assert said.ready
    text, sides = spell(said, Money())
    again = understand(text, CROWD, picked=sides)
    assert [getattr(again, fact) for fact in FACTS] == [getattr(said, fact) for fact in FACTS]


FACTS = (
    "kind", "first", "second", "tier", "amount", "units", "repeat", "guest", "profession", "note",
    "missing",
)  # fmt: skip


@given(st.text(alphabet="rbovct anboW@.,:-1k2\u00a0山é", max_size=40))
def test_any_line_is_read_without_complaint(line: str) -> None:
    said = read(line)
    assert said.ready == (not said.missing)
    assert all(0 <= piece.start < piece.end <= len(line) for piece in said.pieces)
    offer(line, len(line), said, CROWD)
