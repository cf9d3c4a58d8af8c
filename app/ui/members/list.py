"""The list of members."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.members import MemberRow, Members, members
from app.rules.people import PersonKind
from app.services import roster
from app.ui.actions import Action, views
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.kit.segmented import SegmentedControl
from app.ui.listing import Filter, ListPage
from app.ui.members import columns as shown
from app.ui.members.deeds import RosterEdits
from app.ui.members.opening import Editors
from app.ui.members.personal import EraseSheet, HandOver
from app.ui.members.seating import SeatDrag, moved
from app.ui.members.sheet import Tab
from app.ui.members.words import offices_words
from app.ui.slips.foot import ListFoot
from app.ui.tables import Column

_CURRENT, _FORMER, _EXTERNAL = range(3)


class MemberList(ListPage[MemberRow]):
    """Members in seating order, former members, and people of other chapters.

    Signals:
        wanted: The page of a member was asked for. Carries the id.
        listed: The list holds other rows.
    """

    NAME = "members"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"person", "spell", "classification", "holder", "mark", "slip", "meeting", "setting"}
    )

    wanted = Signal(int)
    listed = Signal()

    def __init__(self, desk: Desk) -> None:
        self._members: Members | None = None
        self._away = False  # whether people of other chapters are shown
        edits = RosterEdits(desk)
        self._columns = shown.columns(edits, desk.today, lambda: self._members)
        self._view = SegmentedControl((_("Figures"), _("Contact")), name=_("Columns"))
        super().__init__(desk)
        self.editors = Editors(desk, self)
        self._hand_over = HandOver(desk, self)
        self._view.chosen.connect(self._show_columns)
        for chip in self.chips[:3]:
            chip.toggled.connect(self._show_columns)
        SeatDrag(self.table, allowed=self._in_seating_order, drop=self._on_dropped)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))
        self._show_columns()

    @override
    def heading(self) -> Heading:
        admit = Action("members.admit", _("Admit a member"), self._admit, "Ctrl+N", "plus")
        if self._away:
            words = _("New person of another chapter")
            admit = Action("members.external", words, self._add_external, "Ctrl+N", "plus")
        current = sum(1 for row in self._members.rows if row.current) if self._members else 0
        words = ngettext("{n} member", "{n} members", current)
        return Heading(_("Members"), note=words if current else "", primary=admit)

    @override
    def deeds(self) -> Sequence[Action]:
        words = _("New person of another chapter …")
        add = Action("members.other", words, self._add_external, "Ctrl+Shift+N", "person")
        seen = (
            ("members.figures", _("Show the figures of the members")),
            ("members.contact", _("Show how the members are reached")),
        )
        return (*super().deeds(), add, *views(seen, self._turn_to, at=self._view.current))

    @override
    def columns(self) -> Sequence[Column[MemberRow]]:
        return tuple(self._columns.values())

    @override
    def filters(self) -> Sequence[Filter[MemberRow]]:
        return (
            Filter(_("Current"), lambda row: row.current, "kind", on=True),
            Filter(_("Former"), _is_former, "kind"),
            Filter(_("Other chapters"), lambda row: row.kind is PersonKind.EXTERNAL, "kind"),
            Filter(
                _("Renewal due"),
                lambda row: shown.is_renewal_due(row, self.desk.today(), self._members),
            ),
            Filter(_("Near the limit"), lambda row: shown.is_near_limit(row, self._members)),
        )

    @override
    def fields(self) -> Sequence[QWidget]:
        return (self._view,)

    @override
    def key(self, row: MemberRow) -> int:
        return row.person_id

    @override
    def searched(self, row: MemberRow) -> str:
        parts = (
            row.name, row.sort_name, row.classification, row.sphere, row.company, row.phone,
            row.email, row.chapter, row.region, row.country, offices_words(row),
        )  # fmt: skip
        return " ".join(parts)

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("No members yet"),
            _("Admit the first one, or import the chapter's exports: they bring the members in."),
            icon="members",
            action=self.heading().primary,
        )

    @override
    def row_deeds(self, row: MemberRow) -> Sequence[Action]:
        member = row.kind is PersonKind.MEMBER
        edit = self.editors.edit
        up, down = partial(self._step, row, -1), partial(self._step, row, 1)
        return (
            Action("member.show", _("Show everything"), partial(self.open_row, row), "",
                   "person", enabled=member),
            Action("member.edit", _("Edit …"), partial(edit, row), "E", "pencil"),
            Action("member.membership", _("Memberships …"), partial(edit, row, Tab.MEMBERSHIPS),
                   "M|Del", "refresh", enabled=member),
            Action("member.offices", _("Offices …"), partial(edit, row, Tab.OFFICES), "O",
                   "members", enabled=member),
            Action("member.merge", _("Is the same as …"), partial(self._merge, row), "I", "link"),
            Action("member.data", _("All that is kept about this person …"),
                   partial(self._hand_over.ask, row.person_id), "", "save", group=2),
            Action("member.erase", _("Erase …"), partial(self._erase, row), "", "person-x",
                   group=2, enabled=not row.current and not self.gateway.read_only),
            Action("member.up", _("Seat further up"), up, "Alt+Up", "arrow-up", group=1,
                   enabled=row.current),
            Action("member.down", _("Seat further down"), down, "Alt+Down", "arrow-down",
                   group=1, enabled=row.current),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        self.editors.reload()
        self.gateway.read(members, self.desk.today()).then(self._on_members)

    @Slot(object)
    @override
    def open_row(self, row: MemberRow) -> None:
        if row.kind is PersonKind.MEMBER:
            self.wanted.emit(row.person_id)
        else:
            self.editors.edit(row)

    def load_once(self) -> None:
        """Ask for the rows where that was not done yet, though the list is not seen."""
        if self._members is None:
            self.reload()

    def shown_members(self) -> list[MemberRow]:
        """Return the members the list shows now, in its order."""
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        return [row for row in rows if row.kind is PersonKind.MEMBER]

    def _admit(self) -> None:
        self.editors.admit()

    def _add_external(self) -> None:
        self.editors.add_external()

    def _merge(self, row: MemberRow) -> None:
        self.editors.merge(row.person_id)

    def _erase(self, row: MemberRow) -> None:
        self.desk.open_sheet(EraseSheet(self.desk, row.person_id, row.name))

    def _step(self, row: MemberRow, step: int) -> None:
        if row.number is not None:
            self._seat(row, row.number - 1 + step)

    def _seat(self, row: MemberRow, place: int) -> None:
        current = (
            [one.person_id for one in self._members.rows if one.current] if self._members else []
        )
        order = moved(current, row.person_id, place)
        if order == list(current):
            return
        seat = order.index(row.person_id) + 1
        label = _("Seat of {name}: {seat}").format(name=row.name, seat=seat)
        self.gateway.write(label, roster.seat_order, person_ids=order)

    def _in_seating_order(self) -> bool:
        header = self.table.horizontalHeader()
        sorted_by = header.sortIndicatorSection()
        rising = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        return self.chips[_CURRENT].isChecked() and (sorted_by == -1 or (sorted_by == 0 and rising))

    def _on_dropped(self, number: int, gap: int) -> None:
        """Seat the row dragged before the one it was let go above."""
        row = self.model.row(number)
        if gap < self.model.rowCount():
            target = self.model.row(gap).number or 0
            self._seat(row, target - 1 - (row.number is not None and row.number < target))
        else:
            last = self.model.row(gap - 1).number or 0
            self._seat(row, last - (row.number is not None and row.number < last))

    def _turn_to(self, place: int) -> None:
        self._view.choose(place)
        self._show_columns()

    @Slot()
    def _show_columns(self) -> None:
        self._away = self.chips[_EXTERNAL].isChecked()
        names = self._wanted_columns()
        self.table.show_columns([name in names for name in self._columns])
        self.heading_changed.emit()

    def _wanted_columns(self) -> Sequence[str]:
        current, former, external = (chip.isChecked() for chip in self.chips[:3])
        if external:
            return shown.EXTERNAL
        if self._view.current == 1:
            return shown.CONTACT
        if current:
            return shown.FIGURES
        return shown.FORMER if former else shown.EVERYBODY

    @Slot(object)
    def _on_members(self, found: Members) -> None:
        self._members = found
        self.show_rows(found.rows)
        self.listed.emit()
        self.heading_changed.emit()


def _is_former(row: MemberRow) -> bool:
    return row.kind is PersonKind.MEMBER and not row.current


def _hints() -> list[tuple[str, str]]:
    return [
        ("E", _("edit")),
        ("M", _("memberships")),
        ("O", _("offices")),
        ("I", _("same as")),
        ("Alt+Up", _("seat up")),
        ("Alt+Down", _("seat down")),
    ]
