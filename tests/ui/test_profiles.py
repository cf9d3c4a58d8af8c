"""The Profiles page: shipped ones are copied, faults are told by line as they are typed."""

from pathlib import Path

import pytest

from app import paths
from app.queries.profiles import profile_in_use
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


def _enter(page: ProfilesPage, hand: Hand, place: tuple[str, ...], words: str) -> None:
    field = page._form._fields[place]
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
