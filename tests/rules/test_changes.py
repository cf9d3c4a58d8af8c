"""What differs between two rows of one report."""

from dataclasses import dataclass, replace

from app.rules.changes import Change, ChangeKind, changes


@dataclass(frozen=True)
class Line:
    person_id: int
    name: str
    given: int
    counts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Place:
    name: str
    value: int


@dataclass(frozen=True)
class Leaders:
    category: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Sheet:
    chapter: str
    members: tuple[Line, ...]
    closed_business: int | None = None
    absent: tuple[str, ...] = ()
    leaders: tuple[Leaders, ...] = ()


ANN, BOB = Line(1, "Ann", 3, (0, 2)), Line(2, "Bob", 1, (1, 0))
BOTH = Sheet("Riverside", (ANN, BOB))


def test_equal_rows_have_no_changes() -> None:
    assert changes(BOTH, replace(BOTH)) == ()


def test_a_figure_is_told_with_whose_it_is() -> None:
    after = replace(BOTH, members=(replace(ANN, given=4), BOB))
    assert changes(BOTH, after) == (Change("Ann", "given", 3, 4),)


def test_a_line_is_known_again_in_another_place() -> None:
    after = replace(BOTH, members=(replace(BOB, counts=(0, 1)), replace(ANN, counts=(2, 0))))
    assert changes(BOTH, after) == ()


def test_who_comes_and_who_goes_is_told_once() -> None:
    carl = Line(3, "Carl", 9)
    before, after = replace(BOTH, members=(ANN, carl)), BOTH
    listed = [(one.about, one.before, one.after) for one in changes(before, after)]
    assert ("Bob", False, True) in listed
    assert ("Carl", True, False) in listed


def test_a_cell_of_a_matrix_is_told_with_both_names() -> None:
    after = replace(BOTH, members=(replace(ANN, counts=(0, 3)), BOB))
    assert changes(BOTH, after) == (Change("Ann → Bob", "counts", 2, 3),)


def test_a_new_member_without_figures_fills_no_column() -> None:
    carl = Line(3, "Carl", 0, (0, 0, 0))
    after = replace(
        BOTH, members=(replace(ANN, counts=(0, 2, 0)), replace(BOB, counts=(1, 0, 0)), carl)
    )
    assert [one.about for one in changes(BOTH, after)] == ["Carl"]


def test_amounts_are_known_as_amounts() -> None:
    (change,) = changes(BOTH, replace(BOTH, closed_business=5))
    assert change.kind is ChangeKind.MONEY


def test_names_of_a_list_are_compared_as_a_set() -> None:
    before = replace(BOTH, absent=("Ann", "Bob"))
    (change,) = changes(before, replace(BOTH, absent=("Bob",)))
    assert (change.about, change.field, change.kind) == ("Ann", "absent", ChangeKind.LISTED)


def test_a_place_is_told_with_its_category() -> None:
    before = replace(BOTH, leaders=(Leaders("closed_business", (Place("Ann", 5),)),))
    after = replace(BOTH, leaders=(Leaders("closed_business", (Place("Ann", 6),)),))
    (change,) = changes(before, after)
    assert (change.about, change.section) == ("Ann", "closed_business")
    assert change.kind is ChangeKind.MONEY
