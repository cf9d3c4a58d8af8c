"""Everybody's lights of a month or a term; beside them who slipped, who rose, and the criteria."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats
from app.i18n import _
from app.queries.light_changes import LightChanges, light_changes
from app.queries.traffic_lights import TrafficLights
from app.reports.report import Choice as Wish
from app.ui.desk import Desk
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrolled import scrolled
from app.ui.kit.section import SectionHead
from app.ui.scores.changes import ChangeList
from app.ui.scores.chapter_panel import criteria_words
from app.ui.scores.columns import columns
from app.ui.scores.counts import LightCounts
from app.ui.scores.view import ScoresView, window_words
from app.ui.theme import Tone
from app.ui.typeface import Size

_ASIDE = 268


class MembersView(ScoresView[TrafficLights]):
    """Member rows with points by item, total and colour."""

    REPORT: ClassVar[str] = "traffic-lights"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._gateway = desk.gateway
        self._members = self._table_of_members(desk, "scores-members")
        self._counts_head, self._counts = SectionHead(_("Members")), LightCounts()
        self._slipped_head, self._slipped = SectionHead(_("Slipped")), ChangeList()
        self._rose_head, self._rose = SectionHead(_("Rose")), ChangeList()
        self._since = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._print = Button(_("Print who rose and slipped"), kind=Kind.LINK)
        self._criteria = PlainLabel(size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._connect()
        self._lay_out()

    @override
    def title(self) -> str:
        return _("Members")

    @override
    def show_rows(self, rows: TrafficLights) -> str:
        self._counts.show_counts(rows.counted, rows.profile)
        self._counts_head.say(_("Members"), str(len(rows.members)))
        self._criteria.say(criteria_words(rows.profile, rows.money))
        self._members.show_members(columns(rows.profile), rows.members, rows.profile)
        return window_words(rows)

    @override
    def ask_beside(self, wish: Wish) -> None:
        self._gateway.read(
            light_changes, period=wish.period, audience=wish.audience, profile=wish.profile
        ).then(self._on_changes)

    @Slot(object)
    def _on_changes(self, found: LightChanges) -> None:
        before = formats.period(found.before.start, found.before.end)
        self._since.say(_("since {before}").format(before=before))
        self._slipped_head.say(_("Slipped"), str(len(found.slipped)))
        self._slipped.show_changes(found.slipped, found.profile)
        self._rose_head.say(_("Rose"), str(len(found.rose)))
        self._rose.show_changes(found.rose, found.profile)

    def _connect(self) -> None:
        self._slipped.opened.connect(self.opened)
        self._rose.opened.connect(self.opened)
        self._print.clicked.connect(self.changes_wanted)

    def _lay_out(self) -> None:
        aside = scrolled(self._aside(), name=_("Who slipped and who rose"), width=_ASIDE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self._members, 1)
        layout.addWidget(aside)

    def _aside(self) -> QWidget:
        side = QWidget()
        side.setObjectName("plain")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        foot = QHBoxLayout()
        foot.addWidget(self._print)
        foot.addStretch(1)
        for part in (
            self._counts_head, self._counts, 12, self._slipped_head, self._slipped, 12,
            self._rose_head, self._rose, 8, self._since, foot, 12,
            SectionHead(_("Criteria")), 6, self._criteria,
        ):  # fmt: skip
            if isinstance(part, int):
                layout.addSpacing(part)
            elif isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addStretch(1)
        return side
