"""The way from one book to the next: opens it, shows its window, and closes the one before."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app import i18n
from app.errors import AppError
from app.i18n import _
from app.mounts import file_system, is_network
from app.queries.own_words import own_words
from app.ui import faultlog
from app.ui.actions import Action
from app.ui.caretaker import Copy, is_damage
from app.ui.desk import Desk
from app.ui.gateway import Gateway, Store, is_older, open_store
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.sheet import Sheet
from app.ui.memory import Memory
from app.ui.opening.aside import Aside
from app.ui.opening.beginning import Beginning
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.news import joined, of_book, of_crash, of_fault, of_unfinished
from app.ui.opening.recent import RecentBooks
from app.ui.opening.whoami import own_name
from app.ui.window import SIZE
from app.wording import sentence

if TYPE_CHECKING:
    from app.ui.opening.waiting import Waiting
    from app.ui.opening.waysout import WaysOut
    from app.ui.opening.welcome import Welcome

_SETTLED = 1500  # ms after which the window has shown itself and copies do not delay it
_WRITES = "writes"


class FrontDoor(QObject):
    """Holds the window that is open: the welcome, or a book."""

    def __init__(
        self,
        memory: Memory,
        parent: QObject | None = None,
        *,
        file_system: Callable[[Path], str] = file_system,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._file_system = file_system
        self._waiting: Waiting | None = None
        self._recent = RecentBooks(memory)
        self._welcome: Welcome | None = None
        self._book: BookWindow | None = None
        self.aside = Aside(self)
        self.begin = Beginning(self, self)
        self._fault_told = False
        faultlog.faults().written.connect(self._on_fault, Qt.ConnectionType.QueuedConnection)

    @property
    def window(self) -> QWidget | None:
        """The window that is shown now."""
        return self._waiting or self._book or self._welcome

    @property
    def author(self) -> str:
        """Who signs what is changed."""
        return own_name(self._memory)

    @cached_property
    def _ways(self) -> "WaysOut":
        from app.ui.opening.waysout import WaysOut  # noqa: PLC0415  most days are not bad

        return WaysOut(self)

    def start(self, path: Path | None) -> None:
        """Open a book, else the last one, else offer the three ways in.

        Where the last one is gone, as with a stick, that is said, and its copies are offered.
        """
        known = self._recent.paths()
        wanted = path or (known[0] if known else None)
        if wanted is None:
            self.welcome()
        else:
            self.open_book(wanted)

    @Slot()
    def welcome(self, message: Message | None = None) -> None:
        """Show the three ways in."""
        from app.ui.opening.welcome import Welcome  # noqa: PLC0415  most starts open a book

        i18n.rename({})
        welcome = Welcome(self._recent.paths())
        welcome.new_wanted.connect(self.begin.ask_new)
        welcome.demo_wanted.connect(self.begin.ask_demo)
        welcome.files_wanted.connect(self.begin.ask_files)
        welcome.file_wanted.connect(self.begin.ask_open)
        welcome.dropped.connect(self.begin.take)
        welcome.book_wanted.connect(self.open_book)
        welcome.say(joined(message, *self._of_crash()))
        before = (self._waiting, self._book, self._welcome)
        self._welcome = welcome
        welcome.show()
        self._leave(*before)

    @Slot(object)
    def open_book(
        self, path: Path, *, importing: tuple[Path, ...] = (), say: Message | None = None
    ) -> None:
        """Open a book in place of what is shown, and say something then; a refusal is told too."""
        if self._book is not None and self._book.shows(path):
            self.come_back(say)
        else:
            self._open(path, importing, say)

    def _open(
        self, path: Path, importing: tuple[Path, ...] = (), say: Message | None = None
    ) -> None:
        opening = partial(open_store, path, author=self.author, read_only=self._is_only_read(path))
        if is_older(path):
            self._bring_up_to_date(path, opening, importing, say)
            return
        try:
            store = opening()
        except AppError as error:
            self._refuse(path, say, error)
        else:
            self.show_book(Gateway(store), importing, say)

    def _bring_up_to_date(
        self,
        path: Path,
        opening: Callable[[], Store],
        importing: tuple[Path, ...],
        say: Message | None,
    ) -> None:
        from app.ui.opening.waiting import up_to_date_words  # noqa: PLC0415  and need not wait

        self.wait(path, *up_to_date_words())
        self.aside.do(
            opening,
            then=partial(self._on_opened, importing, say),
            otherwise=partial(self._refuse, path, say),
            drop=Store.close,
        )

    def _on_opened(self, importing: tuple[Path, ...], say: Message | None, store: Store) -> None:
        self.show_book(Gateway(store), importing, say)

    def _refuse(self, path: Path, say: Message | None, error: AppError) -> None:
        ways_out = Action("door.ways-out", _("Ways out …"), partial(self.ways_out, path))
        told = Message(sentence(error), Gravity.ERROR, ways_out if is_damage(error) else None)
        self.come_back(joined(say, told))

    def wait(self, book: Path, doing: str, hint: str) -> None:
        """Show that something is done to a whole book, in place of what is shown."""
        from app.ui.opening.waiting import Waiting  # noqa: PLC0415  and need not wait

        before = self.window
        place = QRect(QPoint(), SIZE) if before is None else before.geometry()
        waiting = Waiting(book.stem, doing, hint, place)
        if before is None:
            self._memory.restore_geometry(waiting)
        waiting.show()
        self._leave(self._waiting)
        self._waiting = waiting
        if before is not None:
            before.hide()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it has come with what is waited for."""
        if self._waiting is not None:
            self._waiting.advance(done, of)

    def come_back(self, message: Message | None) -> None:
        """Show again what was shown before, where something could not be done, and say why."""
        if self._book is None:
            self.welcome(message)
            return
        if self._book.desk.gateway.closed:  # it was let go of, to be replaced
            path = self._book.desk.gateway.path
            self._leave(self._book)
            self._open(path, say=message)
            return
        self._book.show()
        self._leave(self._waiting)
        if message is not None:
            self._book.desk.say(message)

    def let_go(self, book: Path) -> None:
        """Close a book where it is the one that is open; its window stays until the next."""
        if self._book is not None and self._book.desk.gateway.path == book:
            self._book.desk.caretaker.close()

    def ways_out(self, book: Path) -> None:
        """Offer the latest copy of a damaged book, and what can still be read of it."""
        self.open_sheet(self._ways.of_damaged(book))

    def ways_on(self, book: Path) -> None:
        """Offer what can be done with a book on a network folder."""
        self.open_sheet(self._ways.of_far(book, self.network_of(book)))

    def network_of(self, book: Path) -> str:
        """Return what the system calls the file system a book lies on."""
        return self._file_system(book.parent)

    def is_far(self, book: Path) -> bool:
        """Tell whether a book lies on a network folder."""
        return is_network(self.network_of(book))

    def remember(self, book: Path) -> None:
        """Note that a book is the one worked on now."""
        self._recent.add(book)

    def writes_far(self, book: Path) -> bool:
        """Tell whether the user wants to write to this book although it is on a network folder."""
        return self._memory.text(_far_key(book)) == _WRITES

    def write_far(self, book: Path, *, writes: bool) -> None:
        """Remember whether a book on a network folder shall be written to, and open it so."""
        self._memory.save_text(_far_key(book), _WRITES if writes else "")
        self._open(book)

    def _is_only_read(self, book: Path) -> bool:
        return self.is_far(book) and not self.writes_far(book)

    def close(self) -> None:
        """Close whatever is open, and wait until it is stored and what is under way is done."""
        self.aside.close()
        self._leave(self._waiting, self._book, self._welcome)

    def open_sheet(self, sheet: Sheet) -> None:
        """Slide a small editor over what is shown."""
        if self._welcome is not None:
            self._welcome.open_sheet(sheet)
        elif self._book is not None:
            self._book.desk.open_sheet(sheet)

    def import_into_book(self, files: tuple[Path, ...]) -> bool:
        """Take files to the import of the book that is open; tell whether there is one."""
        if self._book is not None:
            self._book.desk.go("import", files)
        return self._book is not None

    def show_book(
        self,
        gateway: Gateway,
        importing: tuple[Path, ...] = (),
        say: Message | None = None,
    ) -> None:
        """Show the window of an open book in place of what is shown."""
        self._recent.add(gateway.path)
        self._fault_told = False
        before = (self._waiting, self._book, self._welcome)
        desk = Desk(gateway, memory=self._memory)
        i18n.rename(gateway.at_once(own_words, desk.today()))
        desk.restore_wanted.connect(partial(self._put_back, desk))
        self._book = BookWindow(desk, self, self.begin)
        self._book.show()
        QTimer.singleShot(_SETTLED, self._book, self._book.watch)
        if importing:
            self._book.desk.go("import", importing)
        news = joined(say, *of_book(gateway, desk.now()), *self._book.state(), *self._of_crash())
        if news is not None:
            desk.say(news)
        self._leave(*before)

    def _put_back(self, desk: Desk, one: Copy) -> None:
        self._ways.put_back(desk.gateway.path, one)

    def _of_crash(self) -> Iterator[Message]:
        if faultlog.has_new_crash(self._memory):
            yield of_crash(self._show_log())

    def _show_log(self) -> Action:
        return Action("door.faults", _("What went wrong …"), self._open_log)

    @Slot()
    def _open_log(self) -> None:
        from app.ui.frame.faults import FaultSheet  # noqa: PLC0415  and most have no fault

        self.open_sheet(FaultSheet(faultlog.read()))

    @Slot()
    def _on_fault(self) -> None:
        # What fails at every turn would say nothing else; where all is closed nobody is to be told.
        if self._fault_told or self.window is None:
            return
        self._fault_told = True
        self._say(of_fault(self._show_log()))

    def _leave(self, *windows: QWidget | None) -> None:
        for window in windows:
            if window is None:
                continue
            failed = window.desk.caretaker.close() if isinstance(window, BookWindow) else None
            window.close()
            window.deleteLater()
            self._book = None if window is self._book else self._book
            self._welcome = None if window is self._welcome else self._welcome
            self._waiting = None if window is self._waiting else self._waiting
            if failed is not None and self.window is not None:
                self._say(of_unfinished(window.windowTitle(), failed))

    def _say(self, message: Message) -> None:
        if self._book is not None:
            self._book.desk.say(message)
        elif self._welcome is not None:
            self._welcome.say(message)
        else:
            self.welcome(message)


def _far_key(book: Path) -> str:
    return f"network/{book.absolute()}".replace("\\", "/")
