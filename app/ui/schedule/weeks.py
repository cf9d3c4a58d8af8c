"""The weeks ahead as a table that is filled in by keys: who speaks, who has which duty."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.errors import RuleError
from app.i18n import _
from app.queries.roster import Party
from app.queries.schedule import Schedule, ScheduleWeek, Waiting
from app.rules.duties import DutyKind, DutyLine
from app.services import duties
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrollbar import end_with_rows
from app.ui.schedule.columns import columns, duty_of
from app.ui.schedule.words import doubts, label
from app.ui.slips.foot import ListFoot
from app.ui.tables.model import TableModel
from app.ui.tables.rowkeys import RowKeys
from app.ui.tables.view import Table
from app.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import date


class Weeks(QWidget):
    """Arrow keys move between cells; typing or Enter fills one in, Space proposes a speaker."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule: Schedule | None = None
        self._parties: Sequence[Party] = ()
        self._proposed = defaultdict[object, set[int]](set)  # by day
        self._under_way: set[tuple[date, str]] = set()  # stored by us, and not yet shown
        self._doubts = PlainLabel(tone=Tone.LATE)
        self._doubts.setContentsMargins(8, 0, 0, 8)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._build(())

    @property
    def said(self) -> str:
        """What is doubtful in the current week."""
        return self._doubts.text()

    def know(self, parties: Sequence[Party]) -> None:
        """Complete names to these people."""
        self._parties = parties

    def show_schedule(self, found: Schedule) -> None:
        """Show what is planned; other duties make another table."""
        if self._schedule is None or self._schedule.duties != found.duties:
            self._build(found.duties)
        self._schedule = found
        self._under_way.clear()
        self.table.show_rows(found.weeks)
        if found.weeks and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.rows().index(0, 1))
        self._say_doubts()

    def deeds(self) -> Sequence[Action]:
        """Return what can be done with the current cell."""
        week = self.table.current()
        return () if week is None else self._deeds_of(week)

    def _build(self, given_out: Sequence[DutyLine]) -> None:
        """Make table and foot for a list of duties, in place of those there are."""
        focused = any(table.hasFocus() for table in self.findChildren(Table))
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not self._doubts:
                old.hide()
                old.deleteLater()
        self._duties = given_out
        made = columns(given_out, lambda: self._parties, self._assign)
        model = TableModel(made, key=lambda week: week.held_on, parent=self)
        model.refused.connect(self._desk.gateway.refused)
        self.table = Table(
            model, name=f"schedule-{len(made)}", title=_("Weeks ahead"), memory=self._desk.memory
        )
        self.table.setEditTriggers(
            self.table.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._say_doubts)
        RowKeys(self.table, self._deeds_of)
        self._layout.addWidget(self.table, 1)
        self._layout.addWidget(self._doubts)
        foot = ListFoot(self.table, self._deeds_of, _hints())
        self._layout.addWidget(end_with_rows(foot))
        self.setFocusProxy(self.table)
        if focused:
            self.table.setFocus()

    def _deeds_of(self, week: ScheduleWeek) -> Sequence[Action]:
        duty = duty_of(self._duties, self.table.currentIndex().column())
        held = None if duty is None else week.by(duty.key)
        return (
            Action("week.fill", _("Fill in"), self._edit, "F2", "pencil", enabled=week.open),
            Action(
                "week.propose", _("Propose whoever has not spoken longest"),
                partial(self._propose, week), "Space", "person", enabled=week.open,
            ),
            Action(
                "week.clear", _("Nobody has this duty"), partial(self._clear, week), "Del", "trash",
                enabled=held is not None and week.open,
            ),
        )  # fmt: skip

    def _edit(self) -> None:
        self.table.edit_current()

    @Slot(object)
    def _on_opened(self, _week: ScheduleWeek) -> None:
        self._edit()

    def _propose(self, week: ScheduleWeek) -> None:
        """Put whoever waits longest into the talk of the cell, or else the first talk."""
        duty = self._talk()
        chosen = self._next(week)
        if duty is None or chosen is None:
            self._desk.gateway.refused.emit(RuleError("nobody_to_propose"))
            return
        self._proposed[week.held_on].add(chosen.person_id)
        held = week.by(duty.key)
        self._assign(week, duty, chosen.person_id, held.topic if held else "")

    def _talk(self) -> DutyLine | None:
        here = duty_of(self._duties, self.table.currentIndex().column())
        if here is not None and here.kind is DutyKind.TALK:
            return here
        return next((one for one in self._duties if one.kind is DutyKind.TALK), None)

    def _next(self, week: ScheduleWeek) -> Waiting | None:
        """Return who waits longest and was not proposed for this week a moment ago."""
        waiting = self._schedule.waiting if self._schedule else ()
        fresh = [one for one in waiting if one.person_id not in self._proposed[week.held_on]]
        if not fresh:
            self._proposed[week.held_on].clear()
        return next(iter(fresh or waiting), None)

    def _clear(self, week: ScheduleWeek) -> None:
        duty = duty_of(self._duties, self.table.currentIndex().column())
        if duty is not None:
            self._assign(week, duty, None, "")

    def _assign(
        self, week: ScheduleWeek, duty: DutyLine, person_id: int | None, topic: str
    ) -> None:
        held = week.by(duty.key)
        cell = (week.held_on, duty.key)
        repeated = cell in self._under_way  # what is seen is older than what we stored ourselves
        self._under_way.add(cell)
        name = next((one.name for one in self._parties if one.person_id == person_id), "")
        self._desk.gateway.write(
            label(duty, week.held_on, name),
            duties.assign,
            held_on=week.held_on,
            today=self._desk.today(),
            duty=duty.key,
            person_id=person_id,
            topic=topic if person_id is not None or held is None else "",
            seen=None if repeated else (held.person_id, held.topic) if held else (None, ""),
        )

    @Slot(object)
    def _say_doubts(self, _row: object = None) -> None:
        week = self.table.current()
        held = () if week is None else week.held
        words = "; ".join(filter(None, (doubts(one) for one in held)))
        self._doubts.say(words)
        self._doubts.setVisible(bool(words))


def _hints() -> list[tuple[str, str]]:
    return [
        ("F2", _("or typing fills in")),
        ("Space", _("proposes who has not spoken longest")),
        ("Del", _("nobody")),
    ]
