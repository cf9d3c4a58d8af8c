"""Fields that choose somebody, a profession or a span of days."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.queries.classifications import Profession
from app.queries.roster import Party
from app.rules import names
from app.rules.identifiers import ClassificationId, PersonId
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.ui.choosing.personfield import PersonField
from app.ui.choosing.professionfield import ProfessionField
from app.ui.choosing.spanfield import SpanField

TODAY = date(2026, 11, 23)


def _party(number: int, name: str, chapter: str = "", seat: int | None = None) -> Party:
    kind = PersonKind.EXTERNAL if chapter else PersonKind.MEMBER
    key = names.key(name)
    return Party(PersonId(number), kind, name, key, chapter, "", not chapter, seat)


PARTIES = (
    _party(1, "Ann Whitfield", seat=1),
    _party(2, "Anna Smith", seat=2),
    _party(3, "Bob Hartley", seat=12),
    _party(4, "Dana Whitlock", "Harbour"),
    _party(5, "Dana Whitlock", "Castle"),
)


@pytest.fixture
def field(qtbot: QtBot) -> PersonField:
    made = PersonField(PARTIES, name="From")
    qtbot.addWidget(made)
    made.show()
    return made


def _say(field: PersonField, words: str) -> None:
    field.clear()
    QTest.keyClicks(field, words)
    field.editingFinished.emit()


@pytest.mark.parametrize(
    ("words", "person_id"),
    [("bob", 3), ("bh", 3), ("12", 3), ("ann whitfield", 1), ("smith", 2), ("dana@castle", 5)],
)
def test_somebody_is_found_by_what_tells_him_apart(
    field: PersonField, words: str, person_id: int
) -> None:
    _say(field, words)

    assert field.person_id == person_id
    assert field.problem(needed=True) == ""


@pytest.mark.parametrize("words", ["an", "dana whitlock", "zzz"])
def test_nobody_is_guessed(field: PersonField, words: str) -> None:
    _say(field, words)

    assert field.side is None
    assert field.wrong
    assert field.problem() != ""


def test_somebody_new_of_another_chapter_is_named_with_it(field: PersonField) -> None:
    _say(field, "gwen ashby@old town")

    side = field.side
    assert side is not None
    assert (side.person_id, side.name, side.chapter) == (None, "Gwen Ashby", "Old Town")


def test_namesakes_are_chosen_from_the_list_by_their_chapter(field: PersonField) -> None:
    QTest.keyClicks(field, "dana")
    offered = [one.text for one in field._offered]
    assert offered == ["Dana Whitlock, Harbour", "Dana Whitlock, Castle"]

    field._list.activated.emit("Dana Whitlock, Castle")

    assert field.person_id == 5
    assert field.text() == "Dana Whitlock"


def test_a_field_of_members_takes_nobody_else(qtbot: QtBot) -> None:
    field = PersonField(PARTIES, name="Sponsor", members_only=True)
    qtbot.addWidget(field)

    _say(field, "dana@castle")

    assert field.side is None
    assert field.problem() == "No member is called so."


def test_an_empty_field_means_nobody_and_says_so_only_where_somebody_is_needed(
    field: PersonField,
) -> None:
    assert field.problem() == ""
    assert field.problem(needed=True) == "Somebody is missing here."


def test_whoever_listens_is_told_once(field: PersonField) -> None:
    told: list[object] = []
    field.picked.connect(told.append)

    _say(field, "bob")
    field.editingFinished.emit()
    _say(field, "")

    assert [getattr(side, "name", None) for side in told] == ["Bob Hartley", None]


def test_a_profession_says_who_sits_in_it(qtbot: QtBot) -> None:
    listed = (
        Profession(ClassificationId(1), "Florist", "", "", "Ann Whitfield", 1),
        Profession(ClassificationId(2), "Baker", "", "", "", 1),
    )
    field = ProfessionField(listed, name="Classification")
    qtbot.addWidget(field)

    field.setText("FLORIST ")
    assert field.holder() == "Ann Whitfield"
    assert field.holder(besides="Ann Whitfield") == ""

    field.setText("Baker")
    assert field.holder() == ""


def test_a_span_is_chosen_by_its_name(qtbot: QtBot) -> None:
    field = SpanField(TODAY, name="Period")
    qtbot.addWidget(field)
    assert field.span is None
    assert field.covers(date(1999, 1, 1))

    field.setCurrentIndex(field.findText("Last month"))

    assert field.span == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert not field.covers(TODAY)


def test_arrows_and_enter_choose_from_the_list(field: PersonField) -> None:
    field.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "dana")
    popup = field._list.popup()
    assert popup is not None
    assert popup.isVisible()

    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert field.text() == "dana"
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert (field.person_id, popup.isVisible()) == (5, False)


def test_escape_closes_the_list_and_leaves_the_words(field: PersonField) -> None:
    field.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "dana")
    popup = field._list.popup()
    assert popup is not None

    QTest.keyClick(popup, Qt.Key.Key_Escape)

    assert (popup.isVisible(), field.text(), field.side) == (False, "dana", None)
