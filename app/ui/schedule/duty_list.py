"""The chapter's list of duties: their names, what kind they are, their order."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.i18n import _
from app.rules.duties import DutyKind, DutyLine, fresh_key
from app.services import duties
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.schedule.lines import LineList
from app.ui.schedule.words import kind_words
from app.ui.tables.columns import Choice, Column


class DutyList(LineList):
    """Every change stores the whole list."""

    def __init__(self, desk: Desk) -> None:
        self._lines: tuple[DutyLine, ...] = ()
        super().__init__(
            desk,
            (
                Column(
                    _("Duty"), lambda one: one.title, width=260, sortable=False, edit=self._rename
                ),
                Column(
                    _("What it is"), lambda one: kind_words(one.kind), width=220, stretch=True,
                    sortable=False, edit=self._turn, value=lambda one: one.kind,
                    choices=lambda _one: [Choice(kind, kind_words(kind)) for kind in DutyKind],
                ),
            ),
            name="duty-list",
            title=_("Duties"),
            adds=_("Add a duty"),
            hints=[
                ("F2", _("change")), ("Alt+Up", _("earlier")), ("Alt+Down", _("later")),
                ("Del", _("remove")),
            ],
            key=lambda one: one.key,
        )  # fmt: skip

    def show_duties(self, lines: tuple[DutyLine, ...]) -> None:
        """Show what is stored."""
        self._lines = lines
        self.table.show_rows(lines)

    def row_deeds(self, row: DutyLine) -> Sequence[Action]:
        """Return what can be done with a duty."""
        return (
            Action("duty.change", _("Change"), self.edit, "F2", "pencil"),
            Action(
                "duty.earlier", _("Move up"), partial(self._move, row, -1), "Alt+Up", "arrow-up"
            ),
            Action(
                "duty.later", _("Move down"), partial(self._move, row, 1), "Alt+Down", "arrow-down"
            ),
            Action("duty.remove", _("Remove"), partial(self._remove, row), "Del", "trash"),
            Action("duty.usual", _("Back to the usual duties"), self._usual, icon="undo"),
        )

    def add(self, words: str) -> None:
        """Put a service at the end of the list."""
        key = fresh_key(words, [one.key for one in self._lines])
        label = _("Duty {title} added").format(title=words)
        self._store(label, (*self._lines, DutyLine(key, words)))

    def _rename(self, row: DutyLine, title: str) -> None:
        self._put(row, replace(row, title=title))

    def _turn(self, row: DutyLine, kind: DutyKind) -> None:
        self._put(row, replace(row, kind=kind))

    def _put(self, row: DutyLine, changed: DutyLine) -> None:
        label = _("Duty {title} changed").format(title=row.title)
        self._store(label, [changed if one.key == row.key else one for one in self._lines])

    def _remove(self, row: DutyLine) -> None:
        label = _("Duty {title} removed").format(title=row.title)
        self._store(label, [one for one in self._lines if one.key != row.key])

    def _move(self, row: DutyLine, step: int) -> None:
        place = self._lines.index(row)
        lines = [one for one in self._lines if one is not row]
        lines.insert(max(0, place + step), row)
        self._store(_("Duty {title} moved").format(title=row.title), lines)

    def _usual(self) -> None:
        self._store(_("Back to the usual duties"), ())

    def _store(self, label: str, lines: Sequence[DutyLine]) -> None:
        self.desk.gateway.write(label, duties.give_out, duties=tuple(lines), seen=self._lines)
        self._lines = tuple(lines) or self._lines  # a key that is held down goes on from here
