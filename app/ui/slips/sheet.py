"""The frame of an editor of slips: its day and people, and what is said about a closed meeting."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app import formats
from app.i18n import _
from app.queries.roster import Party
from app.rules.meetings import MeetingState
from app.rules.slip_entry import Side
from app.services import newcomers
from app.ui.choosing.clash import ComparedSheet
from app.ui.choosing.personfield import PersonField
from app.ui.desk import Desk
from app.ui.kit.button import Button, Kind
from app.ui.kit.datefield import DateField
from app.ui.kit.form import Form, FormRow
from app.ui.kit.label import PlainLabel
from app.ui.slips.cells import SlipRow


class SlipSheet(ComparedSheet):
    """Asks for one slip; subclasses add fields to ``form`` and say what storing means."""

    def __init__(
        self, desk: Desk, title: str, parties: Sequence[Party], row: SlipRow | None
    ) -> None:
        super().__init__(title)
        self.desk = desk
        self.parties = parties
        self.form = Form()
        self._needed: list[tuple[FormRow, PersonField, bool]] = []
        self.open = row is None or row.meeting_state is MeetingState.DRAFT
        if row is not None and not self.open:
            self._explain(row)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        today = desk.today()
        day = row.dated_on if row is not None else today
        self.day = DateField(name=_("Date"), today=today, day=day)
        self._day_row = self.form.add(_("Date"), self.day, hint=self._counting(row))

    def add_person(self, words: str, *, hint: str = "", needed: bool = True) -> PersonField:
        """Add a field for somebody and return it."""
        field = PersonField(self.parties, name=words, hint=_("Name, initials or seat"))
        self._needed.append((self.form.add(words, field, hint=hint), field, needed))
        return field

    def close_fields(self, *fields: QWidget) -> None:
        """Let nothing be changed in these fields, where the meeting is no draft any more."""
        for field in (self.day, *fields):
            field.setEnabled(self.open)

    def complete(self) -> bool:
        """Tell whether day and people are understood; say beside them where not."""
        self.form.accept()
        fine = True
        for row, field, needed in self._needed:
            problem = field.problem(needed=needed)
            if problem:
                row.say_wrong(problem)
                fine = False
        if self.day.day is None:
            self._day_row.say_wrong(_("A day is missing, such as 24.11. or yesterday."))
            fine = False
        return fine

    def write(
        self,
        label: str,
        deed: Callable[..., None],
        sides: Mapping[str, Side | None],
        facts: Mapping[str, object],
        then: Callable[[object], object] | None = None,
    ) -> None:
        """Store the slip, with people of other chapters the book did not know; then close."""
        answer = self.desk.gateway.write(
            label, newcomers.with_sides, deed=deed, sides=sides, facts=facts
        )
        self.keep(answer, then)

    def stored_day(self) -> date:
        """Return the day in the field, today where there is none."""
        return self.day.day or self.desk.today()

    def _counting(self, row: SlipRow | None) -> str:
        return "" if row is not None else _("Counts to the next meeting that is not completed.")

    def _explain(self, row: SlipRow) -> None:
        words = {
            MeetingState.COMPLETED: _("It counts to the meeting of {day}, which is completed. "
                                      "Reopen that meeting to change it."),
            MeetingState.DISCARDED: _("It is not counted: the meeting of {day} was discarded."),
        }  # fmt: skip
        said = words.get(row.meeting_state, _("The week of {day} was a holiday."))
        self._meeting_day = row.held_on
        self.body.addWidget(PlainLabel(said.format(day=formats.day_full(row.held_on)), wrap=True))
        way_out = Button(_("Open the meeting"), kind=Kind.LINK, icon="meetings")
        way_out.clicked.connect(self._go_to_meeting)
        self.body.addWidget(way_out)

    @Slot()
    def _go_to_meeting(self) -> None:
        self.done()
        self.desk.go("meetings", self._meeting_day)
