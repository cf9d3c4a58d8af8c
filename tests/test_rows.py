"""Rows are dataclasses in all that is asked of them, but for what makes a frozen one slow."""

import copy
from dataclasses import asdict, fields, replace

from app.rows import row


@row(frozen=True, slots=True)
class Seat:
    """A row with a default."""

    name: str
    number: int = 1


@row(frozen=True, slots=True)
class Box(Seat):
    """A row that adds to another."""

    price: int = 0


@row(frozen=True, slots=True)
class Gate:
    """A row of a single field."""

    letter: str


def test_rows_of_equal_values_are_equal_and_one_in_a_set() -> None:
    assert Seat("Stalls", 4) == Seat("Stalls", 4)
    assert Seat("Stalls", 4) != Seat("Stalls", 5)
    assert {Seat("Stalls"), Seat("Stalls", 1), Seat("Circle")} == {Seat("Circle"), Seat("Stalls")}
    assert {Gate("A"), Gate("A")} == {Gate("A")}


def test_rows_of_different_kinds_are_never_equal() -> None:
    assert Seat("Stalls") != Box("Stalls")
    assert Box("Stalls", 1, 5) != Box("Stalls", 1, 6)


def test_a_row_shows_its_values() -> None:
    assert repr(Box("Stalls", 4, price=50)) == "Box(name='Stalls', number=4, price=50)"


def test_what_is_asked_of_dataclasses_is_answered_by_rows() -> None:
    seat = Seat("Stalls", 4)
    assert [field.name for field in fields(Box)] == ["name", "number", "price"]
    assert asdict(seat) == {"name": "Stalls", "number": 4}
    assert replace(seat, number=5) == Seat("Stalls", 5)
    assert copy.deepcopy(seat) == seat
    match seat:
        case Seat(name, number):
            assert (name, number) == ("Stalls", 4)
