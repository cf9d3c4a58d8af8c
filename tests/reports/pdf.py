"""Looking into a PDF: its text as a reader copies it, where each sign stands, its fonts."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
import pypdfium2


@dataclass(frozen=True, slots=True)
class Sign:
    """One drawn sign and its box, in points from the bottom left of its page."""

    page: int
    sign: str
    left: float
    bottom: float
    right: float
    top: float


def text(document: bytes) -> str:
    """Return all text, page after page, as a reader copies it."""
    return "\n".join(page.get_textpage().get_text_range() for page in _pages(document))


def page_count(document: bytes) -> int:
    """Return how many pages there are."""
    return len(pypdfium2.PdfDocument(document))


def signs(document: bytes) -> Iterator[Sign]:
    """Yield every sign but white space."""
    for number, page in enumerate(_pages(document)):
        drawn = page.get_textpage()
        for place in range(drawn.count_chars()):
            sign = drawn.get_text_range(place, 1)
            if sign.strip():
                yield Sign(number, sign, *drawn.get_charbox(place))


def reader(document: bytes) -> pypdf.PdfReader:
    """Return the document's structure."""
    return pypdf.PdfReader(io.BytesIO(document))


def fonts(document: bytes) -> dict[str, bool]:
    """Return every font of the document by name, and whether it is embedded."""
    found: dict[str, bool] = {}
    for number in range(len(reader(document).pages)):
        resources: Any = reader(document).pages[number]["/Resources"]
        for font in resources["/Font"].values():
            whole = font.get_object()
            found[whole["/BaseFont"]] = "/FontFile2" in whole.get("/FontDescriptor", {})
    return found


def _pages(document: bytes) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(document))
