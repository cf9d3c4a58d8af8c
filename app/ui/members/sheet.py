"""The editor of a member: details, memberships and offices."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import Slot
from typing_extensions import override

from app.errors import AppError, ConflictError
from app.i18n import _
from app.queries.classifications import Profession
from app.queries.member import MemberCard, member_card
from app.queries.roster import Party
from app.services import roster
from app.ui.choosing.clash import ComparedSheet, known
from app.ui.desk import Desk
from app.ui.gateway import Change
from app.ui.kit.segmented import SegmentedControl
from app.ui.members.details import DetailsForm
from app.ui.members.offices import OfficesForm
from app.ui.members.spells import SpellsForm
from app.wording import sentence

_PARTS = frozenset({"spell", "holder"})


class Tab(IntEnum):
    """The parts of the editor."""

    DETAILS = 0
    MEMBERSHIPS = 1
    OFFICES = 2


class MemberSheet(ComparedSheet):
    """Details are stored together; memberships and offices as soon as each is changed."""

    def __init__(
        self,
        desk: Desk,
        parties: Sequence[Party],
        professions: Sequence[Profession],
        card: MemberCard | None,
    ) -> None:
        admitting = _("Admit a member")
        super().__init__(card.name if card else admitting, store_words="" if card else admitting)
        self._desk, self._card = desk, card
        self._known_to = parties, professions
        self.details = DetailsForm(desk, parties, professions, card)
        self.spells = SpellsForm(desk)
        self.offices = OfficesForm(desk)
        self._parts = (self.details, self.spells, self.offices)
        self.tabs = SegmentedControl(
            (_("Details"), _("Memberships"), _("Offices")), name=_("Part of the editor")
        )
        self.tabs.setVisible(card is not None)
        self.tabs.chosen.connect(self.show_tab)
        self.body.addWidget(self.tabs)
        for part in self._parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.spells.refused.connect(self._on_part_refused)
        self.offices.refused.connect(self._on_part_refused)
        desk.gateway.changed.connect(self._on_changed)
        if card is not None:
            self._show(card)
        self.show_tab(Tab.DETAILS)
        self.begun = known(self.details)

    @Slot(int)
    def show_tab(self, tab: int) -> None:
        """Show one part of the editor."""
        self.tabs.choose(tab)
        for number, part in enumerate(self._parts):
            part.setVisible(number == tab)
        for place in range(self.foot.count()):
            item = self.foot.itemAt(place)
            part_of_foot = item.widget() if item is not None else None
            if part_of_foot is not None:
                part_of_foot.setVisible(tab == Tab.DETAILS)

    @override
    def begin(self) -> None:
        if self.tabs.current == Tab.DETAILS:
            self.details.given.setFocus()
        else:
            self.tabs.setFocus()

    @override
    def store(self) -> None:
        if self.tabs.current != Tab.DETAILS or not self.details.complete():
            return
        name = self.details.full_name()
        if self._card is None:
            answer = self._desk.gateway.write(
                _("{name} admitted as a member").format(name=name),
                roster.admit,
                **self.details.admission(),
            )
        else:
            answer = self._desk.gateway.write(
                _("Details of {name} corrected").format(name=name),
                roster.correct,
                person_id=self._card.person_id,
                version=self._card.version,
                **self.details.correction(),
            )
        self.keep(answer)

    @override
    def ask_again(self) -> None:
        self._read_card(self._on_other)

    def _show(self, card: MemberCard) -> None:
        self.spells.show_card(card)
        self.offices.show_card(card)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """Show memberships and offices as they are; details stay as they were begun."""
        if change.tables & _PARTS:
            self._read_card(self._show)

    @Slot(object)
    def _on_part_refused(self, error: AppError) -> None:
        if not isinstance(error, ConflictError):
            self.refuse(sentence(error))
        self._read_card(self._show)

    def _read_card(self, then: Callable[[MemberCard], object]) -> None:
        if self._card is not None:
            self._desk.gateway.read(member_card, self._card.person_id).then(then)

    @Slot(object)
    def _on_other(self, card: MemberCard) -> None:
        self._card = card
        self._show(card)
        self.meet(MemberSheet(self._desk, *self._known_to, card))
