"""The values of a profile that stand on one line each, as fields above its text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import _
from app.reports.criteria import title
from app.rules.scoring.editing import quoted, steps_in_words, steps_meant
from app.rules.scoring.exact import shortest
from app.rules.scoring.lines import Place
from app.rules.scoring.profile import Bands, Kind, Line, Profile
from app.rules.scoring.reading import TERMS
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.form import FormRow
from app.ui.tables.columns import Choice

_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class _Value:
    """A field: where its value stands, how it is shown and written; ``wide`` columns."""

    place: Place
    words: str
    show: Callable[[Profile], str]
    write: Callable[[str], str]
    wide: int = 1


class ProfileForm(QWidget):
    """Every field changes its line of the text when it is left.

    Signals:
        changed: A value was entered. Carries its place and how TOML writes it.
        steps_changed: Other steps of an item were entered. Carries its number and a Line or Steps.
    """

    changed = Signal(object, str)
    steps_changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[Place, LineField] = {}
        self._profile: Profile | None = None
        self._term = ChoiceField(
            [Choice(one, words) for one, words in _term_words().items()], name=_("Word")
        )
        self._term.choose(TERMS[2])
        self._term.activated.connect(self._show_term)
        self._own = LineField(name=_("Our word for it"), hint=_("as usual"))
        self._own.editingFinished.connect(self._on_term)
        self._item = ChoiceField((), name=_("Item"))
        self._item.activated.connect(self._show_steps)
        self._steps = LineField(name=_("Its steps"), hint="≥ 1 → 20, ≥ 0.75 → 15")
        self._steps.editingFinished.connect(self._on_steps)
        self._steps_row = FormRow(_("Its steps: value reached → points"), self._steps)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._lay_out()

    def show_profile(self, profile: Profile, *, fixed: bool) -> None:
        """Show the values of a profile; a fixed one cannot be changed."""
        self._profile = profile
        for value in _values():
            field = self._fields[value.place]
            field.setText(value.show(profile))
            field.setReadOnly(fixed)
            field.mark_wrong(wrong=False)
            if value.place[0] in {"window", "weeks", "bands"}:
                field.setEnabled(bool(field.text()))
        self._own.setReadOnly(fixed)
        self._show_term()
        kept = self._item.chosen()
        self._item.offer([Choice(place, title(one)) for place, one in enumerate(profile.items)])
        self._item.choose(kept if isinstance(kept, int) and kept < len(profile.items) else 0)
        self._steps.setReadOnly(fixed)
        self._steps.setEnabled(bool(profile.items))
        self._show_steps()

    def _show_steps(self) -> None:
        place = self._item.chosen()
        if self._profile is None or not isinstance(place, int) or not self._profile.items:
            self._steps.setText("")
            return
        self._steps_row.accept()
        self._steps.setText(steps_in_words(self._profile.items[place]))

    def _on_steps(self) -> None:
        place, words = self._item.chosen(), self._steps.text()
        if self._profile is None or self._steps.isReadOnly() or not isinstance(place, int):
            return
        item = self._profile.items[place]
        if words == steps_in_words(item):
            return
        steps = steps_meant(words)
        if steps is None or (item.line and len(steps) != 1):
            self._steps_row.say_wrong(_("expected is, for example, ≥ 1 → 20, ≥ 0.75 → 15"))
            return
        self._steps_row.accept()
        meant = Line(steps[0].bound, steps[0].points) if item.line else steps
        self.steps_changed.emit(place, meant)

    def _show_term(self) -> None:
        if self._profile is not None:
            self._own.setText(self._profile.terms.get(str(self._term.chosen()), ""))

    def _on_term(self) -> None:
        name, words = str(self._term.chosen()), self._own.text().strip()
        known = self._profile.terms.get(name, "") if self._profile else ""
        if words != known and not self._own.isReadOnly():
            self.changed.emit(("terms", name), quoted(words) if words else "")

    def _on_value(self, value: _Value) -> None:
        field = self._fields[value.place]
        if self._profile is None or field.isReadOnly():
            return
        if field.text() != value.show(self._profile):
            self.changed.emit(value.place, value.write(field.text().strip()))

    def _lay_out(self) -> None:
        row = column = 0
        for value in _values():
            field = LineField(name=value.words)
            field.setMinimumWidth(56)
            field.editingFinished.connect(partial(self._on_value, value))
            self._fields[value.place] = field
            if column + value.wide > _COLUMNS:
                row, column = row + 1, 0
            self._grid.addWidget(FormRow(value.words, field), row, column, 1, value.wide)
            column += value.wide
        self._grid.addWidget(FormRow(_("Word"), self._term), row + 1, 0, 1, 2)
        self._grid.addWidget(FormRow(_("Our word for it"), self._own), row + 1, 2, 1, 2)
        self._grid.addWidget(FormRow(_("Item"), self._item), row + 2, 0, 1, 2)
        self._grid.addWidget(self._steps_row, row + 2, 2, 1, 4)


def _values() -> tuple[_Value, ...]:
    def number(place: Place, words: str, show: Callable[[Profile], str]) -> _Value:
        return _Value(place, words, show, _as_number)

    return (
        _Value(("title",), _("Title"), lambda one: one.title, quoted, 2),
        _Value(("name",), _("Short name"), lambda one: one.name, quoted, 2),
        _Value(("valid_from",), _("Valid from"), lambda one: one.valid_from.isoformat(), str, 2),
        number(("window", "months"), _("Months counted"), lambda one: _some(one.window.months)),
        number(("window", "weeks"), _("or weeks"), lambda one: _some(one.window.weeks)),
        number(("weeks", "least"), _("Least weeks"), _least),
        *(
            number(("bands", light), words, partial(_band, light))
            for light, words in (
                ("green", _("Green from")),
                ("yellow", _("Yellow from")),
                ("red", _("Red from")),
            )
        ),
    )


def _as_number(text: str) -> str:
    """Return a number as it is, and anything else in quotes, so that it is told as wrong."""
    return text if text.replace(".", "", 1).isdigit() else quoted(text)


def _some(number: int) -> str:
    return str(number) if number else ""


def _least(profile: Profile) -> str:
    return "" if profile.kind is Kind.POLICY else str(profile.weeks.least)


def _band(name: str, profile: Profile) -> str:
    bands: Bands | None = profile.bands
    return "" if bands is None else shortest(getattr(bands, name))


def _term_words() -> dict[str, str]:
    usual = {
        "referral": _("Referral"),
        "one_to_one": _("One-to-one"),
        "closed_business": _("Closed business"),
        "education": _("Education unit"),
    }
    return {one: usual.get(one, _(one.capitalize())) for one in TERMS}
