"""The one plain shape in which exports write their rows, and when it may be trusted.

A row in this shape reads the same with or without an XML parser: no attribute but place, style
and height, no entity, no comment, no line break in a text. All else goes to the parser.
"""

import re
from xml.parsers import expat

_SPACE = r"[ \t\r\n]*"
_CELL = rf'<Cell ss:Index="[0-9]{{1,3}}" ss:StyleID="[0-9A-Za-z_]{{1,20}}">{_SPACE}'
_DATA = r'<Data ss:Type="[A-Za-z]{1,10}"'
_TEXT = r"[^<>&\x00-\x1f\x7f-\x9f\ufffe\uffff]*+"
_WHOLE_CELL = rf"{_CELL}{_DATA}(?:/>|>{_TEXT}</Data>){_SPACE}</Cell>{_SPACE}"
_ROW = r'<Row(?: ss:(?:AutoFitHeight|Height)="[0-9.]{1,20}")*+>'
_ROWS = re.compile(rf"(?:{_SPACE}{_ROW}{_SPACE}(?>{_WHOLE_CELL})*+</Row>)*+")
_CELLS = re.compile(
    r'<Cell ss:Index="(\d+)" ss:StyleID="(\w+)">\s*<Data ss:Type="\w+"(?:/>|>([^<]*))|</Row>'
)


def end_of_plain_rows(text: str, start: int) -> int:
    """Return where the plain rows end that begin at a place; the place itself if there are none."""
    found = _ROWS.match(text, start)
    return found.end() if found else start


def cells_of(text: str, start: int, end: int) -> list[tuple[str, str, str]]:
    """Return column, style and text of each cell in plain rows; a row ends with three blanks."""
    return _CELLS.findall(text, start, end)


class Plainness:
    """Knows whether what comes next in a document can be told without the parser.

    It can as long as the prefix ``ss`` and no prefix mean the sheet's name space, and no comment,
    section or instruction is open that could hold a row as mere text.
    """

    def __init__(self, parser: expat.XMLParserType, namespace: str) -> None:
        self._namespace = namespace
        self._meanings: dict[str | None, list[str]] = {None: [], "ss": []}
        self._instructions = 0
        self._trusted = True
        parser.StartNamespaceDeclHandler = self._begin_meaning
        parser.EndNamespaceDeclHandler = self._end_meaning
        parser.XmlDeclHandler = self._note_instruction
        parser.ProcessingInstructionHandler = self._note_instruction

    def note(self, text: str) -> None:
        """Take notice of a text the parser has been given."""
        self._instructions -= text.count("<?")
        if "<!" in text or self._instructions != 0:
            self._trusted = False

    def is_certain(self) -> bool:
        """Tell whether plain rows may be read as they stand."""
        return self._trusted and all(
            meanings and meanings[-1] == self._namespace for meanings in self._meanings.values()
        )

    def _begin_meaning(self, prefix: str | None, address: str) -> None:
        if prefix in self._meanings:
            self._meanings[prefix].append(address)

    def _end_meaning(self, prefix: str | None) -> None:
        if prefix in self._meanings:
            self._meanings[prefix].pop()

    def _note_instruction(self, *_facts: object) -> None:
        self._instructions += 1
