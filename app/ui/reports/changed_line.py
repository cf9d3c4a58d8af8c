"""The line that says when a document was last printed, and what has changed in it since."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import formats
from app.i18n import _, ngettext
from app.reports.comparing import SincePrint, since_print
from app.reports.report import Asks, Choice, Report
from app.ui.desk import Desk
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.theme import Tone

_HEIGHT = 24


class ChangedLine(QWidget):
    """A few words, and a link where something has changed; empty where that is not known.

    Signals:
        clicked: What has changed is to be seen.
    """

    clicked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish = 0
        self._said = PlainLabel(tone=Tone.MUTED)
        self.link = Button("", kind=Kind.LINK, name=_("Change sheet"))
        self.link.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._said)
        layout.addWidget(self.link)
        self.setFixedHeight(_HEIGHT)  # so that the pages below stay where they are
        self.link.clicked.connect(self.clicked)

    @property
    def words(self) -> str:
        """All that is said."""
        link = "" if self.link.isHidden() else self.link.words
        return " ".join(filter(None, (self._said.text(), link)))

    def ask(self, report: Report, choice: Choice) -> None:
        """Ask what has changed since a report was last printed with a choice."""
        self._wish += 1
        if choice.as_of is None and Asks.CHANGES not in report.asks:
            self._desk.gateway.carry_out(since_print, report, choice).then(
                partial(self._on_found, self._wish)
            ).otherwise(self._on_refused)

    def say(self, words: str) -> None:
        """Say something else, or nothing until more is known."""
        self._wish += 1
        self._said.say(words)
        self.link.hide()

    def _on_found(self, wish: int, found: SincePrint | None) -> None:
        if wish != self._wish:
            return
        self._said.say(_words(found))
        changed = found.changed if found else 0
        said = ngettext("{n} figure has changed since", "{n} figures have changed since", changed)
        self.link.relabel(said)
        self.link.setVisible(changed > 0)

    def _on_refused(self, _error: object) -> None:
        self.say("")


def _words(found: SincePrint | None) -> str:
    if found is None:
        return _("Not printed yet with these choices")
    words = _("Printed on {moment};")
    if not found.changed:
        words = _("Printed on {moment}; nothing has changed since")
    return words.format(moment=formats.moment(found.last.known_at))
