"""The page of one meeting: everything an evening needs, without leaving the keyboard."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import AppError, ConflictError, NotFoundError
from app.i18n import _
from app.queries.meeting import MeetingSheet, meeting_sheet
from app.queries.meeting_slips import SlipRow
from app.queries.slip_people import SlipPeople, slip_people
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.slip_entry import Side, Understood
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.meeting.asking import Asking
from app.ui.meeting.clashing import Clashing
from app.ui.meeting.deeds import MeetingDeeds
from app.ui.meeting.headings import heading_of
from app.ui.meeting.question import Question
from app.ui.meeting.roll import Roll
from app.ui.meeting.slip_line import SlipLine
from app.ui.meeting.slip_panel import SlipPanel
from app.ui.meeting.spread import Spread
from app.ui.meeting.totals_bar import TotalsBar
from app.ui.meeting.words import closed_words
from app.ui.page import Page

if TYPE_CHECKING:
    from app.ui.gateway import Change

_PEOPLE = frozenset({"person", "spell", "classification", "visitor"})


class MeetingPage(Page):
    """Shows one meeting; ``open_meeting`` says which.

    Signals:
        closed: The meeting is left for the list of all meetings.
        neighbour_wanted: Another meeting is wanted. Carries its MeetingId.
    """

    closed = Signal()
    neighbour_wanted = Signal(object)

    DEPENDS_ON: ClassVar[frozenset[str]] = _PEOPLE | {
        "chapter",
        "setting",
        "meeting",
        "mark",
        "slip",
    }

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._meeting_id: MeetingId | None = None
        self._sheet: MeetingSheet | None = None
        self._asked = False
        self._people_known = False
        self._fresh = False
        self._begun = ""
        self.roll = Roll()
        self.line = SlipLine()
        self.slips = SlipPanel()
        self.totals = TotalsBar()
        self.question = Question(desk.today)
        self.deeds_of = MeetingDeeds(desk, self._on_refused)
        self._asking = Asking(self.question, self.deeds_of, self.line.clear)
        self._clashing = Clashing(desk, self.deeds_of, self._on_clash_settled, self)
        self._spread = Spread(self.roll, self.line, self.slips, self.totals)
        self._scroll = QScrollArea()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.roll)

    @property
    def sheet(self) -> MeetingSheet | None:
        """The meeting as it was last read."""
        return self._sheet

    def open_meeting(self, meeting_id: MeetingId, begin: str = "") -> None:
        """Show a meeting; ``begin`` is put into the slip line."""
        if meeting_id != self._meeting_id:
            self._sheet = None
            self.line.clear()
            self.question.close_question()
        self._meeting_id = meeting_id
        self._fresh, self._begun = True, begin
        self._people_known = False
        self.mark_stale()

    @override
    def heading(self) -> Heading:
        if self._sheet is None:
            return Heading(_("Meeting"))
        return heading_of(
            self._sheet,
            self.desk.today(),
            complete=self._asking.complete,
            report=partial(self.desk.go, "reports", ("meeting-report", self._meeting_id)),
            go=self.neighbour_wanted.emit,
        )

    @override
    def deeds(self) -> Sequence[Action]:
        if self._sheet is None:
            return ()
        parts = (
            Action("meeting.part", _("Next part of the page"), self._next_part, "F6"),
            Action(
                "meeting.part_before", _("Part of the page before"), self._part_before, "Shift+F6"
            ),
            Action("meeting.all", _("All meetings"), self.closed.emit, "Alt+Up", "meetings"),
        )
        return (*self._asking.actions(self._sheet), *parts)

    @override
    def reload(self) -> None:
        if self._meeting_id is None or self._asked:
            return
        self._asked = True
        asked = self.gateway.read(meeting_sheet, self._meeting_id)
        asked.then(self._on_sheet).otherwise(self._on_gone)

    @Slot(object)
    def _on_changed(self, change: "Change") -> None:
        if change.tables & _PEOPLE:
            self._people_known = False
        if self._asked and change.tables & self.DEPENDS_ON:
            self._stale = True
            return
        super()._on_changed(change)

    @Slot(object)
    def _on_sheet(self, sheet: MeetingSheet) -> None:
        self._asked = False
        if sheet.meeting_id != self._meeting_id:
            self.reload()
            return
        moved = self._sheet is None or self._sheet.held_on != sheet.held_on
        self._sheet = self.deeds_of.sheet = sheet
        for part in (self.roll, self.slips, self.totals):
            part.show_sheet(sheet)
        self.line.show_earlier(sheet.slips)
        self.line.close_line(closed_words(sheet.state))
        self._spread.arrange()
        if moved or not self._people_known:
            self._people_known = True
            self.gateway.read(slip_people, sheet.held_on).then(self._on_people)
        self.heading_changed.emit()
        if self._fresh:
            self._begin(sheet)
        if self._stale and self.isVisible():
            self._freshen()

    @Slot(object)
    def _on_people(self, people: SlipPeople) -> None:
        if self._sheet is not None:
            self.line.show_people(people, self._sheet.money)

    @Slot(object)
    def _on_gone(self, error: AppError) -> None:
        self._asked = False
        self._meeting_id = self._sheet = None
        if isinstance(error, NotFoundError):
            self.closed.emit()
        else:
            self.gateway.refused.emit(error)

    def _begin(self, sheet: MeetingSheet) -> None:
        """Put the focus where the work goes on: blank marks first, then slips."""
        self._fresh = False
        begun, self._begun = self._begun, ""
        self.roll.grid.go_to_first_blank()
        if begun:
            self.line.begin(begun)
        elif sheet.state is MeetingState.DRAFT and not sheet.gaps.blank:
            self.line.setFocus()
        else:
            self.roll.setFocus()

    def _lay_out(self) -> None:
        scroll = self._scroll
        scroll.setWidget(self._spread)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._spread.setObjectName("plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.question)
        layout.addWidget(scroll, 1)
        chain = (self.roll.grid, self.line.field, self.slips.list, self.totals.cells[0])
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        deeds = self.deeds_of
        self.roll.marked.connect(deeds.mark)
        self.roll.grid.current_moved.connect(self._on_seat_moved)
        self.roll.cleared.connect(deeds.clear)
        self.roll.rest_present.connect(deeds.mark_rest_present)
        self.line.entered.connect(self._on_entered)
        self.line.corrected.connect(self._on_corrected)
        self.line.left.connect(self.roll.setFocus)
        self.line.reopen_wanted.connect(self._asking.reopen)
        self.line.editing_changed.connect(self.slips.list.mark_edited)
        self.roll.remark_wanted.connect(self._asking.remark_on)
        listed = self.slips.list
        listed.edit_wanted.connect(self._on_edit)
        listed.remove_wanted.connect(deeds.remove)
        listed.confirm_wanted.connect(deeds.confirm)
        listed.confirm_all_wanted.connect(deeds.confirm_all)
        listed.left.connect(self.line.setFocus)
        listed.menu_wanted.connect(self._on_slip_menu)
        self.totals.read_aloud.connect(deeds.read_aloud)
        self.totals.left.connect(self.line.setFocus)

    @Slot(object, str, object)
    def _on_entered(self, said: Understood, text: str, picked: dict[str, Side]) -> None:
        self.deeds_of.enter(said, partial(self._on_slip_refused, said, text, picked))

    @Slot(object)
    def _on_edit(self, slip: SlipRow) -> None:
        self.line.edit(slip)

    @Slot(object, object)
    def _on_corrected(self, slip: SlipRow, said: Understood) -> None:
        answer = self.deeds_of.correct(slip, said)
        answer.otherwise(partial(self._on_correction_refused, slip, said))
        answer.beside(partial(self._clashing.meet, slip, said))

    def _on_slip_refused(
        self, said: Understood, text: str, picked: dict[str, Side], error: AppError
    ) -> None:
        """Give the line back what it said, and say why; what was typed since stays."""
        if not self.line.field.text():
            self.line.begin(text, picked)
        self._asking.slip_refused(error, said)

    def _on_correction_refused(self, slip: SlipRow, said: Understood, error: AppError) -> None:
        """Go on with the correction of the slip as it is now, and say why it was not stored."""
        slips = self._sheet.slips if self._sheet is not None else ()
        now = next((one for one in slips if one.slip_id == slip.slip_id), None)
        if now is not None and not self.line.field.text():
            self.line.edit(now, said)
        if not isinstance(error, ConflictError):
            self._asking.refused(error)

    @Slot()
    def _on_clash_settled(self) -> None:
        if self.line.editing is not None:
            self.line.clear()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._asking.refused(error)

    @Slot(object, QPoint)
    def _on_slip_menu(self, slip: SlipRow, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Correct")).triggered.connect(partial(self.line.edit, slip))
        if slip.awaits_confirmation:
            confirm = menu.addAction(_("Confirm the credit"))
            confirm.triggered.connect(partial(self.deeds_of.confirm, slip))
        menu.addAction(_("Remove")).triggered.connect(partial(self.deeds_of.remove, slip))
        menu.popup(place)

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.roll, self.line, self.slips, self.totals)

    def _next_part(self) -> None:
        self._go_to_part(1)

    def _part_before(self) -> None:
        self._go_to_part(-1)

    def _go_to_part(self, step: int) -> None:
        parts = self._parts()
        focused = self.window().focusWidget()
        here = next(
            (
                i
                for i, part in enumerate(parts)
                if focused is not None and part.isAncestorOf(focused)
            ),
            -1 if step > 0 else 0,
        )
        part = parts[(here + step) % len(parts)]
        self._scroll.ensureWidgetVisible(part, 0, 0)
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(QRect)
    def _on_seat_moved(self, area: QRect) -> None:
        """Keep the current seat in view where the whole page scrolls."""
        seat = self.roll.grid.mapTo(self._spread, area.center())
        self._scroll.ensureVisible(seat.x(), seat.y(), 0, 2 * area.height())
