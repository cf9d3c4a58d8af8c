"""The agenda of every evening: what comes at which minute, whose it is, a remark."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app import formats
from app.i18n import _
from app.rules.agenda import AgendaLine, clock, lasts
from app.rules.duties import DutyLine
from app.services import agenda
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.schedule.lines import LineList
from app.ui.tables.columns import QUIET, Align, Choice, Column

_ENTERED = re.compile(r"(?:([0-9]{1,3})\s+)?(.+)")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item in its place, with the clock it makes."""

    place: int
    line: AgendaLine
    clock: str
    lasts: int | None


class AgendaList(LineList):
    """Every change stores the whole agenda; items stand in order of time."""

    def __init__(self, desk: Desk) -> None:
        self._lines: tuple[AgendaLine, ...] = ()
        self._duties: Sequence[DutyLine] = ()
        super().__init__(
            desk,
            self._columns(),
            name="agenda",
            title=_("Agenda"),
            adds=_("Add an item: the minute from the start, then what it is"),
            hints=[("F2", _("change")), ("Del", _("remove"))],
            key=lambda row: row.place,
        )

    def show_agenda(
        self, lines: tuple[AgendaLine, ...], duties: Sequence[DutyLine], starts_at: str
    ) -> None:
        """Show what is stored."""
        self._lines, self._duties = lines, duties
        self.table.show_rows(
            [
                AgendaRow(place, line, clock(starts_at, line.minute), long)
                for place, (line, long) in enumerate(zip(lines, lasts(lines), strict=True))
            ]
        )

    def row_deeds(self, row: AgendaRow) -> Sequence[Action]:
        """Return what can be done with an item."""
        return (
            Action("item.change", _("Change"), self.edit, "F2", "pencil"),
            Action("item.remove", _("Remove"), partial(self._remove, row), "Del", "trash"),
            Action("item.usual", _("Back to the usual agenda"), self._usual, icon="undo"),
        )

    def add(self, words: str) -> None:
        """Put an item at its minute; without one, behind the last."""
        found = _ENTERED.fullmatch(words)
        minute, title = found.groups() if found else (None, words)
        last = max((one.minute for one in self._lines), default=0)
        line = AgendaLine(last if minute is None else int(minute), title)
        self._store(_("{item} put on the agenda").format(item=title), [*self._lines, line])

    def _columns(self) -> Sequence[Column[AgendaRow]]:
        return (
            Column(
                _("Minute"), lambda row: row.line.minute, Align.RIGHT, width=76, sortable=False,
                edit=self._at,
            ),
            Column(
                _("Clock"), lambda row: row.clock, Align.RIGHT, width=72, sortable=False,
                look=lambda _row: QUIET,
            ),
            Column(
                _("Lasts"), lambda row: formats.dash(row.lasts), Align.RIGHT, width=64,
                sortable=False, look=lambda _row: QUIET,
            ),
            Column(
                _("Item"), lambda row: row.line.title, width=250, sortable=False,
                edit=lambda row, words: self._replace(row, replace(row.line, title=words)),
            ),
            Column(
                _("Whose duty"), self._duty, width=150, sortable=False,
                edit=lambda row, key: self._replace(row, replace(row.line, duty=key)),
                value=lambda row: row.line.duty,
                choices=self._choices,
            ),
            Column(
                _("Or who"), lambda row: row.line.who, width=140, sortable=False,
                edit=lambda row, words: self._replace(row, replace(row.line, who=words)),
            ),
            Column(
                _("Remark"), lambda row: row.line.remark, width=180, stretch=True, sortable=False,
                edit=lambda row, words: self._replace(row, replace(row.line, remark=words)),
                look=lambda _row: QUIET,
            ),
        )  # fmt: skip

    def _duty(self, row: AgendaRow) -> str:
        return next((one.title for one in self._duties if one.key == row.line.duty), "")

    def _choices(self, _row: AgendaRow) -> list[Choice]:
        nobody = Choice("", _("nobody's duty"))
        return [nobody, *(Choice(one.key, one.title) for one in self._duties)]

    def _at(self, row: AgendaRow, words: str) -> None:
        minute = int(words) if words.strip().isdecimal() else -1
        self._replace(row, replace(row.line, minute=minute))

    def _replace(self, row: AgendaRow, line: AgendaLine) -> None:
        lines = list(self._lines)
        lines[row.place] = line
        self._store(_("{item} on the agenda changed").format(item=row.line.title), lines)

    def _remove(self, row: AgendaRow) -> None:
        lines = [one for place, one in enumerate(self._lines) if place != row.place]
        self._store(_("{item} taken off the agenda").format(item=row.line.title), lines)

    def _usual(self) -> None:
        self._store(_("Back to the usual agenda"), ())

    def _store(self, label: str, lines: Sequence[AgendaLine]) -> None:
        self.desk.gateway.write(label, agenda.write, items=tuple(lines), seen=self._lines)
