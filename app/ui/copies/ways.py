"""The frame of what can be done with a whole book: what it is, what it does, and one button."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone


class WaysSheet(Sheet):
    """Changes nothing before a button is pressed, and goes away once one is."""

    def __init__(self, title: str, book: Path, parent: QWidget | None = None) -> None:
        super().__init__(title, stores=False, parent=parent)
        self.book = book
        self.body.setSpacing(8)

    def head(self, words: str) -> None:
        """Begin another way."""
        self.body.addWidget(SectionHead(words))

    def explain(self, words: str) -> None:
        """Say what a way does."""
        self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))

    def offer(
        self, words: str, do: Callable[[], object], *, icon: str, kind: Kind = Kind.PLAIN
    ) -> None:
        """Add the button of a way."""
        button = Button(words, kind=kind, icon=icon)
        button.clicked.connect(do)
        self.body.addWidget(button)

    def leave(self, then: Callable[[], object]) -> None:
        """Go away, then do something."""
        self.done()
        then()

    def placed(self, place: Path) -> None:
        """Do with this book what needs a place for a new one."""
        raise NotImplementedError

    def ask_place(self, title: str, name: str, folder: str = "") -> None:
        """Ask where a new book shall lie."""
        dialog = QFileDialog(self.window(), title, folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self.book.suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        self.leave(partial(self.placed, Path(place)))
