"""The first page: the next meeting, what is off with one deed each, and the term's figures."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.today import Today, today, unsettled
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrolled import scrolled
from app.ui.kit.section import SectionHead
from app.ui.page import Page
from app.ui.theme import Tone
from app.ui.today.figures import TermFigures
from app.ui.today.next_meeting import NextMeetingSheet
from app.ui.today.off_items import first_steps, off_items
from app.ui.today.off_row import OffItem, OffRow

_FIGURES = 336  # px
_WIDE = 960  # below it the figures would leave too little room beside them
_OF_LATE = timedelta(days=92)  # older lists are for the Checking page


class TodayPage(Page):
    """What an officer sees on opening the book."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "mark", "slip", "spell", "person", "visitor"}
        | {"letter", "ruling", "duty_holder"}
        | {"official_row", "audited_figures", "accepted_difference"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._today: Today | None = None
        self._unsettled = 0
        self._to_compare = False
        self._sheet = NextMeetingSheet(desk)
        self._off_head = SectionHead(_("What is off"))
        self._off_rows = QVBoxLayout()
        self._figures = TermFigures()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    @override
    def heading(self) -> Heading:
        day = self.desk.today()
        return Heading(
            _("Today"),
            note=formats.day_long(day, year=True),
            primary=Action(
                "today.papers", _("Print the papers"),
                partial(self.desk.go, "reports", "attendance-sheet"), "Ctrl+P", "print",
            ),
        )  # fmt: skip

    @override
    def deeds(self) -> Sequence[Action]:
        words = _("Open the next meeting")
        return (Action("today.open", words, self._open_next, "Ctrl+Return", "meetings"),)

    @Slot()
    def _open_next(self) -> None:
        ahead = None if self._today is None else self._today.next_meeting
        self.desk.go("meetings", ahead and (ahead.meeting_id or ahead.held_on))

    @override
    def reload(self) -> None:
        self.gateway.read(today, self.desk.today()).then(self._on_today)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to_compare:  # which takes longer: the figures are seen first
            self._to_compare = False
            QTimer.singleShot(0, self, self._compare)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside what is off, or below where the window is narrow."""
        super().resizeEvent(event)
        beside = self.width() >= _WIDE
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._figures.setMaximumWidth(_FIGURES if beside else self.width())
        self._figures.setMinimumWidth(_FIGURES)

    @Slot()
    def _compare(self) -> None:
        self.gateway.read(unsettled, self.desk.today() - _OF_LATE).then(
            self._on_unsettled
        ).otherwise(self._on_no_chapter)

    @Slot(object)
    def _on_today(self, found: Today) -> None:
        self._today = found
        self._sheet.show_today(found)
        self._figures.show_trends(found.trends, found.chapter.money)
        self._show_off(found)
        self.heading_changed.emit()
        self._to_compare = True
        self.update()

    @Slot(int)
    def _on_unsettled(self, count: int) -> None:
        if count != self._unsettled:
            self._unsettled = count
            if self._today is not None:
                self._show_off(self._today)

    @Slot(object)
    def _on_no_chapter(self, _error: object) -> None:
        """Say nothing: there is nothing to compare in a book that has not been begun."""

    def _show_off(self, found: Today) -> None:
        items = off_items(self.desk, found, self._record_week, self._unsettled)
        if not items and _is_new(found):
            from app.queries.roster import seating  # noqa: PLC0415  of a new book only

            self.gateway.read(seating, found.day).then(partial(self._show_first_steps, found))
            return
        self._show_items(_("What is off"), items)
        if not items:
            words = _("Nothing. Every week is recorded, and nobody is waiting.")
            self._off_rows.addSpacing(12)
            self._off_rows.addWidget(PlainLabel(words, tone=Tone.MUTED))

    def _show_first_steps(self, found: Today, seats: Sequence[object]) -> None:
        if found is self._today:
            self._show_items(_("First steps"), first_steps(self.desk, members=bool(seats)))

    def _show_items(self, words: str, items: Sequence[OffItem]) -> None:
        while (old := self._off_rows.takeAt(0)) is not None:
            gone = old.widget()
            if gone is not None:
                gone.deleteLater()
        self._off_head.say(words, str(len(items)) if items else "")
        for item in items:
            self._off_rows.addWidget(OffRow(item))

    def _record_week(self, day: date) -> None:
        from app.services import meetings  # noqa: PLC0415  the window is seen sooner

        label = _("Meeting of {day} put on the calendar").format(day=formats.day_long(day))
        self.gateway.write(label, meetings.schedule, held_on=day).then(
            partial(self._on_scheduled, day)
        )

    def _on_scheduled(self, day: date, _change: object) -> None:
        self.desk.go("meetings", day)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addSpacing(12)
        left.addWidget(self._sheet)
        left.addSpacing(12)
        left.addWidget(self._off_head)
        left.addLayout(self._off_rows)
        left.addStretch(1)
        columns = self._columns
        columns.setContentsMargins(31, 12, 20, 8)
        columns.setSpacing(48)
        columns.addLayout(left, 1)
        columns.addWidget(self._figures)
        inside = QWidget()
        inside.setObjectName("plain")
        inside.setLayout(columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inside, name=_("Today")))


def _is_new(found: Today) -> bool:
    """Tell whether nothing has been held of late, nor is put on the calendar."""
    weeks = found.trends.referrals
    return not weeks.now and not weeks.before and found.next_meeting.meeting_id is None
