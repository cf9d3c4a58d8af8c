"""The page of one member, as officers see it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.member import MemberCard, member_card
from app.queries.member_activity import MemberActivity, member_activity
from app.queries.members import MemberRow
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.columns import PairColumns
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.member.beside import Beside
from app.ui.member.figures import FigureBand, span_words
from app.ui.member.legend import Legend
from app.ui.member.partners import PartnerPanel
from app.ui.member.quarters import quarters
from app.ui.member.record import RecordPanel, contact_pairs, membership_pairs
from app.ui.member.referrals import ReferralPanel
from app.ui.member.strip import AttendanceStrip
from app.ui.members.opening import Editors
from app.ui.members.sheet import Tab
from app.ui.page import MARGINS, Page
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

_ROOM_FOR_LEGEND = 680
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)


class MemberView(Page):
    """Everything an officer may see of a member.

    Signals:
        left: The list of all members is wanted.
        shown: Another member is shown. Carries the id.
    """

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"person", "spell", "classification", "holder", "mark", "slip", "meeting", "setting"}
    )

    left = Signal()
    shown = Signal(int)

    def __init__(self, desk: Desk, editors: Editors, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._editors = editors
        self._person_id: int | None = None
        self._card: MemberCard | None = None
        self._neighbours: Sequence[MemberRow] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_parts()
        self._lay_out()

    def show_member(self, person_id: int, neighbours: Sequence[MemberRow]) -> None:
        """Show somebody; the neighbours are who can be gone to from here."""
        self._person_id = person_id
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
        edit = Action("member.edit", _("Edit"), self._edit, "Ctrl+E", "pencil")
        return Heading(
            card.name,
            note=self._note(card),
            primary=edit,
            back=self._neighbour(-1, _("Member before"), "Alt+Left"),
            forward=self._neighbour(1, _("Member after"), "Alt+Right"),
        )

    @override
    def deeds(self) -> Sequence[Action]:
        return (
            Action("member.all", _("All members"), self.left.emit, "Ctrl+Backspace", "members"),
            Action("member.membership", _("Memberships …"), partial(self._edit, Tab.MEMBERSHIPS),
                   icon="refresh"),
            Action("member.offices", _("Offices …"), partial(self._edit, Tab.OFFICES),
                   icon="members"),
        )  # fmt: skip

    @override
    def reload(self) -> None:
        if self._person_id is None:
            return
        today = self.desk.today()
        self._editors.reload()
        self.gateway.read(member_card, self._person_id).then(self._on_card)
        self.gateway.read(member_activity, self._person_id, today).then(self._on_activity)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= _ROOM_FOR_LEGEND)

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

    def _make_parts(self) -> None:
        self._span = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self._figures = FigureBand()
        self._legend = Legend()
        self._strip = AttendanceStrip()
        self._given = ReferralPanel(_("Referrals given"), lambda row: row.receiver)
        self._received = ReferralPanel(_("Referrals received"), lambda row: row.giver)
        self._partners = PartnerPanel()
        self._contact = RecordPanel(_("Contact"))
        self._membership = RecordPanel(_("Membership"))
        self._quarters = PairColumns(name=_("Referrals by quarter"))

    def _lay_out(self) -> None:
        head = SectionHead(_("Attendance, twelve months"))
        head.add(self._legend)
        inside = QWidget()
        inside.setObjectName("plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGINS)
        column.setSpacing(8)
        column.addWidget(self._span)
        column.addWidget(self._figures)
        column.addSpacing(8)
        column.addWidget(head)
        column.addSpacing(4)
        column.addWidget(self._strip)
        column.addSpacing(8)
        column.addWidget(Beside((self._given, self._received, self._partners)))
        column.addSpacing(8)
        column.addWidget(Beside((self._contact, self._membership, self._by_quarter())))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _by_quarter(self) -> QWidget:
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(SectionHead(_("Referrals by quarter"), _("given, received")))
        layout.addSpacing(6)
        layout.addWidget(self._quarters, 1)
        return panel

    @Slot(object)
    def _on_card(self, card: MemberCard) -> None:
        if card.person_id != self._person_id:
            return
        self._card = card
        self._contact.show_pairs(contact_pairs(card))
        self._membership.show_pairs(membership_pairs(card))
        self.heading_changed.emit()

    @Slot(object)
    def _on_activity(self, activity: MemberActivity) -> None:
        today = self.desk.today()
        words = _("{span}, beside the median of the chapter")
        self._span.say(words.format(span=span_words(activity)))
        self._figures.show_activity(activity)
        self._legend.count(activity.weeks)
        self._strip.show_weeks(activity.weeks, activity.window)
        self._given.show_rows(activity.given)
        self._received.show_rows(activity.received)
        self._partners.show_partners(activity.partners, today)
        self._quarters.show_pairs(quarters(activity.given, activity.received, today))
