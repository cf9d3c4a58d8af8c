"""What is seen before any book is open: three ways in, and the books of last time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.kit.banner import Banner, Message
from app.ui.kit.centred import centre
from app.ui.kit.choice import Choice
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet, SheetHost
from app.ui.opening.dropping import TakesFiles
from app.ui.theme import Tone, theme, tokens
from app.ui.typeface import Size, Weight


class Welcome(TakesFiles, QWidget):
    """The program without a book.

    Signals:
        new_wanted, files_wanted, demo_wanted, file_wanted: One of the ways in was chosen.
        book_wanted: A recent book was chosen. Carries its Path.
        dropped: Files were dropped onto the window. Carries their Paths.
    """

    new_wanted = Signal()
    files_wanted = Signal()
    demo_wanted = Signal()
    file_wanted = Signal()
    book_wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chapterhouse")
        self.resize(1280, 800)
        self.setMinimumSize(640, 480)
        self.banner = Banner()
        self._lay_out(recent)
        self.setAcceptDrops(True)
        self._sheets = SheetHost(self)
        theme().changed.connect(self.update)

    def say(self, message: Message | None) -> None:
        """Show a message above the choices."""
        self.banner.show_message(message)

    def open_sheet(self, sheet: Sheet) -> None:
        """Slide a small editor in."""
        self._sheets.open(sheet)

    @override
    def take(self, files: tuple[Path, ...]) -> None:
        self.dropped.emit(files)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().window))

    def _lay_out(self, recent: Sequence[Path]) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel("Chapterhouse", size=Size.FIGURE, weight=Weight.SEMIBOLD))
        column.addWidget(
            PlainLabel(
                _("Who was there, who referred whom, what business came of it."), tone=Tone.MUTED
            )
        )
        column.addSpacing(16)
        column.addWidget(self.banner)
        for icon, words, hint, signal in self._ways():
            choice = Choice(icon, words, hint, tall=True)
            choice.clicked.connect(signal)
            column.addWidget(choice)
        column.addSpacing(16)
        self._add_recent(column, recent)
        centre(self, column)

    def _ways(self) -> tuple[tuple[str, str, str, object], ...]:
        return (
            (
                "plus", _("A new chapter"),
                _("Its name, its weekday, and then the members."), self.new_wanted,
            ),
            (
                "download", _("Files exported elsewhere"),
                _("Slips audits and summaries; the members come with them."), self.files_wanted,
            ),
            (
                "meetings", _("A demo chapter"),
                _("Forty invented members and eighteen months of meetings."), self.demo_wanted,
            ),
        )  # fmt: skip

    def _add_recent(self, column: QVBoxLayout, recent: Sequence[Path]) -> None:
        column.addWidget(SectionHead(_("Books")))
        for path in recent:
            choice = Choice("book", path.stem, str(path.parent), tall=False)
            choice.setProperty("path", str(path))
            choice.clicked.connect(self._on_recent)
            column.addWidget(choice)
        other = Choice("folder", _("Open a book …"), _("a file ending in .chapter"), tall=False)
        other.clicked.connect(self.file_wanted)
        column.addWidget(other)

    @Slot()
    def _on_recent(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.book_wanted.emit(Path(str(sender.property("path"))))
