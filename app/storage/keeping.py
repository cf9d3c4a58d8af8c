"""When a copy is due, and where else it goes."""

import shutil
from datetime import datetime
from pathlib import Path

from app.errors import StorageError
from app.storage import contents
from app.storage.copies import Copy, Occasion, Shelf, digest
from app.storage.copying import copy_from
from app.storage.files import growing
from app.storage.store import Store


def keep(store: Store, occasion: Occasion, at: datetime) -> Copy:
    """Keep a copy of an open book."""
    shelf = Shelf(store.path)
    return store.ask_file(lambda connection: shelf.keep(connection.backup, occasion, at))


def keep_if_changed(store: Store, occasion: Occasion, at: datetime) -> Copy | None:
    """Keep a copy of an open book, unless the latest one holds the same; tell which was made."""
    latest = Shelf(store.path).latest()
    if latest is not None and latest.contents.last == store.ask_file(contents.last):
        return None
    return keep(store, occasion, at)


def elsewhere(book: Path, folder: Path) -> Shelf:
    """Return the shelf for the copies of a book in a second place, such as a stick."""
    return Shelf(book, folder / f"{book.stem} copies")


def take_elsewhere(book: Path, folder: Path) -> Copy | None:
    """Take the latest copy to the second place; None while that is not plugged in."""
    latest = Shelf(book).latest()
    if latest is None or not _is_there(folder):
        return None
    second = elsewhere(book, folder)
    if any(one.sha256 == latest.sha256 for one in second.copies()):
        return latest
    return second.take(latest)


def _is_there(folder: Path) -> bool:
    """Tell whether a folder is there; a stick pulled out under a mount answers with a fault."""
    try:
        return folder.is_dir()
    except OSError:
        return False


def keep_only(store: Store, occasion: Occasion, at: datetime, second: Path | None) -> int:
    """Keep a copy and, once it is checked, remove all older ones; tell how many went.

    For after an erasure: the older ones still hold who was erased.
    """
    kept = keep(store, occasion, at)
    gone = Shelf(store.path).keep_only(kept.path.name)
    if second is not None and _is_there(second):
        take_elsewhere(store.path, second)
        gone += elsewhere(store.path, second).keep_only(kept.path.name)
    return gone


def save_copy(one: Copy, target: Path) -> None:
    """Save one of the copies somewhere else, to the bit as it is."""
    with growing(target) as part:
        shutil.copyfile(one.path, part)
        if digest(part) != one.sha256:
            raise StorageError("copy_damaged", path=one.path)


def save_as(store: Store, target: Path) -> None:
    """Save an open book under another name, from what SQLite has of it."""
    if target.exists():
        raise StorageError("book_exists", path=target)
    store.ask_file(lambda connection: copy_from(connection.backup, target))
