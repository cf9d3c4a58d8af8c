"""The sheet a document is printed on, and when it was printed."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.reports.kit.binder import Binder

_MM = 72 / 25.4
MARGIN = 15 * _MM
_SIZES = {"A4": (210 * _MM, 297 * _MM), "Letter": (612.0, 792.0)}
PAPERS = tuple(_SIZES)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper by name, the instant that stands in the footer, and the language of the text.

    Sizes are in points. A document turns its sheet itself where it is wide. ``known_at`` is the
    past moment it shows the book at; none means that of printing. ``binder`` takes the pages of
    documents that make one file.
    """

    printed_at: datetime
    paper: str = "A4"
    language: str = "en"
    landscape: bool = False
    known_at: datetime | None = None
    binder: "Binder | None" = None

    def turned(self) -> "Sheet":
        """Return the same sheet lying on its long side."""
        return replace(self, landscape=True)

    @property
    def width(self) -> float:
        """The width as it lies before the reader."""
        return _SIZES[self.paper][1 if self.landscape else 0]

    @property
    def height(self) -> float:
        """The height as it lies before the reader."""
        return _SIZES[self.paper][0 if self.landscape else 1]

    @property
    def left(self) -> float:
        """Where text begins."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.width - MARGIN

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def foot(self) -> float:
        """The last height, from the top, that text may reach above the footer."""
        return self.height - _FOOTER


_FOOTER = 58.0
