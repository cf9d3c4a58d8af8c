"""Who refers whom, on the whole page; those left out stand beside it."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _, ngettext
from app.queries.network import Network, network
from app.rules.network import network_drawing
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.drawings import DrawingView
from app.ui.kit.empty import EmptyState
from app.ui.kit.label import PlainLabel
from app.ui.kit.scrolled import scrolled
from app.ui.kit.section import SectionHead
from app.ui.pictures.base import PicturePage

_SIDE = 252


class NetworkPage(PicturePage):
    """The same rows and the same drawing as on paper."""

    REPORT: ClassVar[str] = "network"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._total = 0
        self._view = DrawingView(name=_("Who refers whom"))
        self._empty = EmptyState(
            _("No referral between members in this period"),
            _("Complete a meeting with referrals, or choose another period."),
            icon="referrals",
        )
        self._lists = QVBoxLayout()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        words = ngettext(
            "{n} referral between members", "{n} referrals between members", self._total
        )
        return self.headed(_("Who refers whom"), words if self._total else "")

    @override
    def ask(self, period: Period) -> None:
        self.gateway.read(network, period=period, audience=Audience.ROOM).then(self._on_rows)

    @Slot(object)
    def _on_rows(self, rows: Network) -> None:
        self._total = sum(tie.count for tie in rows.ties)
        spoken = "; ".join(
            f"{rows.members[tie.giver].name} → {rows.members[tie.receiver].name} {tie.count}"
            for tie in rows.ties
        )
        self._view.show_drawing(network_drawing(rows.members, rows.ties), spoken)
        self._view.setVisible(bool(rows.ties))
        self._empty.setVisible(not rows.ties)
        self._show_lists(rows)
        self.heading_changed.emit()

    def _show_lists(self, rows: Network) -> None:
        while (item := self._lists.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        one_way = [f"{one.giver} → {one.receiver}  {one.count}" for one in rows.one_way]
        for words, lines in (
            (_("Gave to no member"), rows.gave_to_none),
            (_("Received from no member"), rows.received_from_none),
            (_("Gave to one to four members only"), rows.gave_to_few),
            (_("One way only"), tuple(one_way)),
        ):
            if rows.ties and lines:
                self._lists.addWidget(SectionHead(words, str(len(lines)), quiet=True))
                for line in lines:
                    self._lists.addWidget(PlainLabel(line))
                self._lists.addSpacing(12)
        self._lists.addStretch(1)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setObjectName("plain")
        self._lists.setContentsMargins(0, 0, 0, 16)
        self._lists.setSpacing(4)
        side.setLayout(self._lists)
        scroll = scrolled(side, name=_("Left out"), width=_SIDE)
        below = QHBoxLayout()
        below.setSpacing(32)
        below.addWidget(self._view, 1)
        below.addWidget(self._empty, 1)
        below.addWidget(scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(31, 20, 20, 8)
        layout.setSpacing(8)
        layout.addWidget(self.period)
        layout.addLayout(below, 1)
