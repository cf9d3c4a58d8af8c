"""One file of several documents: fonts are embedded once, pages are counted in each document."""

import threading
import zlib
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from app.reports.kit.faces import Weight, base
from app.reports.kit.lettering import Letterer

_embedding = threading.Lock()  # reportlab reads a font through one cursor, whoever asks


class Binder:
    """What documents draw their pages into; a document of its own has one to itself."""

    def __init__(self, language: str = "en") -> None:
        rl_config.canvas_basefontname = base(Weight.REGULAR).name  # else Helvetica, not embedded
        self._buffer = BytesIO()
        self.canvas = _Canvas(
            self._buffer,
            invariant=1,
            lang=language,
            pageCompression=1,
            initialFontName=base(Weight.REGULAR).name,
        )
        self.letterer = Letterer(self.canvas, self.canvas.document)
        self.documents = 0

    def entitle(self, title: str, *, subject: str = "", author: str = "") -> None:
        """Give the file its title, and what a reader shows beside it."""
        canvas = self.canvas
        canvas.setTitle(title)
        canvas.setSubject(subject)
        canvas.setCreator("Chapterhouse")
        canvas.setAuthor(author)
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def finish(self) -> bytes:
        """Return all that was drawn as a PDF file; there must be a page."""
        with _embedding:
            self.canvas.save()
        return self._buffer.getvalue()


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that lets fonts know which document they are drawn in, and packs finished pages."""

    @property
    def document(self) -> object:
        """What fonts key their subsets by."""
        return self._doc

    @override
    def showPage(self) -> None:
        """End a page; it is packed at once, for hundreds of them would stand unpacked in memory."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        packed = PDFStream(
            dictionary=PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}),
            content=zlib.compress(page.stream.encode()),
        )
        packed.__Comment__ = "page stream"
        page.Contents, page.stream = packed, None
