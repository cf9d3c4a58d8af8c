"""Tables as an XLSX workbook: a sheet each, written as they come, so that size costs no memory."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.exchange.outgoing.places import placed
from app.exchange.outgoing.tables import Form, Heading, Progress, Table, Value, counted
from app.i18n import _

_Sheet = Any  # openpyxl has no types
_LONGEST_TITLE = 31
_LONGEST_CELL = 32_767
_WIDTHS = {Form.TEXT: 24, Form.NUMBER: 11, Form.MONEY: 15, Form.DAY: 12, Form.MOMENT: 18}
_NO_XML = "\ufffe\uffff"  # with these a workbook is none
_SPECIAL = ("=", "#")  # openpyxl takes these for formulas and faults


def write(path: Path, tables: Sequence[Table], progress: Progress | None = None) -> None:
    """Write a workbook; a file of that name is replaced."""
    from openpyxl import Workbook  # noqa: PLC0415  costs 200 ms, and most sessions export nothing

    book = Workbook(write_only=True)
    for table in counted(tables, progress):
        sheet = book.create_sheet(_sheet_title(table.title))
        _lay_out(sheet, table.headings)
        for row in _rows(sheet, table):
            sheet.append(row)
    with placed(path) as growing:
        book.save(growing)


def _lay_out(sheet: _Sheet, headings: Sequence[Heading]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  as above

    sheet.freeze_panes = "A2"
    for place, heading in enumerate(headings, 1):
        wide = max(_WIDTHS.get(heading.form, 9), len(heading.title) + 2)
        sheet.column_dimensions[get_column_letter(place)].width = wide


def _rows(sheet: _Sheet, table: Table) -> Iterator[list[Any]]:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above
    from openpyxl.styles import Font  # noqa: PLC0415  as above

    bold = Font(bold=True)
    heads = [WriteOnlyCell(sheet, heading.title) for heading in table.headings]
    for head in heads:
        head.data_type, head.font = "s", bold
    yield heads
    forms = [heading.form for heading in table.headings]
    for row in table.rows:
        yield [_cell(sheet, value, form) for value, form in zip(row, forms, strict=True)]


def _cell(sheet: _Sheet, value: Value, form: Form) -> Any:  # noqa: ANN401  openpyxl's own
    """Return a value, or a cell where it must be told what it is."""
    if isinstance(value, str):
        return _text(sheet, value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):  # a workbook knows no zones
        return value.replace(tzinfo=None)
    if form is Form.MONEY and isinstance(value, Decimal):
        return _made(sheet, value, "n", _money(value))
    return value


def _text(sheet: _Sheet, text: str) -> Any:  # noqa: ANN401  openpyxl's own
    """Return text that stays text, whatever it looks like."""
    kept = text if text.isprintable() else "".join(filter(_is_kept, text))
    return _made(sheet, kept[:_LONGEST_CELL], "s") if kept.startswith(_SPECIAL) else (kept or None)


def _made(sheet: _Sheet, value: object, kind: str, shown_as: str = "") -> Any:  # noqa: ANN401  as above
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above

    cell = WriteOnlyCell(sheet, value)
    cell.data_type = kind
    if shown_as:
        cell.number_format = shown_as
    return cell


def _is_kept(sign: str) -> bool:
    return (sign >= " " or sign in "\t\n") and sign not in _NO_XML


def _money(value: Decimal) -> str:
    """Return a number format with as many decimals as an amount has."""
    places = -int(value.as_tuple().exponent)
    return "#,##0" + ("." + "0" * places if places > 0 else "")


def _sheet_title(title: str) -> str:
    """Return a title that a workbook takes for a sheet."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in filter(_is_kept, title))
    return plain[:_LONGEST_TITLE]
