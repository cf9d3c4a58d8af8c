"""Every document, its choices, and its pages beside them at once."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.i18n import _
from app.queries.meetings import Calendar, calendar
from app.queries.profiles import profiles
from app.queries.roster import Party, Seat, parties, seating
from app.queries.usual_period import usual_period
from app.reports.catalogue import REPORTS, report
from app.reports.report import Asks, Report
from app.reports.stacks import STACKS, Member, Stack
from app.rules.periods import Period
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.page import Page
from app.ui.paper.job import Job
from app.ui.paper.maker import PaperMaker
from app.ui.paper.preview import Preview
from app.ui.paper.printing import Printing
from app.ui.paper.progress import ProgressStrip
from app.ui.reports.changed_line import ChangedLine
from app.ui.reports.choices import Choices, Wanted
from app.ui.reports.making import Making
from app.ui.reports.shelf import Shelf, boards
from app.ui.reports.stacked import Stacked
from app.wording import sentence

_SHELF_WIDTH = 224
_ALL: tuple[Report | Stack, ...] = (*REPORTS, *STACKS)


class ReportsPage(Page):
    """Whatever is chosen is shown at once, as it will print."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "mark", "slip", "spell", "person", "visitor"}
        | {
            "own_profile",
            "official_row",
            "classification",
            "letter",
            "letter_template",
            "ruling",
            "holder",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._report: Report | Stack = REPORTS[0]
        self._began = False
        self._period_told = False
        self._members: tuple[Member, ...] = ()
        self._shelf = Shelf(boards(REPORTS, STACKS))
        self._choices = Choices(desk, REPORTS[0])
        self._changed = ChangedLine(desk)
        self._progress = ProgressStrip()
        self._preview = Preview()
        self._printing = Printing(desk, self, self._preview)
        self._maker = PaperMaker(desk, self)
        self._stacked = Stacked(desk, self, self._maker, self._printing)
        self._making = Making(self._maker, self._progress)
        self._connect()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        return Heading(_("Reports"), note=self._report.says(), primary=self._print_action())

    @override
    def deeds(self) -> Sequence[Action]:
        ready = bool(self._maker.pdf)
        out = self._printing
        many = isinstance(self._report, Stack) or Asks.MEMBER in self._report.asks
        each = _("Save one file each …")
        if isinstance(self._report, Report):
            each = _("Save one for every member …")
        return (
            Action(
                "report.save", _("Save as PDF …"), partial(self._out, out.save), "Ctrl+S", "save",
                enabled=ready,
            ),
            Action(
                "report.save-each", each, self._save_each, "Ctrl+Shift+S", "save", enabled=many
            ),
            Action(
                "report.open", _("Open the PDF"), partial(self._out, out.open_outside),
                "Ctrl+Shift+O", "open", enabled=ready,
            ),
            Action(
                "report.copy", _("Copy the page as a picture"), out.copy_picture, "Ctrl+Shift+C",
                "copy", enabled=ready,
            ),
            Action(
                "report.stop", _("Stop what is being made"), self._progress.stop, "Ctrl+.", "close",
                enabled=self._progress.running,
            ),
            *(
                Action(
                    f"report.{one.name}", one.title(), partial(self._choose, one),
                    icon="document", hint=one.says(), group=1,
                )
                for one in _ALL
            ),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        """Show a report by its name, with its meeting or member, or all as of a past moment.

        Or just as another page shows it.
        """
        if isinstance(target, Wanted):
            self._period_told = True
            self._choices.show_wanted(target)
            target = target.report
        if isinstance(target, datetime):
            self._choices.show_moment(target)
            self._make()
        if isinstance(target, tuple):
            target, about = target
            of_member = any(one.name == target and Asks.MEMBER in one.asks for one in REPORTS)
            show = self._choices.show_member if of_member else self._choices.show_meeting
            show(about)
        for one in _ALL:
            if one.name == target:
                self._choose(one)

    @override
    def reload(self) -> None:
        # Answers come in the order they were asked for: the last one makes the report, once.
        self.gateway.read(calendar, self.desk.today()).then(self._on_calendar)
        self.gateway.read(parties, self.desk.today()).then(self._on_parties)
        self.gateway.read(profiles).then(self._choices.offer_profiles)
        self.gateway.read(seating, self.desk.today()).then(self._on_seating)
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
    def _on_seating(self, found: tuple[Seat, ...]) -> None:
        self._members = tuple(Member(one.person_id, one.name) for one in found)

    @Slot(object)
    def _on_period(self, period: Period) -> None:
        if not self._began and not self._period_told:
            self._choices.show_period(period)
        self._began = True
        self._make()

    def _choose(self, report: Report | Stack) -> None:
        self._report = report
        self._shelf.choose(report)
        self._choices.offer_for(report)
        self._make()

    @Slot()
    def _make(self) -> None:
        if not self._began:
            return
        self._changed.say("")
        self._stacked.stop()
        if isinstance(self._report, Report):
            self._making.begin()
            self._maker.make(self._report, self._choices.choice(), self._choices.paper)
        else:
            self._stack(self._report.reports, every_member=self._report.every_member)
            self._stacked.look()
            self._changed.say(self._stacked.note())
        self.heading_changed.emit()

    def _stack(self, reports: Sequence[Report], *, every_member: bool) -> None:
        members = self._members if every_member else ()
        choice, paper = self._choices.choice(), self._choices.paper
        self._stacked.show(self._report.title(), reports, choice, paper, members)

    def _out(self, deal: Callable[[], None]) -> None:
        """Print, save or open what is shown; of a stack all of it."""
        if isinstance(self._report, Stack):
            self._stacked.with_all(deal)
        else:
            deal()

    def _save_each(self) -> None:
        if isinstance(self._report, Report):
            self._stack((self._report,), every_member=True)
        self._stacked.save_each()

    @Slot()
    def _ask_changed(self) -> None:
        if isinstance(self._report, Report):
            self._changed.ask(self._report, self._choices.choice())

    @Slot()
    def _on_out(self) -> None:
        if isinstance(self._report, Stack):
            self._stacked.remember_print()
            return
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
        if isinstance(self._report, Stack):
            self._printing.take(pdf, self._report.title())
            self.heading_changed.emit()
            return
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

    @Slot(object)
    def _follow(self, job: Job) -> None:
        self._progress.follow(job)
        job.ended.connect(self.heading_changed)
        self.heading_changed.emit()

    def _print_action(self) -> Action:
        return Action(
            "report.print", _("Print"), partial(self._out, self._printing.print_out), "Ctrl+P",
            "print", enabled=bool(self._maker.pdf),
        )  # fmt: skip

    def _connect(self) -> None:
        self._shelf.chosen.connect(self._choose)
        self._choices.changed.connect(self._make)
        self._maker.made.connect(self._on_made)
        self._maker.show_in(self._preview)
        self._maker.drawn.connect(self._ask_changed)
        self._maker.refused.connect(self._on_refused)
        self._printing.went_out.connect(self._on_out)
        self._printing.began.connect(self._follow)
        self._stacked.began.connect(self._follow)
        self._changed.clicked.connect(self._show_changes)

    def _lay_out(self) -> None:
        self._shelf.choose(self._report)
        self._shelf.setFixedWidth(_SHELF_WIDTH)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._changed, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self._progress, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._choices)
        right.addLayout(below)
        right.addWidget(self._preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(31, 20, 20, 0)
        columns.setSpacing(28)
        columns.addWidget(self._shelf)
        columns.addLayout(right, 1)
