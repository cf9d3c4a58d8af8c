"""``backup``: a checked copy of a book, kept now."""

import argparse
from pathlib import Path

from app.cli import books, voice
from app.cli.copy_words import document, line
from app.i18n import _
from app.storage.copies import Occasion, Shelf
from app.storage.keeping import elsewhere


def run(asked: argparse.Namespace) -> int:
    """Keep a copy, beside the book or in another folder; the book may be open meanwhile."""
    books.reading(asked.book).close()  # clears away what a crash left, and refuses what is no book
    kept = _shelf(asked.book, asked.folder).keep_file(asked.book, Occasion.ASKED, books.now())
    if asked.json:
        voice.say_json({"format": "chapterhouse.backup.1", "copy": document(kept)})
    else:
        voice.say(_("{path} is kept and checked: {holds}").format(path=kept.path, holds=line(kept)))
    return 0


def _shelf(book: Path, folder: Path | None) -> Shelf:
    return Shelf(book) if folder is None else elsewhere(book, folder)
