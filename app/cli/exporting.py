"""``export``: a whole book as files that other programs read, or that come back in."""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.cli import books, voice
from app.cli.arguments import WrongUsageError
from app.i18n import _
from app.queries.outgoing.writing import Shape, write_out
from app.storage import Store, copying


def run(asked: argparse.Namespace) -> int:
    """Write a book in the shape asked for."""
    shape = next(one for one in Shape if getattr(asked, one.value))
    path: Path = getattr(asked, shape.value)
    if path.exists() and path.samefile(asked.book):
        raise WrongUsageError(_("What is exported cannot take the place of the book."))
    with _copy_of(asked.book) as copy:
        copy.read(
            write_out,
            shape=shape,
            path=path,
            at=books.now(),
            history=not asked.without_history,
        )
    voice.say(str(path))
    return 0


@contextmanager
def _copy_of(book: Path) -> Generator[Store]:
    """Open a copy of a book as it is now, so that a long export keeps nobody from saving."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / book.name
        with books.reading(book) as store:
            store.ask_file(lambda file: copying.copy_from(file.backup, copy))
        with books.reading(copy) as store:
            yield store
