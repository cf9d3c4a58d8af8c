"""The editor of one one-to-one."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from typing_extensions import override

from app.i18n import _
from app.queries.one_to_ones import OneToOneRow, one_to_ones
from app.queries.roster import Party
from app.services import slips
from app.ui.choosing.clash import known
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.slips.sheet import SlipSheet


class OneToOneSheet(SlipSheet):
    """Asks who met whom; a pair may be given to begin with."""

    def __init__(
        self,
        desk: Desk,
        parties: Sequence[Party],
        row: OneToOneRow | None = None,
        pair: tuple[int, int] | None = None,
    ) -> None:
        title = _("New one-to-one") if row is None else _("One-to-one")
        super().__init__(desk, title, parties, row)
        self._row = row
        self.member = self.add_person(_("Member"), hint=_("Who hands the slip in."))
        self.partner = self.add_person(_("Partner"), hint=_("Members both get one credit."))
        self.note = LineField(name=_("Note"))
        self.form.add(_("Note"), self.note)
        one, other = pair or (None, None)
        if row is not None:
            one, other = row.member.person_id, row.partner.person_id
            self.note.setText(row.note)
        self.member.show_person(one)
        self.partner.show_person(other)
        self.close_fields(self.member, self.partner, self.note)
        self.begun = known(self)

    @override
    def ask_again(self) -> None:
        self.desk.gateway.read(one_to_ones).then(self._on_others)

    @Slot(object)
    def _on_others(self, found: tuple[OneToOneRow, ...]) -> None:
        own = self._row.slip_id if self._row else None
        row = next((one for one in found if one.slip_id == own), None)
        if row is not None:
            self._row = row
            self.meet(OneToOneSheet(self.desk, self.parties, row))

    @override
    def store(self) -> None:
        if not self.complete():
            return
        one, other = self.member.side, self.partner.side
        facts: dict[str, object] = {"dated_on": self.stored_day(), "note": self.note.text()}
        label = one_to_one_label(one.name if one else "", other.name if other else "")
        if self._row is None:
            sides = {"member_id": one, "partner_id": other}
            self.write(label, slips.record_one_to_one, sides, facts)
            return
        facts |= {"slip_id": self._row.slip_id, "version": self._row.version}
        sides = {"giver_id": one, "receiver_id": other}
        self.write(_("{slip} corrected").format(slip=label), slips.amend, sides, facts)


def one_to_one_label(one: str, other: str) -> str:
    """Return what a one-to-one is called in the history."""
    return _("One-to-one of {one} with {other}").format(one=one, other=other)
