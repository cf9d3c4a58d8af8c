"""The Scores page: five views of one period; page and paper are made from the same rows."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError
from app.exchange.profile_files import Shelf
from app.i18n import _
from app.queries.profiles import profile_in_use, profiles
from app.queries.usual_period import usual_month
from app.reports.catalogue import report
from app.reports.report import Choice as Wish
from app.rules.periods import Period, month_of
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind, Profile
from app.ui.actions import Action, views
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.field import ChoiceField
from app.ui.kit.flow import FlowLayout
from app.ui.kit.period import PeriodPicker
from app.ui.kit.segmented import SegmentedControl
from app.ui.page import Page
from app.ui.paper.maker import PaperMaker
from app.ui.paper.printing import Printing
from app.ui.reports.choices import Wanted
from app.ui.scores.chapter_view import ChapterView
from app.ui.scores.compare_view import CompareView
from app.ui.scores.members_view import MembersView
from app.ui.scores.months_view import MonthsView
from app.ui.scores.view import ScoresView
from app.ui.scores.what_if_view import WhatIfView
from app.ui.tables.columns import Choice
from app.wording import sentence

_PROFILE = 190


class ScoresPage(Page):
    """A bar that says what of and by which profile, and below it the view chosen."""

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
        self._all: tuple[ScoresView[Any], ...] = (
            MembersView(desk), MonthsView(desk), ChapterView(), CompareView(desk), WhatIfView()
        )  # fmt: skip
        self._period = PeriodPicker(desk.today())
        self._profile = ChoiceField((), name=_("Scored by"))
        self._views = SegmentedControl(
            [view.title() for view in self._all], name=_("What is shown")
        )
        self._stack = QStackedWidget()
        self._printing = Printing(desk, self)
        self._maker = PaperMaker(desk, self)
        self._connect()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        printing = Action(
            "scores.print", _("Print"), self._printing.print_out, "Ctrl+P", "print",
            enabled=bool(self._maker.pdf),
        )  # fmt: skip
        return Heading(_("Scores"), note=self._note, primary=printing)

    @override
    def deeds(self) -> Sequence[Action]:
        ready = bool(self._maker.pdf)
        return (
            *self._row_deeds(),
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
            *views(
                [(f"scores.view.{view.REPORT}", view.title()) for view in self._all],
                self._turn_to, at=self._all.index(self._view), group=2,
            ),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        """Show a view by the name of the document it prints, or another period."""
        if isinstance(target, Period):
            self._began = True
            self._period.show_period(target)
        for place, view in enumerate(self._all):
            if target == view.REPORT:
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
        kind = self._view.KIND
        titles = {one.name: one.title for one in self._shelf.of(kind)}
        offered = [Choice(name, title) for name, title in titles.items()]
        self._profile.offer(offered)
        self._profile.choose(self._chosen.get(kind) or self._usual.get(kind))
        self._view.offer_profiles(offered)

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
    def _view(self) -> ScoresView[Any]:
        return self._all[self._views.current]

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
        self._chosen[self._view.KIND] = chosen if isinstance(chosen, str) else None
        self._make()

    @Slot()
    def _make(self) -> None:
        if not self._began:
            return
        view = self._view
        profile = self._chosen.get(view.KIND)
        wish = view.completed(Wish(self._period.period, Audience.OFFICERS, profile=profile))
        self._maker.make(report(view.REPORT), wish)
        view.ask_beside(wish)

    @Slot(object)
    def _on_rows(self, rows: object) -> None:
        self._note = self._view.show_rows(rows)
        self.heading_changed.emit()

    @Slot(object)
    def _on_made(self, pdf: bytes) -> None:
        period, view = self._period.period, report(self._view.REPORT)
        name = f"{view.title()} {period.start:%Y-%m-%d} {period.end:%Y-%m-%d}"
        self._printing.take(pdf, name)
        self.heading_changed.emit()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._note = sentence(error)
        self.heading_changed.emit()

    @Slot()
    def _on_row(self) -> None:
        self.heading_changed.emit()

    @Slot(int)
    def _open(self, person_id: int) -> None:
        self.desk.go("members", person_id)

    @Slot()
    def _print_changes(self) -> None:
        self._show_report("light-changes")

    def _show_report(self, name: str, member_id: int | None = None) -> None:
        """Show a document of the days and by the profile seen here."""
        profile = self._chosen.get(Kind.MEMBERS)
        wanted = Wanted(name, self._period.period, member_id, profile)
        self.desk.go("reports", wanted)

    def _row_deeds(self) -> tuple[Action, ...]:
        member = self._view.chosen_member()
        if member is None:
            return ()
        why = partial(self._show_report, "explain-sheet", member)
        return (
            Action("scores.why", _("Why this score"), why, "Ctrl+E", "info"),
            Action("scores.member", _("Show the member"), partial(self._open, member),
                   icon="person", hint=_("Enter")),
        )  # fmt: skip

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for deed in self._row_deeds():
            menu.addAction(deed.text).triggered.connect(deed.run)
        menu.popup(place)

    def _connect(self) -> None:
        self._period.picked.connect(self._make)
        self._profile.activated.connect(self._on_profile)
        self._views.chosen.connect(self._on_view)
        self._maker.rows_came.connect(self._on_rows)
        self._maker.made.connect(self._on_made)
        self._maker.refused.connect(self._on_refused)
        for view in self._all:
            view.opened.connect(self._open)
            view.row_chosen.connect(self._on_row)
            view.menu_wanted.connect(self._on_menu)
            view.wished.connect(self._make)
            view.changes_wanted.connect(self._print_changes)

    def _lay_out(self) -> None:
        self._profile.setFixedWidth(_PROFILE)
        bar = FlowLayout()
        for part in (self._views, self._period, self._profile):
            bar.addWidget(part)
        for view in self._all:
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(31, 20, 20, 12)
        layout.setSpacing(12)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
