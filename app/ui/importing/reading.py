"""Reading files beside the window: how far it has come, and a way to stop it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AppError, UnreadableFileError
from app.exchange.own_lists import Explanations
from app.exchange.reading import ReadFile, read
from app.ui.gateway import Gateway


class Reading(QObject):
    """Reads one file after the other.

    Signals:
        was_read: A file could be read. Carries its path and what it holds.
        was_refused: A file could not. Carries its path and the refusal.
        moved: How far the work has come, from 0 to 1000.
        ended: Nothing is left to be read.
    """

    was_read = Signal(object, object)
    was_refused = Signal(object, object)
    moved = Signal(int)
    ended = Signal()

    def __init__(self, gateway: Gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._stop = Event()
        self._asked = 0
        self._done = 0

    @property
    def waiting(self) -> int:
        """How many files are still to be read."""
        return self._asked - self._done

    def begin(
        self, paths: Sequence[Path], *, decimals: int, explained: Explanations | None = None
    ) -> None:
        """Read more files, amounts in minor units of so many decimals; see ``read``."""
        if not self.waiting:
            self._asked = self._done = 0
            self._stop = Event()
        self._asked += len(paths)
        for path in paths:
            told = partial(self._tell, self._stop)
            self._gateway.compute(
                read, path, decimals=decimals, progress=told, explained=explained
            ).then(partial(self._on_read, path)).otherwise(partial(self._on_refused, path))

    def stop(self) -> None:
        """Read no further; what was read stays."""
        self._stop.set()

    def _tell(self, stopped: Event, done: int, total: int) -> None:
        """Report from the thread that reads."""
        if stopped.is_set():
            raise UnreadableFileError("reading_stopped")
        share = min(done / total, 1.0) if total else 1.0
        self.moved.emit(round(1000 * (self._done + share) / max(self._asked, 1)))

    def _on_read(self, path: Path, file: ReadFile) -> None:
        self.was_read.emit(path, file)
        self._count()

    def _on_refused(self, path: Path, error: AppError) -> None:
        self.was_refused.emit(path, error)
        self._count()

    @Slot()
    def _count(self) -> None:
        self._done += 1
        if not self.waiting:
            self.ended.emit()
