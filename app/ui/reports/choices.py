"""What can be chosen for a document: it shows what the document asks for, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import formats
from app.exchange.profile_files import Shelf
from app.i18n import _
from app.queries.meetings import Calendar, MeetingRow
from app.queries.roster import Party
from app.reports import catalogue
from app.reports.report import Asks, Choice, Report
from app.reports.stacks import Stack, asks_period
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind
from app.ui.desk import Desk
from app.ui.kit.check import CheckBox
from app.ui.kit.field import ChoiceField
from app.ui.kit.flow import FlowLayout
from app.ui.kit.period import PeriodPicker
from app.ui.kit.segmented import SegmentedControl
from app.ui.reports.moment_field import MomentField
from app.ui.tables.columns import Choice as Option

_FIELD_WIDTH = 260
_PROFILE_WIDTH = 190
_GAP = 16
PAPERS = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document another page wants shown: its name, and what it is about there."""

    report: str
    period: Period
    member_id: int | None = None
    profile: str | None = None


class Choices(QWidget):
    """Fields for what documents ask for; they keep their values from one to the next.

    Signals:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(self, desk: Desk, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._report: Report | Stack = report
        self._wanted: object = None
        self._wanted_member: object = None
        self._wanted_profile: object = None
        self._profiles = Shelf()
        self._period = PeriodPicker(desk.today())
        self._audiences = report.audiences
        self._audience = SegmentedControl(("",), name=_("Who will see it"))
        self._paper = SegmentedControl(PAPERS, name=_("Paper"))
        self._meeting = ChoiceField((), name=_("Meeting"))
        self._coming = ChoiceField((), name=_("Meeting to prepare"))
        self._member = ChoiceField((), name=_("Member"))
        self._profile = ChoiceField((), name=_("Scored by"))
        self._other = ChoiceField((), name=_("Compared with"))
        self._drafts = CheckBox(_("Count drafts too, marked as provisional"))
        self._moment = MomentField(_("As known on"), desk.today())
        self._about = ChoiceField(_comparable(), name=_("Report to compare"))
        self._about.setCurrentIndex(0)
        self._since = MomentField(_("Since another moment"), desk.today())
        self._connect()
        self._lay_out()
        self.offer_for(report)

    @property
    def paper(self) -> str:
        """The paper chosen."""
        return PAPERS[self._paper.current]

    @property
    def period(self) -> Period:
        """The period chosen."""
        return self._period.period

    def choice(self) -> Choice:
        """Return all that is chosen."""
        subject = self._subject()
        field = self._coming if Asks.COMING in subject.asks else self._meeting
        meeting, member = field.chosen(), self._member.chosen()
        moment = self._moment.moment
        return Choice(
            period=self.period,
            audience=self._audiences[self._audience.current],
            meeting_id=meeting if isinstance(meeting, int) else None,
            member_id=member if isinstance(member, int) and self._asks_member() else None,
            drafts=self._drafts.isChecked(),
            day=moment.astimezone().date() if moment else self._desk.today(),
            as_of=moment,
            about=subject if self._compares() and isinstance(subject, Report) else None,
            since=self._since.moment,
            profile=_named(self._profile) if Asks.PROFILE in subject.asks else None,
            other=_named(self._other) if Asks.OTHER_PROFILE in subject.asks else None,
        )

    def offer_for(self, report: Report | Stack) -> None:
        """Show the fields of another document, or of those of a stack together."""
        begins = Asks.CHANGES in report.asks and not self._compares()
        if begins and isinstance(self._report, Report):
            self._about.choose(self._report.name)
        self._report = report
        self._offer_fields()

    def _compares(self) -> bool:
        """Tell whether what is chosen is compared with another moment."""
        return Asks.CHANGES in self._report.asks

    def _subject(self) -> Report | Stack:
        """Return the document that is chosen for: the one a change sheet is about, or itself."""
        if not self._compares():
            return self._report
        return catalogue.report(str(self._about.chosen()))

    def _offer_fields(self) -> None:
        subject = self._subject()
        asks = subject.asks
        for field in (self._about, self._since):
            field.setVisible(self._compares())
        self._period.setVisible(asks_period(subject))
        self._meeting.setVisible(Asks.MEETING in asks)
        self._coming.setVisible(Asks.COMING in asks)
        self._drafts.setVisible(Asks.DRAFTS in asks)
        self._profile.setVisible(Asks.PROFILE in asks)
        self._other.setVisible(Asks.OTHER_PROFILE in asks)
        self._offer_profiles()
        self._offer_audiences(subject.audiences)
        self._member.setVisible(self._asks_member())

    def _offer_profiles(self) -> None:
        """Offer the profiles of the kind the document is made by; what was chosen stays so."""
        subject = self._subject()
        kind = subject.scores if isinstance(subject, Report) else Kind.MEMBERS
        titles = {one.name: one.title for one in self._profiles.of(kind)}
        named = [Option(name, title) for name, title in titles.items()]
        kept = self._wanted_profile or self._profile.chosen()
        _fill(self._profile, [Option(None, _("The chapter's profile")), *named], kept)
        _fill(self._other, [Option(None, _("The newest other")), *named], self._other.chosen())
        self._wanted_profile = None if self._profiles.texts else self._wanted_profile

    def _asks_member(self) -> bool:
        """Tell whether one member is to be named: where only he will see it, if for anybody."""
        asks = self._subject().asks
        own = self._audiences[self._audience.current] is Audience.OWN
        return Asks.MEMBER in asks or (Asks.ANYBODY in asks and own)

    def _offer_audiences(self, audiences: Sequence[Audience]) -> None:
        """Offer for whom a document is made; the one chosen stays where it can."""
        kept = self._audiences[self._audience.current]
        self._audiences = tuple(audiences)
        self._audience.offer([_audience_word(one) for one in audiences])
        if kept in audiences:
            self._audience.choose(self._audiences.index(kept))

    def show_meeting(self, meeting_id: object) -> None:
        """Choose a meeting, now or as soon as the calendar is known."""
        self._wanted = meeting_id
        self._meeting.choose(meeting_id)

    def show_member(self, member_id: object) -> None:
        """Choose a member, now or as soon as everybody is known."""
        self._wanted_member = member_id
        self._member.choose(member_id)

    def show_wanted(self, wanted: Wanted) -> None:
        """Choose what another page wants, now or as soon as it is known."""
        self.show_period(wanted.period)
        self.show_member(wanted.member_id)
        self._wanted_profile = wanted.profile
        self._profile.setCurrentIndex(0)
        self._offer_profiles()

    def offer_profiles(self, found: Shelf) -> None:
        """Offer these profiles."""
        self._profiles = found
        self._offer_profiles()

    def show_moment(self, moment: datetime | None) -> None:
        """Choose a past moment, or now."""
        self._moment.show_moment(moment)

    def show_period(self, period: Period) -> None:
        """Choose a period."""
        self._period.show_period(period)

    def show_paper(self, paper: str) -> None:
        """Choose a paper."""
        self._paper.choose(PAPERS.index(paper))

    def offer_meetings(self, found: Calendar) -> None:
        """Offer the meetings of the calendar; what was chosen stays chosen."""
        kept, self._wanted = self._wanted or self._meeting.chosen(), None
        completed = _by_day(found.rows, MeetingState.COMPLETED)[::-1]
        _fill(self._meeting, completed, kept)
        drafts = [Option(None, _("The next meeting")), *_by_day(found.rows, MeetingState.DRAFT)]
        _fill(self._coming, drafts, self._coming.chosen())

    def offer_members(self, found: Sequence[Party]) -> None:
        """Offer the members of today, and a former one where a document of his was wanted."""
        kept, self._wanted_member = self._wanted_member or self._member.chosen(), None
        options = [
            Option(one.person_id, one.name)
            for one in found
            if one.kind is PersonKind.MEMBER and (one.current or one.person_id == kept)
        ]
        _fill(self._member, options, kept)

    @Slot()
    def _on_about(self) -> None:
        self._offer_fields()
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self._member.setVisible(self._asks_member())
        self.changed.emit()

    def _connect(self) -> None:
        for signal in (
            self._period.picked,
            self._audience.chosen,
            self._paper.chosen,
            self._meeting.activated,
            self._coming.activated,
            self._member.activated,
            self._profile.activated,
            self._other.activated,
            self._drafts.toggled,
            self._moment.picked,
            self._since.picked,
        ):
            signal.connect(self._on_changed)
        self._about.activated.connect(self._on_about)

    def _lay_out(self) -> None:
        for field in (self._about, self._meeting, self._coming, self._member):
            field.setMinimumWidth(_FIELD_WIDTH)
        for field in (self._profile, self._other):
            field.setFixedWidth(_PROFILE_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        about = (self._about, self._meeting, self._coming, self._member, self._period)
        kind = (
            self._profile,
            self._other,
            self._audience,
            self._paper,
            self._drafts,
            self._moment,
            self._since,
        )
        for parts in (about, kind):
            row = FlowLayout()
            row.setSpacing(_GAP)
            for part in parts:
                row.addWidget(part)
            layout.addLayout(row)


def _named(field: ChoiceField) -> str | None:
    """Return the name chosen, none where none is."""
    chosen = field.chosen()
    return chosen if isinstance(chosen, str) else None


def _comparable() -> list[Option]:
    """Return the documents a change sheet can be about."""
    return [
        Option(one.name, one.title()) for one in catalogue.REPORTS if Asks.CHANGES not in one.asks
    ]


def _by_day(rows: Sequence[MeetingRow], state: MeetingState) -> list[Option]:
    found = sorted((row for row in rows if row.state is state), key=lambda row: row.held_on)
    return [Option(row.meeting_id, formats.day_long(row.held_on, year=True)) for row in found]


def _fill(field: ChoiceField, options: Sequence[Option], kept: object) -> None:
    """Offer options and choose what was chosen before, else the first of them."""
    field.offer(options)
    values = [one.value for one in options]
    field.choose(kept if kept in values else values[0] if values else None)


def _audience_word(audience: Audience) -> str:
    words = {
        Audience.ROOM: _("for the room"),
        Audience.OFFICERS: _("for officers"),
        Audience.OWN: _("for the member alone"),
    }
    return words[audience]
