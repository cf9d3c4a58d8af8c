"""One-to-ones, in two views: those held, and who has not met."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.actions import Action, views
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.segmented import SegmentedControl
from app.ui.one_to_ones.held import HeldPage
from app.ui.one_to_ones.unmet import UnmetPage
from app.ui.page import MARGINS, Page


class OneToOnesPage(Page):
    """Two lists under one heading."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.held, self.unmet = HeldPage(desk), UnmetPage(desk)
        self._lists = (self.held, self.unmet)
        self.views = SegmentedControl((_("Held"), _("Not met")), name=_("View"))
        self._stack = QStackedWidget()
        for one in self._lists:
            one.heading_changed.connect(self.heading_changed)
            self._stack.addWidget(one)
        self._lay_out()
        self.views.chosen.connect(self.show_view)
        self.setFocusProxy(self.held)

    @override
    def heading(self) -> Heading:
        return self._lists[self.views.current].heading()

    @override
    def deeds(self) -> Sequence[Action]:
        shown = (
            ("one-to-ones.held", _("Show one-to-ones held")),
            ("one-to-ones.unmet", _("Show who has not met")),
        )
        return (
            *self._lists[self.views.current].deeds(),
            *views(shown, self._turn_to, at=self.views.current),
        )

    @Slot(int)
    def show_view(self, number: int) -> None:
        """Show one of the lists."""
        self.views.choose(number)
        shown = self._lists[number]
        self.setFocusProxy(shown)
        if not self.views.hasFocus():
            self.views.setFocus()  # or the focus would wander on when its list is hidden
        self._stack.setCurrentWidget(shown)
        self.heading_changed.emit()

    def _turn_to(self, place: int) -> None:
        self.show_view(place)
        self.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(MARGINS.left(), 0, MARGINS.right(), 0)
        top.addWidget(self.views)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGINS.top(), 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
