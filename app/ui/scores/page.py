"""Everybody's lights of a month or a term by a profile, and the chapter's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.errors import AppError
from app.exchange.profile_files import Shelf
from app.i18n import _, ngettext
from app.queries.chapter_lights import ChapterLights
from app.queries.heat_map import HeatMap
from app.queries.light_changes import LightChanges, light_changes
from app.queries.monthly_lights import MemberMonths
from app.queries.profiles import profile_in_use, profiles
from app.queries.traffic_lights import LightRow, TrafficLights
from app.queries.two_profiles import TwiceScored, TwoProfiles
from app.queries.usual_period import usual_month
from app.queries.what_if import WhatIf
from app.reports.catalogue import report
from app.reports.report import Choice as Wish
from app.rules.periods import Period, month_of
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind, Profile
from app.rules.scoring.what_if import Assumed
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.button import Button
from app.ui.kit.button import Kind as Loudness
from app.ui.kit.empty import EmptyState
from app.ui.kit.field import ChoiceField
from app.ui.kit.flow import FlowLayout
from app.ui.kit.label import PlainLabel
from app.ui.kit.period import PeriodPicker
from app.ui.kit.section import SectionHead
from app.ui.kit.segmented import SegmentedControl
from app.ui.page import Page
from app.ui.paper.maker import PaperMaker
from app.ui.paper.printing import Printing
from app.ui.reports.choices import Wanted
from app.ui.scores import columns as light_columns
from app.ui.scores import month_map, twice
from app.ui.scores.changes import ChangeList
from app.ui.scores.chapter_panel import ChapterPanel, criteria_words
from app.ui.scores.counts import LightCounts
from app.ui.scores.what_if_panel import WhatIfPanel
from app.ui.tables import Table, TableModel
from app.ui.tables.columns import Choice
from app.ui.theme import Tone
from app.ui.typeface import Size
from app.wording import sentence

_Row = LightRow | MemberMonths | TwiceScored
_ASIDE = 268
_PROFILE = 190


@dataclass(frozen=True, slots=True)
class _View:
    """One of the page's views: what it prints, and by which kind of profile."""

    report: str
    kind: Kind


_VIEWS = (
    _View("traffic-lights", Kind.MEMBERS),
    _View("heat-map", Kind.MEMBERS),
    _View("chapter-lights", Kind.CHAPTER),
    _View("two-profiles", Kind.MEMBERS),
    _View("what-if", Kind.CHAPTER),
)
_MEMBERS, _MONTHS, _CHAPTER, _TWICE, _WHAT_IF = range(len(_VIEWS))


