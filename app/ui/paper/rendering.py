"""Pictures of a document's pages; run it in the pool, PDFium knows one thread at a time."""

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page; sizes in points, the picture in whatever resolution was asked for."""

    width: float
    height: float
    image: QImage


def page_pictures(pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
    """Return every page of a document as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_picture(page, dots_per_inch) for page in document)
    finally:
        document.close()


def _picture(page: "pypdfium2.PdfPage", dots_per_inch: float) -> PagePicture:
    width, height = page.get_size()
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True)
    form = QImage.Format.Format_RGB888 if bitmap.n_channels == _RGB else _WITH_ALPHA
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
    return PagePicture(width, height, image.copy())


_RGB = 3
_WITH_ALPHA = QImage.Format.Format_RGBX8888
