"""The ways on with a book on a network folder: a copy on this computer, or writing all the same."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import paths
from app.i18n import _
from app.ui.copies.ways import WaysSheet
from app.ui.kit.button import Kind


class FarSheet(WaysSheet):
    """Asks for a copy here, or for leave to write there; that counts for this book alone."""

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
        super().__init__(_("A book on a network folder"), book, parent)
        self._writes = writes
        self._bring, self._choose = bring, choose
        self.explain(_("{path}, by {kind}").format(path=book, kind=kind))
        self._offer_bringing()
        self._offer_writing()
        self.body.addStretch(1)

    def _offer_bringing(self) -> None:
        self.head(_("On this computer"))
        self.explain(
            _(
                "A checked copy comes here and is opened. It is the book from then on; the one on "
                "the network stays as it is. This is the safe way."
            )
        )
        words = _("Copy to this computer and open …")
        self.offer(words, self._ask_place, icon="download", kind=Kind.PRIMARY)

    def _offer_writing(self) -> None:
        self.head(_("Where it is"))
        if self._writes:
            self.explain(_("You have chosen to write to it there."))
            self.offer(_("Only read it from now on"), self._on_choose, icon="book")
        else:
            self.explain(
                _(
                    "Only where you are sure that no other computer ever has it open at the same "
                    "time: a network does not always keep two writers apart, and a line that "
                    "breaks in mid-save can cost the book. Copies are kept all the same."
                )
            )
            self.offer(_("Open for writing anyway"), self._on_choose, icon="pencil")

    @Slot()
    def _ask_place(self) -> None:
        folder = paths.documents_folder()
        start = str(folder if folder.is_dir() else Path.home())
        self.ask_place(_("Where the book shall lie"), self.book.name, start)

    @override
    def placed(self, place: Path) -> None:
        self._bring(self.book, place)

    @Slot()
    def _on_choose(self) -> None:
        self.leave(partial(self._choose, self.book, writes=not self._writes))
