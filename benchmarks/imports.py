"""A hundred thousand slips of SpreadsheetML into a book, beside bare expat and a raw insert."""

import gc
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.parsers import expat

from app.exchange.reading import read
from app.queries.imports import ImportFile, plan_import
from app.services import imports
from app.storage import Store
from benchmarks.race import Row, race, timed
from tests.exchange import samples

_MANY = 100_000
_SOME = 10_000
_MOST_MEMORY = 60  # MiB above the start
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
_PEOPLE = [f"Given{place} Family{place}" for place in range(40)]
_OTHERS = [(f"Guest{n} Other{n}", f"Chapter {n % 9}, North, Freedonia") for n in range(300)]


def rows() -> list[Row]:
    """Race an import of a large file, journal included; measure its memory, and its undo."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        many, some = folder / "many.xls", folder / "some.xls"
        many.write_bytes(samples.slips_audit([*_slips(_MANY)], held_on=date(2025, 2, 13)))
        some.write_bytes(samples.slips_audit([*_slips(_SOME)], held_on=date(2025, 2, 13)))
        return [
            race(
                "Import of 100,000 slips beside bare expat and a raw insert",
                lambda: _bring_in(folder, many), lambda: _bare(folder, many),
                target=1.6, rounds=3,
            ),
            Row("Memory above the start for 100,000 slips beside 60 MiB",
                _memory(many), _MOST_MEMORY, 1.0, "MiB"),
            _undo(folder, some),
        ]  # fmt: skip


def _bring_in(folder: Path, file: Path) -> None:
    with _fresh(folder) as store:
        _store(store, file)


def _store(store: Store, file: Path) -> None:
    plan = store.read(plan_import, files=[ImportFile(read(file))])
    store.write("Import", imports.store, plan=plan, at=_NOON)


def _undo(folder: Path, file: Path) -> Row:
    """Time an import of 10,000 slips and taking it back."""
    with _fresh(folder) as store:
        there = timed(lambda: _store(store, file))
        back = timed(store.undo)
    return Row("Undo of an import of 10,000 slips beside the import", back, there, 2.0)


def _memory(file: Path) -> float:
    """Return by how many MiB a process of its own grows that does nothing else."""
    said = subprocess.run(  # noqa: S603  this very module
        [sys.executable, "-m", __name__, str(file)], check=True, capture_output=True, text=True
    )
    return float(said.stdout)


def _fresh(folder: Path) -> Store:
    path = folder / "new.chapter"
    for old in folder.glob("new.chapter*"):
        old.unlink()
    store = Store.create(path, author="Wanda")
    store.write("Found", imports.found, name="Riverside")
    return store


def _bare(folder: Path, file: Path) -> None:
    """Do the least that brings the rows of such a file into a table."""
    found: list[tuple[str, ...]] = []
    texts: list[str] = []

    def end(name: str) -> None:
        if name.endswith(" Row"):
            found.append(tuple(texts[:7]) + ("",) * (7 - len(texts)))
            texts.clear()

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = _ignore
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: texts.append(text) if text.strip() else None
    with file.open("rb") as source:
        parser.ParseFile(source)
    target = folder / "raw.db"
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target)
    connection.execute("CREATE TABLE slip (a, b, c, d, e, f, g)")
    connection.executemany("INSERT INTO slip VALUES (?, ?, ?, ?, ?, ?, ?)", found)
    connection.commit()
    connection.close()


def _ignore(_name: str, _attributes: dict[str, str]) -> None:
    """Take an element as it begins."""


def _slips(count: int) -> Iterator[samples.Slip]:
    """Yield slips in the mixture real files have."""
    chance = random.Random(7)
    for place in range(count):
        one, two = chance.sample(_PEOPLE, 2)
        guest, chapter = chance.choice(_OTHERS)
        turn = chance.random()
        if turn < 0.2:
            yield samples.referral(one, two, chance.choice((1, 2)))
        elif turn < 0.4:
            yield samples.referral(one, guest, 2, outside="receiver", detail=chapter)
        elif turn < 0.7:
            yield samples.one_to_one(one, two)
        elif turn < 0.85:
            yield samples.education(one, str(chance.randint(1, 5)))
        elif turn < 0.98:
            yield samples.thanks(one, f"{chance.randint(12, 300_000)}.00")
        else:
            yield samples.visitor(one, f"Visitor {place}")


def _peak() -> float:
    """Return the most memory this process has held; ``getrusage`` would count its parent's."""
    told = Path("/proc/self/status").read_text(encoding="ascii").split("VmHWM:")[1]
    return int(told.split()[0]) / 1024


if __name__ == "__main__":
    with TemporaryDirectory() as own, _fresh(Path(own)) as book:
        gc.collect()
        start = _peak()
        _store(book, Path(sys.argv[1]))
        print(round(_peak() - start, 1))
