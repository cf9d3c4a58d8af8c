"""Reading XML that may be hostile: no document types, no entities, no endless tokens, no abyss."""

from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn
from xml.parsers import expat

from app.errors import UnreadableFileError

MOST_DEPTH = 64
MOST_ELEMENTS = 2_000_000  # beside rows and cells: styles, settings, a name for each cell
_LONGEST_TOKEN = 1024 * 1024  # expat reads an unfinished token again with every piece

_CUT_OFF = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}

Where = Callable[[], int | None]


def new_parser() -> expat.XMLParserType:
    """Return a parser of UTF-8 that names elements ``address name`` and refuses document types."""
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


class Feed:
    """Feeds a parser piece by piece; ``where`` tells the row reached, for refusals."""

    def __init__(self, parser: expat.XMLParserType, where: Where) -> None:
        self._parser = parser
        self._where = where
        self._fed = 0

    def push(self, piece: bytes) -> None:
        """Parse one more piece."""
        self._parse(piece, last=False)
        self._fed += len(piece)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > _LONGEST_TOKEN:
            raise UnreadableFileError("file_damaged", row=self._where())

    def close(self) -> None:
        """Parse to the end, which must be one."""
        self._parse(b"", last=True)

    def _parse(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            reason = "file_cut_off" if last and error.code in _CUT_OFF else "file_damaged"
            raise UnreadableFileError(reason, row=self._where()) from error


def _refuse_doctype(*_facts: object) -> NoReturn:
    raise UnreadableFileError("file_has_doctype")


class Depth:
    """Counts elements no reader asks for, so that neither their number nor depth can hurt."""

    __slots__ = ("count", "depth")

    def __init__(self) -> None:
        self.depth = 0
        self.count = 0

    def enter(self) -> None:
        """Count one element as begun, or refuse to go on."""
        self.depth += 1
        self.count += 1
        if self.depth > MOST_DEPTH:
            raise UnreadableFileError("file_too_deep", limit=MOST_DEPTH)
        if self.count > MOST_ELEMENTS:
            raise UnreadableFileError("file_too_much_markup", limit=MOST_ELEMENTS)

    def leave(self) -> None:
        """Count one element as ended."""
        self.depth -= 1


Event = tuple[str, dict[str, str], str]
"""``("c", attributes, "")`` begins an element, ``("/c", {}, "")`` ends it, ``("#", {}, text)``."""


def nowhere() -> None:
    """Tell no row, where a part has none."""


def events(pieces: Iterable[bytes], where: Where = nowhere) -> Iterator[Event]:
    """Yield what a part holds under local names; for parts where speed is no matter."""
    waiting: list[Event] = []
    depth = Depth()
    parser = new_parser()

    def begin(name: str, attributes: dict[str, str]) -> None:
        depth.enter()
        waiting.append((name.rpartition(" ")[2], attributes, ""))

    def end(name: str) -> None:
        depth.leave()
        waiting.append(("/" + name.rpartition(" ")[2], {}, ""))

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: waiting.append(("#", {}, text))
    feed = Feed(parser, where)
    for piece in pieces:
        feed.push(piece)
        yield from waiting
        waiting.clear()
    feed.close()
    yield from waiting


def truth(attributes: dict[str, str], name: str = "val") -> bool:
    """Return what a switch element says; its mere presence means yes."""
    return attributes.get(name, "1") in {"1", "true", "on"}
