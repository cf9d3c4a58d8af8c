"""The page of one member: as an officer sees it, as he does himself, as other members do."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.member import MemberCard, member_seen
from app.queries.member_activity import MemberActivity, member_activity
from app.queries.member_letters import MemberLetters, member_letters
from app.queries.members import MemberRow
from app.queries.standing import Standing, standing
from app.rules.privacy import Audience
from app.rules.returns import Costs
from app.services import own_figures
from app.ui.actions import Action, views
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.scrolled import scrolled
from app.ui.member.body import MemberBody
from app.ui.member.viewer import AUDIENCES
from app.ui.members.opening import Editors
from app.ui.members.personal import EraseSheet, HandOver
from app.ui.members.sheet import Tab
from app.ui.page import Page

_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)


class MemberView(Page):
    """Everything somebody may see of a member.

    Signals:
        left: The list of all members is wanted.
        shown: Another member is shown. Carries the id.
    """

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"person", "spell", "classification", "holder", "mark", "slip", "meeting", "setting"}
        | {"official_row", "own_profile", "own_figures", "letter", "ruling"}
    )

    left = Signal()
    shown = Signal(int)

    def __init__(self, desk: Desk, editors: Editors, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._editors = editors
        self._person_id: int | None = None
        self._audience = Audience.OFFICERS
        self._profile: str | None = None
        self._card: MemberCard | None = None
        self._neighbours: Sequence[MemberRow] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        memberships, committee = partial(self._edit, Tab.MEMBERSHIPS), partial(desk.go, "committee")
        self.body = MemberBody(self._edit, memberships, committee, self)
        self.body.viewer.chosen.connect(self._on_seen_as)
        self.body.score.explained.connect(self._explain)
        self.body.score.profile_wanted.connect(self._on_profile)
        self.body.cost.entered.connect(self._on_costs)
        self._hand_over = HandOver(desk, self)
        self._lay_out()

    def show_member(self, person_id: int, neighbours: Sequence[MemberRow]) -> None:
        """Show somebody as officers see him; the neighbours are who can be gone to from here."""
        self._person_id = person_id
        self._audience, self._profile = Audience.OFFICERS, None
        self._neighbours = neighbours
        self._card = None
        self.mark_stale()
        self.shown.emit(person_id)

    def know_neighbours(self, neighbours: Sequence[MemberRow]) -> None:
        """Go to these from here, from now on."""
        self._neighbours = neighbours
        self.heading_changed.emit()

    @override
    def heading(self) -> Heading:
        card = self._card
        if card is None:
            return Heading(_("Member"))
        out = Action(
            "member.statement", _("Print statement …"), self._print_statement, "Ctrl+P", "print"
        )
        return Heading(
            card.name,
            note=self._note(card),
            primary=out,
            back=self._neighbour(-1, _("Member before"), "Alt+Left"),
            forward=self._neighbour(1, _("Member after"), "Alt+Right"),
        )

    @override
    def deeds(self) -> Sequence[Action]:
        return (
            Action("member.all", _("All members"), self.left.emit, "Ctrl+Backspace", "members"),
            Action("member.edit", _("Edit"), self._edit, "Ctrl+E", "pencil"),
            Action("member.membership", _("Memberships …"), partial(self._edit, Tab.MEMBERSHIPS),
                   icon="refresh"),
            Action("member.offices", _("Offices …"), partial(self._edit, Tab.OFFICES),
                   icon="members"),
            Action("member.data", _("All that is kept about this person …"), self._hand_out,
                   icon="save"),
            Action("member.erase", _("Erase …"), self._erase, icon="person-x",
                   enabled=self._is_former() and not self.gateway.read_only),
            *views(_views(), self._turn_to, at=AUDIENCES.index(self._audience)),
            Action("member.costs", _("What membership costs me …"), self._enter_costs,
                   "Alt+Shift+2", "pencil", group=1, enabled=self._audience is Audience.OWN),
        )  # fmt: skip

    def _is_former(self) -> bool:
        return self._card is not None and all(one.left_on for one in self._card.spells)

    def _hand_out(self) -> None:
        if self._person_id is not None:
            self._hand_over.ask(self._person_id)

    def _erase(self) -> None:
        if self._card is not None:
            self.desk.open_sheet(EraseSheet(self.desk, self._card.person_id, self._card.name))

    @override
    def reload(self) -> None:
        if self._person_id is None:
            return
        shown, today, audience = self._person_id, self.desk.today(), self._audience
        self._editors.reload()
        self.gateway.read(member_seen, shown, audience=audience).then(
            partial(self._on_card, audience)
        )
        self.gateway.read(member_activity, shown, today, audience=audience).then(
            partial(self._on_activity, shown)
        )
        self.gateway.read(member_letters, shown, today, audience=audience).then(
            partial(self._on_letters, shown)
        )
        self._ask_standing()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BACK:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _note(self, card: MemberCard) -> str:
        row = next((row for row in self._neighbours if row.person_id == card.person_id), None)
        seat = _("seat {number}").format(number=row.number) if row and row.number else ""
        former = "" if card.open_spell else _("former member")
        return ", ".join(filter(None, (card.classification, seat, former)))

    def _neighbour(self, step: int, words: str, key: str) -> Action | None:
        ids = [int(row.person_id) for row in self._neighbours]
        if self._person_id not in ids:
            return None
        place = ids.index(self._person_id) + step
        known = 0 <= place < len(ids)
        go = partial(self._go, ids[place] if known else self._person_id)
        return Action(f"member.{step}", words, go, key, enabled=known)

    def _go(self, person_id: int) -> None:
        self.show_member(person_id, self._neighbours)

    def _edit(self, tab: Tab = Tab.DETAILS) -> None:
        if self._person_id is not None:
            self._editors.edit_member(self._person_id, tab)

    def _lay_out(self) -> None:
        scroll = scrolled(self.body, name=_("Member"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _turn_to(self, place: int) -> None:
        self._on_seen_as(AUDIENCES[place])

    @Slot(object)
    def _on_seen_as(self, audience: Audience) -> None:
        self._audience = audience
        self.mark_stale()
        self.heading_changed.emit()

    @Slot(str)
    def _on_profile(self, name: str) -> None:
        self._profile = name
        self._ask_standing()

    def _enter_costs(self) -> None:
        self.body.cost.enter()

    @Slot(object, object)
    def _on_costs(self, costs: Costs, seen: Costs) -> None:
        if self._card is None:
            return
        self.gateway.write(
            _("Own figures of {name}").format(name=self._card.name),
            own_figures.state,
            person_id=self._card.person_id,
            year_fee=costs.year_fee,
            entry_fee=costs.entry_fee,
            meeting_cost=costs.meeting_cost,
            lead_cost=costs.lead_cost,
            seen=seen,
        )

    @Slot()
    def _explain(self) -> None:
        self.desk.go("reports", ("explain-sheet", self._person_id))

    def _print_statement(self) -> None:
        self.desk.go("reports", ("member-statement", self._person_id))

    def _ask_standing(self) -> None:
        if self._person_id is None:
            return
        audience = self._audience
        self.gateway.read(
            standing, self._person_id, self.desk.today(), audience=audience, profile=self._profile
        ).then(partial(self._on_standing, self._person_id))

    def _on_standing(self, person_id: int, found: Standing) -> None:
        if person_id == self._person_id and found.audience is self._audience:
            self.body.show_standing(found)

    def _on_card(self, audience: Audience, card: MemberCard) -> None:
        if card.person_id != self._person_id or audience is not self._audience:
            return
        self._card = card
        self.body.show_card(card, audience)
        self.heading_changed.emit()

    def _on_activity(self, person_id: int, activity: MemberActivity) -> None:
        if person_id == self._person_id and activity.audience is self._audience:
            self.body.show_activity(activity, self.desk.today())

    def _on_letters(self, person_id: int, found: MemberLetters) -> None:
        if person_id == self._person_id and found.audience is self._audience:
            self.body.show_letters(found)


def _views() -> tuple[tuple[str, str], ...]:
    return (
        (f"member.as.{Audience.OFFICERS}", _("See the page as an officer")),
        (f"member.as.{Audience.OWN}", _("See the page as the member himself")),
        (f"member.as.{Audience.ROOM}", _("See the page as other members do")),
    )
