"""Long work that tells how far it is and can be stopped, whichever thread does it."""

from threading import Event

from PySide6.QtCore import QObject, Signal


class Job(QObject):
    """One piece of long work.

    Signals:
        progressed: How much is done, and of how much.
        ended: It is done, or was stopped.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, words: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._stop = Event()

    @property
    def stopped(self) -> bool:
        """Whether somebody wanted it to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Let it end before its next step."""
        self._stop.set()
        self.ended.emit()
