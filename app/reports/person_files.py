"""What a book keeps about one person, as files to hand over: to read, and for other programs."""

from collections.abc import Iterator
from pathlib import Path

from app.exchange.outgoing import csv_files
from app.exchange.outgoing.tables import Heading, Table, Value
from app.i18n import _
from app.queries.person_data import PersonData
from app.reports import output, person_data
from app.reports.kit.sheet import Sheet
from app.reports.plain import to_json

NAME = "person-data"


def write_all(folder: Path, rows: PersonData, sheet: Sheet) -> tuple[Path, ...]:
    """Write PDF, JSON and CSV into a folder that is there; return the files."""
    paper, document, table = (folder / f"{NAME}.{ending}" for ending in ("pdf", "json", "csv"))
    output.write(paper, person_data.pdf(rows, sheet))
    output.write(document, (to_json(NAME, rows) + "\n").encode())
    csv_files.write_file(table, _table(rows))
    return paper, document, table


def _table(rows: PersonData) -> Table:
    headings = [Heading(title) for title in (_("table"), _("record"), _("field"), _("value"))]
    return Table(NAME, rows.name, headings, _lines(rows))


def _lines(rows: PersonData) -> Iterator[list[Value]]:
    for table in rows.tables:
        for record in table.records:
            for one in record.fields:
                value = _("withheld") if one.withheld else one.value
                yield [table.table, record.number, one.field, value]
    for number, entry in enumerate(rows.history, start=1):
        yield ["history", number, entry.made_at.isoformat(), f"{entry.label} ({entry.author})"]
