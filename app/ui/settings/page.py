"""The chapter's settings, all on one page."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.exchange.profile_files import Shelf
from app.i18n import _
from app.queries.chapter import ChapterDetails, chapter_details, decided
from app.queries.classifications import Profession, professions
from app.queries.policy import policy_in_use
from app.queries.profiles import profile_in_use, profiles
from app.queries.traffic_lights import lights_shown
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.button import Button
from app.ui.kit.column import scrolled_column
from app.ui.kit.section import SectionHead
from app.ui.page import Page
from app.ui.settings.chapter_form import ChapterForm
from app.ui.settings.own_form import OwnForm
from app.ui.settings.policy_form import PolicyForm
from app.ui.settings.rule_form import RuleForm
from app.ui.settings.score_form import ScoreForm
from app.ui.settings.seat_list import SeatList

_COLUMN = 760


class SettingsPage(Page):
    """Every field stores itself; undo takes it back."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "classification", "person", "spell", "own_profile"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._chapter = ChapterForm(desk)
        self._rules = RuleForm(desk)
        self._policy = PolicyForm(desk)
        self._seats = SeatList(desk)
        self._scores = ScoreForm(desk)
        self._own = OwnForm(desk)
        self._seats_head = SectionHead(_("Classifications"))
        self._lay_out()

    @override
    def heading(self) -> Heading:
        return Heading(_("Settings"), note=_("stored as you choose; Ctrl+Z takes it back"))

    @override
    def reload(self) -> None:
        self.gateway.read(chapter_details).then(self._on_chapter)
        for form in (self._policy, self._scores):
            self.gateway.read(decided).then(form.decisions.show)
        self.gateway.read(professions).then(self._on_seats)
        self.gateway.read(profiles).then(self._on_profiles)
        self.gateway.read(policy_in_use, self.desk.today()).then(self._policy.show_policy)
        self.gateway.read(profile_in_use, self.desk.today()).then(self._scores.show_profile)
        self.gateway.read(lights_shown).then(self._scores.show_shown)

    @Slot(object)
    def _on_chapter(self, details: ChapterDetails) -> None:
        self._chapter.show_chapter(details)
        self._rules.show_settings(details.settings)

    @Slot(object)
    def _on_profiles(self, shelf: Shelf) -> None:
        self._scores.show_profiles(shelf)
        self._policy.show_profiles(shelf)

    @Slot(object)
    def _on_seats(self, rows: tuple[Profession, ...]) -> None:
        self._seats.show_seats(rows)
        self._seats_head.say(_("Classifications"), str(len(rows)))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(31, 16, 32, 24)
        column.setSpacing(0)
        for head, part in (
            (SectionHead(_("Chapter")), self._chapter),
            (SectionHead(_("Rules and habits")), self._rules),
            (SectionHead(_("Attendance")), self._policy),
            (SectionHead(_("Scores")), self._scores),
            (self._seats_head, self._seats),
            (SectionHead(_("You, on this machine")), self._own),
            (SectionHead(_("Elsewhere")), _elsewhere(self.desk)),
        ):
            column.addWidget(head)
            column.addWidget(part)
            column.addSpacing(24)
        column.addStretch(1)
        scrolled_column(self, column, width=_COLUMN, name=_("Settings"))


def _elsewhere(desk: Desk) -> QWidget:
    """Return the way to what leaves the book."""
    button = Button(_("Export …"), icon="upload")
    button.clicked.connect(partial(desk.go, "export"))
    place = QWidget()
    layout = QHBoxLayout(place)
    layout.setContentsMargins(0, 12, 0, 0)
    layout.addWidget(button)
    layout.addStretch(1)
    return place
