"""``restore``: list the copies of a book, show what one would change, and put it in place."""

import argparse
from pathlib import Path

from app.cli import books, voice
from app.cli.copy_words import contents, document, line
from app.errors import StorageError
from app.i18n import _
from app.storage import contents as holding
from app.storage import restoring
from app.storage.contents import Contents
from app.storage.copies import Copy, Occasion, Shelf, of_file, verify
from app.storage.restoring import Restored


def run(asked: argparse.Namespace) -> int:
    """Restore a copy, or list the copies where none is named."""
    if asked.copy is None:
        return _list(asked)
    one = _chosen(asked.book, asked.copy)
    verify(one)
    now = _now(asked.book)
    if asked.dry_run:
        return _say(asked, one, now, None)
    if not asked.on_network:
        books.check_near(asked.book)
    return _say(
        asked,
        one,
        now,
        restoring.restore(asked.book, one, holder=books.author(), at=books.now()),
    )


def _list(asked: argparse.Namespace) -> int:
    copies = Shelf(asked.book).copies()
    if asked.json:
        listed = [document(one) for one in copies]
        voice.say_json({"format": "chapterhouse.copies.1", "copies": listed})
        return 0
    if not copies:
        raise StorageError("no_copies", path=asked.book)
    for one in copies:
        voice.say(f"{one.path}\n    {line(one)}")
    return 0


def _chosen(book: Path, wanted: Path) -> Copy:
    """Return the latest copy, one of the shelf by its name, or a file from anywhere."""
    shelf = Shelf(book)
    if str(wanted) == "latest":
        latest = shelf.latest()
        if latest is None:
            raise StorageError("no_copies", path=book)
        return latest
    named = next((one for one in shelf.copies() if one.path.name == wanted.name), None)
    if named is not None and not wanted.exists():
        return named
    if not wanted.exists():
        raise StorageError("book_missing", path=wanted)
    return of_file(wanted, books.now(), Occasion.ASKED)


def _now(book: Path) -> Contents | None:
    """Return what the book holds that would be replaced, if that can be told."""
    try:
        with books.reading(book) as store:
            return store.ask_file(holding.of)
    except StorageError:
        return None


def _say(
    asked: argparse.Namespace, one: Copy, now: Contents | None, restored: Restored | None
) -> int:
    replaced = restored.replaced if restored is not None else None
    if asked.json:
        voice.say_json(
            {
                "format": "chapterhouse.restore.1",
                "restored": restored is not None,
                "copy": document(one),
                "before": None if now is None else contents(now),
                "replaced": None if replaced is None else str(replaced.path),
            }
        )
        return 0
    voice.say(_("In the copy: {holds}").format(holds=line(one)))
    if now is not None:
        was = Copy(asked.book, one.made_at, one.occasion, 0, "", now)
        voice.say(_("In the book: {holds}").format(holds=line(was)))
    if restored is not None:
        voice.say(_("{book} is restored.").format(book=asked.book))
    if replaced is not None:
        voice.say(_("What it replaced lies at {path}").format(path=replaced.path))
    return 0
