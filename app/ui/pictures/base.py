"""What pages with a picture of a period share: the period, the way to paper and back."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _
from app.queries.usual_period import usual_period
from app.rules.periods import Period
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.heading import Heading
from app.ui.kit.period import PeriodPicker
from app.ui.page import Page


class PicturePage(Page):
    """Shows what ``ask`` brings for a period; ``REPORT`` names the document it is on paper."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"chapter", "setting", "meeting", "slip", "spell", "person", "classification"}
    )
    REPORT: ClassVar[str] = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._began = False
        self.period = PeriodPicker(desk.today())
        self.period.picked.connect(self._on_picked)

    def ask(self, period: Period) -> None:
        """Ask for the picture of a period."""
        raise NotImplementedError

    def headed(self, title: str, note: str) -> Heading:
        """Return the heading with the way to paper."""
        on_paper = partial(self.desk.go, "reports", self.REPORT)
        name = f"{self.REPORT}.print"
        return Heading(
            title, note=note, primary=Action(name, _("Print"), on_paper, "Ctrl+P", "print")
        )

    @override
    def deeds(self) -> Sequence[Action]:
        back = partial(self.desk.go, "scoreboard")
        words = _("Back to the scoreboard")
        return (Action(f"{self.REPORT}.back", words, back, "Alt+Left", "scoreboard"),)

    @override
    def aim(self, target: object) -> None:
        """Show a period."""
        if isinstance(target, Period):
            self._began = True
            self.period.show_period(target)
            self.ask(target)

    @override
    def reload(self) -> None:
        if self._began:
            self.ask(self.period.period)
        else:
            self.gateway.read(usual_period, self.desk.today()).then(self._on_period)

    @Slot(object)
    def _on_period(self, period: Period) -> None:
        if not self._began:
            self._began = True
            self.period.show_period(period)
        self.ask(self.period.period)

    @Slot(object)
    def _on_picked(self, period: Period) -> None:
        self.ask(period)
