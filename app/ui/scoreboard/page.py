"""The scoreboard on screen, with the page as it will print beside it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.i18n import _, ngettext
from app.queries.scoreboard import Scoreboard
from app.queries.usual_period import usual_month
from app.reports.catalogue import report
from app.reports.report import Choice
from app.rules.periods import Period, term_of
from app.rules.privacy import Audience
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.frame.viewing import presenting
from app.ui.heading import Heading
from app.ui.kit.button import Button, Kind
from app.ui.kit.empty import EmptyState
from app.ui.kit.label import PlainLabel
from app.ui.kit.period import PeriodPicker
from app.ui.kit.scrollbar import WIDTH
from app.ui.kit.scrolled import scrolled
from app.ui.kit.section import SectionHead
from app.ui.kit.segmented import SegmentedControl
from app.ui.page import Page
from app.ui.paper.maker import PaperMaker
from app.ui.paper.preview import Preview
from app.ui.paper.printing import Printing
from app.ui.paper.rendering import Look
from app.ui.scoreboard.categories import FirstThree, NotYetList
from app.ui.scoreboard.givers import Givers
from app.ui.scoreboard.teams import Teams
from app.ui.scoreboard.tick_key import TickKey
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight
from app.wording import sentence

_AUDIENCES = (Audience.ROOM, Audience.OFFICERS)
_FIRST = 10
_MONTH = 31  # days; so short a period has too few weeks for a course
_PAPER_WIDTH = 360 + WIDTH  # the scroll bar's
_BOTH = 940  # px; on a narrower page there is the board alone, and Ctrl+P prints it


class ScoreboardPage(Page):
    """Page and paper are made from the same rows, so they cannot disagree."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "slip", "spell", "person", "official_row"}
        | {"classification"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._began = False
        self._everybody = False
        self._board: Scoreboard | None = None
        self._period = PeriodPicker(desk.today())
        self._audience = SegmentedControl(
            (_("Room"), _("Officers")), name=_("Who will see it"), small=True
        )
        self._givers_head = SectionHead(_("Referrals given"))
        self._givers = Givers()
        self._more = Button("", kind=Kind.LINK)
        self._key = TickKey()
        self._trends = Button(_("Trends"), kind=Kind.LINK)
        self._network = Button(_("Who refers whom"), kind=Kind.LINK)
        self._first = FirstThree()
        self._first_head = SectionHead(_("First three"))
        self._teams_head = SectionHead(_("Teams"), _("referrals given per member"))
        self._teams = Teams()
        self._not_yet = NotYetList()
        self._preview = Preview()
        self._paper_words = PlainLabel(weight=Weight.SEMIBOLD)
        self._paper_note = PlainLabel(size=Size.LABEL, tone=Tone.MUTED)
        self._print = Button(_("Print"), icon="print")
        self._printing = Printing(desk, self, self._preview)
        self._maker = PaperMaker(desk, self)
        self._empty = EmptyState(
            _("No referral was given in this period"),
            _("Complete a meeting with referrals, or choose another period."),
            icon="scoreboard",
        )
        self._connect()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        note = _held(self._board) if self._board else ""
        return Heading(_("Scoreboard"), note=note, primary=presenting(self.desk.present))

    @override
    def deeds(self) -> Sequence[Action]:
        ready = bool(self._maker.pdf)
        return (
            self._print_action(),
            Action(
                "scoreboard.save", _("Save as PDF …"), self._printing.save, "Ctrl+S", "save",
                enabled=ready,
            ),
            Action(
                "scoreboard.open", _("Open the PDF"), self._printing.open_outside,
                "Ctrl+Shift+O", "open", enabled=ready,
            ),
            Action(
                "scoreboard.copy", _("Copy the page as a picture"),
                self._printing.copy_picture, "Ctrl+Shift+C", "copy", enabled=ready,
            ),
            Action(
                "scoreboard.network", _("Who refers whom"), self._show_network, "Ctrl+Shift+G",
                "referrals",
            ),
            Action(
                "scoreboard.trends", _("Trends"), self._show_trends, "Ctrl+Shift+Y", "scoreboard"
            ),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        if self._began:
            self._make()
        else:
            self.gateway.read(usual_month, self.desk.today()).then(self._on_period)

    @Slot(object)
    def _on_period(self, period: Period) -> None:
        self._began = True
        self._period.show_period(period)
        self._make()

    @Slot()
    def _show_trends(self) -> None:
        period = self._period.period
        short = (period.end - period.start).days <= _MONTH
        self.desk.go("trends", term_of(period.end) if short else period)

    @Slot()
    def _show_network(self) -> None:
        self.desk.go("network", self._period.period)

    @Slot()
    def _make(self) -> None:
        choice = Choice(self._period.period, _AUDIENCES[self._audience.current])
        self._maker.make(report("scoreboard"), choice)

    @Slot(object)
    def _on_board(self, board: Scoreboard) -> None:
        self._board = board
        self._givers_head.say(_("Referrals given"), str(board.given))
        self._first.show_leaders([one for one in board.leaders if one.places], board.money)
        self._teams.show_teams(board.teams)
        for part in (self._teams_head, self._teams):
            part.setVisible(bool(board.teams and board.standings))
        self._not_yet.show_lists(board.not_yet)
        self._key.show_period(board.before if board.meetings_before else None)
        hidden = _("Amounts with fewer than {n} thankers are left out.")
        self._paper_note.say(hidden.format(n=board.thankers_shown) if board.some_withheld else "")
        self._show_givers()

    def _show_givers(self) -> None:
        if self._board is None:
            return
        standings = self._board.standings
        shown = standings if self._everybody else standings[:_FIRST]
        self._givers.show_standings(shown)
        rest = len(standings) - _FIRST
        self._more.setVisible(rest > 0)
        more = ngettext("{n} more giver", "{n} more givers", max(rest, 1))
        self._more.relabel(_("Only the first") if self._everybody else more)
        self._empty.setVisible(not standings)
        for part in (self._givers_head, self._givers, self._key, self._first_head, self._first):
            part.setVisible(bool(standings))

    @Slot()
    def _on_more(self) -> None:
        self._everybody = not self._everybody
        self._show_givers()

    @Slot(object)
    def _on_made(self, pdf: bytes) -> None:
        period = self._period.period
        name = f"{_('Scoreboard')} {period.start:%Y-%m-%d} {period.end:%Y-%m-%d}"
        self._printing.take(pdf, name)
        self.heading_changed.emit()

    @Slot(object)
    def _on_look(self, look: Look) -> None:
        words = ngettext("{n} page", "{n} pages", len(look.sizes))
        self._paper_words.say(words)

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._preview.say(sentence(error))

    def _print_action(self) -> Action:
        return Action(
            "scoreboard.print", _("Print"), self._printing.print_out, "Ctrl+P", "print",
            enabled=bool(self._maker.pdf),
        )  # fmt: skip

    def _connect(self) -> None:
        self._period.picked.connect(self._make)
        self._audience.chosen.connect(self._make)
        self._more.clicked.connect(self._on_more)
        self._network.clicked.connect(self._show_network)
        self._trends.clicked.connect(self._show_trends)
        self._print.clicked.connect(self._printing.print_out)
        self._maker.rows_came.connect(self._on_board)
        self._maker.made.connect(self._on_made)
        self._maker.show_in(self._preview)
        self._maker.drawn.connect(self._on_look)
        self._maker.refused.connect(self._on_refused)
        self._printing.went_out.connect(self._maker.remember_print)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.setVisible(self.width() >= _BOTH)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(31, 20, 20, 0)
        columns.setSpacing(28)
        columns.addLayout(self._left(), 1)
        self._paper = self._right()
        columns.addWidget(self._paper)

    def _left(self) -> QVBoxLayout:
        below = QHBoxLayout()
        below.setContentsMargins(34, 6, 0, 0)
        below.addWidget(self._more)
        below.addSpacing(12)
        below.addWidget(self._key)
        below.addStretch(1)
        below.addWidget(self._trends)
        below.addSpacing(12)
        below.addWidget(self._network)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 16)
        inside.setSpacing(0)
        inside.addWidget(self._empty)
        inside.addWidget(self._givers_head)
        inside.addWidget(self._givers)
        inside.addLayout(below)
        inside.addSpacing(6)
        inside.addWidget(self._first_head)
        inside.addWidget(self._first)
        inside.addWidget(self._teams_head)
        inside.addWidget(self._teams)
        inside.addSpacing(10)
        inside.addWidget(self._not_yet)
        inside.addStretch(1)
        area = QWidget()
        area.setObjectName("plain")
        area.setLayout(inside)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._period)
        left.addWidget(scrolled(area, name=_("Scoreboard")), 1)
        return left

    def _right(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, WIDTH, 0)
        head.addWidget(PlainLabel(_("On paper"), size=Size.SECTION, weight=Weight.SEMIBOLD), 1)
        head.addWidget(self._audience)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._paper_words)
        words.addWidget(self._paper_note)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, WIDTH, 20)
        foot.addLayout(words, 1)
        foot.addWidget(self._print)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._preview, 1)
        column.addLayout(foot)
        side = QWidget()
        side.setObjectName("plain")
        side.setLayout(column)
        side.setFixedWidth(_PAPER_WIDTH)
        return side


def _held(board: Scoreboard) -> str:
    meetings = ngettext("{n} meeting", "{n} meetings", board.meetings)
    if not board.meetings_before or board.meetings_before == board.meetings:
        return meetings
    return _("{meetings}; the period before had {n}").format(
        meetings=meetings, n=board.meetings_before
    )
