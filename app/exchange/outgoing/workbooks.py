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
_FORMATS = {Form.MONEY: "#,##0.00", Form.DAY: "yyyy-mm-dd", Form.MOMENT: "yyyy-mm-dd hh:mm"}


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
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above

    if isinstance(value, str):
        return _text(sheet, value) if value else None
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if form not in _FORMATS or value is None:
        return value
    if isinstance(value, datetime):  # a workbook knows no zones
        value = value.replace(tzinfo=None)
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = _money(value) if isinstance(value, Decimal) else _FORMATS[form]
    return cell


def _text(sheet: _Sheet, text: str) -> Any:  # noqa: ANN401  openpyxl's own
    """Return text that stays text, whatever it looks like."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above

    cell = WriteOnlyCell(sheet, _printable(text))
    cell.data_type = "s"
    return cell


def _printable(text: str) -> str:
    kept = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
    return kept[:_LONGEST_CELL]


def _money(value: Decimal) -> str:
    """Return a number format with as many decimals as an amount has."""
    places = -int(value.as_tuple().exponent)
    return "#,##0" + ("." + "0" * places if places > 0 else "")


def _sheet_title(title: str) -> str:
    """Return a title that a workbook takes for a sheet."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:_LONGEST_TITLE]
