"""Tables as CSV: RFC 4180, in marked UTF-8, so that a spreadsheet shows names of any script."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from app.exchange.outgoing.cells import defused
from app.exchange.outgoing.places import placed, placed_folder
from app.exchange.outgoing.tables import Progress, Table, Value, counted
from app.i18n import _


def write_file(path: Path, table: Table) -> None:
    """Write one table; a file of that name is replaced."""
    with placed(path) as growing, growing.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([defused(heading.title) for heading in table.headings])
        writer.writerows([written(value) for value in row] for row in table.rows)


def write_folder(folder: Path, tables: Sequence[Table], progress: Progress | None = None) -> None:
    """Write a file for each table into a new or empty folder."""
    with placed_folder(folder) as growing:
        for table in counted(tables, progress):
            write_file(growing / f"{table.name}.csv", table)


def written(value: Value) -> str:
    """Return a value as it stands in a file: dates as 2026-11-17, figures without grouping."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if isinstance(value, int) else defused(value)
