"""``restore-json``: a book from an exported document."""

import argparse
from pathlib import Path

from app.cli import books, voice
from app.exchange.outgoing import documents
from app.i18n import _, ngettext
from app.storage import refill


def run(asked: argparse.Namespace) -> int:
    """Make the book; one that is there already is left alone."""
    restore(asked.book, asked.file)
    return 0


def restore(book: Path, file: Path) -> None:
    """Make a book from a document, and say what came in."""
    document = documents.read(file)
    refill.restore(
        book,
        document.tables,
        written_by=document.schema,
        author=books.author(),
        label=_("Book restored from {file}").format(file=file.name),
    )
    voice.say(_told(book, document))


def _told(book: Path, document: documents.BookDocument) -> str:
    records = ngettext("{n} record", "{n} records", sum(map(len, document.tables.values())))
    if document.history:
        return _("{book} is ready: {records}, its history with them.").format(
            book=book, records=records
        )
    return _("{book} is ready: {records}. Its history begins today.").format(
        book=book, records=records
    )
