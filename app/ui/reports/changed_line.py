"""The line that says when a document was last printed, and what has changed in it since."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app import formats
from app.i18n import _, ngettext
from app.reports.comparing import SincePrint, since_print
from app.reports.report import Asks, Choice, Report
from app.ui.desk import Desk
from app.ui.kit.button import Button, Kind


class ChangedLine(Button):
    """Pressed, it leads to the change sheet; empty where that is not known."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", kind=Kind.LINK, parent=parent)
        self._desk = desk
        self._wish = 0
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the pages below stay where they are
        self.setSizePolicy(policy)
        self.hide()

    def ask(self, report: Report, choice: Choice) -> None:
        """Ask what has changed since a report was last printed with a choice."""
        self._wish += 1
        if choice.as_of is None and Asks.CHANGES not in report.asks:
            self._desk.gateway.carry_out(since_print, report, choice).then(
                partial(self._on_found, self._wish)
            ).otherwise(self._on_refused)

    def forget(self) -> None:
        """Say nothing until it is known again."""
        self._wish += 1
        self.hide()

    def _on_found(self, wish: int, found: SincePrint | None) -> None:
        if wish == self._wish:
            self.relabel(_words(found) if found else _("Not printed yet with these choices"))
            self.setEnabled(found is not None and found.changed > 0)
            self.show()

    def _on_refused(self, _error: object) -> None:
        self.hide()


def _words(found: SincePrint) -> str:
    moment = formats.moment(found.last.known_at)
    if not found.changed:
        return _("Printed on {moment}; nothing has changed since").format(moment=moment)
    changed = ngettext("{n} figure has changed", "{n} figures have changed", found.changed)
    return _("Printed on {moment}; {changed} since").format(moment=moment, changed=changed)
