"""All meetings by date, with what is still open and the weeks that are missing."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from app import formats
from app.formats import Money
from app.i18n import _, ngettext
from app.queries.meetings import Calendar, calendar
from app.rules.meetings import next_on
from app.services import meetings
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.meeting.question import Asked, Question, Reply
from app.ui.meetings.columns import columns, link_at
from app.ui.meetings.weeks import Week, weeks
from app.ui.tables.columns import Column


class MeetingList(ListPage[Week]):
    """The calendar as a list.

    Signals:
        opened: A meeting was chosen. Carries its day.
    """

    opened = Signal(object)

    NAME: ClassVar[str] = "meetings"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "mark", "slip", "spell", "person", "chapter", "setting"}
    )

    def __init__(self, desk: Desk, question: Question) -> None:
        self._calendar: Calendar | None = None
        self._question = question
        super().__init__(desk)
        self.table.viewport().installEventFilter(self)
        self.setFocusProxy(self.table)

    @override
    def columns(self) -> Sequence[Column[Week]]:
        return columns(self._money, self.desk.today())

    @override
    def filters(self) -> Sequence[Filter[Week]]:
        return (
            Filter(_("Drafts"), lambda week: week.provisional, "state"),
            Filter(_("Missing"), lambda week: week.missing, "state"),
        )

    @override
    def key(self, row: Week) -> date:
        return row.held_on

    @override
    def heading(self) -> Heading:
        return Heading(
            _("Meetings"),
            note=self._note(),
            primary=Action("meetings.new", _("New meeting"), self.ask_new, "Ctrl+N", "plus"),
        )

    @override
    def emptiness(self) -> EmptyState:
        new = Action("meetings.first", _("New meeting"), self.ask_new, icon="plus")
        hint = _("Put the first evening on the calendar; marks and slips are entered there.")
        return EmptyState(_("No meeting yet"), hint, icon="meetings", action=new)

    @override
    def row_deeds(self, row: Week) -> Sequence[Action]:
        if not row.missing:
            return (Action("week.open", _("Open"), partial(self.open_row, row)),)
        return (
            Action("week.record", _("Record the week"), partial(self.record, row.held_on)),
            Action("week.skip", _("It was a holiday …"), partial(self.ask_holiday, row.held_on)),
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._follow(event.position().toPoint())
        return super().eventFilter(watched, event)

    @override
    def reload(self) -> None:
        self.gateway.read(calendar, self.desk.today()).then(self._on_calendar)

    @Slot(object)
    @override
    def open_row(self, row: Week) -> None:
        if row.missing:
            self.record(row.held_on)
        else:
            self.opened.emit(row.held_on)

    def record(self, day: object) -> None:
        """Put a meeting on the calendar and open it."""
        if isinstance(day, date):
            label = _("Meeting of {day} put on the calendar").format(day=_named(day))
            written = self.gateway.write(label, meetings.schedule, held_on=day)
            written.then(partial(self._on_scheduled, day))

    def ask_new(self, day: date | None = None) -> None:
        """Ask for the day of a new meeting; a day, or else the next free one, is offered."""
        reply = Reply(_("Put it on the calendar"), self.record)
        words = _("On which day is the new meeting?")
        self._question.ask(Asked(words, (reply,), icon="calendar", day=day or self._next_free()))

    def ask_holiday(self, day: date) -> None:
        """Ask why no meeting was held in a week; the reason may be left out."""
        reply = Reply(_("It was a holiday"), partial(self._skip, day))
        words = _("No meeting on {day}?").format(day=_named(day))
        hint = _("why, if it matters")
        self._question.ask(Asked(words, (reply,), icon="sun", hint=hint, optional=True))

    def _skip(self, day: date, reason: object) -> None:
        label = _("{day} declared a holiday").format(day=_named(day))
        self.gateway.write(label, meetings.skip_week, held_on=day, reason=str(reason))

    def _on_scheduled(self, day: date, _change: object) -> None:
        self.opened.emit(day)

    @Slot(object)
    def _on_calendar(self, found: Calendar) -> None:
        self._calendar = found
        self.show_rows(weeks(found, self.desk.today()))
        drafts = sum(1 for row in found.rows if row.is_overdue(self.desk.today()))
        words = ngettext("{n} draft", "{n} drafts", drafts) if drafts else ""
        self.desk.count("meetings", words)
        self.heading_changed.emit()

    def _follow(self, place: QPoint) -> None:
        """Follow the words of a missing week that look like links."""
        index = self.table.indexAt(place)
        if not index.isValid() or index.column() != len(self.model.columns) - 1:
            return
        week = self.model.row(index)
        if week.missing and link_at(place.x() - self.table.visualRect(index).left()):
            self.ask_holiday(week.held_on)
        elif week.missing:
            self.record(week.held_on)

    def _next_free(self) -> date:
        day = self.desk.today()
        if self._calendar is None:
            return day
        taken = {row.held_on for row in self._calendar.rows}
        free = next_on(self._calendar.chapter.weekday, day)
        while free in taken:
            free = date.fromordinal(free.toordinal() + 7)
        return free

    def _note(self) -> str:
        if self._calendar is None or not self._calendar.missing_weeks:
            return ""
        count = len(self._calendar.missing_weeks)
        return ngettext("{n} week is missing", "{n} weeks are missing", count)

    def _money(self) -> Money:
        return Money() if self._calendar is None else self._calendar.chapter.money


def _named(day: date) -> str:
    return formats.day_short(day, year=True)
