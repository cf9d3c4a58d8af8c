"""Packs a grid of cells into the containers an export may come in, written by hand to the byte."""

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from xml.sax.saxutils import escape

Container = Literal["spreadsheetml", "xlsx", "csv"]

SS = "urn:schemas-microsoft-com:office:spreadsheet"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column from 1, its text, how it is typed and shown."""

    column: int
    text: str
    bold: bool = False
    kind: str = "String"
    merged: int = 0


Grid = list[list[Cell]]


def pack(grid: Grid, container: Container = "spreadsheetml", encoding: str = "utf-8") -> bytes:
    """Return the bytes of a sheet in one of the containers."""
    if container == "xlsx":
        return xlsx(grid)
    if container == "csv":
        return delimited(grid).encode(encoding)
    return spreadsheetml(grid).encode(encoding)


def spreadsheetml(grid: Grid, *, bold_style: str = "17") -> str:
    """Return a sheet as the organisation's program writes it: XML, every line ended by a CR."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<?mso-application progid="Excel.Sheet"?>',
        f'<Workbook xmlns="{SS}" xmlns:ss="{SS}" xmlns:html="http://www.w3.org/TR/REC-html40">',
        "<Styles>",
        '<Style ss:ID="3"><Font ss:FontName="Arial" ss:Size="8"/></Style>',
        f'<Style ss:ID="{bold_style}"><Font ss:FontName="Arial" ss:Bold="1"/></Style>',
        "</Styles>",
        '<Worksheet ss:Name="Report">',
        "<ss:Table>",
        '<ss:Column ss:Width="90"/>',
    ]
    for cells in grid:
        lines.append("<Row>")
        lines.extend(_ss_cell(cell, bold_style) for cell in cells)
        lines.append("</Row>")
    lines += [
        "</ss:Table>",
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">',
        "<PageSetup><Header/><Footer/></PageSetup>",
        "</WorksheetOptions>",
        "</Worksheet>",
        "</Workbook>",
        "",
    ]
    return "\r".join(lines)


def _ss_cell(cell: Cell, bold_style: str) -> str:
    merged = f' ss:MergeAcross="{cell.merged}"' if cell.merged else ""
    style = bold_style if cell.bold else "3"
    opening = f'<Cell ss:Index="{cell.column}" ss:StyleID="{style}"{merged}>\r'
    if not cell.text:
        return opening + '<Data ss:Type="String"/>\r</Cell>'
    return f'{opening}<Data ss:Type="{cell.kind}">{escape(cell.text)}</Data>\r</Cell>'


def delimited(grid: Grid, delimiter: str = ",") -> str:
    """Return a sheet as text, its columns kept in place."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerows(_dense(cells) for cells in grid)
    return written.getvalue()


def _dense(cells: Iterable[Cell]) -> list[str]:
    texts = {cell.column: cell.text for cell in cells}
    return [texts.get(column, "") for column in range(1, max(texts, default=0) + 1)]


# --- xlsx --------------------------------------------------------------------------------------

_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="165" formatCode='
    '"dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="8"/></font>'
    '<font><b/><sz val="8"/></font></fonts><cellXfs count="3"><xf numFmtId="0" fontId="0"/>'
    '<xf numFmtId="0" fontId="1"/><xf numFmtId="165" fontId="0"/></cellXfs></styleSheet>'
)
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><workbookPr/><sheets>'
    '<sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def xlsx(grid: Grid) -> bytes:
    """Return a workbook as a spreadsheet program saves it again: texts shared, days as numbers."""
    shared: dict[str, int] = {}
    rows = "".join(
        f'<row r="{number}">{"".join(_x_cell(cell, number, shared) for cell in cells)}</row>'
        for number, cells in enumerate(grid, 1)
    )
    strings = "".join(f'<si><t xml:space="preserve">{escape(t)}</t></si>' for t in shared)
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": _WORKBOOK,
            "xl/_rels/workbook.xml.rels": _relations(
                {
                    "worksheet": "worksheets/sheet1.xml",
                    "styles": "styles.xml",
                    "sharedStrings": "/xl/sharedStrings.xml",
                }
            ),
            "xl/styles.xml": _STYLES,
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:XFD1048576"/>'
                f"<sheetData>{rows}</sheetData></worksheet>"
            ),
        }
    )


def archive(parts: dict[str, str]) -> bytes:
    """Return a zip archive of texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def unpacked(content: bytes) -> dict[str, str]:
    """Return the parts of such an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def _relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def _x_cell(cell: Cell, row: int, shared: dict[str, int]) -> str:
    place = f'r="{_letters(cell.column)}{row}"'
    if not cell.text:
        return f'<c {place} s="0"/>'
    if cell.kind == "Number":
        return f'<c {place} s="0"><v>{float(cell.text)!r}</v></c>'
    if cell.kind == "DateTime":
        days = datetime.fromisoformat(cell.text) - datetime(1899, 12, 30)  # noqa: DTZ001
        return f'<c {place} s="2"><v>{days.total_seconds() / 86400!r}</v></c>'
    number = shared.setdefault(cell.text, len(shared))
    return f'<c {place} s="{int(cell.bold)}" t="s"><v>{number}</v></c>'


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
