"""The ways out when a book cannot be opened: its latest copy, or what can still be read of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import _
from app.ui.caretaker import Copy
from app.ui.copies import words
from app.ui.copies.ways import WaysSheet
from app.ui.kit.button import Kind
from app.ui.kit.facts import Facts
from app.ui.kit.label import PlainLabel


class BadDaySheet(WaysSheet):
    """Offers what there is; the damaged file stays in any case."""

    def __init__(
        self,
        book: Path,
        latest: Copy | None,
        *,
        restore: Callable[[Path, Copy], object],
        salvage: Callable[[Path, Path], object] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Ways out"), book, parent)
        self._latest, self._restore, self._salvage = latest, restore, salvage
        self.explain(str(book))
        self._offer_copy(latest)
        if salvage is not None:
            self._offer_salvage()
        self.body.addStretch(1)

    def _offer_copy(self, latest: Copy | None) -> None:
        self.head(_("The latest copy"))
        if latest is None:
            self.explain(_("There is no copy of this book beside it."))
            return
        facts = Facts()
        facts.show_facts([(_("Kept"), words.moment(latest)), *words.facts(latest.contents, None)])
        self.body.addWidget(facts)
        last = _("Last change in it: {label}. What came later would be missing.")
        told = last.format(label=words.last_entry(latest.contents))
        self.body.addWidget(PlainLabel(told, wrap=True))
        self.offer(_("Restore this copy"), self._put_back, icon="undo", kind=Kind.PRIMARY)

    def _offer_salvage(self) -> None:
        self.head(_("What can still be read"))
        self.explain(
            _(
                "It comes into a new book; what its tables have lost is looked for in the history. "
                "The damaged file stays as it is."
            )
        )
        self.offer(_("Salvage into a new book …"), self._ask_place, icon="book")

    @Slot()
    def _put_back(self) -> None:
        if self._latest is not None:
            self.leave(partial(self._restore, self.book, self._latest))

    @Slot()
    def _ask_place(self) -> None:
        name = _("{name} salvaged").format(name=self.book.stem) + self.book.suffix
        self.ask_place(_("Where the new book shall lie"), name)

    @override
    def placed(self, place: Path) -> None:
        if self._salvage is not None:
            self._salvage(self.book, place)
