"""Pictures of a document's pages; run it in the pool, PDFium knows one thread at a time."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
_AT_ONCE = 2  # pages drawn with the first look; the rest when they are scrolled to


@dataclass(frozen=True, slots=True)
class PageSize:
    """How large a page is, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page; sizes in points, the picture in whatever resolution was asked for."""

    width: float
    height: float
    image: QImage


@dataclass(frozen=True, slots=True)
class Look:
    """How large all pages of a document are, and pictures of the first of them."""

    sizes: tuple[PageSize, ...]
    pictures: tuple[PagePicture, ...]


def first_look(pdf: bytes, dots_per_inch: float) -> Look:
    """Return what is needed to show a document, however many pages it has."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        sizes = tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
        drawn = range(min(_AT_ONCE, len(document)))
        return Look(sizes, tuple(_picture(document[number], dots_per_inch) for number in drawn))


def page_picture(pdf: bytes, number: int, dots_per_inch: float) -> PagePicture:
    """Return one page of a document, counted from 0, as a picture."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return _picture(document[number], dots_per_inch)


def page_pictures(pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
    """Yield every page of a document as a picture, one at a time."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            yield _picture(page, dots_per_inch)


def _picture(page: "pypdfium2.PdfPage", dots_per_inch: float) -> PagePicture:
    width, height = page.get_size()
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True)
    form = QImage.Format.Format_RGB888 if bitmap.n_channels == _RGB else _WITH_ALPHA
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
    return PagePicture(width, height, image.copy())


_RGB = 3
_WITH_ALPHA = QImage.Format.Format_RGBX8888
