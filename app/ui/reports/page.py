"""Every document, its choices, and its pages beside them at once."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.errors import AppError
from app.i18n import _
from app.queries.meetings import Calendar, MeetingRow, calendar
from app.queries.roster import Party, parties
from app.queries.usual_period import usual_period
from app.reports.catalogue import REPORTS
from app.reports.report import Asks, Choice, Report
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.check import CheckBox
from app.ui.kit.field import ChoiceField
from app.ui.kit.period import PeriodPicker
from app.ui.kit.segmented import SegmentedControl
from app.ui.page import Page
from app.ui.paper.maker import PaperMaker
from app.ui.paper.preview import Preview
from app.ui.paper.printing import Printing
from app.ui.reports.shelf import Shelf
from app.ui.tables.columns import Choice as Option
from app.wording import sentence

_SHELF_WIDTH = 264
_FIELD_WIDTH = 260
_PAPERS = ("A4", "Letter")


class ReportsPage(Page):
    """Whatever is chosen is shown at once, as it will print."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "mark", "slip", "spell", "person", "visitor"}
        | {"official_row", "classification"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._report = REPORTS[0]
        self._began = False
        self._meetings: tuple[MeetingRow, ...] = ()
        self._wanted: object = None
        self._shelf = Shelf(REPORTS)
        self._period = PeriodPicker(desk.today())
        self._audience = SegmentedControl(("",), name=_("Who will see it"))
        self._paper = SegmentedControl(_PAPERS, name=_("Paper"))
        self._meeting = ChoiceField((), name=_("Meeting"))
        self._coming = ChoiceField((), name=_("Meeting to prepare"))
        self._member = ChoiceField((), name=_("Member"))
        self._drafts = CheckBox(_("Count drafts too, marked as provisional"))
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
        """Show a report by its name, or by its name and the meeting it shall be about."""
        if isinstance(target, tuple):
            target, self._wanted = target
            self._meeting.choose(self._wanted)
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
    def _on_period(self, period: Period) -> None:
        if not self._began:
            self._period.show_period(period)
        self._began = True
        self._make()

    @Slot(object)
    def _on_calendar(self, found: Calendar) -> None:
        kept, self._wanted = self._wanted or self._meeting.chosen(), None
        completed = [row for row in found.rows if row.state is MeetingState.COMPLETED]
        completed.sort(key=lambda row: row.held_on, reverse=True)
        options = [
            Option(row.meeting_id, formats.day_long(row.held_on, year=True)) for row in completed
        ]
        self._meeting.offer(options)
        self._meeting.choose(kept if kept is not None else options[0].value if options else None)
        self._offer_coming(found)
        if not self._began:
            self._paper.choose(_PAPERS.index(found.chapter.settings.paper))

    def _offer_coming(self, found: Calendar) -> None:
        """Offer the next meeting, which may not be on the calendar yet, and every draft."""
        kept = self._coming.chosen()
        drafts = [row for row in found.rows if row.state is MeetingState.DRAFT]
        drafts.sort(key=lambda row: row.held_on)
        self._coming.offer(
            [
                Option(None, _("The next meeting")),
                *(
                    Option(row.meeting_id, formats.day_long(row.held_on, year=True))
                    for row in drafts
                ),
            ]
        )
        self._coming.choose(kept if any(row.meeting_id == kept for row in drafts) else None)

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        kept = self._member.chosen()
        options = [
            Option(one.person_id, one.name)
            for one in found
            if one.kind is PersonKind.MEMBER and one.current
        ]
        self._member.offer(options)
        self._member.choose(kept if kept is not None else options[0].value if options else None)

    def _choose(self, report: Report) -> None:
        self._report = report
        self._shelf.choose(report)
        self._offer_choices()
        self._make()

    @Slot()
    def _make(self) -> None:
        if not self._began:
            return
        field = self._coming if Asks.COMING in self._report.asks else self._meeting
        meeting, member = field.chosen(), self._member.chosen()
        choice = Choice(
            period=self._period.period,
            audience=self._report.audiences[self._audience.current],
            meeting_id=meeting if isinstance(meeting, int) else None,
            member_id=member if isinstance(member, int) else None,
            drafts=self._drafts.isChecked(),
            day=self.desk.today(),
        )
        self._maker.make(self._report, choice, _PAPERS[self._paper.current])
        self.heading_changed.emit()

    @Slot(object)
    def _on_made(self, pdf: bytes) -> None:
        period = self._period.period
        days = f"{period.start:%Y-%m-%d} {period.end:%Y-%m-%d}"
        if Asks.DAY in self._report.asks:
            days = f"{self.desk.today():%Y-%m-%d}"
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
        self._period.picked.connect(self._make)
        self._audience.chosen.connect(self._make)
        self._paper.chosen.connect(self._make)
        self._meeting.activated.connect(self._make)
        self._coming.activated.connect(self._make)
        self._member.activated.connect(self._make)
        self._drafts.toggled.connect(self._make)
        self._maker.made.connect(self._on_made)
        self._maker.drawn.connect(self._preview.show_pages)
        self._maker.refused.connect(self._on_refused)

    def _offer_choices(self) -> None:
        asks = self._report.asks
        self._period.setVisible(Asks.PERIOD in asks and Asks.MEETING not in asks)
        self._meeting.setVisible(Asks.MEETING in asks)
        self._coming.setVisible(Asks.COMING in asks)
        self._member.setVisible(Asks.MEMBER in asks)
        self._drafts.setVisible(Asks.DRAFTS in asks)
        self._audience.offer([_audience_word(one) for one in self._report.audiences])

    def _lay_out(self) -> None:
        shelf = QScrollArea()
        shelf.setWidgetResizable(True)
        shelf.setWidget(self._shelf)
        shelf.setFixedWidth(_SHELF_WIDTH)
        shelf.setAccessibleName(_("Reports"))
        about = QHBoxLayout()
        about.setSpacing(16)
        for field in (self._meeting, self._coming, self._member):
            field.setMinimumWidth(_FIELD_WIDTH)
            about.addWidget(field)
        about.addWidget(self._period)
        about.addStretch(1)
        kind = QHBoxLayout()
        kind.setSpacing(16)
        for part in (self._audience, self._paper, self._drafts):
            kind.addWidget(part)
        kind.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(about)
        right.addLayout(kind)
        right.addWidget(self._preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(31, 20, 32, 0)
        columns.setSpacing(40)
        columns.addWidget(shelf)
        columns.addLayout(right, 1)
        self._offer_choices()


def _audience_word(audience: Audience) -> str:
    words = {
        Audience.ROOM: _("for the room"),
        Audience.OFFICERS: _("for officers"),
        Audience.OWN: _("for the member alone"),
    }
    return words[audience]
