"""The list of referrals."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.formats import Money
from app.i18n import _, ngettext
from app.queries.referrals import ReferralRow, Referrals, referrals
from app.queries.roster import Party, parties
from app.rules.slips import ReferralState
from app.services import slips
from app.ui.actions import Action
from app.ui.choosing.personfield import PersonField
from app.ui.choosing.spanfield import SpanField
from app.ui.closed_business.sheet import BusinessSheet
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.empty import EmptyState
from app.ui.listing import Filter, ListPage
from app.ui.referrals.columns import columns
from app.ui.referrals.sheet import ReferralSheet, advance_label, label_of
from app.ui.referrals.states import state_words
from app.ui.slips.cells import side_text
from app.ui.slips.foot import ListFoot
from app.ui.slips.refusing import refusal
from app.ui.tables import Column

_KEYS = {
    ReferralState.PASSED: "P|1",
    ReferralState.CONTACTED: "C|2",
    ReferralState.QUOTED: "Q|3",
    ReferralState.WON: "W|4",
    ReferralState.LOST: "L|5",
}
_FIELD = 132


class ReferralsPage(ListPage[ReferralRow]):
    """Every referral; its state is changed by a key, all else in the editor."""

    NAME = "referrals"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"slip", "meeting", "person", "setting"})

    def __init__(self, desk: Desk) -> None:
        self._parties: tuple[Party, ...] = ()
        self._money = Money()
        self._resting = 0
        self._span = SpanField(desk.today(), name=_("Period"))
        self._giver = PersonField((), name=_("Given by"), hint=_("From anybody"))
        self._receiver = PersonField((), name=_("Received by"), hint=_("To anybody"))
        super().__init__(desk)
        self.foot.addWidget(ListFoot(self.table, self.row_deeds, _hints()))
        self._span.currentIndexChanged.connect(self.rearrange)
        for field in (self._giver, self._receiver):
            field.setFixedWidth(_FIELD)
            field.picked.connect(self.rearrange)

    @override
    def heading(self) -> Heading:
        new = Action("referrals.new", _("New referral"), self._new, "Ctrl+N", "plus")
        words = ngettext("{n} has not moved for long", "{n} have not moved for long", self._resting)
        return Heading(_("Referrals"), note=words if self._resting else "", primary=new)

    @override
    def columns(self) -> Sequence[Column[ReferralRow]]:
        return columns(self._advance, lambda: self._money)

    @override
    def filters(self) -> Sequence[Filter[ReferralRow]]:
        return (
            Filter(_("Open"), lambda row: row.open, "state"),
            Filter(_("Not moved"), lambda row: row.stale, "state"),
            Filter(_("Business"), lambda row: row.state is ReferralState.WON, "state"),
            Filter(_("Lost"), lambda row: row.state is ReferralState.LOST, "state"),
        )

    @override
    def fields(self) -> Sequence[QWidget]:
        return (self._giver, self._receiver, self._span)

    @override
    def keeps(self, row: ReferralRow) -> bool:
        giver, receiver = self._giver.person_id, self._receiver.person_id
        return (
            self._span.covers(row.dated_on)
            and giver in (None, row.giver.person_id)
            and receiver in (None, row.receiver.person_id)
        )

    @override
    def key(self, row: ReferralRow) -> int:
        return row.slip_id

    @override
    def searched(self, row: ReferralRow) -> str:
        return f"{side_text(row.giver)} {side_text(row.receiver)} {row.note}"

    @override
    def emptiness(self) -> EmptyState:
        return EmptyState(
            _("No referrals yet"),
            _("They are handed in at a meeting. What comes in between is entered here and counts "
              "to the next one."),
            icon="referrals",
            action=self.heading().primary,
        )  # fmt: skip

    @override
    def row_deeds(self, row: ReferralRow) -> Sequence[Action]:
        steps = [
            Action(
                f"referral.{state}",
                state_words(state),
                partial(self._advance, row, state),
                key,
                enabled=state is not row.state,
            )
            for state, key in _KEYS.items()
        ]
        return (
            *steps,
            Action("referral.thank", _("Thank for this …"), partial(self._thank, row), "T",
                   "closed-business", group=1),
            Action("referral.edit", _("Edit …"), partial(self.open_row, row), "E", "pencil",
                   group=1),
            Action("referral.remove", _("Remove"), partial(self._remove, row), "Del", "trash",
                   group=1),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        today = self.desk.today()
        self.gateway.read(parties, today).then(self._on_parties)
        self.gateway.read(referrals, today).then(self._on_referrals)

    @Slot(object)
    @override
    def open_row(self, row: ReferralRow) -> None:
        self.desk.open_sheet(ReferralSheet(self.desk, self._parties, row))

    def _new(self) -> None:
        self.desk.open_sheet(ReferralSheet(self.desk, self._parties, None))

    def _thank(self, row: ReferralRow) -> None:
        sheet = BusinessSheet(self.desk, self._parties, self._money, referral=row)
        self.desk.open_sheet(sheet)

    def _advance(self, row: ReferralRow, state: ReferralState) -> None:
        self.gateway.write(
            advance_label(row, state),
            slips.advance,
            slip_id=row.slip_id,
            state=state,
            on=self.desk.today(),
        )

    def _remove(self, row: ReferralRow) -> None:
        label = _("{referral} removed").format(referral=label_of(row))
        self.gateway.write(label, slips.remove, slip_id=row.slip_id).otherwise(
            partial(refusal, self.desk, row)
        )

    @Slot(object)
    def _on_parties(self, found: tuple[Party, ...]) -> None:
        self._parties = found
        self._giver.know(found)
        self._receiver.know(found)

    @Slot(object)
    def _on_referrals(self, found: Referrals) -> None:
        self._money = found.money
        self._resting = sum(1 for row in found.rows if row.stale)
        self.show_rows(found.rows)
        self.desk.count("referrals", str(self._resting) if self._resting else "")
        self.heading_changed.emit()


def _hints() -> list[tuple[str, str]]:
    return [
        ("P", _("passed on")),
        ("C", _("contacted")),
        ("Q", _("quoted")),
        ("W", _("business")),
        ("L", _("lost")),
        ("T", _("thank for this")),
        ("E", _("edit")),
        ("Del", _("remove")),
    ]
