"""Letters to a printer or into a file: made in the background, then offered to be noted as sent."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.committee import CommitteeRow
from app.queries.letter_sheets import Letters, letter_sheets
from app.reports import letters as letters_paper
from app.reports.kit.sheet import Sheet
from app.rules.letters import LetterKey
from app.ui.desk import Desk
from app.ui.paper.printing import Printing


class LetterPrinting(QObject):
    """Makes the letters of some rows and hands them to the printer or a file.

    Signals:
        went_out: Letters were sent to a printer or written to a file. Carries their keys.
        began: Printing has begun. Carries its Job.
    """

    went_out = Signal(object)
    began = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._out = Printing(desk, page)
        self._keys: tuple[LetterKey, ...] = ()
        self._out.went_out.connect(self._on_out)
        self._out.began.connect(self.began)

    def print_out(self, rows: Sequence[CommitteeRow]) -> None:
        """Print the letters of some rows."""
        self._make(rows, self._out.print_out)

    def save(self, rows: Sequence[CommitteeRow]) -> None:
        """Save the letters of some rows as one PDF."""
        self._make(rows, self._out.save)

    def _make(self, rows: Sequence[CommitteeRow], deal: Callable[[], None]) -> None:
        keys = tuple(row.letter.key for row in rows if row.letter)
        if keys:
            self._desk.gateway.read(chapter_details).then(partial(self._on_chapter, keys, deal))

    def _on_chapter(
        self, keys: tuple[LetterKey, ...], deal: Callable[[], None], chapter: ChapterDetails
    ) -> None:
        sheet = Sheet(printed_at=self._desk.now(), paper=chapter.settings.paper)
        self._desk.gateway.read(letter_sheets, keys=keys, day=self._desk.today()).then(
            partial(self._on_letters, sheet, keys, deal)
        )

    def _on_letters(
        self, sheet: Sheet, keys: tuple[LetterKey, ...], deal: Callable[[], None], found: Letters
    ) -> None:
        self._desk.gateway.compute(letters_paper.pdf, found, sheet).then(
            partial(self._on_pdf, keys, deal, found)
        )

    def _on_pdf(
        self, keys: tuple[LetterKey, ...], deal: Callable[[], None], found: Letters, pdf: bytes
    ) -> None:
        one = found.letters[0].name if len(found.letters) == 1 else found.chapter
        self._out.take(pdf, _("Letters {name} {day}").format(name=one, day=f"{found.day:%Y-%m-%d}"))
        self._keys = keys
        deal()

    @Slot()
    def _on_out(self) -> None:
        self.went_out.emit(self._keys)
