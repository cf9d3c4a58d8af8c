"""Looks after the book as a file while its window is open: copies, space, other writers.

Everything long goes through the gateway's threads; what is found out comes back as a signal.
"""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import AppError, StorageError
from app.storage import copying, keeping, restoring
from app.storage.contents import Contents
from app.storage.copies import Copy, Occasion, Shelf, verify
from app.storage.restoring import Restored
from app.ui.gateway import Answer, Gateway
from app.ui.memory import Memory

if TYPE_CHECKING:
    from app.storage.salvaging import Salvage as Salvage  # noqa: PLC0414  passed on

__all__ = ["Caretaker", "Contents", "Copy", "Occasion", "Restored"]

_HALF_AN_HOUR = 30 * 60 * 1000
_LOOK_AGAIN = 3000
_SPACE_NEEDED = 50_000_000
_ELSEWHERE, _TAKEN = "copies/elsewhere", "copies/taken"


class Caretaker(QObject):
    """Keeps copies of one open book, on request and on its own once it is told to watch.

    Signals:
        kept: A copy was made, or taken elsewhere.
        failed: A copy could not be made. Carries an AppError.
        crowded: The disk is nearly full by now.
    """

    kept = Signal()
    failed = Signal(object)
    crowded = Signal()

    def __init__(
        self,
        gateway: Gateway,
        *,
        now: Callable[[], datetime],
        memory: Memory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._now = now
        self._memory = memory
        self._failure: AppError | None = None

    def watch(self) -> None:
        """Keep a copy now and every half hour, if the book has changed; notice other writers."""
        if self._gateway.read_only or self._gateway.closed:
            return
        self.keep_if_changed(Occasion.OPENING)
        if self.findChildren(QTimer):
            return
        for every, what in ((_HALF_AN_HOUR, self._on_half_hour), (_LOOK_AGAIN, self._on_look)):
            timer = QTimer(self)
            timer.timeout.connect(what)
            timer.start(every)

    def copies(self) -> Answer[tuple[Copy, ...]]:
        """Ask for the copies there are, the latest first."""
        return self._gateway.compute(Shelf(self._gateway.path).copies)

    def verify(self, one: Copy) -> Answer[None]:
        """Look a copy through; a damaged one is refused."""
        return self._gateway.compute(verify, one)

    def keep(self, occasion: Occasion) -> Answer[Copy]:
        """Keep a copy in any case."""
        return self._gateway.carry_out(keeping.keep, occasion, self._now()).then(self._on_kept)

    def keep_if_changed(self, occasion: Occasion) -> None:
        """Keep a copy unless the latest one holds the same."""
        if self._gateway.read_only or self._gateway.closed:
            return
        answer = self._gateway.carry_out(keeping.keep_if_changed, occasion, self._now())
        answer.then(self._on_kept).otherwise(self._on_failed)

    def keep_first(self, occasion: Occasion) -> Answer[Copy | None]:
        """Keep a copy before something that shall not be done without one."""
        return self._gateway.carry_out(keeping.keep_if_changed, occasion, self._now())

    def finish(self) -> AppError | None:
        """Have all stored that was asked for, and the last copy kept; return what failed of it."""
        if self._gateway.read_only or self._gateway.closed:
            return None
        self._failure = None
        self.keep_if_changed(Occasion.CLOSING)
        return self._gateway.finish() or self._failure or self._take_elsewhere()

    def _take_elsewhere(self) -> AppError | None:
        if self.elsewhere is not None:
            try:
                self._note_taken(keeping.take_elsewhere(self._gateway.path, self.elsewhere))
            except AppError as error:
                return error
        return None

    def close(self) -> AppError | None:
        """Watch no longer, finish, and let go of the book; return what failed."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        failed = self.finish()
        self._gateway.close()
        return failed

    def keep_only(self) -> Answer[int]:
        """Keep a copy and remove all older ones, which still hold who was erased."""
        answer = self._gateway.carry_out(
            keeping.keep_only, Occasion.ERASURE, self._now(), self.elsewhere
        )
        return answer.then(self._on_kept)

    def save_as(self, target: Path) -> Answer[None]:
        """Save the book as it stands under another name."""
        return self._gateway.carry_out(keeping.save_as, target)

    def go_on_in(self, target: Path) -> Answer[None]:
        """Save the book as it stands under another name and work on there."""
        second = self.elsewhere
        return self._gateway.go_on_in(target).then(partial(self._on_moved, second))

    def _on_moved(self, second: Path | None, _nothing: object) -> None:
        if second is not None:
            self.set_elsewhere(second)
        self.watch()

    def save_copy(self, one: Copy, target: Path) -> Answer[None]:
        """Save one of the copies somewhere else."""
        return self._gateway.compute(keeping.save_copy, one, target)

    @property
    def elsewhere(self) -> Path | None:
        """The second place for copies, if one is set."""
        place = self._memory.text(self._key(_ELSEWHERE))
        return Path(place) if place else None

    def set_elsewhere(self, folder: Path | None) -> None:
        """Take every copy to a second place too, from now on; None ends it."""
        self._memory.save_text(self._key(_ELSEWHERE), str(folder or ""))
        self._memory.save_text(self._key(_TAKEN), "")
        self._on_kept()

    def days_since_elsewhere(self) -> int | None:
        """Return how old the latest copy in the second place is; None while there is none."""
        if self.elsewhere is None:
            return None
        try:
            taken = datetime.fromisoformat(self._memory.text(self._key(_TAKEN)))
            return max((self._now() - taken) // timedelta(days=1), 0)
        except (ValueError, TypeError):  # never taken, or no moment
            return None

    def space_is_low(self) -> bool:
        """Tell whether the disk of the book is nearly full."""
        try:
            return shutil.disk_usage(self._gateway.path.parent).free < _SPACE_NEEDED
        except OSError:
            return False

    def _key(self, key: str) -> str:
        return f"{key}/{self._gateway.path.absolute()}".replace("\\", "/")

    def _on_kept(self, _copy: object = None) -> None:
        if self.elsewhere is None or self._gateway.closed:
            self.kept.emit()
            return
        taken = self._gateway.compute(keeping.take_elsewhere, self._gateway.path, self.elsewhere)
        taken.then(self._on_taken).otherwise(self._on_failed)

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self._failure = error
        self.failed.emit(error)

    @Slot(object)
    def _on_taken(self, one: Copy | None) -> None:
        self._note_taken(one)
        self.kept.emit()

    def _note_taken(self, one: Copy | None) -> None:
        if one is not None:
            self._memory.save_text(self._key(_TAKEN), one.made_at.isoformat())

    @Slot()
    def _on_half_hour(self) -> None:
        if self.space_is_low():
            self.crowded.emit()
        self.keep_if_changed(Occasion.MEANWHILE)

    @Slot()
    def _on_look(self) -> None:
        if not self._gateway.closed:
            self._gateway.look_for_others()


def latest_copy(book: Path) -> Copy | None:
    """Return the latest copy of a book that is not open."""
    return Shelf(book).latest()


def restore(book: Path, one: Copy, *, author: str, at: datetime) -> Restored:
    """Put a copy in place of a book that is not open any more."""
    return restoring.restore(book, one, holder=author, at=at)


def salvage(book: Path, target: Path, *, author: str, label: str, at: datetime) -> "Salvage":
    """Read what can be read of a damaged book into a new one."""
    from app.storage import salvaging  # noqa: PLC0415  most books are whole

    return salvaging.salvage(book, target, author=author, label=label, at=at)


def bring(book: Path, target: Path) -> Contents:
    """Copy a book from a folder far away to one on this computer, and look the copy through."""
    if target.exists():
        raise StorageError("book_exists", path=target)
    return copying.copy(book, target)


def is_damage(error: AppError) -> bool:
    """Tell whether a refusal to open a book leaves its copies as the way on."""
    return error.reason in {"book_damaged", "book_prepared", "book_missing", "value_damaged"}
