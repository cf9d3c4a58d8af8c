"""The page of what is planned: the weeks ahead, the agenda of every evening, the duties."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.agenda import agenda_template
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.roster import Party, parties
from app.queries.schedule import Schedule, schedule
from app.rules.agenda import AgendaLine
from app.rules.privacy import Audience
from app.ui.actions import Action, views
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.segmented import SegmentedControl
from app.ui.page import BESIDE_BAR, Page
from app.ui.schedule.agenda import AgendaList
from app.ui.schedule.duty_list import DutyList
from app.ui.schedule.weeks import Weeks

WEEKS, AGENDA, DUTIES = range(3)
_PAPERS = ("speakers", "agenda", "duty-rota")


class SchedulePage(Page):
    """Three views of one plan; each is printed by the report of its kind."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "person", "spell", "classification", "training"}
        | {"duty", "duty_holder", "agenda_item"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._schedule: Schedule | None = None
        self._starts_at = ""
        self._views = SegmentedControl(
            (_("Weeks ahead"), _("Agenda"), _("Duties")), name=_("What is planned")
        )
        self.weeks = Weeks(desk)
        self.agenda = AgendaList(desk)
        self.duties = DutyList(desk)
        self._parts = (self.weeks, self.agenda, self.duties)
        self._stack = QStackedWidget()
        for view in self._parts:
            self._stack.addWidget(view)
        self._views.chosen.connect(self.turn_to)
        self._lay_out()
        self.turn_to(WEEKS)

    @override
    def heading(self) -> Heading:
        return Heading(_("Schedule"), note=self._note(), primary=self._print_action())

    @override
    def deeds(self) -> Sequence[Action]:
        shown = (
            ("schedule.weeks", _("Show the weeks ahead")),
            ("schedule.agenda", _("Show the agenda")),
            ("schedule.duties", _("Show the duties")),
        )
        turns = views(shown, self.turn_to, at=self._views.current)
        view = self._parts[self._views.current]
        cells = (replace(one, key="", hint=one.shown_key) for one in view.deeds())
        return (*turns, *cells)

    @override
    def aim(self, target: object) -> None:
        """Show a view by its number."""
        if isinstance(target, int):
            self.turn_to(target)

    @override
    def reload(self) -> None:
        today = self.desk.today()
        self.gateway.read(parties, today).then(self._on_parties)
        self.gateway.read(chapter_details).then(self._on_chapter)
        asked = self.gateway.read(schedule, audience=Audience.OFFICERS, day=today)
        asked.then(self._on_schedule)
        self.gateway.read(agenda_template).then(self._on_agenda)

    @Slot(int)
    def turn_to(self, place: int) -> None:
        """Show another view."""
        self._views.choose(place)
        self._stack.setCurrentIndex(place)
        self.setFocusProxy(self._parts[place])
        self._parts[place].setFocus()
        self.heading_changed.emit()

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self.weeks.know([one for one in found if one.current])

    @Slot(object)
    def _on_chapter(self, found: ChapterDetails) -> None:
        self._starts_at = found.starts_at

    @Slot(object)
    def _on_schedule(self, found: Schedule) -> None:
        self._schedule = found
        self.weeks.show_schedule(found)
        self.duties.show_duties(found.duties)
        self.heading_changed.emit()

    @Slot(object)
    def _on_agenda(self, lines: tuple[AgendaLine, ...]) -> None:
        duties = self._schedule.duties if self._schedule else ()
        self.agenda.show_agenda(lines, duties, self._starts_at)

    def _note(self) -> str:
        weeks = self._schedule.weeks if self._schedule else ()
        doubtful = sum(1 for week in weeks for one in week.held if one.doubts)
        if not doubtful:
            return ""
        return ngettext("{n} to look at again", "{n} to look at again", doubtful)

    def _print_action(self) -> Action:
        words = (_("Print speakers"), _("Print the agenda"), _("Print the duty rota"))
        return Action("schedule.print", words[self._views.current], self._print, "Ctrl+P", "print")

    @Slot()
    def _print(self) -> None:
        self.desk.go("reports", _PAPERS[self._views.current])

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._views)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BESIDE_BAR)
        layout.setSpacing(12)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
