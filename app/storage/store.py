"""The one place where transactions begin and end."""

import os
import sqlite3
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from app.errors import AppError, ConflictError, NotFoundError, StorageError
from app.rows import row
from app.rules.history import EntryKind
from app.rules.people import level
from app.storage import (
    contents,
    cut_off,
    faults,
    files,
    fingerprint,
    header,
    journal,
    opened,
    schema,
    stacks,
)
from app.storage.engine import asked_only, driver, let_change, open_engine
from app.storage.lock import Lock

if TYPE_CHECKING:
    from app.models.journal import Entry
    from app.storage.past import Past
    from app.storage.upgrading import Upgrade

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


@row(frozen=True, slots=True)
class Change:
    """What a write did: its name for the user, and the tables it touched."""

    entry_id: int
    label: str
    tables: frozenset[str]
    kind: EntryKind = EntryKind.DEED


@row(frozen=True, slots=True)
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
        self.path = path = Path(os.path.realpath(path))  # its lock and journal lie where it does
        self.read_only = read_only
        self._author = level(author)
        self._clock = clock
        self.upgraded: Upgrade | None = None
        self.cut_off: frozenset[cut_off.CutOff] = frozenset()
        self._seen: int | None = None
        self._past: tuple[int, Past] | None = None
        self._ending = ExitStack()  # what is let go of at the end, the latest first
        try:
            with opened.one_at_a_time():
                self._engine = self._opened(read_only=read_only)
            self._sessions = sessionmaker(self._engine, expire_on_commit=False)
            self._questions = sessionmaker(asked_only(self._engine))
            self._stacks = self.read(stacks.read)
        except DatabaseError as error:  # it passes for a book and lacks what every book has
            self.close()
            raise StorageError("book_damaged", path=path) from error
        except BaseException:
            self.close()
            raise

    def _opened(self, *, read_only: bool) -> Engine:
        """Lock the book, look at it, bring it up to date, and only then open it.

        In this order, since reading the header of a book that this process has open already would
        drop the locks SQLite holds on it.
        """
        if not read_only and self.path.is_file():
            self._ending.callback(Lock(self.path, self._author).release)
        schema_number = header.check(self.path)
        if not read_only:
            header.check_writable(self.path)
            self.cut_off = cut_off.found(self.path)
            cut_off.clear_leftovers(self.path)
        older = schema_number < header.SCHEMA
        file = self._brought_up_to_date(read_only=read_only) if older else self.path
        engine = open_engine(file, read_only=read_only, prepare=self._prepare)
        self._ending.callback(opened.add(file))
        self._ending.callback(engine.dispose)
        return engine

    def _brought_up_to_date(self, *, read_only: bool) -> Path:
        """Return where the book, or a copy for one who only reads, stands in today's schema."""
        from app.storage import upgrading  # noqa: PLC0415  done once for each schema

        if read_only:
            return self._ending.enter_context(upgrading.upgraded_copy(self.path))
        self.upgraded = upgrading.upgrade(self.path, self._clock())
        return self.path

    def _prepare(self, connection: sqlite3.Connection) -> None:
        fingerprint.check_begun(connection, self.path)

    @classmethod
    def create(cls, path: Path, *, author: str, clock: Clock = _now) -> Self:
        """Make an empty book where no file is yet, and open it."""
        with faults.explained(path):
            schema.create(path)
        return cls(path, author=author, clock=clock)

    @classmethod
    @contextmanager
    def grown(cls, path: Path, *, author: str, clock: Clock = _now) -> Generator[Self]:
        """Make a book that appears at its place only when all of it is there."""
        if path.exists():
            raise StorageError("book_exists", path=path)
        with files.growing(path) as part, cls.create(part, author=author, clock=clock) as store:
            yield store

    def opened_again(self, path: Path) -> Self:
        """Open the book at another place, to be changed and signed as here."""
        return type(self)(path, author=self._author, clock=self._clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; harmless when done twice."""
        self._forget_past()
        self._ending.close()

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question; whatever it returns must stand without a session."""

        def ask() -> T:
            with self._judged(), self._questions() as session:
                answer = query(session, *args, **kwargs)
                session.rollback()
                return answer

        try:
            return ask()
        except StorageError as error:
            if error.reason != "book_damaged" or not self._is_whole():
                raise
        return ask()  # a disk that failed for a moment looks like damage

    @contextmanager
    def _judged(self) -> Generator[None]:
        """Turn what goes wrong into refusals; a fault of ours in a damaged book is damage.

        What cannot be in a book, such as bytes for a name, may trip anything that reads it.
        """
        try:
            with faults.explained(self.path):
                yield
        except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as error:
            if isinstance(error, AppError) or self._makes_sense():
                raise
            raise StorageError("book_damaged", path=self.path) from error

    def _makes_sense(self) -> bool:
        from app.storage import soundness  # noqa: PLC0415  wanted only where something went wrong

        try:
            with self._questions() as session:
                return soundness.makes_sense(session)
        except DatabaseError:
            return False

    def _is_whole(self) -> bool:
        self._engine.dispose()  # and with it what was read wrongly
        try:
            return self.ask_file(contents.is_whole)
        except (StorageError, DatabaseError):
            return False

    def changed_by_others(self) -> frozenset[str]:
        """Return every table if another program has changed the file since this was last asked."""
        before, self._seen = self._seen, self.ask_file(contents.version)
        if before in (None, self._seen):
            return frozenset()
        self._stacks = self.read(stacks.read)
        return journal.tables()

    def ask_file(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """Ask the file itself something, such as a copy of it."""
        with faults.explained(self.path), self._engine.connect() as connection:
            return question(driver(connection))

    def _change_file(self, deed: Callable[[sqlite3.Connection], None]) -> None:
        with faults.explained(self.path), self._engine.connect() as connection:
            let_change(connection, allowed=True)
            deed(driver(connection))

    def read_as_of(
        self,
        moment: datetime,
        query: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Answer a question as the book would have answered it at a past moment.

        Raises NotFoundError for a moment before the book began.
        """
        with self._judged():
            return self._book_at(moment).read(query, *args, **kwargs)

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

    def rehearse(
        self,
        question: Callable[[Session, int], T],
        use_case: Callable[Concatenate[Session, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Carry out a use case, ask what its entry did, and leave the book as it was."""
        entry = self._new_entry("", EntryKind.DEED, None)
        with self._judged(), self._sessions() as session:
            _record(session, entry, lambda session: use_case(session, *args, **kwargs))
            answer = question(session, entry.id)
            session.rollback()
        return answer

    def erase(self, label: str, *, person_id: int, becomes: str) -> Change:
        """Take a person out of the book and its history; nothing before it can be taken back.

        What is gone is overwritten in the file. Then that is written anew where there is room for
        it: should it fail, the person is erased all the same.
        """
        from app.storage import erasing  # noqa: PLC0415  done once in years

        def deed(session: Session) -> None:
            erasing.erase(session, person_id=person_id, becomes=becomes)

        change = self._enter(label, EntryKind.ERASURE, None, deed)
        self._forget_past()
        with suppress(StorageError):
            self._change_file(contents.compact)
        return change

    def remember_print(self, *, report: str, choice: str, known_at: datetime) -> None:
        """Keep in mind that a report was printed: no entry, for nobody undoes a sheet of paper.

        A book that can only be read remembers nothing.
        """
        if self.read_only:
            return
        from app.storage import printing  # noqa: PLC0415  not needed to read

        self._make_ready_to_change()
        with faults.explained(self.path), self._sessions.begin() as session:
            printing.keep(
                session, report=report, choice=choice, known_at=known_at, author=self._author
            )

    def undo(self) -> Change:
        """Take back the latest change; that is an entry of its own."""
        if not self._stacks.done:
            raise NotFoundError("erased_before" if self._stacks.erased else "nothing_to_undo")
        return self._take_back(self._stacks.done[-1], EntryKind.UNDO)

    def redo(self) -> Change:
        """Make again the change last taken back."""
        if not self._stacks.undone:
            raise NotFoundError("nothing_to_redo")
        return self._take_back(self._stacks.undone[-1], EntryKind.REDO)

    def take_back(self, entry_id: int) -> Change:
        """Take back one entry out of the middle, where its rows are still as it left them."""
        if entry_id <= self._stacks.erased:
            raise NotFoundError("erased_before")
        return self._take_back(entry_id, EntryKind.TAKE_BACK)

    def history(self) -> History:
        """Return what undo and redo would do."""
        done, undone = self._stacks.done, self._stacks.undone
        return History(
            self._label(done[-1]) if done else None, self._label(undone[-1]) if undone else None
        )

    def _label(self, entry_id: int) -> str | None:
        from app.storage import entries  # noqa: PLC0415  not needed to read

        return self.read(entries.label, entry_id)

    def _book_at(self, moment: datetime) -> "Past":
        """Return the book as it was; kept until it changes or another moment is asked for."""
        from app.storage.past import Past, last_entry, latest_entry  # noqa: PLC0415  seldom asked

        latest, entry_id = self.read(latest_entry), self.read(last_entry, moment)
        if self._past is None or (self._past[0], self._past[1].entry_id) != (latest, entry_id):
            self._forget_past()
            self._past = latest, self.ask_file(partial(Past, entry_id=entry_id))
        return self._past[1]

    def _forget_past(self) -> None:
        if self._past is not None:
            self._past[1].close()
            self._past = None

    def _take_back(self, entry_id: int, kind: EntryKind) -> Change:
        label = self._label(entry_id)
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
        entry = self._new_entry(label, kind, reverts_id)
        try:
            change = self._store(entry, deed)
        except StorageError as error:
            damaged = error.reason == "book_damaged" and not self._is_whole()
            if damaged or not faults.may_be_passing(error):
                raise
            stored = self._stored(entry)
            change = Change(stored, label, self.read(journal.touched, stored), kind)
        if change.tables:
            self._stacks.add(change.entry_id, kind, reverts_id)
        return change

    def _new_entry(self, label: str, kind: EntryKind, reverts_id: int | None) -> "Entry":
        """Return an entry for what is about to be changed."""
        from app.storage.entries import Entry  # noqa: PLC0415  not needed to read

        self._make_ready_to_change()
        made_at, author = self._clock(), self._author
        return Entry(
            kind=kind, label=level(label), made_at=made_at, author=author, reverts_id=reverts_id
        )

    def _make_ready_to_change(self) -> None:
        """Have the journal kept; that maps every table, as a flush needs it."""
        self._change_file(journal.start)

    def _store(self, entry: "Entry", deed: Callable[[Session], None]) -> Change:
        with self._judged(), self._sessions.begin() as session:
            _record(session, entry, deed)
            tables = journal.touched(session, entry.id)
            change = Change(entry.id, entry.label, tables, entry.kind)
            if not tables:
                session.delete(entry)
        return change

    def _stored(self, entry: "Entry") -> int:
        """Look on the disk after it reported a fault: the last step may have failed after all.

        A change is never repeated blindly: it could be made twice.
        """
        from app.storage import entries  # noqa: PLC0415  not needed to read

        try:
            found = self.read(entries.same, made_at=entry.made_at, label=entry.label)
        except (StorageError, DatabaseError) as error:
            raise StorageError("disk_failing", path=self.path) from error
        if found is None:
            raise StorageError("not_saved_disk_failing", path=self.path)
        return found


def _record(session: Session, entry: "Entry", deed: Callable[[Session], None]) -> None:
    """Carry out a deed, all that it changes written down under an entry."""
    session.add(entry)
    session.flush()
    with journal.recording(session, entry.id):
        deed(session)
