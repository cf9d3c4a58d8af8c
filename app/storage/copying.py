"""One copy of a book, drawn by SQLite itself and looked through before it carries its name.

In one step: a copy in many steps begins again whenever somebody saves meanwhile, and a copy of
the plain file is never whole then.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.storage import contents
from app.storage.contents import Contents
from app.storage.engine import connect
from app.storage.files import growing

Draw = Callable[[sqlite3.Connection], None]


def copy(book: Path, target: Path) -> Contents:
    """Copy a book that need not be open here; return what the copy holds."""
    with closing(connect(book, read_only=True)) as source:
        return copy_from(source.backup, target)


def copy_from(draw: Draw, target: Path) -> Contents:
    """Put a checked copy at a path; ``draw`` fills the connection it is handed."""
    with growing(target) as part:
        part.touch(exist_ok=False)
        with closing(connect(part)) as connection:
            draw(connection)
            contents.check(connection, target)
            held = contents.of(connection)
    return held
