"""One week in the order of the official entry form: copied by a key, ticked when it is done."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, Slot
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from app import formats
from app.errors import AppError
from app.i18n import _, ngettext
from app.queries.entry_form import EntryForm, Line, Part, entry_form
from app.queries.meeting import meeting_on
from app.rules.slips import Tier
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.slips.foot import ListFoot
from app.ui.tables import Align, Column
from app.ui.tables.columns import PLAIN, Look
from app.ui.theme import Tone


class EntryFormPage(ListPage[Line]):
    """For chapters that must report elsewhere as well. What is ticked is kept on this machine."""

    NAME = "entry-form"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"slip", "mark", "meeting", "person", "spell", "visitor", "chapter", "setting"}
    )

    def __init__(self, desk: Desk) -> None:
        self._form: EntryForm | None = None
        self._wanted: int | None = None
        self._done: set[str] = set()
        super().__init__(desk)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))

    @override
    def heading(self) -> Heading:
        if self._form is None:
            return Heading(_("Official entry form"))
        left = sum(1 for line in self._form.lines if line.key not in self._done)
        return Heading(
            _("Official entry form"),
            note=_("{day}, {left}").format(
                day=formats.day_long(self._form.held_on, year=True),
                left=ngettext("{n} line to copy", "{n} lines to copy", left),
            ),
            primary=Action("form.tick", _("Done"), self._tick_current, "Ctrl+Return", "check",
                           enabled=self.table.current() is not None),
            back=self._to("form.before", _("The week before"), "Alt+Left", self._form.before_id),
            forward=self._to("form.after", _("The week after"), "Alt+Right", self._form.after_id),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        if isinstance(target, date):
            self.gateway.read(meeting_on, target).then(self._show_meeting)
        elif isinstance(target, int):
            self._show_meeting(target)

    @override
    def columns(self) -> Sequence[Column[Line]]:
        return (
            Column(_("Done"), self._tick, Align.CENTRE, 64, sort=self._is_done, look=self._sign),
            Column(_("Part"), lambda line: _part(line.part), width=150, sort=_place),
            Column(_("From"), lambda line: line.giver, width=188, look=self._look),
            Column(_("To"), lambda line: line.receiver, width=188, look=self._look),
            Column(_("Mark"), lambda line: line.mark.value if line.mark else "", Align.CENTRE, 64),
            Column(_("Tier"), lambda line: _tier(line.tier), width=80),
            Column(_("Amount"), self._amount, Align.RIGHT, 100, sort=_size),
            Column(_("Chapter"), lambda line: line.chapter, width=140, stretch=True),
        )

    @override
    def filters(self) -> Sequence[Filter[Line]]:
        return (
            Filter(_("To do"), lambda line: line.key not in self._done),
            *(Filter(_short(part), partial(_is_of, part), "part") for part in Part),
        )

    @override
    def key(self, row: Line) -> str:
        return row.key

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("Nothing to copy"),
            _("The week has no marks and no slips yet. Record it on the Meetings page."),
            icon="document",
        )

    @override
    def row_deeds(self, row: Line) -> Sequence[Action]:
        back = row.key in self._done
        return (
            Action("form.done", _("Not done after all") if back else _("Done, the next one"),
                   partial(self._mark_done, row), "X", "check"),
            Action("form.cell", _("Copy this cell"), partial(self._copy_cell, row), "C", "copy"),
            Action("form.row", _("Copy the line"), partial(self._copy_row, row), "R", "copy"),
            Action("form.column", _("Copy the column"), self._copy_column, "Shift+C", "copy"),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self.gateway.read(entry_form, self.desk.today(), self._wanted).then(
            self._on_form
        ).otherwise(self._on_none)

    @Slot(object)
    @override
    def open_row(self, row: Line) -> None:
        self._copy_cell(row)

    def _to(self, name: str, words: str, key: str, meeting_id: int | None) -> Action | None:
        if meeting_id is None:
            return None
        return Action(name, words, partial(self._show_meeting, meeting_id), key, "chevron-left")

    @Slot(object)
    def _show_meeting(self, meeting_id: int | None) -> None:
        self._wanted = meeting_id
        self.reload()

    @Slot(object)
    def _on_form(self, form: EntryForm) -> None:
        self._form = form
        self._done = set(self.desk.memory.text(self._memory_key()).split())
        self._show()

    @Slot(object)
    def _on_none(self, _error: AppError) -> None:
        self._form = None
        self.show_rows(())
        self.heading_changed.emit()

    def _show(self) -> None:
        self.show_rows(self._form.lines if self._form else ())
        if self.table.current() is None and self.model.rowCount():
            self._stand_on(0)
        self.heading_changed.emit()

    def _memory_key(self) -> str:
        meeting = self._form.meeting_id if self._form else 0
        return f"entry-form/{self.gateway.path.stem}/{meeting}"

    def _tick_current(self) -> None:
        row = self.table.current()
        if row is not None:
            self._mark_done(row)

    def _mark_done(self, row: Line) -> None:
        """Tick a line and stand on the next one, or take the tick away and stay."""
        number = self.model.find(row.key)
        ticked = row.key not in self._done
        self._done ^= {row.key}
        self.desk.memory.save_text(self._memory_key(), " ".join(sorted(self._done)))
        hides = self.chips[0].isChecked()
        self._show()
        if self.model.rowCount():
            self._stand_on(min(number + (ticked and not hides), self.model.rowCount() - 1))

    def _stand_on(self, number: int) -> None:
        index = self.model.index(number, max(self.table.currentIndex().column(), 2))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _copy_cell(self, row: Line) -> None:
        place = max(self.table.currentIndex().column(), 2)
        self._copy([self.model.columns[place].text(row)])

    def _copy_row(self, row: Line) -> None:
        cells = [column.text(row) for column in self.model.columns[2:]]
        self._copy(["\t".join(cells).rstrip("\t")])

    def _copy_column(self) -> None:
        column = self.model.columns[max(self.table.currentIndex().column(), 2)]
        self._copy([column.text(self.model.row(n)) for n in range(self.model.rowCount())])

    def _copy(self, lines: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines))
        words = ngettext("{n} line is copied.", "{n} lines are copied.", len(lines))
        if len(lines) == 1:
            words = _("Copied: {words}").format(
                words=" · ".join(lines[0].split("\t")) or formats.DASH
            )
        self.desk.say(Message(words, Gravity.DONE))

    def _amount(self, line: Line) -> str:
        if line.amount is not None and self._form is not None:
            return _plain(line.amount, self._form.money.decimals)
        return "" if line.units is None else str(line.units)

    def _is_done(self, line: Line) -> int:
        return int(line.key in self._done)

    def _tick(self, line: Line) -> str:
        return _("done") if line.key in self._done else ""

    def _sign(self, line: Line) -> Look:
        return Look(Tone.GREEN, icon="check") if line.key in self._done else PLAIN

    def _look(self, line: Line) -> Look:
        return Look(Tone.MUTED) if line.key in self._done else PLAIN


def _plain(amount: int, decimals: int) -> str:
    """Return an amount as forms take it: a point, no grouping."""
    whole, rest = divmod(amount, 10**decimals)
    return f"{whole}.{rest:0{decimals}d}" if rest else str(whole)


def _size(line: Line) -> int:
    return line.amount or line.units or 0


def _is_of(part: Part, line: Line) -> bool:
    return line.part is part


def _place(line: Line) -> int:
    return list(Part).index(line.part)


def _part(part: Part) -> str:
    return {
        Part.ATTENDANCE: _("Attendance"),
        Part.REFERRALS: _("Referrals"),
        Part.ONE_TO_ONES: _("One-to-ones"),
        Part.CLOSED_BUSINESS: _("Closed business"),
        Part.VISITORS: _("Visitors"),
        Part.EDUCATION: _("Education"),
        Part.TESTIMONIALS: _("Testimonials"),
    }[part]


def _short(part: Part) -> str:
    """Return a part as its filter is called, so that all of them fit one line."""
    return _("Business") if part is Part.CLOSED_BUSINESS else _part(part)


def _tier(tier: Tier | None) -> str:
    return {None: "", Tier.INSIDE: _("inside"), Tier.OUTSIDE: _("outside"), Tier.THIRD: "3+"}[tier]


def _hints() -> list[tuple[str, str]]:
    return [
        ("C", _("copy the cell")),
        ("R", _("the line")),
        ("Shift+C", _("the column")),
        ("X", _("done, the next")),
    ]
