"""A book as files: a document that comes back in, a workbook, CSV files, a calendar, cards."""

from datetime import datetime
from enum import Enum
from pathlib import Path

from sqlalchemy.orm import Session

from app.exchange.outgoing import calendars, cards, content_lines, csv_files, documents, workbooks
from app.exchange.outgoing.tables import Progress
from app.queries.outgoing import shelf, whole
from app.queries.outgoing.contacts import contacts
from app.queries.outgoing.dates import dates


class Shape(Enum):
    """How a book goes out."""

    DOCUMENT = "json"
    WORKBOOK = "xlsx"
    FOLDER = "csv"
    CALENDAR = "ics"
    CARDS = "vcf"


def write_out(
    session: Session,
    *,
    shape: Shape,
    path: Path,
    at: datetime,
    history: bool = True,
    progress: Progress | None = None,
) -> None:
    """Write a whole book to a file, or into a new or empty folder.

    ``history`` puts the journal into a document. Whatever ``progress`` raises ends the writing,
    and nothing stands at the place then.
    """
    match shape:
        case Shape.DOCUMENT:
            records = whole.records(session, history=history)
            schema = whole.schema(session)
            documents.write(path, records, schema=schema, history=history, at=at, progress=progress)
        case Shape.WORKBOOK:
            workbooks.write(path, shelf.tables(session), progress)
        case Shape.FOLDER:
            csv_files.write_folder(path, shelf.tables(session), progress)
        case Shape.CALENDAR:
            found = dates(session, today=at.astimezone().date())
            content_lines.write(path, calendars.lines(found.name, found.events, at))
        case Shape.CARDS:
            cards_ = contacts(session, today=at.astimezone().date())
            content_lines.write(path, cards.lines(cards_, at))