class ScoresPage(Page):
    """Five views of one period; page and paper are made from the same rows."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "mark", "slip", "spell", "person", "visitor"}
        | {"official_row", "classification", "own_profile"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._began = False
        self._note = ""
        self._shelf = Shelf()
        self._usual: dict[Kind, str] = {}
        self._chosen: dict[Kind, str | None] = {}
        self._other_name: str | None = None
        self._assumed: Assumed | None = None
        self._drawn: dict[int, Profile | None] = {}
        self._tables: dict[int, Table] = {}
        self._make_parts()
        self._connect()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        return Heading(_("Scores"), note=self._note, primary=self._print_action())

    @override
    def deeds(self) -> Sequence[Action]:
        ready = bool(self._maker.pdf)
        row = self._current()
        of_row = () if row is None else self._row_deeds(row)
        return (
            *of_row,
            Action(
                "scores.changes", _("Print who rose and slipped …"),
                self._print_changes, icon="document",
            ),
            Action(
                "scores.profiles", _("Profiles …"), partial(self.desk.go, "profiles"),
                icon="settings", hint=_("what scores are made by"),
            ),
            Action(
                "scores.save", _("Save as PDF …"), self._printing.save, "Ctrl+S", "save",
                enabled=ready, group=1,
            ),
            Action(
                "scores.open", _("Open the PDF"), self._printing.open_outside, "Ctrl+Shift+O",
                "open", enabled=ready, group=1,
            ),
            Action(
                "scores.copy", _("Copy the page as a picture"), self._printing.copy_picture,
                "Ctrl+Shift+I", "copy", enabled=ready, group=1,
            ),
            *(
                Action(
                    f"scores.view.{view.report}", word, partial(self._turn_to, place),
                    f"Alt+{place + 1}", group=2,
                )
                for place, (view, word) in enumerate(zip(_VIEWS, _view_words(), strict=True))
            ),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        """Show a view by the name of the document it prints, or another period."""
        if isinstance(target, Period):
            self._began = True
            self._period.show_period(target)
        for place, view in enumerate(_VIEWS):
            if view.report == target:
                self._turn_to(place)

    @override
    def reload(self) -> None:
        self.gateway.read(profiles).then(self._on_profiles)
        today = self.desk.today()
        for kind in (Kind.MEMBERS, Kind.CHAPTER):
            self.gateway.read(profile_in_use, today, kind=kind).then(partial(self._on_usual, kind))
        if self._began:
            self._make()
        else:
            self.gateway.read(usual_month, today).then(self._on_period)

    @Slot(object)
    def _on_profiles(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._offer_profiles()

    def _on_usual(self, kind: Kind, profile: Profile) -> None:
        self._usual[kind] = profile.name
        self._offer_profiles()

    def _offer_profiles(self) -> None:
        kind = self._view.kind
        titles = {one.name: one.title for one in self._shelf.of(kind)}
        self._profile.offer([Choice(name, title) for name, title in titles.items()])
        self._profile.choose(self._chosen.get(kind) or self._usual.get(kind))
        self._other.offer([Choice(name, title) for name, title in titles.items()])
        self._other.choose(self._other_name)

    @Slot(object)
    def _on_period(self, period: Period) -> None:
        """Begin with the last month that is complete."""
        running = month_of(self.desk.today())
        self._began = True
        if period == running:
            period = month_of(running.start - timedelta(days=1))
        self._period.show_period(period)
        self._make()

    @property
    def _view(self) -> _View:
        return _VIEWS[self._views.current]

    def _turn_to(self, place: int) -> None:
        self._views.choose(place)
        self._on_view()

    @Slot()
    def _on_view(self) -> None:
        self._stack.setCurrentIndex(self._views.current)
        self._offer_profiles()
        self._make()

    @Slot()
    def _on_profile(self) -> None:
        chosen = self._profile.chosen()
        self._chosen[self._view.kind] = chosen if isinstance(chosen, str) else None
        self._make()

    @Slot()
    def _on_other(self) -> None:
        chosen = self._other.chosen()
        self._other_name = chosen if isinstance(chosen, str) else None
        self._make()

    @Slot(object)
    def _on_assumed(self, assumed: Assumed | None) -> None:
        self._assumed = assumed
        self._make()

    @Slot()
    def _make(self) -> None:
        if not self._began:
            return
        view, period = self._view, self._period.period
        profile = self._chosen.get(view.kind)
        wish = Wish(
            period, Audience.OFFICERS, profile=profile, other=self._other_name,
            assumed=self._assumed,
        )  # fmt: skip
        self._maker.make(report(view.report), wish)
        if view.report == "traffic-lights":
            self.gateway.read(
                light_changes, period=period, audience=Audience.OFFICERS, profile=profile
            ).then(self._on_changes)

    @Slot(object)
    def _on_rows(self, rows: object) -> None:
        if isinstance(rows, TrafficLights):
            self._note = _note(rows.window, rows.held.counted + rows.official_meetings)
            self._counts.show_counts(rows.counted, rows.profile)
            self._counts_head.say(_("Members"), str(len(rows.members)))
            self._criteria.say(criteria_words(rows.profile, rows.money))
            columns = light_columns.columns(rows.profile)
            self._table(_MEMBERS, rows.profile, columns).show_rows(rows.members)
        elif isinstance(rows, HeatMap):
            self._note = _("to {month}").format(month=formats.month(rows.months[-1]))
            self._table(_MONTHS, None, month_map.columns(rows)).show_rows(rows.members)
        elif isinstance(rows, ChapterLights):
            self._note = _note(rows.window, rows.held.counted + rows.official_meetings)
            self._chapter.show_lights(rows)
        elif isinstance(rows, TwoProfiles):
            self._note = _note(rows.window, rows.held.counted + rows.official_meetings)
            self._other_name = rows.other.name
            self._other.choose(rows.other.name)
            self._table(_TWICE, None, twice.columns(rows)).show_rows(rows.members)
        elif isinstance(rows, WhatIf):
            after = formats.month(rows.past[-1].month)
            self._note = _("after {month}").format(month=after)
            self._what_if.show_what_if(rows)
        self.heading_changed.emit()

    def _table(self, place: int, profile: Profile | None, columns: Sequence[Any]) -> Table:
        """Return the table of a view, made anew where other columns are wanted."""
        table = self._tables.get(place)
        if table is not None and profile is not None and profile == self._drawn.get(place):
            return table
        current = None if table is None else table.current()
        model = TableModel[Any](columns, key=lambda row: row.person_id)
        name = f"scores-{place}-{len(columns)}"
        title = _view_words()[place]
        fresh = Table(model, name=name, title=title, memory=self.desk.memory)
        model.setParent(fresh)
        fresh.explain_emptiness(
            EmptyState(
                _("Nobody was a member then"),
                _("Choose another period above."),
                icon="members",
            )
        )
        fresh.opened.connect(self._open)
        fresh.chosen.connect(self._on_chosen)
        fresh.menu_wanted.connect(self._on_menu)
        if table is not None:
            self._holders[place].removeWidget(table)
            table.hide()
            table.deleteLater()
        self._holders[place].addWidget(fresh)
        self._tables[place], self._drawn[place] = fresh, profile
        if current is not None:
            fresh.choose(current.person_id)
        return fresh

    def _current(self) -> _Row | None:
        table = self._tables.get(self._views.current)
        row = None if table is None else table.current()
        return row if isinstance(row, _Row) else None

    @Slot(object)
    def _on_chosen(self, _row: object) -> None:
        self.heading_changed.emit()

    @Slot(object)
    def _open(self, row: _Row) -> None:
        self.desk.go("members", int(row.person_id))

    @Slot()
    def _print_changes(self) -> None:
        self._show_report("light-changes")

    def _show_report(self, name: str, member_id: int | None = None) -> None:
        """Show a document of the days and by the profile seen here."""
        profile = self._chosen.get(Kind.MEMBERS)
        wanted = Wanted(name, self._period.period, member_id, profile)
        self.desk.go("reports", wanted)

    @Slot(int)
    def _open_id(self, person_id: int) -> None:
        self.desk.go("members", person_id)

    def _row_deeds(self, row: _Row) -> tuple[Action, ...]:
        why = partial(self._show_report, "explain-sheet", int(row.person_id))
        return (
            Action("scores.why", _("Why this score"), why, "Ctrl+E", "info"),
            Action("scores.member", _("Show the member"), partial(self._open, row),
                   icon="person", hint=_("Enter")),
        )  # fmt: skip

    @Slot(object, QPoint)
    def _on_menu(self, row: _Row, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for deed in self._row_deeds(row):
            menu.addAction(deed.text).triggered.connect(deed.run)
        menu.popup(place)

    @Slot(object)
    def _on_changes(self, found: LightChanges) -> None:
        before = formats.period(found.before.start, found.before.end)
        self._since.say(_("since {before}").format(before=before))
        self._slipped_head.say(_("Slipped"), str(len(found.slipped)))
        self._slipped.show_changes(found.slipped, found.profile)
        self._rose_head.say(_("Rose"), str(len(found.rose)))
        self._rose.show_changes(found.rose, found.profile)

    @Slot(object)
    def _on_made(self, pdf: bytes) -> None:
        period, view = self._period.period, report(self._view.report)
        name = f"{view.title()} {period.start:%Y-%m-%d} {period.end:%Y-%m-%d}"
        self._printing.take(pdf, name)
        self.heading_changed.emit()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._note = sentence(error)
        self.heading_changed.emit()

    def _print_action(self) -> Action:
        return Action(
            "scores.print", _("Print"), self._printing.print_out, "Ctrl+P", "print",
            enabled=bool(self._maker.pdf),
        )  # fmt: skip

    def _make_parts(self) -> None:
        self._period = PeriodPicker(self.desk.today())
        self._profile = ChoiceField((), name=_("Scored by"))
        self._other = ChoiceField((), name=_("Compared with"))
        self._views = SegmentedControl(_view_words(), name=_("What is shown"))
        self._stack = QStackedWidget()
        self._counts = LightCounts()
        self._counts_head = SectionHead(_("Members"))
        self._slipped_head, self._slipped = SectionHead(_("Slipped")), ChangeList()
        self._rose_head, self._rose = SectionHead(_("Rose")), ChangeList()
        self._since = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._criteria = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._why = Button(_("Print who rose and slipped"), kind=Loudness.LINK)
        self._chapter = ChapterPanel()
        self._what_if = WhatIfPanel()
        self._printing = Printing(self.desk, self)
        self._maker = PaperMaker(self.desk, self)

    def _connect(self) -> None:
        self._period.picked.connect(self._make)
        self._profile.activated.connect(self._on_profile)
        self._other.activated.connect(self._on_other)
        self._what_if.assumed.connect(self._on_assumed)
        self._views.chosen.connect(self._on_view)
        self._slipped.opened.connect(self._open_id)
        self._rose.opened.connect(self._open_id)
        self._why.clicked.connect(self._print_changes)
        self._maker.rows_came.connect(self._on_rows)
        self._maker.made.connect(self._on_made)
        self._maker.refused.connect(self._on_refused)

    def _lay_out(self) -> None:
        self._profile.setFixedWidth(_PROFILE)
        self._other.setFixedWidth(_PROFILE)
        bar = FlowLayout()
        bar.addWidget(self._views)
        bar.addWidget(self._period)
        bar.addWidget(self._profile)
        self._holders = {place: QVBoxLayout() for place in (_MEMBERS, _MONTHS, _TWICE)}
        for part in (
            self._members_view(),
            _with(self._holders[_MONTHS]),
            _scrolled(self._chapter),
            self._twice_view(),
            _scrolled(self._what_if),
        ):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(31, 20, 20, 12)
        layout.setSpacing(12)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _members_view(self) -> QWidget:
        aside = QVBoxLayout()
        aside.setContentsMargins(0, 0, 12, 8)
        aside.setSpacing(0)
        foot = QHBoxLayout()
        foot.addWidget(self._why)
        foot.addStretch(1)
        for part in (
            self._counts_head, self._counts, 12, self._slipped_head, self._slipped, 12,
            self._rose_head, self._rose, 8, self._since,
        ):  # fmt: skip
            if isinstance(part, int):
                aside.addSpacing(part)
            else:
                aside.addWidget(part)
        aside.addLayout(foot)
        aside.addSpacing(12)
        aside.addWidget(SectionHead(_("Criteria")))
        aside.addSpacing(6)
        aside.addWidget(self._criteria)
        aside.addStretch(1)
        side = QWidget()
        side.setObjectName("plain")
        side.setLayout(aside)
        scroll = _scrolled(side)
        scroll.setFixedWidth(_ASIDE + 12)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        columns.addLayout(self._holders[_MEMBERS], 1)
        columns.addWidget(scroll)
        view = QWidget()
        view.setLayout(columns)
        return view

    def _twice_view(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(PlainLabel(_("Compared with"), tone=Tone.MUTED))
        bar.addWidget(self._other)
        bar.addStretch(1)
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addLayout(self._holders[_TWICE], 1)
        return _with(layout)


def _with(layout: QVBoxLayout) -> QWidget:
    view = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    view.setLayout(layout)
    return view


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    scroll.setAccessibleName(_("Scores"))
    return scroll


def _view_words() -> tuple[str, ...]:
    return _("Members"), _("Months"), _("Chapter"), _("Compare"), _("What if")


def _note(window: Period, meetings: int) -> str:
    words = ngettext("{n} meeting", "{n} meetings", meetings)
    return f"{formats.period(window.start, window.end)}, {words}"
