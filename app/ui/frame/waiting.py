"""What waits on a page, said beside its name in the navigation before the page is ever shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app.errors import AppError
from app.i18n import ngettext
from app.ui.desk import Desk

if TYPE_CHECKING:
    from app.queries.waiting import Waiting
    from app.ui.gateway import Change

_CALM = 1000  # milliseconds after a change: who types an evening is not counted at every key
_TABLES = frozenset(
    {"meeting", "slip", "mark", "letter", "ruling", "person", "spell", "setting", "own_profile"}
)


class WaitingCounts(QObject):
    """Asks in the background, once the window is seen, and again when the book has changed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.ask)
        desk.gateway.changed.connect(self._on_changed)

    @Slot()
    def ask(self) -> None:
        """Ask the book what waits today."""
        from app.queries.waiting import waiting  # noqa: PLC0415  the window is seen sooner

        if not self._desk.gateway.closed:
            asked = self._desk.gateway.read(waiting, self._desk.today())
            asked.then(self._on_waiting).otherwise(self._on_refused)

    @Slot(object)
    def _on_waiting(self, found: "Waiting") -> None:
        drafts = ngettext("{n} draft", "{n} drafts", found.drafts)
        self._desk.count("meetings", drafts if found.drafts else "")
        self._desk.count("referrals", str(found.stale or ""))
        self._desk.count("committee", str(found.letters or ""))

    @Slot(object)
    def _on_refused(self, _error: AppError) -> None:
        """Say nothing: whoever opens the page will read why."""

    @Slot(object)
    def _on_changed(self, change: "Change") -> None:
        if change.tables & _TABLES:
            self._calm.start()
