"""The list of closed business, added up at its foot."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _
from app.queries.closed_business import Business, BusinessRow, closed_business
from app.queries.roster import Party, parties
from app.services import newcomers, slips
from app.ui.actions import Action
from app.ui.choosing.spanfield import SpanField
from app.ui.closed_business.columns import columns
from app.ui.closed_business.sheet import BusinessSheet, label_of
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.slips.cells import counts, side_text
from app.ui.slips.foot import ListFoot
from app.ui.slips.refusing import refusal
from app.ui.tables import Column


class BusinessPage(ListPage[BusinessRow]):
    """Every thank-you; what the rows shown add up to stands at the foot."""

    NAME = "business"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"slip", "meeting", "person", "chapter"})

    def __init__(self, desk: Desk) -> None:
        self._parties: tuple[Party, ...] = ()
        self._money = Money()
        self._span = SpanField(desk.today(), name=_("Period"))
        super().__init__(desk)
        self._foot = ListFoot(self.table, self.row_deeds, _hints())
        self.foot.addWidget(self._foot)
        self._span.currentIndexChanged.connect(self.rearrange)

    @override
    def heading(self) -> Heading:
        new = Action("business.new", _("New closed business"), self._new, "Ctrl+N", "plus")
        return Heading(_("Closed business"), primary=new)

    @override
    def columns(self) -> Sequence[Column[BusinessRow]]:
        return columns(self._amend, lambda: self._money)

    @override
    def filters(self) -> Sequence[Filter[BusinessRow]]:
        return (
            Filter(_("New"), lambda row: not row.repeat, "repeat"),
            Filter(_("Repeat"), lambda row: row.repeat, "repeat"),
            Filter(_("Without thanker"), lambda row: row.thanker.person_id is None),
        )

    @override
    def fields(self) -> Sequence[QWidget]:
        return (self._span,)

    @override
    def keeps(self, row: BusinessRow) -> bool:
        return self._span.covers(row.dated_on)

    @override
    def key(self, row: BusinessRow) -> int:
        return row.slip_id

    @override
    def searched(self, row: BusinessRow) -> str:
        people = f"{side_text(row.thanker)} {side_text(row.giver)} {row.other_chapter}"
        return f"{people} {row.note} {self._money.exact(row.amount)}"

    @override
    def arranged(self) -> Sequence[BusinessRow]:
        rows = super().arranged()
        self._add_up(rows)
        return rows

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("No closed business yet"),
            _("Members say thanks at a meeting, or thank for a referral on its page."),
            icon="closed-business",
            action=self.heading().primary,
        )

    @override
    def row_deeds(self, row: BusinessRow) -> Sequence[Action]:
        return (
            Action("business.edit", _("Edit …"), partial(self.open_row, row), "E", "pencil"),
            Action("business.remove", _("Remove"), partial(self._remove, row), "Del", "trash"),
        )

    @override
    def reload(self) -> None:
        self.gateway.read(parties, self.desk.today()).then(self._on_parties)
        self.gateway.read(closed_business).then(self._on_business)

    @Slot(object)
    @override
    def open_row(self, row: BusinessRow) -> None:
        self.desk.open_sheet(BusinessSheet(self.desk, self._parties, self._money, row))

    def _new(self) -> None:
        self.desk.open_sheet(BusinessSheet(self.desk, self._parties, self._money))

    def _amend(self, row: BusinessRow, **changed: object) -> None:
        facts: dict[str, object] = {
            "slip_id": row.slip_id,
            "version": row.version,
            "giver_id": row.giver.person_id,
            "receiver_id": row.thanker.person_id,
            "tier": row.tier,
            "amount": row.amount,
            "repeat": row.repeat,
            "note": row.note,
        }
        label = _("{thanks} corrected").format(thanks=label_of(row, self._money))
        self.gateway.write(
            label, newcomers.with_sides, deed=slips.amend, sides={}, facts=facts | changed
        ).otherwise(partial(refusal, self.desk, row))

    def _remove(self, row: BusinessRow) -> None:
        label = _("{thanks} removed").format(thanks=label_of(row, self._money))
        self.gateway.write(label, slips.remove, slip_id=row.slip_id).otherwise(
            partial(refusal, self.desk, row)
        )

    def _add_up(self, rows: Sequence[BusinessRow]) -> None:
        total = sum(row.amount for row in rows if counts(row))
        words = _("Sum {symbol} {amount}").format(
            symbol=self._money.symbol(), amount=self._money.whole(total)
        )
        self._foot.say(words if rows else "")

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found

    @Slot(object)
    def _on_business(self, found: Business) -> None:
        self._money = found.money
        self.show_rows(found.rows)


def _hints() -> list[tuple[str, str]]:
    return [("E", _("edit")), ("Del", _("remove"))]
