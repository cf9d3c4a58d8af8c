"""The one-to-ones that were held."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.one_to_ones import OneToOneRow, one_to_ones
from app.queries.roster import Party, parties
from app.rules.people import PersonKind
from app.services import slips
from app.ui.actions import Action
from app.ui.choosing.personfield import PersonField
from app.ui.choosing.spanfield import SpanField
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.one_to_ones.sheet import OneToOneSheet, one_to_one_label
from app.ui.slips.cells import date_column, note_column, side_column, side_text
from app.ui.slips.foot import ListFoot
from app.ui.slips.refusing import refusal
from app.ui.tables import Column

_FIELD = 148


class HeldPage(ListPage[OneToOneRow]):
    """Every one-to-one in the book."""

    NAME = "one-to-ones"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"slip", "meeting", "person"})

    def __init__(self, desk: Desk) -> None:
        self._parties: tuple[Party, ...] = ()
        self._who = PersonField((), name=_("With"), hint=_("With anybody"))
        self._span = SpanField(desk.today(), name=_("Period"))
        super().__init__(desk)
        self._who.setFixedWidth(_FIELD)
        self._who.picked.connect(self.rearrange)
        self._span.currentIndexChanged.connect(self.rearrange)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))

    @override
    def heading(self) -> Heading:
        new = Action("one-to-ones.new", _("New one-to-one"), self.new, "Ctrl+N", "plus")
        return Heading(_("One-to-ones"), primary=new)

    @override
    def columns(self) -> Sequence[Column[OneToOneRow]]:
        return (
            date_column(),
            side_column(_("Member"), lambda row: row.member, width=240),
            side_column(_("Partner"), lambda row: row.partner, width=240),
            note_column(),
        )

    @override
    def filters(self) -> Sequence[Filter[OneToOneRow]]:
        return (Filter(_("With other chapters"), _crosses),)

    @override
    def fields(self) -> Sequence[QWidget]:
        return (self._who, self._span)

    @override
    def keeps(self, row: OneToOneRow) -> bool:
        wanted = self._who.person_id
        sides = (None, row.member.person_id, row.partner.person_id)
        return wanted in sides and self._span.covers(row.dated_on)

    @override
    def key(self, row: OneToOneRow) -> int:
        return row.slip_id

    @override
    def searched(self, row: OneToOneRow) -> str:
        return f"{side_text(row.member)} {side_text(row.partner)} {row.note}"

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("No one-to-ones yet"),
            _("They are handed in at a meeting, or entered here and count to the next one."),
            icon="one-to-ones",
            action=self.heading().primary,
        )

    @override
    def row_deeds(self, row: OneToOneRow) -> Sequence[Action]:
        return (
            Action("one-to-one.edit", _("Edit …"), partial(self.open_row, row), "E", "pencil"),
            Action("one-to-one.remove", _("Remove"), partial(self._remove, row), "Del", "trash"),
        )

    @override
    def reload(self) -> None:
        self.gateway.read(parties, self.desk.today()).then(self._on_parties)
        self.gateway.read(one_to_ones).then(self.show_rows)

    @Slot(object)
    @override
    def open_row(self, row: OneToOneRow) -> None:
        self.desk.open_sheet(OneToOneSheet(self.desk, self._parties, row))

    def new(self) -> None:
        """Ask for another one."""
        self.desk.open_sheet(OneToOneSheet(self.desk, self._parties))

    def _remove(self, row: OneToOneRow) -> None:
        label = one_to_one_label(row.member.name, row.partner.name)
        words = _("{slip} removed").format(slip=label)
        self.gateway.write(words, slips.remove, slip_id=row.slip_id).otherwise(
            partial(refusal, self.desk, row)
        )

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found
        self._who.know(found)


def _crosses(row: OneToOneRow) -> bool:
    return PersonKind.EXTERNAL in (row.member.kind, row.partner.kind)


def _hints() -> list[tuple[str, str]]:
    return [("E", _("edit")), ("Del", _("remove"))]
