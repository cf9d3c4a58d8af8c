"""Whole deeds on a disk that fails, tried once more in the same process when it answers again."""

import importlib
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from app.errors import AppError
from app.services import chapter, roster
from app.storage import Store, contents
from app.storage.copies import Occasion, Shelf, verify
from app.storage.engine import connect
from app.wording import sentence
from tests import command_line
from tests.durability.forking import order
from tests.durability.working import prepare, save
from tests.exchange import samples

_DATA = Path(__file__).parents[1] / "data"
_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
_BOOK = "riverside.chapter"
_COPY = "kept.chapter"
_SLIPS = 30
_SAVES = 3

# Loaded once, before any process is forked to try something.
for _module in ("importing", "copying", "putting_back"):
    importlib.import_module(f"app.cli.{_module}")
importlib.import_module("alembic.command")
configure_mappers()

Held = tuple[dict[str, int], int]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done to a book in a folder: how the folder is laid out, and the deed itself.

    The deed returns the sentence with which it was refused, or nothing.
    """

    lay_out: Callable[[Path], None]
    work: Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Tried:
    """What a deed said, what the book held then, and what the deed said when tried again."""

    said: str
    left: Held
    again: str


def book_in(folder: Path) -> Path:
    """Return where the book of a folder lies."""
    return folder / _BOOK


def held(folder: Path) -> Held:
    """Look a book through as whoever opens it next, its copies too; return what it holds."""
    book = book_in(folder)
    for copy in Shelf(book).copies():
        verify(copy)
    with closing(connect(book)) as connection:
        contents.check(connection, book)
        found = contents.of(connection)
    own = {name: rows for name, rows in found.rows.items() if not name.startswith("journal")}
    return own, found.money


def leftovers(folder: Path) -> list[str]:
    """Return the files that only an attempt needed."""
    passing = (".part", ".migrating", ".restoring", ".lock", ".growing")
    return [one.name for one in folder.rglob("*") if one.name.endswith(passing)]


def tried(name: str, folder: Path) -> Tried:
    """Try a deed, let the disk answer again, and try it once more in this process."""
    work = DEEDS[name].work
    said = work(folder)
    order("count")
    order("mend")
    left = held(folder)
    return Tried(said, left, work(folder))


def _command(*words: object) -> str:
    said = command_line.run(*words)
    if said.status and not said.is_one_sentence:
        raise AssertionError(said)
    return said.err.strip()


def _open(folder: Path) -> str:
    try:
        Store(book_in(folder), author="Wanda").close()
    except AppError as error:
        return sentence(error)
    return ""


def _erase(folder: Path) -> str:
    try:
        with Store(book_in(folder), author="Wanda") as store:
            store.erase("A person was erased", person_id=1, becomes="Former member 1")
    except AppError as error:
        return sentence(error)
    return ""


def _former(folder: Path) -> None:
    """Have somebody gone whose earlier name is known; erasing takes that record away."""
    _dozen(folder)
    with Store(book_in(folder), author="Wanda") as store:
        store.write(
            "Renamed", roster.correct, person_id=1, given_name="Ann", family_name="Whitfield"
        )
        store.write("Gone", roster.leave, person_id=1, on=date(2025, 2, 13))


def _empty(folder: Path) -> None:
    with Store.create(book_in(folder), author="Wanda") as store:
        store.write("Found", chapter.found, name="Elm")
    slips = [samples.referral(f"Giver {one % 9}", f"Taker {one % 8}") for one in range(_SLIPS)]
    export = samples.slips_audit(slips, held_on=date(2025, 2, 13))
    (folder / "slips.xls").write_bytes(export)


def _dozen(folder: Path) -> None:
    prepare(book_in(folder))


def _two_states(folder: Path) -> None:
    book = book_in(folder)
    prepare(book)
    kept = Shelf(book, folder / "stick").keep_file(book, Occasion.ASKED, _NOON)
    kept.path.rename(folder / _COPY)
    shutil.rmtree(folder / "stick")
    with Store(book, author="Wanda") as store:
        for number in range(1, _SAVES + 1):
            store.write("save", save, number=number)


def _released(name: str) -> Deed:
    def lay_out(folder: Path) -> None:
        shutil.copyfile(_DATA / name, book_in(folder))

    return Deed(lay_out, _open)


def _old_books() -> Iterable[str]:
    return sorted(one.name for one in _DATA.glob("schema-*.chapter"))


DEEDS = {
    "import": Deed(
        _empty, lambda folder: _command("import", book_in(folder), folder / "slips.xls")
    ),
    "backup": Deed(_dozen, lambda folder: _command("backup", book_in(folder))),
    "restore": Deed(
        _two_states, lambda folder: _command("restore", book_in(folder), folder / _COPY)
    ),
    "erasure": Deed(_former, _erase),
    **{f"upgrade of {name}": _released(name) for name in _old_books()},
}
