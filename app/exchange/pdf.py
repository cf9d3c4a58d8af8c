"""The lines of text of a PDF, put together by where their words stand on the page."""

from collections import defaultdict

import pypdfium2 as pdfium

from app.errors import UnreadableFileError
from app.exchange.sources import Source

MOST_BYTES = 20 * 1024 * 1024
MOST_PAGES = 200
_MOST_RECTS = 20_000  # on a page
_MEGABYTE = 1024 * 1024
_SAME_LINE = 3.0  # points


def lines(source: Source) -> list[list[str]]:
    """Return the lines of each page, from the top."""
    if source.size > MOST_BYTES:
        raise UnreadableFileError(
            "file_too_big", size=source.size // _MEGABYTE, limit=MOST_BYTES // _MEGABYTE
        )
    try:
        document = pdfium.PdfDocument(b"".join(source.pieces()))
    except pdfium.PdfiumError as error:
        raise UnreadableFileError("file_damaged") from error
    try:
        return [
            _lines(document[number], source, number)
            for number in range(min(len(document), MOST_PAGES))
        ]
    except pdfium.PdfiumError as error:
        raise UnreadableFileError("file_damaged") from error
    finally:
        document.close()


def _lines(page: pdfium.PdfPage, source: Source, number: int) -> list[str]:
    source.progress(number, MOST_PAGES)
    text = page.get_textpage()
    found: defaultdict[int, list[tuple[float, str]]] = defaultdict(list)
    for place in range(min(text.count_rects(), _MOST_RECTS)):
        left, bottom, right, top = text.get_rect(place)
        words = text.get_text_bounded(left, bottom, right, top)
        found[_line(found, (bottom + top) / 2)].append((left, words.strip()))
    text.close()
    page.close()
    return [
        " ".join(words for _, words in sorted(found[line])) for line in sorted(found, reverse=True)
    ]


def _line(found: dict[int, list[tuple[float, str]]], middle: float) -> int:
    """Return the line a height belongs to, in tenths of a point."""
    here = round(middle * 10)
    near = (line for line in found if abs(line - here) <= _SAME_LINE * 10)
    return min(near, key=lambda line: abs(line - here), default=here)
