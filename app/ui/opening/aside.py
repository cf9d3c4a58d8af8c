"""Long work on a whole book beside the window, one job after the other; none is cut off."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import AppError
from app.rows import row

T = TypeVar("T")


@row(frozen=True, slots=True)
class _Job:
    """Who hears of the outcome, and what to do with one that nobody hears of any more."""

    then: Callable[[Any], object]
    otherwise: Callable[[AppError], object]
    drop: Callable[[Any], object]


class Aside(QObject):
    """Keeps the window alive while a book is brought up to date, restored or salvaged.

    What is under way is finished even where the window is closed: half of it is worth nothing.
    """

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way: dict[Future[Any], _Job] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._under_way)

    def do(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], object],
        otherwise: Callable[[AppError], object],
        drop: Callable[[T], object] = bool,
    ) -> None:
        """Do it; ``drop`` gets what is done only after the last window was closed."""
        future = self._worker.submit(work)
        self._under_way[future] = _Job(then, otherwise, drop)
        future.add_done_callback(self._ended.emit)

    def close(self) -> None:
        """Wait until what is under way is done."""
        self._worker.shutdown()
        for future, job in self._under_way.items():
            if future.exception() is None:
                job.drop(future.result())
        self._under_way.clear()

    @Slot(object)
    def _deliver(self, future: Future[Any]) -> None:
        job = self._under_way.pop(future, None)
        if job is None:
            return
        error = future.exception()
        if error is None:
            job.then(future.result())
        elif isinstance(error, AppError):
            job.otherwise(error)
        else:
            job.otherwise(AppError("own_fault"))
            raise error
