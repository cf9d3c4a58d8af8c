"""The ways out when a book cannot be opened: its latest copy, or what can still be read of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.caretaker import Copy
from app.ui.copies import words
from app.ui.kit.button import Button, Kind
from app.ui.kit.facts import Facts
from app.ui.kit.label import PlainLabel
from app.ui.kit.section import SectionHead
from app.ui.kit.sheet import Sheet
from app.ui.theme import Tone


class BadDaySheet(Sheet):
    """Changes nothing before a button is pressed; the damaged file stays in any case."""

    def __init__(
        self,
        book: Path,
        latest: Copy | None,
        *,
        restore: Callable[[Path, Copy], object],
        salvage: Callable[[Path, Path], object] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Ways out"), stores=False, parent=parent)
        self._book, self._latest = book, latest
        self._on_restore, self._on_salvage = restore, salvage
        self.body.setSpacing(8)
        self.body.addWidget(PlainLabel(str(book), tone=Tone.MUTED, wrap=True))
        self._offer_copy()
        if salvage is not None:
            self._offer_salvage()
        self.body.addStretch(1)

    @override
    def store(self) -> None:
        self.done()

    def _offer_copy(self) -> None:
        self.body.addWidget(SectionHead(_("The latest copy")))
        if self._latest is None:
            told = _("There is no copy of this book beside it.")
            self.body.addWidget(PlainLabel(told, tone=Tone.MUTED, wrap=True))
            return
        one = self._latest
        facts = Facts()
        facts.show_facts([(_("Kept"), words.moment(one)), *words.facts(one.contents, None)])
        self.body.addWidget(facts)
        last = _("Last change in it: {label}. What came later would be missing.")
        self.body.addWidget(
            PlainLabel(last.format(label=words.last_entry(one.contents)), wrap=True)
        )
        button = Button(_("Restore this copy"), kind=Kind.PRIMARY, icon="undo")
        button.clicked.connect(self._restore)
        self.body.addWidget(button)

    def _offer_salvage(self) -> None:
        self.body.addWidget(SectionHead(_("What can still be read")))
        told = _(
            "It comes into a new book; what its tables have lost is looked for in the history. The "
            "damaged file stays as it is."
        )
        self.body.addWidget(PlainLabel(told, tone=Tone.MUTED, wrap=True))
        button = Button(_("Salvage into a new book …"), icon="book")
        button.clicked.connect(self._ask_place)
        self.body.addWidget(button)

    @Slot()
    def _restore(self) -> None:
        latest = self._latest
        self.done()
        if latest is not None:
            self._on_restore(self._book, latest)

    @Slot()
    def _ask_place(self) -> None:
        dialog = QFileDialog(self.window(), _("Where the new book shall lie"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._book.suffix.removeprefix("."))
        dialog.selectFile(_("{name} salvaged").format(name=self._book.stem) + self._book.suffix)
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        salvage = self._on_salvage
        self.done()
        if salvage is not None:
            salvage(self._book, Path(place))
