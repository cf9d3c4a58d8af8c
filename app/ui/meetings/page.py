"""The page of meetings: the calendar, or one meeting out of it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.queries.meeting import latest_draft, meeting_on
from app.rules.identifiers import MeetingId
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.meeting.page import MeetingPage
from app.ui.meeting.question import Question
from app.ui.meetings.list_page import MeetingList
from app.ui.page import Page


class MeetingsPage(Page):
    """Shows the calendar first; aimed at a meeting, a day or the beginning of a slip, a meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._question = Question(desk.today)
        self.list = MeetingList(desk, self._question)
        self.meeting = MeetingPage(desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self._begun = ""
        self.list.opened.connect(self._on_opened)
        self.meeting.closed.connect(self.show_list)
        self.meeting.neighbour_wanted.connect(self.show_meeting)
        for page in (self.list, self.meeting):
            page.heading_changed.connect(self.heading_changed)
        self.setFocusProxy(self.list)

    @property
    def shown(self) -> Page:
        """The calendar or the meeting, whichever is seen."""
        return self.meeting if self._stack.currentIndex() else self.list

    @override
    def heading(self) -> Heading:
        return self.shown.heading()

    @override
    def deeds(self) -> Sequence[Action]:
        return self.shown.deeds()

    @override
    def aim(self, target: object) -> None:
        """Show a meeting by day or id; a text begins a slip of the draft nearest to today."""
        if isinstance(target, date):
            self.gateway.read(meeting_on, target).then(partial(self._on_aimed, target))
        elif isinstance(target, int):
            self.show_meeting(MeetingId(target))
        elif isinstance(target, str):
            self._begun = target
            self.gateway.read(latest_draft, self.desk.today()).then(self._on_found)

    @override
    def come_again(self) -> None:
        self.show_list()

    @Slot()
    def show_list(self) -> None:
        """Go back to the calendar."""
        self._turn_to(self.list)

    @Slot(object)
    def show_meeting(self, meeting_id: MeetingId) -> None:
        """Show one meeting."""
        begun, self._begun = self._begun, ""
        self._question.close_question()
        self.meeting.open_meeting(meeting_id, begun)
        self._turn_to(self.meeting)

    def _turn_to(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.heading_changed.emit()

    @Slot(object)
    def _on_opened(self, day: date) -> None:
        self.gateway.read(meeting_on, day).then(self._on_found)

    def _on_aimed(self, day: date, meeting_id: MeetingId | None) -> None:
        """Show the meeting of a day, or offer to put it on the calendar."""
        self._on_found(meeting_id)
        if meeting_id is None:
            self.list.ask_new(day)

    @Slot(object)
    def _on_found(self, meeting_id: MeetingId | None) -> None:
        if meeting_id is None:
            self.show_list()
        else:
            self.show_meeting(meeting_id)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.meeting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._question)
        layout.addWidget(self._stack, 1)
