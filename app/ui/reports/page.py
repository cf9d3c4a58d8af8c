"""Every document, its choices, and its pages beside them at once."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.i18n import _
from app.queries.meetings import Calendar, calendar
from app.queries.roster import Party, parties
from app.queries.usual_period import usual_period
from app.reports.catalogue import REPORTS, report
from app.reports.report import Asks, Report
from app.rules.periods import Period
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.page import Page
from app.ui.paper.maker import PaperMaker
from app.ui.paper.preview import Preview
from app.ui.paper.printing import Printing
from app.ui.reports.changed_line import ChangedLine
from app.ui.reports.choices import Choices
from app.ui.reports.shelf import Shelf
from app.wording import sentence

_SHELF_WIDTH = 264


class ReportsPage(Page):
    """Whatever is chosen is shown at once, as it will print."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "mark", "slip", "spell", "person", "visitor"}
        | {"official_row", "classification", "letter", "letter_template", "ruling", "holder"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._report = REPORTS[0]
        self._began = False
        self._shelf = Shelf(REPORTS)
        self._choices = Choices(desk, self._report)
        self._changed = ChangedLine(desk)
        self._preview = Preview()
        self._printing = Printing(desk, self)
        self._maker = PaperMaker(desk, self)
        self._connect()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        return Heading(_("Reports"), note=self._report.says(), primary=self._print_action())

    @override
    def deeds(self) -> Sequence[Action]:
        ready = bool(self._maker.pdf)
        out = self._printing
        return (
            Action("report.save", _("Save as PDF …"), out.save, "Ctrl+S", "save", enabled=ready),
            Action(
                "report.open", _("Open the PDF"), out.open_outside, "Ctrl+Shift+O", "open",
                enabled=ready,
            ),
            Action(
                "report.copy", _("Copy the page as a picture"), out.copy_picture, "Ctrl+Shift+C",
                "copy", enabled=ready,
            ),
            *(
                Action(
                    f"report.{one.name}", one.title(), partial(self._choose, one),
                    icon="document", hint=one.says(), group=1,
                )
                for one in REPORTS
            ),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        """Show a report by its name, with its meeting or member, or all as of a past moment."""
        if isinstance(target, datetime):
            self._choices.show_moment(target)
            self._make()
        if isinstance(target, tuple):
            target, about = target
            of_member = any(one.name == target and Asks.MEMBER in one.asks for one in REPORTS)
            show = self._choices.show_member if of_member else self._choices.show_meeting
            show(about)
        for one in REPORTS:
            if one.name == target:
                self._choose(one)

    @override
    def reload(self) -> None:
        # Answers come in the order they were asked for: the last one makes the report, once.
        self.gateway.read(calendar, self.desk.today()).then(self._on_calendar)
        self.gateway.read(parties, self.desk.today()).then(self._on_parties)
        self.gateway.read(usual_period, self.desk.today()).then(self._on_period)

    @Slot(object)
    def _on_calendar(self, found: Calendar) -> None:
        self._choices.offer_meetings(found)
        if not self._began:
            self._choices.show_paper(found.chapter.settings.paper)

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._choices.offer_members(found)

    @Slot(object)
    def _on_period(self, period: Period) -> None:
        if not self._began:
            self._choices.show_period(period)
        self._began = True
        self._make()

    def _choose(self, report: Report) -> None:
        self._report = report
        self._shelf.choose(report)
        self._choices.offer_for(report)
        self._make()

    @Slot()
    def _make(self) -> None:
        if self._began:
            self._changed.forget()
            self._maker.make(self._report, self._choices.choice(), self._choices.paper)
            self.heading_changed.emit()

    @Slot()
    def _ask_changed(self) -> None:
        self._changed.ask(self._report, self._choices.choice())

    @Slot()
    def _on_out(self) -> None:
        remembered = self._maker.remember_print()
        if remembered is not None:
            remembered.then(self._on_remembered)

    @Slot(object)
    def _on_remembered(self, _nothing: object) -> None:
        self._ask_changed()

    @Slot()
    def _show_changes(self) -> None:
        self._choose(report("change-sheet"))

    @Slot(object)
    def _on_made(self, pdf: bytes) -> None:
        period = self._choices.period
        days = f"{period.start:%Y-%m-%d} {period.end:%Y-%m-%d}"
        if Asks.DAY in self._report.asks:
            days = f"{self._choices.choice().day:%Y-%m-%d}"
        self._printing.take(pdf, f"{self._report.title()} {days}")
        self.heading_changed.emit()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._preview.say(sentence(error))
        self.heading_changed.emit()

    def _print_action(self) -> Action:
        return Action(
            "report.print", _("Print"), self._printing.print_out, "Ctrl+P", "print",
            enabled=bool(self._maker.pdf),
        )  # fmt: skip

    def _connect(self) -> None:
        self._shelf.chosen.connect(self._choose)
        self._choices.changed.connect(self._make)
        self._maker.made.connect(self._on_made)
        self._maker.drawn.connect(self._preview.show_pages)
        self._maker.drawn.connect(self._ask_changed)
        self._maker.refused.connect(self._on_refused)
        self._printing.went_out.connect(self._on_out)
        self._changed.clicked.connect(self._show_changes)

    def _lay_out(self) -> None:
        shelf = QScrollArea()
        shelf.setWidgetResizable(True)
        shelf.setWidget(self._shelf)
        shelf.setFixedWidth(_SHELF_WIDTH)
        shelf.setAccessibleName(_("Reports"))
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._choices)
        right.addWidget(self._changed)
        right.addWidget(self._preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(31, 20, 32, 0)
        columns.setSpacing(40)
        columns.addWidget(shelf)
        columns.addLayout(right, 1)
