"""``import``: exported files into a book, all of them or none."""

import argparse
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.cli import books, import_document, import_words, progress, restoring, voice
from app.cli.pile import Pile
from app.exchange.outgoing import documents
from app.i18n import _, ngettext
from app.queries.imports import ImportFile, ImportPlan, plan_import
from app.queries.imports.planning import plan
from app.queries.imports.standing import Standing, standing
from app.services import imports
from app.storage import Change, Store, keeping
from app.storage.copies import Occasion
from app.storage.files import GROWING


def run(asked: argparse.Namespace) -> int:
    """Bring files in, or show what would come in; say what was done."""
    if (
        len(asked.files) == 1
        and asked.files[0].is_file()
        and documents.is_one(asked.files[0])
        and not asked.dry_run
    ):
        restoring.restore(asked.book, asked.files[0])
        return 0
    pile = Pile(asked.files, book=asked.book, day=asked.date)
    planned, change = _dry_run(asked, pile) if asked.dry_run else _store(asked, pile)
    preview = planned.preview
    if asked.json:
        voice.say_json(import_document.described(preview, pile.paths, change, pile.left_out))
    else:
        voice.say("\n".join(import_words.told(preview, change, pile.left_out)))
    return 0


def _dry_run(asked: argparse.Namespace, pile: Pile) -> tuple[ImportPlan, None]:
    if not asked.book.exists():
        files = pile.read(Standing())
        return plan(Standing(), files, other_chapter=asked.other_chapter), None
    with books.reading(asked.book) as store:
        return _plan(store, asked, pile.read(store.read(standing, days=()))), None


def _store(asked: argparse.Namespace, pile: Pile) -> tuple[ImportPlan, Change | None]:
    with _book(asked, pile) as (store, files):
        planned = _plan(store, asked, files)
        for refusal in planned.preview.refusals:
            raise refusal
        _keep_copy(store)
        change = store.write(
            _label(pile.paths),
            imports.store,
            plan=planned,
            at=books.now(),
            by=books.author(),
            progress=progress.told(_("Storing")),
        )
        return planned, change if change.tables else None


def _keep_copy(store: Store) -> None:
    """Keep the book as it is before so much comes in; one that is only being made has no copy."""
    if store.path.suffix != GROWING:
        keeping.keep_if_changed(store, Occasion.IMPORT, books.now())


@contextmanager
def _book(asked: argparse.Namespace, pile: Pile) -> Generator[tuple[Store, Sequence[ImportFile]]]:
    """Open the book with the files read; one that is not there is made once they can be."""
    if asked.book.exists():
        with books.writing(asked.book, on_network=asked.on_network) as store:
            yield store, pile.read(store.read(standing, days=()))
        return
    files = pile.read(Standing())
    with books.new(asked.book) as store:
        named = next((one.file.report for one in files if one.file.report.chapter), None)
        store.write(
            _("Book begun from exported files"),
            imports.found,
            name=asked.book.stem,
            in_files=named.chapter if named else "",
            region=named.region if named else "",
            country=named.country if named else "",
        )
        yield store, files


def _plan(store: Store, asked: argparse.Namespace, files: Sequence[ImportFile]) -> ImportPlan:
    return store.read(plan_import, files=files, other_chapter=asked.other_chapter)


def _label(files: Sequence[Path]) -> str:
    if len(files) == 1:
        return _("Import of {file}").format(file=files[0].name)
    return ngettext("Import of {n} file", "Import of {n} files", len(files))
