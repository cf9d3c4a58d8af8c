"""The way from one book to the next: opens it, shows its window, and closes the one before."""

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app import i18n, paths
from app.errors import AppError, StorageError
from app.exchange.outgoing import documents
from app.formats import moment
from app.i18n import _
from app.queries.own_words import own_words
from app.services import chapter
from app.ui.actions import Action
from app.ui.caretaker import Copy, is_damage, latest_copy, salvage
from app.ui.caretaker import restore as put_back
from app.ui.copies.badday import BadDaySheet
from app.ui.desk import Desk
from app.ui.gateway import Gateway, restore
from app.ui.kit.banner import Gravity, Message
from app.ui.kit.sheet import Sheet
from app.ui.memory import Memory
from app.ui.opening.bookwindow import BookWindow
from app.ui.opening.new_chapter import NewChapter, NewChapterSheet
from app.ui.opening.recent import RecentBooks
from app.ui.opening.welcome import Welcome
from app.ui.opening.whoami import own_name
from app.wording import sentence

if TYPE_CHECKING:
    from app.demo import Clock

SUFFIX = ".chapter"
# Before the first evening of any demo: its clock only goes forward.
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_SETTLED = 1500  # ms after which the window has shown itself and copies do not delay it
_READ_ONLY = {"folder_read_only", "book_read_only"}


