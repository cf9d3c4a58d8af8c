"""Which styles of a SpreadsheetML workbook are bold."""

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"

_ID = f"{NAMESPACE} ID"
_PARENT = f"{NAMESPACE} Parent"
_BOLD = f"{NAMESPACE} Bold"


class Styles:
    """The styles read so far; one without a font of its own takes after its parent."""

    def __init__(self) -> None:
        self._bold: dict[str, bool] = {}
        self._parents: dict[str, str] = {}
        self._open = ""

    def begin(self, attributes: dict[str, str]) -> None:
        """Take in the beginning of a style."""
        self._open = attributes.get(_ID, "")
        self._parents[self._open] = attributes.get(_PARENT, "")

    def font(self, attributes: dict[str, str]) -> None:
        """Take in the font of the style begun last."""
        if _BOLD in attributes:
            self._bold[self._open] = attributes[_BOLD] in {"1", "true"}

    def is_bold(self, style: str) -> bool:
        """Tell whether a style is bold; an unknown one is not."""
        known = self._bold.get(style)
        return self._inherit(style) if known is None else known

    def _inherit(self, style: str) -> bool:
        line: set[str] = set()
        while style and style not in self._bold and style not in line:
            line.add(style)
            style = self._parents.get(style, "")
        bold = self._bold.get(style, False)
        self._bold.update(dict.fromkeys(line, bold))
        return bold
