"""By which profile members are scored, and what of it the room may see."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.exchange.profile_files import Shelf
from app.i18n import _
from app.queries.traffic_lights import Shown
from app.rules.scoring.profile import Kind, Profile
from app.ui.desk import Desk
from app.ui.kit.button import Button
from app.ui.kit.button import Kind as Kinds
from app.ui.kit.field import ChoiceField
from app.ui.kit.form import FormRow
from app.ui.settings.decisions import Decisions
from app.ui.tables.columns import Choice
from app.wording import sentence


class ScoreForm(QWidget):
    """Stores each choice at once; a wrong profile file is told under the profiles."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decisions = Decisions(desk)
        self._profile = ChoiceField((), name=_("Members are scored by"))
        self._profile.activated.connect(self._store_profile)
        self._shown = ChoiceField(
            (
                Choice(Shown.NOBODY, _("nothing of it")),
                Choice(Shown.TOTALS, _("totals and colours")),
                Choice(Shown.ITEMS, _("every item")),
            ),
            name=_("The room sees"),
        )
        self._shown.activated.connect(self._store_shown)
        self._row = FormRow(_("Members are scored by"), self._profile)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.addWidget(self._row, 0, 0)
        grid.addWidget(FormRow(_("The room sees"), self._shown), 0, 1)
        self._profiles = Button(_("Profiles: read, copy, change"), kind=Kinds.LINK)
        self._profiles.clicked.connect(partial(desk.go, "profiles"))
        grid.addWidget(self._profiles, 1, 0)

    @Slot(object)
    def show_profiles(self, shelf: Shelf) -> None:
        """Offer the profiles there are."""
        titles = {one.name: one.title for one in shelf.profiles if one.kind is Kind.MEMBERS}
        self._profile.offer([Choice(name, title) for name, title in titles.items()])
        self._row.accept()
        if shelf.faults:
            self._row.say_wrong(" ".join(sentence(fault) for fault in shelf.faults))

    @Slot(object)
    def show_profile(self, profile: Profile) -> None:
        """Show which profile is in use."""
        self._profile.choose(profile.name)

    @Slot(object)
    def show_shown(self, shown: Shown) -> None:
        """Show what the room may see."""
        self._shown.choose(shown)

    @Slot()
    def _store_profile(self) -> None:
        self._store("profile", self._profile, _("Members are scored by {choice}"))

    @Slot()
    def _store_shown(self) -> None:
        self._store("lights_shown", self._shown, _("The room sees of scores: {choice}"))

    def _store(self, name: str, field: ChoiceField, words: str) -> None:
        label = words.format(choice=field.currentText())
        self.decisions.put(label, name, field.chosen())
