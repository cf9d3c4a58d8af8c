"""A stack on the Reports page: its first documents are shown, all of them go out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.errors import AppError
from app.i18n import _, ngettext
from app.reports.kit.sheet import Sheet
from app.reports.report import Choice, Report
from app.reports.stacks import Member, Piece, pieces
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message
from app.ui.paper.maker import PaperMaker
from app.ui.paper.printing import Printing
from app.ui.paper.stacking import StackMaker
from app.wording import sentence

_SEEN = 6  # documents made to look at; the rest when they are printed or saved


class Stacked(QObject):
    """What can be done with many documents; ``page`` owns the dialogs.

    Signals:
        began: Documents are being made. Carries the Job.
    """

    began = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, maker: PaperMaker, printing: Printing) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._maker = maker
        self._printing = printing
        self._stacker = StackMaker(desk, self)
        self._pieces: tuple[Piece, ...] = ()
        self._sheet = Sheet(printed_at=desk.now())
        self._title = ""
        self._then: Callable[[], None] | None = None
        self._stacker.began.connect(self.began)
        self._stacker.bound.connect(self._on_bound)
        self._stacker.written.connect(self._on_written)
        self._stacker.left_out.connect(self._on_left_out)

    def show(
        self,
        title: str,
        reports: Sequence[Report],
        choice: Choice,
        paper: str,
        members: Sequence[Member],
    ) -> None:
        """Take documents for a stack, each for every member where members are given."""
        self.stop()
        self._title = title
        self._pieces = pieces(reports, choice, members)
        self._sheet = Sheet(printed_at=self._desk.now(), paper=paper, known_at=choice.as_of)

    def look(self) -> None:
        """Make the first documents to look at."""
        self._then = None
        self._maker.forget()
        self._stacker.bind(self._pieces[:_SEEN], self._sheet)

    def stop(self) -> None:
        """Make nothing any more."""
        self._stacker.stop()

    def note(self) -> str:
        """Return how many documents there are, where not all of them are shown."""
        count = len(self._pieces)
        if count <= _SEEN:
            return ""
        words = ngettext("{n} document", "{n} documents", count)
        return _("{documents}, the first {n} are shown").format(documents=words, n=_SEEN)

    def with_all(self, then: Callable[[], None]) -> None:
        """Print, save or open all of it, once all of it is made."""
        if len(self._pieces) <= _SEEN and self._maker.pdf:
            then()
        else:
            self._then = then
            self._stacker.bind(self._pieces, self._sheet)

    def save_each(self) -> None:
        """Ask for a folder, then write each document to a file of its own."""
        dialog = QFileDialog(self._page, _("A folder for the documents"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        folder = paths.documents_folder()
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        dialog.fileSelected.connect(self.write_each)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def write_each(self, folder: str) -> None:
        """Write each document to a file of its own."""
        self._stacker.write_each(self._pieces, self._sheet, Path(folder) / self._title)

    def remember_print(self) -> None:
        """Keep in mind that all of it has been printed or saved, unless it shows the past."""
        for piece in self._pieces:
            if piece.choice.as_of is None:
                self._desk.gateway.remember_print(
                    report=piece.report.name,
                    choice=piece.report.key(piece.choice),
                    known_at=self._sheet.printed_at,
                ).otherwise(partial(self._on_left_out, piece))

    @Slot(object)
    def _on_bound(self, pdf: bytes) -> None:
        if self._then is None:
            self._maker.take(pdf)
        else:
            self._printing.take(pdf, self._title)
            self._then()

    @Slot(object)
    def _on_written(self, folder: Path) -> None:
        self.remember_print()
        count = ngettext("{n} document", "{n} documents", len(self._pieces))
        words = _("Saved in {folder}: {documents}").format(folder=folder, documents=count)
        self._desk.say(Message(words, Gravity.DONE))

    @Slot(object, object)
    def _on_left_out(self, piece: Piece, error: AppError) -> None:
        words = _("Left out: {document}. {why}").format(document=piece.name, why=sentence(error))
        self._desk.say(Message(words, Gravity.WARNING))
