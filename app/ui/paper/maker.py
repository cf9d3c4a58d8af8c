"""Make a report in the background: rows from the book, a PDF from the rows, pictures from it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.queries.chapter import ChapterDetails, chapter_details
from app.reports.kit.sheet import Sheet
from app.reports.report import Asks, Choice, Report
from app.ui.desk import Desk
from app.ui.gateway import Answer
from app.ui.paper.preview import Preview
from app.ui.paper.rendering import Look, PagePicture, first_look, page_picture

_PREVIEW_DPI = 144.0


class PaperMaker(QObject):
    """Makes one report at a time; an answer that was overtaken by another wish is dropped.

    Signals:
        rows_came: The rows of the report, the same that go to paper.
        made: The document as bytes.
        drawn: What it looks like. Carries a Look.
        page_drawn: One more of its pages. Carries the number from 0 and a PagePicture.
        refused: It cannot be made. Carries an AppError.
    """

    rows_came = Signal(object)
    made = Signal(object)
    drawn = Signal(object)
    page_drawn = Signal(int, object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish = 0
        self._made_of: tuple[Report, Choice, Sheet] | None = None
        self.pdf = b""

    def remember_print(self) -> Answer[None] | None:
        """Keep in mind that what was made has been printed or saved, unless it shows the past."""
        if self._made_of is None:
            return None
        report, choice, sheet = self._made_of
        if choice.as_of is not None or Asks.CHANGES in report.asks:
            return None
        return self._desk.gateway.remember_print(
            report=report.name, choice=report.key(choice), known_at=sheet.printed_at
        )

    def show_in(self, preview: Preview) -> None:
        """Let a preview show what is made."""
        self.drawn.connect(preview.show_look)
        self.page_drawn.connect(preview.show_page)
        preview.wanted.connect(self.draw)

    def make(self, report: Report, choice: Choice, paper: str = "") -> None:
        """Make a report; on the chapter's own paper where none is named."""
        self._wish += 1
        wish = self._wish
        self._desk.gateway.read(chapter_details).then(
            partial(self._on_chapter, wish, report, choice, paper)
        ).otherwise(partial(self._on_refused, wish))

    def _on_chapter(
        self, wish: int, report: Report, choice: Choice, paper: str, chapter: ChapterDetails
    ) -> None:
        if wish != self._wish:
            return
        sheet = Sheet(
            printed_at=self._desk.now(),
            paper=paper or chapter.settings.paper,
            known_at=choice.as_of,
        )
        self._desk.gateway.carry_out(report.rows, choice).then(
            partial(self._on_rows, wish, report, choice, sheet)
        ).otherwise(partial(self._on_refused, wish))

    def _on_rows(
        self, wish: int, report: Report, choice: Choice, sheet: Sheet, rows: object
    ) -> None:
        if wish != self._wish:
            return
        self._made_of = report, choice, sheet
        self.rows_came.emit(rows)
        self._desk.gateway.compute(report.pdf, rows, sheet).then(partial(self._on_pdf, wish))

    def _on_pdf(self, wish: int, pdf: bytes) -> None:
        if wish != self._wish:
            return
        self.take(pdf)

    def take(self, pdf: bytes) -> None:
        """Show a document that was made elsewhere, such as a stack."""
        self._wish += 1
        self.pdf = pdf
        self.made.emit(pdf)
        self._desk.gateway.compute(first_look, pdf, _PREVIEW_DPI).then(
            partial(self._on_look, self._wish)
        )

    def draw(self, number: int) -> None:
        """Draw one more page of the document."""
        self._desk.gateway.compute(page_picture, self.pdf, number, _PREVIEW_DPI).then(
            partial(self._on_page, self._wish, number)
        )

    def forget(self) -> None:
        """Have no document any more, and none on the way."""
        self._wish += 1
        self._made_of, self.pdf = None, b""

    def _on_look(self, wish: int, look: Look) -> None:
        if wish == self._wish:
            self.drawn.emit(look)

    def _on_page(self, wish: int, number: int, picture: PagePicture) -> None:
        if wish == self._wish:
            self.page_drawn.emit(number, picture)

    def _on_refused(self, wish: int, error: AppError) -> None:
        if wish == self._wish:
            self.pdf = b""
            self.refused.emit(error)
