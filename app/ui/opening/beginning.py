"""How a book begins: an empty one, one of exported files, of a whole document, or a demo."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from app import paths
from app.errors import AppError
from app.i18n import _
from app.ui.gateway import Gateway, Store, restore
from app.ui.kit.banner import Gravity, Message
from app.wording import sentence

if TYPE_CHECKING:
    from app.ui.opening.door import Door
    from app.ui.opening.new_chapter import NewChapter

SUFFIX = ".chapter"
# Before the first evening of any demo: its clock only goes forward.
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class Beginning(QObject):
    """Asks what is to be known, then for the place of the file, and has the front door open it."""

    _advanced = Signal(int, int)

    def __init__(self, door: "Door", parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._dialog: QFileDialog | None = None
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def ask_new(self) -> None:
        """Ask for a new chapter's few facts, then for its file."""
        from app.ui.opening.new_chapter import NewChapterSheet  # noqa: PLC0415  seldom wanted

        self._door.open_sheet(NewChapterSheet(self._on_new))

    @Slot()
    def ask_demo(self) -> None:
        """Ask where the demo chapter shall lie."""
        self._ask_place(_("Demo chapter"), self.build_demo)

    @Slot()
    def ask_files(self) -> None:
        """Ask for exported files; the book is asked for after them."""
        dialog = self._file_dialog(_("Files exported elsewhere"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Exports (*.xls *.xlsx *.xml *.csv *.json)"), _("All files (*)")])
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    @Slot()
    def ask_open(self) -> None:
        """Ask for a book."""
        dialog = self._file_dialog(_("Open a book"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Books (*.chapter)"), _("All files (*)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(object)
    def take(self, files: tuple[Path, ...]) -> None:
        """Take files that were chosen or dropped: a whole book is opened, all else is imported."""
        if not self.take_whole(files) and not self._door.import_into_book(files):
            self._ask_place(_("My chapter"), partial(self.of_files, files))

    def take_whole(self, files: tuple[Path, ...]) -> bool:
        """Open a book, or make one of a document; tell whether the files are one of the two."""
        if len(files) != 1:
            return False
        (file,) = files
        if file.suffix == SUFFIX:
            self._door.open_book(file)
            return True
        from app.exchange.outgoing import documents  # noqa: PLC0415  most starts read none

        whole = documents.is_one(file)
        if whole:
            self._ask_place(file.stem, partial(self.of_document, file))
        return whole

    def of_facts(self, entered: "NewChapter", place: str) -> None:
        """Begin an empty book."""
        gateway = self._create(place)
        if gateway is None:
            return
        from app.services import chapter  # noqa: PLC0415  nor is one founded

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
        self._door.show_book(gateway)

    def of_files(self, files: tuple[Path, ...], place: str) -> None:
        """Begin a book that is named and filled by exported files."""
        gateway = self._create(place)
        if gateway is None:
            return
        from app.services import imports  # noqa: PLC0415  most starts read no files

        # The files say what the chapter is called; until they are stored the book's file does.
        gateway.write(_("Book begun from exported files"), imports.found, name=Path(place).stem)
        self._door.show_book(gateway, files)

    def of_document(self, file: Path, place: str) -> None:
        """Make a book of an exported document."""
        label = _("Book restored from {file}").format(file=file.name)
        self._make(
            Path(place),
            partial(restore, Path(place), file, author=self._door.author, label=label),
            _("The document is being read …"),
            _("It becomes a book of its own; the document stays as it is."),
        )

    def build_demo(self, place: str) -> None:
        """Build the demo chapter."""
        self._make(
            Path(place),
            partial(_build_demo, Path(place), self._door.author, self._advanced.emit),
            _("Eighteen months of meetings are being written …"),
            _("Forty invented members, who refer business to each other."),
        )

    def _make(self, place: Path, work: Callable[[], None], doing: str, hint: str) -> None:
        self._door.wait(place, doing, hint)
        self._door.aside.do(work, then=partial(self._on_made, place), otherwise=self._on_not_made)

    def _on_made(self, place: Path, _nothing: None) -> None:
        self._door.open_book(place)

    def _on_not_made(self, error: AppError) -> None:
        self._door.come_back(Message(sentence(error), Gravity.ERROR))

    @Slot(int, int)
    def _on_advanced(self, done: int, of: int) -> None:
        self._door.show_progress(done, of)

    def _on_new(self, entered: "NewChapter") -> None:
        self._ask_place(entered.name, partial(self.of_facts, entered))

    @Slot(list)
    def _on_files(self, files: list[str]) -> None:
        self.take(tuple(map(Path, files)))

    @Slot(str)
    def _on_file(self, file: str) -> None:
        self._door.open_book(Path(file))

    def _create(self, place: str) -> Gateway | None:
        try:
            return Gateway.create(Path(place), author=self._door.author)
        except AppError as error:
            self._on_not_made(error)
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
        folder = paths.documents_folder()
        start = str(folder if folder.is_dir() else Path.home())
        dialog = QFileDialog(self._door.window, title, start)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        return dialog


def _build_demo(place: Path, author: str, progress: Callable[[int, int], object]) -> None:
    from app import demo  # noqa: PLC0415  nor do they build a demo

    clock = demo.Clock(_LONG_AGO)
    today = datetime.now(UTC).astimezone().date()
    with Store.grown(place, author=author, clock=clock) as store:
        demo.build(store, today=today, clock=clock, progress=progress)
