"""The one door between the widgets and the book.

Everything is sent through a single worker thread, in order: a question asked after a change sees
the change, and the window never waits for the disk. Answers come back on the GUI thread, and
never before the event loop turns: a job done before its asker has said what to do with it must
not be lost.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Self, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.errors import AppError, ConflictError, StorageError
from app.i18n import _
from app.rows import row
from app.storage import Change, History, Store, contents, copying, header, keeping
from app.storage.contents import Contents
from app.storage.cut_off import CutOff

if TYPE_CHECKING:
    from app.ui.attempt import Both

__all__ = ["Answer", "Attempt", "Change", "CutOff", "Gateway", "History", "Store", "restore"]

_READ_ONLY = {"folder_read_only", "book_read_only"}

P = ParamSpec("P")
T = TypeVar("T")


@row(frozen=True, slots=True)
class Attempt:
    """A change as it was asked for."""

    label: str
    deed: Callable[..., None]
    facts: Mapping[str, Any]


class Answer(QObject, Generic[T]):
    """What will come back, on the GUI thread, once the worker has got to it.

    Signals:
        ended: It came back, as a result, a refusal or a fault of ours.
    """

    ended = Signal()
    _ready = Signal(object)
    _failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.taken = False
        self.writes = False
        self.attempt: Attempt | None = None
        self.met: Callable[[Both], object] | None = None

    def then(self, receive: Callable[[T], object]) -> Self:
        """Call with the result; a method of a widget, bound or partial, dies with the widget."""
        self._ready.connect(_while_its_owner_lives(receive))
        return self

    def otherwise(self, receive: Callable[[AppError], object]) -> Self:
        """Call with the refusal instead of telling everybody."""
        self.taken = True
        self._failed.connect(_while_its_owner_lives(receive))
        return self

    def beside(self, receive: Callable[["Both"], object]) -> Self:
        """Call with both versions where somebody else was faster, instead of a sheet of them."""
        self.met = receive
        return self

    def settle(self, future: Future[T]) -> object:
        """Hand the outcome to whoever asked, and return it; a fault of ours is raised.

        Work that had not begun when the book was closed has no outcome.
        """
        if future.cancelled():
            return None
        error = future.exception()
        if error is None:
            result = future.result()
            self._ready.emit(result)
            return result
        if not isinstance(error, AppError):
            raise error
        self._failed.emit(error)
        return error


def _while_its_owner_lives(receive: Callable[[T], object]) -> Callable[[T], object]:
    """Return what Qt does by itself for bound methods, for partial ones too."""
    if not isinstance(receive, partial):
        return receive
    owner = getattr(receive.func, "__self__", None)
    return partial(_call_on, owner, receive) if isinstance(owner, QObject) else receive


def _call_on(owner: QObject, receive: Callable[[T], object], answer: T) -> None:
    if isValid(owner):
        receive(answer)


class Gateway(QObject):
    """Sends use cases and questions to the book, and long work to a pool.

    Signals:
        changed: Something was stored, undone or redone. Carries a Change.
        refused: A refusal nobody else took. Carries an AppError.
        clashed: Somebody else was faster, and no editor shows it. Carries Both versions.
        endangered: The file itself took no change, whoever asked for it. Carries a StorageError.
        busy: Whether a write is under way.
    """

    changed = Signal(object)
    refused = Signal(object)
    clashed = Signal(object)
    endangered = Signal(object)
    busy = Signal(bool)
    _settled = Signal(object, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = 0
        self._not_stored: AppError | None = None
        self._closed = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="paper")
        self._side = ThreadPoolExecutor(max_workers=1, thread_name_prefix="copy")
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def open(cls, path: Path, *, author: str, read_only: bool = False) -> Self:
        """Open a book; refusals are raised at once, because there is no page to tell yet."""
        return cls(Store(path, author=author, read_only=read_only))

    @classmethod
    def create(
        cls, path: Path, *, author: str, clock: Callable[[], datetime] | None = None
    ) -> Self:
        """Make an empty book where no file is yet; ``clock`` dates its history, else today."""
        if clock is None:
            return cls(Store.create(path, author=author))
        return cls(Store.create(path, author=author, clock=clock))

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether the book can only be looked at."""
        return self._store.read_only

    @property
    def kept_from_before(self) -> Path | None:
        """Where the book lies as it was, if opening it brought it up to date."""
        upgraded = self._store.upgraded
        return None if upgraded is None else upgraded.kept

    @property
    def cut_off(self) -> frozenset[CutOff]:
        """What was under way when the book was open the last time, and did not get to its end."""
        return self._store.cut_off

    def last_change(self) -> tuple[int, datetime | None]:
        """Return which entry of the history is the last one, and when it was made, at once."""
        return self._store.ask_file(contents.last)

    def at_once(
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask before there is a window to keep waiting; later, ``read`` is the way."""
        return self._store.read(query, *args, **kwargs)

    def read(
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[T]:
        """Ask a question."""
        return self._ask(lambda store: store.read(query, *args, **kwargs))

    def write(
        self,
        label: str,
        use_case: Callable[Concatenate[Any, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer[Change]:
        """Carry out a use case; the label is how the user will read of it."""
        answer = self._change(lambda store: store.write(label, use_case, *args, **kwargs))
        answer.attempt = Attempt(label, use_case, kwargs)
        return answer

    def write_anyway(self, both: "Both") -> Answer[Change]:
        """Carry out what was refused, on top of what has been looked at."""
        attempt = both.anyway()
        answer = self.write(attempt.label, attempt.deed, **attempt.facts)
        answer.attempt = both.attempt
        return answer

    def undo(self) -> Answer[Change]:
        """Take back the latest change."""
        return self._change(Store.undo)

    def redo(self) -> Answer[Change]:
        """Make it again."""
        return self._change(Store.redo)

    def remember_print(self, *, report: str, choice: str, known_at: datetime) -> Answer[None]:
        """Keep in mind that a report was printed or saved; that is nothing to undo."""
        return self._ask(
            lambda store: store.remember_print(report=report, choice=choice, known_at=known_at)
        )

    def carry_out(
        self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[T]:
        """Do work of many questions or writes, such as building a chapter."""
        return self._ask(lambda store: work(store, *args, **kwargs))

    def take_back(self, entry_id: int) -> Answer[Change]:
        """Take back one entry out of the middle."""
        return self._change(lambda store: store.take_back(entry_id))

    def erase(self, label: str, *, person_id: int, becomes: str) -> Answer[Change]:
        """Take a person out of the book and its history, for good."""
        return self._change(lambda store: store.erase(label, person_id=person_id, becomes=becomes))

    def history(self) -> Answer[History]:
        """Ask what undo and redo would do."""
        return self._ask(Store.history)

    def compute(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Answer[T]:
        """Do long work that needs no book (a PDF, a file to parse) beside everything else."""
        return self._send(self._pool, partial(work, *args, **kwargs))

    def ask_copy(
        self, question: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[T]:
        """Ask something that takes long of a copy of the book, beside everything else."""
        return self._send(self._side, partial(self._of_copy, partial(question, *args, **kwargs)))

    def _of_copy(self, question: Callable[[Any], T]) -> T:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / self.path.name
            copied = partial(copying.copy_from, target=copy)
            self._worker.submit(
                self._store.ask_file, lambda file: copied(file.backup)
            ).result()  # in its turn: what was changed before is in it
            with Store(copy, author="", read_only=True) as store:
                return store.read(question)

    def go_on_in(self, target: Path) -> Answer[None]:
        """Save the book as it stands under another name, and work on there from then on."""
        return self._send(self._worker, partial(self._go_on_in, target))

    def _go_on_in(self, target: Path) -> None:
        keeping.save_as(self._store, target)
        before, self._store = self._store, self._store.opened_again(target)
        before.close()

    def contents(self) -> Answer[Contents]:
        """Ask what the book holds as a file."""
        return self._ask(lambda store: store.ask_file(contents.of))

    def look_for_others(self) -> None:
        """Notice what another program has changed in the file since it was last looked at."""
        self._ask(Store.changed_by_others).then(self._on_others).otherwise(self._on_no_others)

    def finish(self) -> AppError | None:
        """Wait until the book has done all it was asked; return why a change was not stored."""
        self._not_stored = None
        self._worker.submit(int).result()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return self._not_stored

    @property
    def closed(self) -> bool:
        """Whether the book is let go of."""
        return self._closed

    def close(self) -> None:
        """Finish what was asked, then let go of the book."""
        self._closed = True
        for pool in (self._side, self._pool):
            pool.shutdown(cancel_futures=True)
        self._worker.shutdown()
        self._store.close()

    @Slot(object)
    def _on_others(self, tables: frozenset[str]) -> None:
        if tables:
            self.changed.emit(Change(0, _("Changed by another program"), tables))

    @Slot(object)
    def _on_no_others(self, _error: AppError) -> None:
        """Wait for the next save to say it: looking is nobody's wish."""

    def _ask(self, job: Callable[[Store], T]) -> Answer[T]:
        """Do something with the book, which may lie elsewhere by the time its turn comes."""
        return self._send(self._worker, lambda: job(self._store))

    def _change(self, job: Callable[[Store], Change]) -> Answer[Change]:
        self._count(1)
        answer = self._ask(job)
        answer.writes = True
        return answer

    def _count(self, step: int) -> None:
        self._writes += step
        self.busy.emit(self._writes > 0)

    def _send(self, where: ThreadPoolExecutor, job: Callable[[], T]) -> Answer[T]:
        answer: Answer[T] = Answer(self)
        if self._closed:  # its window stands for a moment longer
            return answer
        where.submit(job).add_done_callback(partial(self._settled.emit, answer))
        return answer

    @Slot(object, object)
    def _deliver(self, answer: Answer[object], future: Future[object]) -> None:
        if future.cancelled():  # the book was closed before its turn came
            return
        try:
            outcome = answer.settle(future)
        finally:
            answer.ended.emit()
            answer.deleteLater()
            if answer.writes:
                self._count(-1)
        if isinstance(outcome, AppError) and answer.writes:
            self._not_stored = outcome
        if isinstance(outcome, ConflictError) and not self._closed:
            self._meet(answer, outcome)
        elif isinstance(outcome, AppError) and not answer.taken:
            self.refused.emit(outcome)
        if isinstance(outcome, StorageError) and answer.writes:
            self.endangered.emit(outcome)
        if isinstance(outcome, Change) and outcome.tables:
            self.changed.emit(outcome)

    def _meet(self, answer: Answer[object], error: ConflictError) -> None:
        """Find both versions of what was refused; pages show at once what others have stored."""
        if answer.attempt is not None:
            from app.ui.attempt import compare  # noqa: PLC0415  two seldom edit one record

            asked = self._ask(partial(compare, attempt=answer.attempt, error=error))
            asked.then(answer.met or self.clashed.emit)
        elif not answer.taken:
            self.refused.emit(error)
        self.look_for_others()


def is_older(path: Path) -> bool:
    """Tell whether a book must be brought up to date to be opened, which takes a while."""
    try:
        return header.check(path) < header.SCHEMA
    except StorageError:
        return False


def open_store(path: Path, *, author: str, read_only: bool = False) -> Store:
    """Open a book, only to be read where nothing can be written beside it."""
    try:
        return Store(path, author=author, read_only=read_only)
    except StorageError as error:
        if read_only or error.reason not in _READ_ONLY:
            raise
        return Store(path, author=author, read_only=True)


def restore(book: Path, file: Path, *, author: str, label: str) -> None:
    """Make a book of an exported document; takes long where it is a large one."""
    from app.exchange.outgoing import documents  # noqa: PLC0415  most starts restore nothing
    from app.storage import refill  # noqa: PLC0415

    document = documents.read(file)
    refill.restore(book, document.tables, written_by=document.schema, author=author, label=label)