class FrontDoor(QObject):
    """Holds the window that is open: the welcome, or a book."""

    _advanced = Signal(int, int)
    _restored = Signal(object, object)

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._recent = RecentBooks(memory)
        self._welcome: Welcome | None = None
        self._book: BookWindow | None = None
        self._building: Gateway | None = None
        self._dialog: QFileDialog | None = None
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="restore")
        self._advanced.connect(self._on_advanced)
        self._restored.connect(self._on_restored, Qt.ConnectionType.QueuedConnection)

    @property
    def window(self) -> QWidget | None:
        """The window that is shown now."""
        return self._book or self._welcome

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
        i18n.rename({})
        welcome = Welcome(self._recent.paths())
        welcome.new_wanted.connect(self.ask_new)
        welcome.demo_wanted.connect(self.ask_demo)
        welcome.files_wanted.connect(self.ask_files)
        welcome.file_wanted.connect(self.ask_open)
        welcome.book_wanted.connect(self.open_book)
        welcome.say(message)
        before, self._welcome = self.window, welcome
        welcome.show()
        self._leave(before)

    @Slot(object)
    def open_book(self, path: Path, *, importing: tuple[Path, ...] = ()) -> None:
        """Open a book in place of what is shown; a refusal is told in place."""
        try:
            gateway = self._gateway(path)
        except AppError as error:
            ways_out = Action("door.ways-out", _("Ways out …"), partial(self.ways_out, path))
            self._tell(sentence(error), ways_out if is_damage(error) else None)
            return
        self._show(gateway, importing)

    def put_back(self, book: Path, one: Copy) -> None:
        """Put a copy in place of a book, and open it."""
        self._let_go(book)
        try:
            replaced = put_back(
                book, one, author=own_name(self._memory), at=datetime.now(UTC)
            ).replaced
        except AppError as error:
            told = Message(sentence(error), Gravity.ERROR)
        else:
            told = self._told_of(book, one, replaced)
        self.open_book(book)
        self._say(told)

    def _let_go(self, book: Path) -> None:
        """Close a book where it is the one that is open; its window stays until the next."""
        if self._book is not None and self._book.desk.gateway.path == book:
            self._book.desk.caretaker.close()

    def _told_of(self, book: Path, one: Copy, replaced: Copy | None) -> Message:
        words = _("The book is what it was on {moment}.").format(moment=moment(one.made_at))
        if replaced is None:
            return Message(words, Gravity.DONE)
        words += " " + _("What it replaced is kept among the copies.")
        back = Action("door.back", _("Take it back"), partial(self.put_back, book, replaced))
        return Message(words, Gravity.DONE, back)

    def ways_out(self, book: Path) -> None:
        """Offer the latest copy of a damaged book, and what can still be read of it."""
        exists = book.is_file()
        sheet = BadDaySheet(
            book,
            latest_copy(book),
            restore=self.put_back,
            salvage=self._salvage if exists else None,
        )
        self._open_sheet(sheet)

    def _salvage(self, book: Path, target: Path) -> None:
        self._let_go(book)
        try:
            found = salvage(
                book,
                target,
                author=own_name(self._memory),
                label=_("Salvaged from {name}").format(name=book.name),
                at=datetime.now(UTC),
            )
        except AppError as error:
            if self._book is not None and self._book.desk.gateway.closed:
                self.open_book(book)
            self._tell(sentence(error))
            return
        self.open_book(target)
        words = _(
            "{rows} records were read from {book}, {history} of them from its history. "
            "Look through the last meetings before you go on with it."
        )
        rows = sum(found.saved.values())
        told = words.format(rows=rows, book=book.name, history=found.from_history)
        self._say(Message(told, Gravity.WARNING))

    def close(self) -> None:
        """Close whatever is open, and wait until it is stored."""
        if self._building is not None:
            self._building.close()
        self._aside.shutdown()
        self._leave(self.window)

    @Slot()
    def ask_new(self) -> None:
        """Ask for a new chapter's few facts, then for its file."""
        sheet = NewChapterSheet(self._on_new)
        self._open_sheet(sheet)

    def _open_sheet(self, sheet: Sheet) -> None:
        if self._welcome is not None:
            self._welcome.open_sheet(sheet)
        elif self._book is not None:
            self._book.desk.open_sheet(sheet)

    @Slot()
    def ask_demo(self) -> None:
        """Ask where the demo chapter shall lie."""
        self._ask_place(_("Demo chapter"), self._on_demo_place)

    @Slot()
    def ask_files(self) -> None:
        """Ask for exported files; the book is asked for after them."""
        dialog = self._file_dialog(_("Files exported elsewhere"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Exports (*.xls *.xlsx *.xml *.csv *.json)"), _("All files (*)")])
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def restore(self, file: Path) -> None:
        """Ask where the book of an exported document shall lie, and make it."""
        self._ask_place(file.stem, partial(self._on_restore_place, file))

    @Slot()
    def ask_open(self) -> None:
        """Ask for a book."""
        dialog = self._file_dialog(_("Open a book"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Books (*.chapter)"), _("All files (*)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _gateway(self, path: Path) -> Gateway:
        try:
            return Gateway.open(path, author=own_name(self._memory))
        except StorageError as error:
            if error.reason not in _READ_ONLY:
                raise
            return Gateway.open(path, author=own_name(self._memory), read_only=True)

    def _show(self, gateway: Gateway, importing: tuple[Path, ...] = ()) -> None:
        self._recent.add(gateway.path)
        before = self.window
        desk = Desk(gateway, memory=self._memory)
        i18n.rename(gateway.at_once(own_words, desk.today()))
        desk.restore_wanted.connect(partial(self.put_back, gateway.path))
        self._book, self._welcome = BookWindow(desk, self), None
        self._book.show()
        QTimer.singleShot(_SETTLED, self._book, self._book.watch)
        if importing:
            self._book.desk.go("import", importing)
        if gateway.kept_from_before is not None:
            self._tell_of_upgrade(gateway.kept_from_before)
        self._leave(before)

    def _tell_of_upgrade(self, kept: Path) -> None:
        words = _(
            "This book was brought up to date for this version of Chapterhouse. "
            "As it was before, it lies at {path}."
        )
        self._say(Message(words.format(path=kept), Gravity.DONE))

    def _leave(self, window: QWidget | None) -> None:
        if window is None:
            return
        window.close()
        if isinstance(window, BookWindow):
            window.desk.caretaker.close()
        window.deleteLater()
        self._book = None if window is self._book else self._book
        self._welcome = None if window is self._welcome else self._welcome

    def _tell(self, words: str, action: Action | None = None) -> None:
        self._say(Message(words, Gravity.ERROR, action))

    def _say(self, message: Message) -> None:
        if self._book is not None:
            self._book.desk.say(message)
        elif self._welcome is not None:
            self._welcome.say(message)
        else:
            self.welcome(message)

    def _on_new(self, entered: NewChapter) -> None:
        self._ask_place(entered.name, partial(self._on_new_place, entered))

    def _on_new_place(self, entered: NewChapter, place: str) -> None:
        gateway = self._create(place)
        if gateway is None:
            return
        gateway.write(
            _("{name} founded").format(name=entered.name),
            chapter.found,
            name=entered.name,
            weekday=entered.weekday,
            starts_at=entered.starts_at,
            place=entered.place,
            currency=entered.currency,
            currency_decimals=entered.currency_decimals,
        )
        self._show(gateway)

    def _on_demo_place(self, place: str) -> None:
        if self._welcome is None:
            self.welcome()
        from app import demo  # noqa: PLC0415  most starts build no demo

        clock = demo.Clock(_LONG_AGO)
        gateway = self._create(place, clock=clock)
        if gateway is None or self._welcome is None:
            return
        self._building = gateway
        self._welcome.show_doing(_("Eighteen months of meetings are being written …"))
        today = datetime.now(UTC).astimezone().date()
        work = partial(demo.build, today=today, clock=clock, progress=self._advanced.emit)
        gateway.carry_out(work).then(self._on_built)

    @Slot(object)
    def _on_built(self, _nothing: object) -> None:
        gateway, self._building = self._building, None
        if gateway is not None:
            gateway.close()
            self.open_book(gateway.path)

    @Slot(int, int)
    def _on_advanced(self, done: int, of: int) -> None:
        if self._welcome is not None:
            self._welcome.show_progress(done, of)

    @Slot(list)
    def _on_files(self, files: list[str]) -> None:
        chosen = tuple(Path(file) for file in files)
        if len(chosen) == 1 and documents.is_one(chosen[0]):
            self.restore(chosen[0])
            return
        if self._book is not None:
            self._book.desk.go("import", chosen)
            return
        self._ask_place(_("My chapter"), partial(self._on_files_place, chosen))

    def _on_restore_place(self, file: Path, place: str) -> None:
        if self._welcome is None:
            self.welcome()
        if self._welcome is not None:
            self._welcome.show_doing(_("The document is being read …"))
            self._welcome.show_progress(0, 0)
        label = _("Book restored from {file}").format(file=file.name)
        work = partial(restore, Path(place), file, author=own_name(self._memory), label=label)
        done = partial(self._restored.emit, Path(place))
        self._aside.submit(work).add_done_callback(done)

    @Slot(object, object)
    def _on_restored(self, place: Path, done: "Future[None]") -> None:
        if self._welcome is not None:
            self._welcome.show_doing("")
        error = done.exception()
        if isinstance(error, AppError):
            self._tell(sentence(error))
        elif error is not None:
            raise error
        else:
            self.open_book(place)

    def _on_files_place(self, files: tuple[Path, ...], place: str) -> None:
        gateway = self._create(place)
        if gateway is None:
            return
        from app.services import imports  # noqa: PLC0415  nor do they read files

        # The files say what the chapter is called; until they are stored the book's file does.
        gateway.write(_("Book begun from exported files"), imports.found, name=Path(place).stem)
        self._show(gateway, files)

    @Slot(str)
    def _on_file(self, file: str) -> None:
        self.open_book(Path(file))

    def _create(self, place: str, clock: "Clock | None" = None) -> Gateway | None:
        path = Path(place)
        try:
            return Gateway.create(path, author=own_name(self._memory), clock=clock)
        except AppError as error:
            self._tell(sentence(error))
            return None

    def _ask_place(self, name: str, receive: object) -> None:
        dialog = self._file_dialog(_("Where the book shall lie"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilters([_("Books (*.chapter)")])
        dialog.selectFile(name + SUFFIX)
        dialog.fileSelected.connect(receive)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        parent = self.window
        folder = paths.documents_folder()
        dialog = QFileDialog(parent, title, str(folder if folder.is_dir() else Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        return dialog
