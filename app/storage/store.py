"""The one place where transactions begin and end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from app.errors import ConflictError, NotFoundError, StorageError
from app.models import Entry
from app.rules.history import EntryKind
from app.storage import faults, header, journal, schema, stacks
from app.storage.engine import open_engine
from app.storage.lock import Lock

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """What a write did: its name for the user, and the tables it touched."""

    entry_id: int
    label: str
    tables: frozenset[str]
    kind: EntryKind = EntryKind.DEED


@dataclass(frozen=True, slots=True)
class History:
    """The labels of what undo and redo would take back next, if anything."""

    undo: str | None
    redo: str | None


class Store:
    """A book, read and changed one use case at a time.

    Every call opens its own session and closes it: nothing mapped outlives the call, so nothing
    can be stale, detached or lazily loaded afterwards. ``author`` signs the journal.
    """

    def __init__(
        self, path: Path, *, author: str, read_only: bool = False, clock: Clock = _now
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._author = author
        self._clock = clock
        self._lock = _checked(path, None if read_only else author)
        self._engine = open_engine(
            path, read_only=read_only, prepare=None if read_only else journal.install
        )
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)
        try:
            self._stacks = self.read(stacks.read)
        except DatabaseError as error:  # it passes for a book and lacks what every book has
            self.close()
            raise StorageError("book_damaged", path=path) from error
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, *, author: str, clock: Clock = _now) -> Self:
        """Make an empty book where no file is yet, and open it."""
        with faults.explained(path):
            schema.create(path)
        return cls(path, author=author, clock=clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; harmless when done twice."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question; whatever it returns must stand without a session."""
        with faults.explained(self.path), self._sessions() as session:
            answer = query(session, *args, **kwargs)
            session.rollback()
            return answer

    def write(
        self,
        label: str,
        use_case: Callable[Concatenate[Session, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change:
        """Carry out a use case, all of it or none of it, as one entry of the journal."""

        def deed(session: Session) -> None:
            use_case(session, *args, **kwargs)

        return self._enter(label, EntryKind.DEED, None, deed)

    def undo(self) -> Change:
        """Take back the latest change; that is an entry of its own."""
        if not self._stacks.done:
            raise NotFoundError("nothing_to_undo")
        return self._take_back(self._stacks.done[-1], EntryKind.UNDO)

    def redo(self) -> Change:
        """Make again the change last taken back."""
        if not self._stacks.undone:
            raise NotFoundError("nothing_to_redo")
        return self._take_back(self._stacks.undone[-1], EntryKind.REDO)

    def take_back(self, entry_id: int) -> Change:
        """Take back one entry out of the middle, where its rows are still as it left them."""
        return self._take_back(entry_id, EntryKind.TAKE_BACK)

    def history(self) -> History:
        """Return what undo and redo would do."""
        done, undone = self._stacks.done, self._stacks.undone
        labels = self.read(_labels, [*done[-1:], *undone[-1:]])
        return History(
            labels.get(done[-1]) if done else None, labels.get(undone[-1]) if undone else None
        )

    def _take_back(self, entry_id: int, kind: EntryKind) -> Change:
        label = self.read(_labels, [entry_id]).get(entry_id)
        if label is None:
            raise NotFoundError("entry_missing")

        def deed(session: Session) -> None:
            journal.take_back(session, entry_id)

        try:
            return self._enter(label, kind, entry_id, deed)
        except IntegrityError as error:  # others refer to it by now, or stand in its place
            raise ConflictError("changed_since") from error

    def _enter(
        self, label: str, kind: EntryKind, reverts_id: int | None, deed: Callable[[Session], None]
    ) -> Change:
        if self.read_only:
            raise StorageError("book_read_only", path=self.path)
        with faults.explained(self.path), self._sessions.begin() as session:
            entry = Entry(
                kind=kind,
                label=label,
                made_at=self._clock(),
                author=self._author,
                reverts_id=reverts_id,
            )
            session.add(entry)
            session.flush()
            with journal.recording(session, entry.id):
                deed(session)
            change = Change(entry.id, label, journal.touched(session, entry.id), kind)
            if not change.tables:
                session.delete(entry)
        if change.tables:
            self._stacks.add(change.entry_id, kind, reverts_id)
        return change


def _checked(path: Path, holder: str | None) -> Lock | None:
    """Check that a file is a book, once it is locked where somebody wants to write.

    In this order, since reading the header of a book that this process has open already would
    drop the locks SQLite holds on it.
    """
    lock = Lock(path, holder) if holder is not None and path.is_file() else None
    try:
        header.check(path)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return lock


def _labels(session: Session, entry_ids: list[int]) -> dict[int, str]:
    rows = session.execute(select(Entry.id, Entry.label).where(Entry.id.in_(entry_ids)))
    return dict(rows.all())
