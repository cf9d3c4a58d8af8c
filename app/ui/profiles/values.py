"""Values of a profile that stand on one line of its text each, as a grid of fields."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.rules.scoring.editing import quoted
from app.rules.scoring.lines import Place
from app.rules.scoring.profile import Profile
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.form import FormRow
from app.ui.tables.columns import Choice

COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Value:
    """A value: where it stands, how it is shown and written as TOML; ``wide`` columns.

    One with ``choices`` is chosen: what it shows is the value of one of them, and it is written
    from the profile and that. ``needed`` where it can only be changed, not added.
    """

    place: Place
    words: str
    show: Callable[[Profile], str]
    write: Callable[[str], str] = str
    wide: int = 1
    needed: bool = False
    choices: Callable[[Profile], Sequence[Choice]] | None = None
    compose: Callable[[Profile, str], str] | None = None


class ValueGrid(QWidget):
    """Every field changes its line of the text when it is left.

    Signals:
        changed: A value was entered. Carries its place and its TOML, empty to take it out.
    """

    changed = Signal(object, str)

    def __init__(self, values: Sequence[Value], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self._fixed = True
        self.texts: dict[str, LineField] = {}
        self.choices: dict[str, ChoiceField] = {}
        self._values = values
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._lay_out()

    def show_profile(self, profile: Profile, *, fixed: bool) -> None:
        """Show the values of a profile; a fixed one cannot be changed."""
        self._profile, self._fixed = profile, fixed
        for value in self._values:
            if value.choices is not None:
                chosen = self.choices[value.words]
                chosen.offer(value.choices(profile))
                chosen.choose(value.show(profile))
                chosen.setEnabled(not fixed)
                continue
            field = self.texts[value.words]
            field.setText(value.show(profile))
            field.setReadOnly(fixed)
            field.mark_wrong(wrong=False)
            field.setEnabled(bool(field.text()) or not value.needed)

    def _on_text(self, value: Value) -> None:
        field = self.texts[value.words]
        if self._profile is None or self._fixed:
            return
        if field.text() != value.show(self._profile):
            self.changed.emit(value.place, value.write(field.text().strip()))

    def _on_choice(self, value: Value, _place: int) -> None:
        chosen = str(self.choices[value.words].chosen())
        if self._profile is not None and chosen != value.show(self._profile):
            compose = value.compose or _as_it_is
            self.changed.emit(value.place, compose(self._profile, chosen))

    def _lay_out(self) -> None:
        row = column = 0
        for value in self._values:
            if column + value.wide > COLUMNS:
                row, column = row + 1, 0
            made = FormRow(value.words, self._field(value))
            self._grid.addWidget(made, row, column, 1, value.wide)
            column += value.wide

    def _field(self, value: Value) -> QWidget:
        if value.choices is not None:
            chosen = self.choices[value.words] = ChoiceField((), name=value.words)
            chosen.activated.connect(partial(self._on_choice, value))
            return chosen
        field = self.texts[value.words] = LineField(name=value.words)
        field.setMinimumWidth(56)
        field.editingFinished.connect(partial(self._on_text, value))
        return field


def as_number(text: str) -> str:
    """Return a number as it is, and anything else in quotes, so that it is told as wrong."""
    return text if not text or text.replace(".", "", 1).isdigit() else quoted(text)


def as_numbers(text: str) -> str:
    """Return numbers as TOML lists them; nothing for none, so that the usual ones hold."""
    if re.fullmatch(r"[\d\s,]*", text) is None:
        return quoted(text)
    listed = ", ".join(re.findall(r"\d+", text))
    return f"[{listed}]" if text else ""


def in_words(numbers: Sequence[int]) -> str:
    """Return numbers as they are entered."""
    return ", ".join(map(str, numbers))


def _as_it_is(_profile: Profile, written: str) -> str:
    return written
