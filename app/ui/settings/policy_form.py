"""By which rules attendance is kept: a profile's, and the few numbers a chapter changes of it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.exchange.profile_files import Shelf
from app.i18n import _
from app.queries.policy import ALLOWED, OVERRIDES, VISITS, WINDOW, PolicyInUse
from app.rules.scoring.profile import Kind, Window
from app.ui.desk import Desk
from app.ui.kit.button import Button
from app.ui.kit.button import Kind as ButtonKind
from app.ui.kit.field import ChoiceField
from app.ui.kit.form import FormRow
from app.ui.kit.label import PlainLabel
from app.ui.settings.decisions import Decisions
from app.ui.tables.columns import Choice
from app.ui.theme import Tone
from app.wording.policy import rest_words, rule_words

_HALVES, _QUARTERS = [4, 10], [1, 4, 7, 10]
_MOST = 13


class PolicyForm(QWidget):
    """Stores each choice at once; below them stands what else the rules say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.decisions = Decisions(desk)
        self._policy = ChoiceField((), name=_("Attendance is kept by"))
        self._fields = {
            ALLOWED: ChoiceField(_numbers(_MOST), name=_("Absences allowed")),
            WINDOW: ChoiceField(_windows(), name=_("… within")),
            VISITS: ChoiceField(_numbers(6), name=_("Visits of one visitor")),
        }
        self._rest = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._policy.activated.connect(self._store_policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(FormRow(_("Attendance is kept by"), self._policy), 0, 0)
        for place, (name, field) in enumerate(self._fields.items(), start=1):
            field.activated.connect(partial(self._store, name))
            grid.addWidget(FormRow(field.accessibleName(), field), place // 2, place % 2)
        grid.addWidget(self._rest, 2, 0, 1, 2)
        wording = Button(_("Wording of the letters"), kind=ButtonKind.LINK, icon="mail")
        wording.clicked.connect(self._go_to_wording)
        grid.addWidget(wording, 3, 0, Qt.AlignmentFlag.AlignLeft)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    @Slot(object)
    def show_profiles(self, shelf: Shelf) -> None:
        """Offer the profiles there are: every one has rules of attendance."""
        found = {one.name: one.title for one in shelf.profiles if one.kind is not Kind.CHAPTER}
        self._policy.offer([Choice(name, title) for name, title in found.items()])

    @Slot(object)
    def show_policy(self, found: PolicyInUse) -> None:
        """Show the rules that hold."""
        self._policy.choose(found.name)
        policy = found.policy
        self._fields[ALLOWED].choose(policy.allowed)
        self._fields[VISITS].choose(policy.visits)
        self._fields[WINDOW].offer(_windows(policy.window))
        self._fields[WINDOW].choose(_said(policy.window))
        self._rest.say(f"{rule_words(policy)} {rest_words(policy)}")

    @Slot()
    def _go_to_wording(self) -> None:
        self._desk.go("letters")

    @Slot()
    def _store_policy(self) -> None:
        words = _("Attendance is kept by {choice}").format(choice=self._policy.currentText())
        self.decisions.choose_policy(words, str(self._policy.chosen()), OVERRIDES)

    def _store(self, name: str, _place: int) -> None:
        field = self._fields[name]
        label = _("{setting}: {value}").format(
            setting=field.accessibleName(), value=field.currentText()
        )
        self.decisions.put(label, name, field.chosen(), beside=("policy", *OVERRIDES))


def _windows(own: Window | None = None) -> list[Choice]:
    """Return the windows offered, and the one in use where it is another."""
    months = [
        Choice({"rolling_months": n}, _("{n} months up to now").format(n=n)) for n in (3, 6, 12)
    ]
    usual = [
        *months,
        Choice({"starts": _HALVES}, _("April to September, October to March")),
        Choice({"starts": _QUARTERS}, _("a quarter")),
        Choice({"starts": [1]}, _("a calendar year")),
        Choice({"membership_months": 12}, _("a year of membership")),
    ]
    if own is None or _said(own) in [one.value for one in usual]:
        return usual
    return [Choice(_said(own), _("as the rules say")), *usual]


def _said(window: Window) -> dict[str, object]:
    """Return a window as a setting keeps it: what is set of it."""
    parts = {name: getattr(window, name) for name in Window.__dataclass_fields__}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in parts.items()
        if value
    }


def _numbers(most: int) -> list[Choice]:
    return [Choice(number, str(number)) for number in range(1, most + 1)]
