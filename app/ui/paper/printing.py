"""Send a document to a printer, save it, open it, or take it along as a picture."""

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app import paths
from app.i18n import _
from app.reports import output
from app.ui.desk import Desk
from app.ui.paper.job import Job
from app.ui.paper.preview import Preview
from app.ui.paper.rendering import (
    Look,
    PagePicture,
    PageSize,
    first_look,
    page_picture,
    page_pictures,
)

_PRINT_DPI = 300.0


class Printing(QObject):
    """What can be done with a document that is made; ``page`` owns the dialogs.

    Pictures are drawn and files written in the background, so refusals come from the gateway.

    Signals:
        went_out: The document was sent to a printer or written to a file.
        began: Printing has begun. Carries its Job.
    """

    went_out = Signal()
    began = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, preview: Preview | None = None) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._preview = preview
        self._pdf = b""
        self._name = ""

    def take(self, pdf: bytes, name: str) -> None:
        """Deal with another document; ``name`` is what its file is called, without a suffix."""
        self._pdf, self._name = pdf, name

    def print_out(self) -> None:
        """Ask for a printer, then print."""
        self._desk.gateway.compute(first_look, self._pdf, _PRINT_DPI / 4).then(self._ask_printer)

    def save(self) -> None:
        """Ask for a place, then write the PDF there."""
        folder = paths.documents_folder()
        place = str((folder if folder.is_dir() else Path.home()) / f"{self._name}.pdf")
        dialog = QFileDialog(self._page, _("Save the document"), place, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(place)
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_outside(self) -> None:
        """Show the document in whatever the system shows PDFs with."""
        place = Path(tempfile.mkdtemp(prefix="chapterhouse-")) / f"{self._name}.pdf"
        self._desk.gateway.compute(output.write, place, self._pdf).then(
            partial(self._show_outside, place)
        )

    def copy_picture(self) -> None:
        """Put the page that is looked at onto the clipboard."""
        number = self._preview.current if self._preview else 0
        self._desk.gateway.compute(page_picture, self._pdf, number, _PRINT_DPI / 2).then(self._copy)

    @Slot(object)
    def _ask_printer(self, look: Look) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        if look.sizes:
            turn(printer, look.sizes[0])
        dialog = QPrintDialog(printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self.send, printer))
        QDialog.open(dialog)  # the dialog's own open wants a slot by name

    def send(self, printer: QPrinter) -> None:
        """Paint the document onto a printer, page by page in the background."""
        job = Job(_("Printing"), self)
        self.began.emit(job)
        self._desk.gateway.compute(paint_pages, printer, self._pdf, job).then(
            partial(self._on_painted, job)
        )

    def _on_painted(self, job: Job, whole: bool) -> None:  # noqa: FBT001  the answer
        job.ended.emit()
        if whole:
            self.went_out.emit()

    @Slot(str)
    def _write(self, place: str) -> None:
        self._desk.gateway.compute(output.write, Path(place), self._pdf).then(self._on_written)

    @Slot(object)
    def _on_written(self, _written: object) -> None:
        self.went_out.emit()

    def _show_outside(self, place: Path, _written: object) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    @Slot(object)
    def _copy(self, picture: PagePicture) -> None:
        QGuiApplication.clipboard().setImage(picture.image)


def paint_pages(printer: QPrinter, pdf: bytes, job: Job) -> bool:
    """Draw pages onto a printer, each as large as the paper; tell whether it got to the end."""
    sizes = first_look(pdf, 1).sizes
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, picture in enumerate(page_pictures(pdf, _PRINT_DPI)):
        if job.stopped:
            printer.abort()
            break
        if number:
            turn(printer, sizes[number])
            printer.newPage()
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), picture.image)
        job.progressed.emit(number + 1, len(sizes))
    painter.end()
    return not job.stopped


def turn(printer: QPrinter, size: PageSize) -> None:
    """Lay the paper as a page lies."""
    long_side = max(size.width, size.height)
    is_letter = abs(long_side - _LETTER_LENGTH) < 1
    orientation = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4),
            orientation.Landscape if size.width > size.height else orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)


_LETTER_LENGTH = 792.0
