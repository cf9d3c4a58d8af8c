"""The ways on with a book on a network folder: a copy on this computer, or writing all the same."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app import paths
from app.i18n import _
from app.ui.kit.button import Button, Kind
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone


class FarSheet(Sheet):
    """Changes nothing before a button is pressed; what is chosen counts for this book alone."""

    def __init__(
        self,
        book: Path,
        kind: str,
        *,
        writes: bool,
        bring: Callable[[Path, Path], object],
        choose: Callable[..., object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("A book on a network folder"), stores=False, parent=parent)
        self._book, self._writes = book, writes
        self._bring, self._choose = bring, choose
        self.body.setSpacing(8)
        self._say(_("{path}, by {kind}").format(path=book, kind=kind))
        self._offer_bringing()
        self._offer_writing()
        self.body.addStretch(1)

    @override
    def store(self) -> None:
        self.done()

    def _offer_bringing(self) -> None:
        self.body.addWidget(SectionHead(_("On this computer")))
        self._say(
            _(
                "A checked copy comes here and is opened. It is the book from then on; the one on "
                "the network stays as it is. This is the safe way."
            )
        )
        button = Button(_("Copy to this computer and open …"), kind=Kind.PRIMARY, icon="download")
        button.clicked.connect(self._ask_place)
        self.body.addWidget(button)

    def _offer_writing(self) -> None:
        self.body.addWidget(SectionHead(_("Where it is")))
        if self._writes:
            self._say(_("You have chosen to write to it there."))
            button = Button(_("Only read it from now on"), icon="book")
        else:
            self._say(
                _(
                    "Only where you are sure that no other computer ever has it open at the same "
                    "time: a network does not always keep two writers apart, and a line that "
                    "breaks in mid-save can cost the book. Copies are kept all the same."
                )
            )
            button = Button(_("Open for writing anyway"), icon="pencil")
        button.clicked.connect(self._on_choose)
        self.body.addWidget(button)

    def _say(self, words: str) -> None:
        self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))

    @Slot()
    def _ask_place(self) -> None:
        folder = paths.documents_folder()
        start = folder if folder.is_dir() else Path.home()
        dialog = QFileDialog(self.window(), _("Where the book shall lie"), str(start))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._book.suffix.removeprefix("."))
        dialog.selectFile(self._book.name)
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        bring = self._bring
        self.done()
        bring(self._book, Path(place))

    @Slot()
    def _on_choose(self) -> None:
        choose = self._choose
        self.done()
        choose(self._book, writes=not self._writes)
