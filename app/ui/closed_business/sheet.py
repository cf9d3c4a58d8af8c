"""The editor of one thank-you for closed business."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from typing_extensions import override

from app import formats
from app.formats import Money
from app.i18n import _
from app.queries.closed_business import Business, BusinessRow, closed_business
from app.queries.referrals import ReferralRow
from app.queries.roster import Party
from app.rules import amounts
from app.rules.slip_entry import Side
from app.rules.slips import Tier
from app.services import slips
from app.ui.choosing.clash import known
from app.ui.desk import Desk
from app.ui.kit.field import LineField
from app.ui.kit.label import PlainLabel
from app.ui.kit.segmented import SegmentedControl
from app.ui.slips.sheet import SlipSheet
from app.ui.theme import Tone

_TIERS = (Tier.OUTSIDE, Tier.INSIDE, Tier.THIRD)


class BusinessSheet(SlipSheet):
    """Asks who thanks whom for how much; begun from a referral, it is linked to that."""

    def __init__(
        self,
        desk: Desk,
        parties: Sequence[Party],
        money: Money,
        row: BusinessRow | None = None,
        referral: ReferralRow | None = None,
    ) -> None:
        title = _("New closed business") if row is None else _("Closed business")
        super().__init__(desk, title, parties, row)
        self._row, self._referral, self._money = row, referral, money
        self.earner = self.add_person(
            _("Thanked by"), hint=_("Who earned the money; empty where nobody knows."), needed=False
        )
        self.chapter = LineField(name=_("Chapter of the thanker"))
        self._chapter_row = self.form.add(
            _("Chapter of the thanker"), self.chapter, hint=_("Where no more than that is known.")
        )
        self.earner.picked.connect(self._on_earner)
        self.giver = self.add_person(_("Thanks to"), hint=_("Whose referral it came from."))
        self.amount = LineField(name=_("Amount"))
        self._amount_row = self.form.add(
            _("Amount in {currency}").format(currency=money.currency), self.amount,
            hint=_("The invoice total without tax."),
        )  # fmt: skip
        self.repeat = SegmentedControl((_("New"), _("Repeat")), name=_("New or repeat business"))
        self.form.add(_("Business"), self.repeat)
        self.tier = SegmentedControl((_("Outside"), _("Inside"), _("Tier 3+")), name=_("Tier"))
        self.form.add(_("Tier"), self.tier)
        self.note = LineField(name=_("Note"))
        self.form.add(_("Note"), self.note)
        self._begin()
        self.close_fields(
            self.earner, self.giver, self.amount, self.repeat, self.tier, self.note, self.chapter
        )
        self.begun = known(self)

    @override
    def begin(self) -> None:
        if self._referral is not None:
            self.amount.setFocus()
        else:
            super().begin()

    @override
    def store(self) -> None:
        amount = self._read_amount()
        if not self.open:
            self.done()
        elif self.complete() and amount is not None:
            self._thank(amount) if self._row is None else self._correct(self._row, amount)
        elif amount is None:
            self._amount_row.say_wrong(_("Enter an amount, such as 1200 or 1.2k."))

    @override
    def ask_again(self) -> None:
        self.desk.gateway.read(closed_business).then(self._on_others)

    @Slot(object)
    def _on_others(self, found: Business) -> None:
        own = self._row.slip_id if self._row else None
        row = next((one for one in found.rows if one.slip_id == own), None)
        if row is not None:
            self._row = row
            self.meet(BusinessSheet(self.desk, self.parties, self._money, row))

    def _begin(self) -> None:
        if self._row is not None:
            self._show(self._row)
        elif self._referral is not None:
            self._show_referral(self._referral)
        self._on_earner(self.earner.side)

    @Slot(object)
    def _on_earner(self, side: Side | None) -> None:
        self._chapter_row.setVisible(side is None)

    def _show(self, row: BusinessRow) -> None:
        self.earner.show_person(row.thanker.person_id)
        self.giver.show_person(row.giver.person_id)
        self.amount.setText(self._money.exact(row.amount))
        self.repeat.choose(int(row.repeat))
        self.tier.choose(_TIERS.index(row.tier) if row.tier else 0)
        self.note.setText(row.note)
        self.chapter.setText(row.other_chapter)
        if row.referred_on is not None:
            self._say_origin(row.referred_on)

    def _show_referral(self, referral: ReferralRow) -> None:
        self.earner.show_person(referral.receiver.person_id)
        self.giver.show_person(referral.giver.person_id)
        self.repeat.choose(int(referral.thanked is not None))
        self.tier.choose(_TIERS.index(referral.tier) if referral.tier else 0)
        self.note.setText(referral.note)
        self._say_origin(referral.dated_on)

    def _say_origin(self, day: date) -> None:
        words = _("From the referral of {day}, which becomes business with it.")
        label = PlainLabel(words.format(day=formats.day_full(day)), tone=Tone.MUTED, wrap=True)
        self.body.insertWidget(self.body.indexOf(self.form), label)

    def _read_amount(self) -> int | None:
        money = self._money
        return amounts.amount(self.amount.text(), decimals=money.decimals, grouping=money.grouping)

    def _facts(self, amount: int) -> dict[str, object]:
        return {
            "dated_on": self.stored_day(),
            "amount": amount,
            "repeat": bool(self.repeat.current),
            "tier": _TIERS[self.tier.current],
            "note": self.note.text(),
            "other_chapter": self.chapter.text(),
        }

    def _thank(self, amount: int) -> None:
        sides = {"earner_id": self.earner.side, "giver_id": self.giver.side}
        facts = self._facts(amount)
        if self._referral is not None:
            facts["referral_id"] = self._referral.slip_id
        self.write(self._label(amount), slips.thank, sides, facts)

    def _correct(self, row: BusinessRow, amount: int) -> None:
        sides = {"receiver_id": self.earner.side, "giver_id": self.giver.side}
        facts = self._facts(amount) | {"slip_id": row.slip_id, "version": row.version}
        label = _("{thanks} corrected").format(thanks=self._label(amount))
        self.write(label, slips.amend, sides, facts)

    def _label(self, amount: int) -> str:
        giver = self.giver.side
        return _label("" if giver is None else giver.name, amount, self._money)


def label_of(row: BusinessRow, money: Money) -> str:
    """Return what a thank-you is called in the history; not by whom, since that is confidential."""
    return _label(row.giver.name, row.amount, money)


def _label(giver: str, amount: int, money: Money) -> str:
    return _("Closed business thanked to {name}: {symbol} {amount}").format(
        name=giver, symbol=money.symbol(), amount=money.exact(amount)
    )
