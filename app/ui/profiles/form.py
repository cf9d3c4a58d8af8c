"""The values of a profile that stand on one line each, as fields above its text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.reports.criteria import title
from app.rules.scoring.editing import quoted, steps_in_words, steps_meant
from app.rules.scoring.exact import shortest
from app.rules.scoring.lines import Place
from app.rules.scoring.profile import Bands, Kind, Line, Profile
from app.rules.scoring.reading import TERMS
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.form import FormRow
from app.ui.kit.segmented import SegmentedControl
from app.ui.profiles.rules import rule_values
from app.ui.profiles.values import COLUMNS, Value, ValueGrid, as_number
from app.ui.tables.columns import Choice


class ProfileForm(QWidget):
    """Name and words above; below them what makes scores, or the rules of attendance.

    Signals:
        changed: A value was entered. Carries its place and how TOML writes it.
        steps_changed: Other steps of an item were entered. Carries its number and a Line or Steps.
    """

    changed = Signal(object, str)
    steps_changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self._head = ValueGrid(_head_values())
        self._scores = ValueGrid(_score_values())
        self._rules = ValueGrid(rule_values())
        for grid in (self._head, self._scores, self._rules):
            grid.changed.connect(self.changed)
        self._term = ChoiceField(
            [Choice(one, words) for one, words in _term_words().items()], name=_("Word")
        )
        self._term.choose(TERMS[2])
        self._term.activated.connect(self._show_term)
        self._own = LineField(name=_("Our word for it"), hint=_("as usual"))
        self._own.editingFinished.connect(self._on_term)
        self._views = SegmentedControl(
            (_("Scores"), _("Attendance")), name=_("Which values"), small=True
        )
        self._views.chosen.connect(self._on_view)
        self._item = ChoiceField((), name=_("Item"))
        self._item.activated.connect(self._show_steps)
        self._steps = LineField(name=_("Its steps"), hint="≥ 1 → 20, ≥ 0.75 → 15")
        self._steps.editingFinished.connect(self._on_steps)
        self._steps_row = FormRow(_("Its steps: value reached → points"), self._steps)
        self._items = QWidget()
        self._lay_out()

    def show_profile(self, profile: Profile, *, fixed: bool) -> None:
        """Show the values of a profile; a fixed one cannot be changed."""
        before, self._profile = self._profile, profile
        for grid in (self._head, self._scores, self._rules):
            grid.show_profile(profile, fixed=fixed)
        self._own.setReadOnly(fixed)
        self._show_term()
        kept = self._item.chosen()
        self._item.offer([Choice(place, title(one)) for place, one in enumerate(profile.items)])
        self._item.choose(kept if isinstance(kept, int) and kept < len(profile.items) else 0)
        self._steps.setReadOnly(fixed)
        self._show_steps()
        if before is None or before.kind is not profile.kind:
            self._views.choose(int(profile.kind is Kind.POLICY))
        self._views.setVisible(profile.kind is Kind.MEMBERS)
        self._on_view()

    def turn_to(self, place: int) -> None:
        """Show what makes scores (0) or the rules of attendance (1)."""
        self._views.choose(place)
        self._on_view()

    def _on_view(self) -> None:
        """Show what makes scores, or the rules; a chapter has no rules, rules alone no scores."""
        rules = bool(self._views.current)
        self._rules.setVisible(rules)
        self._scores.setVisible(not rules)
        self._items.setVisible(not rules)

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

    def _lay_out(self) -> None:
        words = _row()
        words.addWidget(FormRow(_("Word"), self._term), 0, 0, 1, 2)
        words.addWidget(FormRow(_("Our word for it"), self._own), 0, 2, 1, 2)
        below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        words.addWidget(self._views, 0, 4, 1, 2, below)
        items = _row()
        items.addWidget(FormRow(_("Item"), self._item), 0, 0, 1, 2)
        items.addWidget(self._steps_row, 0, 2, 1, 4)
        self._items.setLayout(items)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addLayout(words)
        for part in (self._scores, self._items, self._rules):
            layout.addWidget(part)


def _row() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    for column in range(COLUMNS):
        grid.setColumnStretch(column, 1)
    return grid


def _head_values() -> tuple[Value, ...]:
    return (
        Value(("title",), _("Title"), lambda one: one.title, quoted, 2),
        Value(("name",), _("Short name"), lambda one: one.name, quoted, 2),
        Value(("valid_from",), _("Valid from"), lambda one: one.valid_from.isoformat(), wide=2),
    )


def _score_values() -> tuple[Value, ...]:
    def number(place: Place, words: str, show: Callable[[Profile], str]) -> Value:
        return Value(place, words, show, as_number, needed=True)

    return (
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
