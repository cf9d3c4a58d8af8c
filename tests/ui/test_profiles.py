"""The Profiles page: shipped ones are copied, faults are told by line as they are typed."""

from fractions import Fraction
from pathlib import Path

import pytest

from app import paths
from app.queries.profiles import profile_in_use
from app.rules.scoring.profile import Term, Window
from app.ui.kit.field import LineField
from app.ui.profiles.page import ProfilesPage
from tests.small_book import TODAY
from tests.ui.lists import Hand


@pytest.fixture
def page(hand: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ProfilesPage:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    return hand.go("profiles", ProfilesPage)


def _do(page: ProfilesPage, hand: Hand, name: str) -> None:
    primary = page.heading().primary
    deeds = [*page.deeds(), *([primary] if primary else [])]
    next(deed for deed in deeds if deed.name == name).run()
    hand.settle()


def _field(page: ProfilesPage, place: tuple[str, ...]) -> LineField:
    grids = (page._form._head, page._form._scores, page._form._rules)
    found = (grid.texts[one.words] for grid in grids for one in grid._values if one.place == place)
    return next(found)


def _enter(page: ProfilesPage, hand: Hand, place: tuple[str, ...], words: str) -> None:
    field = _field(page, place)
    field.setText(words)
    field.editingFinished.emit()
    hand.settle()


def test_the_one_in_use_is_shown_and_cannot_be_changed(page: ProfilesPage) -> None:
    assert page._about.text() == "US regional"
    assert page._text.isReadOnly()
    assert "are copied, not changed" in page._wrong.text()


def test_a_copy_holds_from_next_month_on_and_is_stored(page: ProfilesPage, hand: Hand) -> None:
    _do(page, hand, "profiles.copy")
    _enter(page, hand, ("bands", "green"), "75")
    _enter(page, hand, ("title",), "Ours from December")
    _do(page, hand, "profiles.store")

    assert hand.done() == "Profile “Ours from December” kept"
    titles = [hand.book.ask(profile_in_use, day).title for day in (TODAY, TODAY.replace(month=12))]
    assert titles == ["US regional", "Ours from December"]


def test_what_is_wrong_is_told_with_its_line_and_cannot_be_stored(
    page: ProfilesPage, hand: Hand
) -> None:
    _do(page, hand, "profiles.copy")
    page._text.setPlainText(page._text.toPlainText().replace("green = 70", 'green = "much"'))

    line = page._text.toPlainText().splitlines().index('green = "much"') + 1
    assert f"line {line}: “green” is much; expected is a number" in page._wrong.text()
    primary = page.heading().primary
    assert primary is not None
    assert not primary.enabled


def test_a_field_that_makes_no_sense_is_told_too(page: ProfilesPage, hand: Hand) -> None:
    _do(page, hand, "profiles.copy")
    _enter(page, hand, ("bands", "green"), "much")
    assert "“green” is much" in page._wrong.text()


def test_a_word_of_our_own_is_put_into_the_text(page: ProfilesPage, hand: Hand) -> None:
    _do(page, hand, "profiles.copy")
    page._form._own.setText("tip")
    page._form._own.editingFinished.emit()
    assert '[terms]\nreferral = "tip"' in page._text.toPlainText()
    assert page._good is not None
    assert page._good.terms == {"referral": "tip"}


def test_a_wrong_file_is_shown_with_its_fault_and_changes_nothing(
    page: ProfilesPage, hand: Hand, tmp_path: Path
) -> None:
    place = tmp_path / "theirs.toml"
    place.write_text('name = "theirs"\nkind = "chapters"\n', encoding="utf-8")
    page.bring_in(str(place))
    hand.settle()
    assert "line 2: “kind” is chapters; expected is one of" in page._wrong.text()
    assert hand.book.ask(profile_in_use, TODAY).name == "us-regional"


def test_another_profile_is_used_from_the_page(page: ProfilesPage, hand: Hand) -> None:
    rows = page._model._rows
    page._table.choose(page._model.key(next(row for row in rows if row.profile.name == "taiwan")))
    hand.settle()
    _do(page, hand, "profiles.use")
    assert hand.book.ask(profile_in_use, TODAY).name == "taiwan"
    assert page._row is not None
    assert page._row.uses


def test_the_steps_of_an_item_are_entered_in_one_line(page: ProfilesPage, hand: Hand) -> None:
    _do(page, hand, "profiles.copy")
    form = page._form
    form._item.choose(1)
    form._item.activated.emit(1)
    assert form._steps.text() == "≥ 1 → 20, ≥ 0.75 → 15, ≥ 0.5 → 10, ≥ 0.25 → 5"

    form._steps.setText("2 → 20, 1 → 10")
    form._steps.editingFinished.emit()

    assert page._good is not None
    assert [(int(one.bound), int(one.points)) for one in page._good.items[1].steps] == [
        (2, 20),
        (1, 10),
    ]
    form._steps.setText("many")
    form._steps.editingFinished.emit()
    assert "for example" in form._steps.accessibleDescription()


def _choose(page: ProfilesPage, hand: Hand, words: str, shown: str) -> None:
    field = page._form._rules.choices[words]
    field.setCurrentIndex(field.findText(shown))
    field.activated.emit(field.currentIndex())
    hand.settle()


def test_rules_of_attendance_are_entered_in_fields_and_stand_in_the_text(
    page: ProfilesPage, hand: Hand
) -> None:
    _do(page, hand, "profiles.copy")
    page._form._views.chosen.emit(1)
    _enter(page, hand, ("attendance", "allowed"), "4")
    _enter(page, hand, ("attendance", "letters"), "2, 3, 4")
    _enter(page, hand, ("attendance", "visits"), "none")
    _enter(page, hand, ("membership", "months"), "24")
    _choose(page, hand, "… within", "a year of membership")
    _choose(page, hand, "Late counts as", "every 3 are one absence")
    _choose(page, hand, "A substitute counts as", "half an absence")

    found = page._good
    assert found is not None
    policy = found.policy
    assert (policy.allowed, policy.letters, policy.visits) == (4, (2, 3, 4), None)
    assert policy.membership.months == (24,)
    assert policy.window == Window(membership_months=12)
    assert policy.absences == (
        Term("absent"),
        Term("late", every=3),
        Term("substitute", Fraction(1, 2)),
    )


def test_a_conversion_is_taken_back_and_nonsense_is_told_with_its_line(
    page: ProfilesPage, hand: Hand
) -> None:
    _do(page, hand, "profiles.copy")
    _choose(page, hand, "Late counts as", "an absence")
    _choose(page, hand, "Late counts as", "no absence")
    assert page._good is not None
    assert page._good.policy.absences == (Term("absent"),)
    _enter(page, hand, ("attendance", "allowed"), "many")
    assert page._good is None
    assert "“allowed” is many" in page._wrong.text()


def test_rules_alone_show_no_values_of_scores(page: ProfilesPage, hand: Hand) -> None:
    page._table.choose(next(one for one in _keys(page) if one[0] == "letip-like"))
    hand.settle()
    assert not page._form._rules.isHidden()
    assert page._form._scores.isHidden()
    page._table.choose(next(one for one in _keys(page) if one[0] == "chapter-us"))
    hand.settle()
    assert page._form._rules.isHidden()


def _keys(page: ProfilesPage) -> list[tuple[object, ...]]:
    model = page._model
    found = [model.key(model.row(number)) for number in range(model.rowCount())]
    return [one for one in found if isinstance(one, tuple)]
