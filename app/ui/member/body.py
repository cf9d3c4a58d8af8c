"""Everything on the page of one member, panel under panel, as much as its audience may see."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.member import MemberCard
from app.queries.member_activity import MemberActivity
from app.queries.member_letters import MemberLetters
from app.queries.standing import Standing
from app.rules.privacy import Audience
from app.ui.kit.columns import PairColumns
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.member.beside import Beside
from app.ui.member.cost import CostPanel
from app.ui.member.course import ScoreCourse
from app.ui.member.figures import FigureBand, span_words
from app.ui.member.legend import Legend
from app.ui.member.money import MoneyPanel
from app.ui.member.partners import PartnerPanel
from app.ui.member.quarters import pairs
from app.ui.member.record import (
    RecordPanel,
    committee_pairs,
    contact_pairs,
    membership_pairs,
)
from app.ui.member.referrals import ReferralPanel
from app.ui.member.score import ScorePanel
from app.ui.member.strip import AttendanceStrip
from app.ui.member.viewer import ViewerSwitch
from app.ui.page import BESIDE_BAR
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight

_ROOM_FOR_LEGEND = 680


class MemberBody(QWidget):
    """The panels; each is told what to show when its answer has come."""

    def __init__(
        self,
        edit: Callable[[], None],
        memberships: Callable[[], None],
        committee: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.viewer = ViewerSwitch()
        self.score = ScorePanel()
        self.figures = FigureBand()
        self.partners = PartnerPanel()
        self._span = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        self._legend = Legend()
        self._strip = AttendanceStrip()
        self.given = ReferralPanel(_("Referrals given"))
        self.received = ReferralPanel(_("Referrals received"))
        self.money = MoneyPanel()
        self.cost = CostPanel()
        self._course = ScoreCourse()
        self._quarters = PairColumns(name=_("Referrals by quarter"))
        self._contact = RecordPanel(_("Contact"), _("Edit"), edit)
        self._membership = RecordPanel(_("Membership"), _("Edit"), memberships)
        self._committee = RecordPanel(_("Attendance and letters"), _("Committee"), committee)
        self._lay_out()

    def show_card(self, card: MemberCard, audience: Audience) -> None:
        """Show who a member is."""
        self.viewer.show_view(audience, card.name)
        editable = audience is Audience.OFFICERS
        self._contact.show_pairs(contact_pairs(card), editable=editable)
        self._membership.show_pairs(membership_pairs(card), editable=editable)

    def show_letters(self, found: MemberLetters) -> None:
        """Show how a member stands with the committee, to whom it concerns."""
        pairs_of = committee_pairs(found)
        self._committee.show_pairs(pairs_of, editable=found.audience is Audience.OFFICERS)
        self._committee.setVisible(bool(pairs_of))
        self._record.arrange()

    def show_standing(self, found: Standing) -> None:
        """Show how a member stands."""
        self.score.show_standing(found)
        self._course.show_standing(found)
        if found.total is not None:
            self._strip.mark_window(found.window)
        self._course_panel.setVisible(any(one.total is not None for one in found.months))
        self._trends.arrange()

    def show_activity(self, activity: MemberActivity, today: date) -> None:
        """Show what a member did."""
        words = _("{span}, beside the median of the chapter")
        self._span.say(words.format(span=span_words(activity)))
        self.figures.show_activity(activity)
        self._legend.count(activity.weeks)
        self._strip.show_weeks(activity.weeks, activity.window)
        self.given.show_rows(activity.given)
        self.received.show_rows(activity.received)
        self.given.setVisible(activity.audience is not Audience.ROOM)
        self.received.setVisible(activity.audience is not Audience.ROOM)
        self._people.arrange()
        self.partners.show_partners(activity.partners, today)
        self._quarters.show_pairs(pairs(activity.quarters))
        self._own.setVisible(activity.own is not None)
        if activity.own is not None:
            self.money.show_money(activity.own.earned, activity.money)
            self.cost.show_own(activity.own, activity.money)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= _ROOM_FOR_LEGEND)

    def _lay_out(self) -> None:
        strip_head = SectionHead(_("Attendance, twelve months"))
        strip_head.add(self._legend)
        self._course_panel = _headed(_("Score, month by month"), "", self._course)
        by_quarter = _headed(_("Referrals by quarter"), _("given, received"), self._quarters)
        self._people = Beside((self.given, self.received, self.partners))
        self._own = Beside((self.money, self.cost), shares=(3, 2))
        self._trends = Beside((self._course_panel, by_quarter), shares=(2, 1))
        self._record = Beside((self._contact, self._membership, self._committee))
        column = QVBoxLayout(self)
        column.setContentsMargins(BESIDE_BAR)
        column.setSpacing(8)
        parts: tuple[QWidget | int, ...] = (
            self.viewer, 4, self.score, 4,
            strip_head, self._strip,
            self._people, 4,
            self._span, self.figures, 4,
            self._own,
            self._trends, 4,
            self._record,
        )  # fmt: skip
        for part in parts:
            if isinstance(part, int):
                column.addSpacing(part)
            else:
                column.addWidget(part)
        column.addStretch(1)


def _headed(title: str, count: str, inside: QWidget) -> QWidget:
    panel = QWidget()
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(SectionHead(title, count))
    layout.addWidget(inside, 1)
    return panel
