"""When somebody belonged to the chapter: correcting days, ending, coming back."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.member import MemberCard, SpellRow
from app.services import memberships, roster
from app.ui.choosing.renewalfield import RenewalField
from app.ui.desk import Desk
from app.ui.kit.button import Button, Kind
from app.ui.kit.datefield import DateField
from app.ui.kit.field import LineField
from app.ui.kit.form import Form
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.members.card_form import CardForm
from app.ui.theme import Tone


class SpellsForm(CardForm):
    """One block a membership, then one for what may come next: leaving, or coming back."""

    @override
    def blocks(self, card: MemberCard) -> Iterator[QWidget]:
        for spell in card.spells:
            yield _SpellBlock(self._desk, spell, card, self)
        yield (
            _Leaving(self._desk, card, self) if card.open_spell else _Return(self._desk, card, self)
        )


class _SpellBlock(QWidget):
    """One membership: from, to, renewal."""

    def __init__(self, desk: Desk, spell: SpellRow, card: MemberCard, form: SpellsForm) -> None:
        super().__init__()
        self._desk, self._spell, self._card, self._form = desk, spell, card, form
        today = desk.today()
        self._from = DateField(name=_("Member since"), today=today, day=spell.joined_on)
        self._to = DateField(name=_("Member until"), today=today, day=spell.left_on)
        self._due = DateField(name=_("Renewal due"), today=today, day=spell.renewal_due)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._head())
        fields = Form()
        fields.add(_("Member since"), self._from, hint=_("Empty: since before this book."))
        open_still = spell.left_on is None
        fields.add(_("Renewal due"), self._due).setVisible(open_still)
        first_day = _("The first day as no member any more.")
        fields.add(_("Left on"), self._to, hint=first_day).setVisible(not open_still)
        layout.addWidget(fields)
        if spell.reason:
            reason = _("Reason: {reason}").format(reason=spell.reason)
            layout.addWidget(PlainLabel(reason, tone=Tone.MUTED, wrap=True))
        for field in (self._from, self._to, self._due):
            field.picked.connect(self._on_picked)

    def _head(self) -> SectionHead:
        spell = self._spell
        start = formats.DASH if spell.joined_on is None else formats.day_full(spell.joined_on)
        words = _("since {day}").format(day=start)
        if spell.left_on is not None:
            words = _("{start} to {end}").format(start=start, end=formats.day_full(spell.left_on))
        head = SectionHead(_("Member"), words, quiet=True)
        if len(self._card.spells) > 1:
            strike = Button("", kind=Kind.QUIET, icon="trash", name=_("Remove this membership"))
            strike.clicked.connect(self._on_strike)
            head.add(strike)
        return head

    @Slot(object)
    def _on_picked(self, _day: object) -> None:
        label = _("Membership of {name} corrected").format(name=self._card.name)
        self._desk.gateway.write(
            label,
            memberships.correct,
            spell_id=self._spell.spell_id,
            version=self._spell.version,
            joined_on=self._from.day,
            left_on=self._to.day,
            renewal_due=self._due.day,
        ).otherwise(self._form.on_refused)

    @Slot()
    def _on_strike(self) -> None:
        label = _("Membership of {name} removed").format(name=self._card.name)
        spell = self._spell
        self._desk.gateway.write(
            label, memberships.strike, spell_id=spell.spell_id, version=spell.version
        ).otherwise(self._form.on_refused)


class _Leaving(QWidget):
    """Asks when and why a membership ends."""

    def __init__(self, desk: Desk, card: MemberCard, form: SpellsForm) -> None:
        super().__init__()
        self._desk, self._card, self._form = desk, card, form
        today = desk.today()
        self._day = DateField(name=_("From this day no member"), today=today, day=today)
        self._reason = LineField(name=_("Reason"))
        end = Button(_("End the membership"), icon="person-x")
        end.clicked.connect(self._on_end)
        _stack(
            self,
            SectionHead(_("Leaving"), quiet=True),
            (_("From this day no member"), self._day),
            (_("Reason"), self._reason),
            button=end,
        )

    @Slot()
    def _on_end(self) -> None:
        self._desk.gateway.write(
            _("{name} left the chapter").format(name=self._card.name),
            roster.leave,
            person_id=self._card.person_id,
            on=self._day.day or self._desk.today(),
            reason=self._reason.text(),
        ).otherwise(self._form.on_refused)


class _Return(QWidget):
    """Asks when a former member comes back."""

    def __init__(self, desk: Desk, card: MemberCard, form: SpellsForm) -> None:
        super().__init__()
        self._desk, self._card, self._form = desk, card, form
        today = desk.today()
        self._day = DateField(name=_("Member again from"), today=today, day=today)
        self._due = RenewalField(desk)
        again = Button(_("Admit again"), icon="person")
        again.clicked.connect(self._on_again)
        _stack(
            self,
            SectionHead(_("Coming back"), quiet=True),
            (_("Member again from"), self._day),
            (_("Renewal due"), self._due),
            button=again,
        )

    @Slot()
    def _on_again(self) -> None:
        self._desk.gateway.write(
            _("{name} is a member again").format(name=self._card.name),
            roster.rejoin,
            person_id=self._card.person_id,
            on=self._day.day or self._desk.today(),
            renewal_due=self._due.day,
        ).otherwise(self._form.on_refused)


def _stack(block: QWidget, head: SectionHead, *rows: tuple[str, QWidget], button: Button) -> None:
    form = Form()
    for words, field in rows:
        form.add(words, field)
    layout = QVBoxLayout(block)
    layout.setContentsMargins(0, 12, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(head)
    layout.addWidget(form)
    line = QHBoxLayout()
    line.addWidget(button)
    line.addStretch(1)
    layout.addLayout(line)
