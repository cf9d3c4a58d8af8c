"""Two corrections of one slip: what the line said and what is stored now, part by part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.formats import DASH, Money
from app.i18n import _
from app.queries.meeting import MeetingSheet
from app.queries.meeting_slips import SlipRow
from app.queries.roster import Party
from app.rules import amounts
from app.rules.slip_entry import Understood
from app.rules.slips import SlipKind, Tier
from app.ui.choosing.clash import ComparedSheet, known
from app.ui.choosing.personfield import PersonField
from app.ui.gateway import Answer, Change
from app.ui.kit.field import LineField
from app.ui.kit.form import Form, FormRow
from app.ui.kit.segmented import SegmentedControl
from app.ui.meeting.slip_text import said_by
from app.ui.meeting.words import kind_name

_OF_TWO = {SlipKind.REFERRAL, SlipKind.ONE_TO_ONE, SlipKind.CLOSED_BUSINESS, SlipKind.TESTIMONIAL}
_MAY_BE_NOBODYS = {SlipKind.VISITOR, SlipKind.CLOSED_BUSINESS}
_COUNTED = {SlipKind.EDUCATION, SlipKind.CLOSED_BUSINESS}
_TIERS: dict[SlipKind, tuple[Tier | None, ...]] = {
    SlipKind.REFERRAL: (Tier.OUTSIDE, Tier.INSIDE),
    SlipKind.CLOSED_BUSINESS: (None, Tier.OUTSIDE, Tier.INSIDE, Tier.THIRD),
}

Correct = Callable[[SlipRow, Understood], Answer[Change]]
AskAgain = Callable[[Callable[[MeetingSheet, SlipRow], object]], object]


@dataclass(frozen=True, slots=True)
class Clash:
    """What the editor needs of the page: who may be meant, and how to store and to look again."""

    parties: Sequence[Party]
    money: Money
    correct: Correct
    ask_again: AskAgain


class LineClashSheet(ComparedSheet):
    """Shows what the line said; ``meet`` puts beside it what somebody else has stored.

    Signals:
        stored: One slip of the two stands in the book.
    """

    stored = Signal()

    def __init__(
        self, clash: Clash, slip: SlipRow, said: Understood, parent: QWidget | None = None
    ) -> None:
        super().__init__(kind_name(slip.kind), parent=parent)
        self._clash, self._slip = clash, slip
        self._form = Form()
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self._add_people(slip.kind)
        self._add_facts(slip.kind)
        self._show(said)
        self.begun = known(self)

    def begin_with(self, begun: SlipRow, now: SlipRow) -> None:
        """Show what stands stored ``now`` beside what was made of the slip as it had ``begun``."""
        before = self._of(begun)
        self.begun = known(before)
        before.deleteLater()
        self._show_now(now)

    @override
    def store(self) -> None:
        if self._complete():
            self.keep(self._clash.correct(self._slip, self._said()))

    @override
    def ask_again(self) -> None:
        self._clash.ask_again(self._on_now)

    def _on_now(self, _sheet: MeetingSheet, now: SlipRow) -> None:
        self._show_now(now)

    def _show_now(self, now: SlipRow) -> None:
        self._slip = now
        self.meet(self._of(now))

    def _of(self, slip: SlipRow) -> "LineClashSheet":
        """Return an editor of a slip as it is stored, which nobody sees."""
        return LineClashSheet(self._clash, slip, said_by(slip))

    def _add_people(self, kind: SlipKind) -> None:
        first, second = _sides(kind)
        self._first = PersonField(self._clash.parties, name=first)
        self._first_row = self._form.add(first, self._first)
        self._second = PersonField(self._clash.parties, name=second)
        self._second_row = self._form.add(second, self._second) if kind in _OF_TWO else None

    def _add_facts(self, kind: SlipKind) -> None:
        self._number, self._note = LineField(name=_("Amount")), LineField(name=_("Note"))
        self._guest, self._profession = LineField(name=_("Guest")), LineField(name=_("Profession"))
        self._tiers = _TIERS.get(kind, (None,))
        self._tier = SegmentedControl(tuple(map(_tier_name, self._tiers)), name=_("Tier"))
        self._repeat = SegmentedControl((_("New"), _("Repeat")), name=_("New or repeat business"))
        self._rows = {field: self._form.add(words, field) for words, field in self._facts_of(kind)}
        shown = {row.field for row in self.findChildren(FormRow)}
        for field in (self._second, self._number, self._guest, self._profession, self._note,
                      self._tier, self._repeat):  # fmt: skip
            if field not in shown:  # a slip of this kind has no such part
                field.setParent(self)
                field.hide()

    def _facts_of(self, kind: SlipKind) -> list[tuple[str, QWidget]]:
        note = (_("Note"), self._note)
        match kind:
            case SlipKind.REFERRAL:
                return [(_("Tier"), self._tier), note]
            case SlipKind.CLOSED_BUSINESS:
                amount = (_("Amount"), self._number)
                return [amount, (_("Business"), self._repeat), (_("Tier"), self._tier), note]
            case SlipKind.VISITOR:
                return [(_("Guest"), self._guest), (_("Profession"), self._profession)]
            case SlipKind.EDUCATION:
                return [(_("Units"), self._number), note]
            case _:
                return [note]

    def _show(self, said: Understood) -> None:
        self._first.show_side(said.first)
        self._second.show_side(said.second)
        amount = self._clash.money.exact(said.amount or 0)
        self._number.setText(amount if said.units is None else str(said.units))
        self._guest.setText(said.guest)
        self._profession.setText(said.profession)
        self._note.setText(said.note)
        self._tier.choose(self._tiers.index(said.tier) if said.tier in self._tiers else 0)
        self._repeat.choose(int(said.repeat))

    def _said(self) -> Understood:
        kind, number = self._slip.kind, self._read_number()
        return Understood(
            kind=kind,
            first=self._first.side,
            second=self._second.side if kind in _OF_TWO else None,
            tier=self._tiers[self._tier.current],
            amount=number if kind is SlipKind.CLOSED_BUSINESS else None,
            units=number if kind is SlipKind.EDUCATION else None,
            repeat=bool(self._repeat.current),
            guest=self._guest.text(),
            profession=self._profession.text(),
            note=self._note.text(),
            missing=(),
        )

    def _complete(self) -> bool:
        """Tell whether every part makes sense; say beside it where one does not."""
        kind = self._slip.kind
        fine = [_holds(self._first_row, self._first, needed=kind not in _MAY_BE_NOBODYS)]
        if self._second_row is not None:
            fine.append(_holds(self._second_row, self._second, needed=True))
        if kind in _COUNTED and not self._read_number():
            self._rows[self._number].say_wrong(_("Enter a number, such as 1200."))
            fine.append(False)
        return all(fine)

    def _read_number(self) -> int | None:
        words, money = self._number.text().strip(), self._clash.money
        if self._slip.kind is SlipKind.EDUCATION:
            return int(words) if words.isdecimal() else None
        return amounts.amount(words, decimals=money.decimals, grouping=money.grouping)

    @Slot(object)
    @override
    def on_stored(self, change: object) -> None:
        self.stored.emit()
        super().on_stored(change)


def _holds(row: FormRow, field: PersonField, *, needed: bool) -> bool:
    problem = field.problem(needed=needed)
    row.say_wrong(problem) if problem else row.accept()
    return not problem


def _sides(kind: SlipKind) -> tuple[str, str]:
    return {
        SlipKind.REFERRAL: (_("From"), _("To")),
        SlipKind.ONE_TO_ONE: (_("Who"), _("With whom")),
        SlipKind.CLOSED_BUSINESS: (_("Thanked by"), _("Thanks to")),
        SlipKind.VISITOR: (_("Invited by"), ""),
        SlipKind.EDUCATION: (_("Member"), ""),
        SlipKind.TESTIMONIAL: (_("From"), _("About")),
    }[kind]


def _tier_name(tier: Tier | None) -> str:
    names = {Tier.OUTSIDE: _("Outside"), Tier.INSIDE: _("Inside"), Tier.THIRD: _("Tier 3+")}
    return DASH if tier is None else names[tier]
