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
from app.ui.paper.rendering import PagePicture, page_pictures

_PRINT_DPI = 300.0


class Printing(QObject):
    """What can be done with a document that is made; ``page`` owns the dialogs.

    Pictures are drawn and files written in the background, so refusals come from the gateway.

    Signals:
        went_out: The document was sent to a printer or written to a file.
    """

    went_out = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._pdf = b""
        self._name = ""

    def take(self, pdf: bytes, name: str) -> None:
        """Deal with another document; ``name`` is what its file is called, without a suffix."""
        self._pdf, self._name = pdf, name

    def print_out(self) -> None:
        """Ask for a printer, then print."""
        self._desk.gateway.compute(page_pictures, self._pdf, _PRINT_DPI).then(self._ask_printer)

    def save(self) -> None:
        """Ask for a place, then write the PDF there."""
        folder = paths.documents_folder()
        place = str((folder if folder.is_dir() else Path.home()) / f"{self._name}.pdf")
        dialog = QFileDialog(self._page, _("Save the document"), place, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(place)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def open_outside(self) -> None:
        """Show the document in whatever the system shows PDFs with."""
        place = Path(tempfile.mkdtemp(prefix="chapterhouse-")) / f"{self._name}.pdf"
        self._desk.gateway.compute(output.write, place, self._pdf).then(
            partial(self._show_outside, place)
        )

    def copy_picture(self) -> None:
        """Put the first page onto the clipboard."""
        self._desk.gateway.compute(page_pictures, self._pdf, _PRINT_DPI / 2).then(self._copy)

    @Slot(object)
    def _ask_printer(self, pages: tuple[PagePicture, ...]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        _turn(printer, pages)
        dialog = QPrintDialog(printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._paint, printer, pages))
        QDialog.open(dialog)  # the dialog's own open wants a slot by name

    @Slot(str)
    def _write(self, place: str) -> None:
        self._desk.gateway.compute(output.write, Path(place), self._pdf).then(self._on_written)

    def _paint(self, printer: QPrinter, pages: tuple[PagePicture, ...]) -> None:
        paint_pages(printer, pages)
        self.went_out.emit()

    @Slot(object)
    def _on_written(self, _written: object) -> None:
        self.went_out.emit()

    def _show_outside(self, place: Path, _written: object) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    @Slot(object)
    def _copy(self, pages: tuple[PagePicture, ...]) -> None:
        if pages:
            QGuiApplication.clipboard().setImage(pages[0].image)


def paint_pages(printer: QPrinter, pages: tuple[PagePicture, ...]) -> None:
    """Draw pages onto a printer, each as large as the paper."""
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), page.image)
    painter.end()


def _turn(printer: QPrinter, pages: tuple[PagePicture, ...]) -> None:
    if not pages:
        return
    wide = pages[0].width > pages[0].height
    long_side = max(pages[0].width, pages[0].height)
    letter = QPageSize(QPageSize.PageSizeId.Letter)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    is_letter = abs(long_side - _LETTER_LENGTH) < 1
    orientation = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            letter if is_letter else a4,
            orientation.Landscape if wide else orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)


_LETTER_LENGTH = 792.0
