"""The editor of one referral."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from typing_extensions import override

from app.i18n import _
from app.queries.referrals import ReferralRow, Referrals, referrals
from app.queries.roster import Party
from app.rules.slip_entry import Side
from app.rules.slips import ReferralState, Tier
from app.services import slips
from app.ui.choosing.clash import known
from app.ui.desk import Desk
from app.ui.kit.field import ChoiceField, LineField
from app.ui.kit.segmented import SegmentedControl
from app.ui.referrals.states import state_words
from app.ui.slips.sheet import SlipSheet
from app.ui.tables.columns import Choice

_TIERS = (Tier.OUTSIDE, Tier.INSIDE)


class ReferralSheet(SlipSheet):
    """Asks who refers business to whom; of a completed meeting only the state may change."""

    def __init__(self, desk: Desk, parties: Sequence[Party], row: ReferralRow | None) -> None:
        title = _("New referral") if row is None else _("Referral")
        super().__init__(desk, title, parties, row)
        self._row = row
        if row is not None and not self.open:
            self._add_state(row)
        self.giver = self.add_person(_("From"))
        self.receiver = self.add_person(_("To"))
        self.tier = SegmentedControl((_("Outside"), _("Inside")), name=_("Tier"))
        self.form.add(
            _("Tier"), self.tier, hint=_("Inside: the giver buys himself. Outside: a third person.")
        )
        self.note = LineField(name=_("What it is about"), hint=_("such as kitchen refit"))
        self.form.add(_("What it is about"), self.note)
        self.contact = LineField(name=_("Contact"))
        self.form.add(_("Contact"), self.contact, hint=self._contact_hint())
        if row is not None:
            self._show(row)
        self.close_fields(self.giver, self.receiver, self.tier, self.note, self.contact)
        self.begun = known(self)

    @override
    def begin(self) -> None:
        if self.open:
            super().begin()
        else:
            self.state.setFocus()

    @override
    def store(self) -> None:
        if not self.open:
            self._advance()
        elif self.complete() and self._row is None:
            self._pass_on()
        elif self.complete() and self._row is not None:
            self._correct(self._row)

    @override
    def ask_again(self) -> None:
        self.desk.gateway.read(referrals, self.desk.today()).then(self._on_others)

    @Slot(object)
    def _on_others(self, found: Referrals) -> None:
        own = self._row.slip_id if self._row else None
        row = next((one for one in found.rows if one.slip_id == own), None)
        if row is not None:
            self._row = row
            self.meet(ReferralSheet(self.desk, self.parties, row))

    def _show(self, row: ReferralRow) -> None:
        self.giver.show_person(row.giver.person_id)
        self.receiver.show_person(row.receiver.person_id)
        self.tier.choose(_TIERS.index(row.tier) if row.tier in _TIERS else 0)
        self.note.setText(row.note)
        if self.open:
            self._add_state(row)

    def _add_state(self, row: ReferralRow) -> None:
        self.state = ChoiceField(
            [Choice(state, state_words(state)) for state in ReferralState], name=_("State")
        )
        self.state.choose(row.state)
        self.form.add(_("State"), self.state)

    def _contact_hint(self) -> str:
        if not self.open:
            kept = self._row is not None and self._row.has_contact
            return _("One is kept for giver and receiver.") if kept else ""
        if self._row is not None and self._row.has_contact:
            return _("One is kept for giver and receiver. What is typed here replaces it.")
        return _("Who expects the call. Only giver and receiver will see it.")

    def _pass_on(self) -> None:
        sides = {"giver_id": self.giver.side, "receiver_id": self.receiver.side}
        facts = {
            "dated_on": self.stored_day(),
            "tier": _TIERS[self.tier.current],
            "note": self.note.text(),
            "contact": self.contact.text(),
        }
        self.write(referral_label(*sides.values()), slips.pass_referral, sides, facts)

    def _correct(self, row: ReferralRow) -> None:
        sides = {"giver_id": self.giver.side, "receiver_id": self.receiver.side}
        facts = {
            "slip_id": row.slip_id,
            "version": row.version,
            "dated_on": self.stored_day(),
            "tier": _TIERS[self.tier.current],
            "note": self.note.text(),
            "contact": self.contact.text() or None,
        }
        label = _("{referral} corrected").format(referral=referral_label(*sides.values()))
        self.write(label, slips.amend, sides, facts, then=self._advance)

    @Slot(object)
    def _advance(self, _corrected: object = None) -> None:
        row, state = self._row, self.state.chosen()
        if row is None or not isinstance(state, ReferralState) or state is row.state:
            self.done()
            return
        facts = {"slip_id": row.slip_id, "state": state, "on": self.desk.today()}
        self.write(advance_label(row, state), slips.advance, {}, facts)


def referral_label(giver: Side | None, receiver: Side | None) -> str:
    """Return what a referral is called in the history."""
    names = {"giver": giver.name if giver else "?", "receiver": receiver.name if receiver else "?"}
    return _("Referral of {giver} to {receiver}").format(**names)


def label_of(row: ReferralRow) -> str:
    """Return what a referral in the book is called in the history."""
    names = {"giver": row.giver.name, "receiver": row.receiver.name}
    return _("Referral of {giver} to {receiver}").format(**names)


def advance_label(row: ReferralRow, state: ReferralState) -> str:
    """Return what a step of a referral is called in the history."""
    return _("Referral of {giver} to {receiver}: {state}").format(
        giver=row.giver.name, receiver=row.receiver.name, state=state_words(state)
    )
