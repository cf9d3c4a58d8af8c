"""Saving beside bare sqlite3 with the same settings: one evening's marks, and years of slips.

``python -m benchmarks.saving BOOK ours|bare`` saves some evenings, for a disk that counts.
"""

import itertools
import os
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from app.models.slips import Slip
from app.rules.attendance import Attendance
from app.services import attendance, bulk
from app.storage import Store
from app.storage.engine import _SETTINGS
from benchmarks import books
from benchmarks.race import Row, race, timed
from tests.durability import shim

_MEETINGS = 200
_MEMBERS = 60
_PEOPLE = tuple(range(10, 10 + _MEMBERS))
_SLIPS = books.grown(200_000, long=books.MILLION)
_COUNTED = 20  # evenings whose syncs are counted
_JOURNAL = 2  # as the disk that counts calls it


def rows() -> list[Row]:
    """Race the marks of an evening, count what reaches the disk, and race many slips in one."""
    with TemporaryDirectory() as folder:
        return [_evening(Path(folder)), *_on_disk(Path(folder)), _bulk(Path(folder))]


def _evening(folder: Path) -> Row:
    ours, theirs = (_drafts(folder / name) for name in ("ours.chapter", "bare.chapter"))
    bare = _bare(theirs)
    with Store(ours, author="Wanda") as store:
        row = race(
            "A meeting of 60 marks saved, journal included",
            _marking(store),
            _inserting(bare),
            target=6,
            rounds=61,
            clock=time.perf_counter,
        )
    same = bare.execute("SELECT count(*) FROM mark").fetchone()
    bare.close()
    assert same == sqlite3.connect(ours).execute("SELECT count(*) FROM mark").fetchone()
    return row


def _marking(store: Store) -> Callable[[], object]:
    """Return what marks everybody in the next meeting, each time it is called."""
    meetings = itertools.count(1)
    return lambda: store.write(
        "Attendance",
        attendance.mark_all,
        meeting_id=next(meetings),
        person_ids=_PEOPLE,
        attendance=Attendance.PRESENT,
    )


def _inserting(bare: sqlite3.Connection) -> Callable[[], None]:
    meetings = itertools.count(1)

    def insert() -> None:
        meeting_id = next(meetings)
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(
            "INSERT INTO mark (meeting_id, person_id, attendance, substitute, note, version) "
            "VALUES (?, ?, 'P', '', '', 1)",
            [(meeting_id, one) for one in _PEOPLE],
        )
        bare.execute("COMMIT")

    return insert


def _on_disk(folder: Path) -> list[Row]:
    """Count commits and syncs of an evening on both sides, where the disk that counts is built."""
    if not shim.CAN_BE_BUILT:
        return []
    ours, bare = (_steps(folder, side) for side in ("ours", "bare"))
    return [
        Row(
            f"A meeting of 60 marks saved: {unit}",
            count(ours) / _COUNTED,
            count(bare) / _COUNTED,
            1,
            unit,
        )
        for unit, count in (("commits", _commits), ("syncs", _syncs))
    ]


def _steps(folder: Path, side: str) -> list[shim.Step]:
    """Return what reached the disk between the first evening and the last one."""
    book, trace = _drafts(folder / f"counted-{side}.chapter"), folder / f"{side}.trace"
    shim.run("benchmarks.saving", book, side, trace=str(trace)).check_returncode()
    steps = list(shim.steps(trace))
    first, last = (place for place, step in enumerate(steps) if step.op == "a")
    return steps[first:last]


def _commits(steps: list[shim.Step]) -> int:
    """Count transactions that were stored: each empties SQLite's journal."""
    return sum(one.op == "t" and one.file == _JOURNAL and not one.offset for one in steps)


def _syncs(steps: list[shim.Step]) -> int:
    return sum(one.op == "s" for one in steps)


def _save_evenings(book: Path, side: str) -> None:
    """Save one evening, and between two marks on the trace those that count."""
    with closing(Store(book, author="Wanda") if side == "ours" else _bare(book)) as opened:
        save = _marking(opened) if isinstance(opened, Store) else _inserting(opened)
        for evenings in (1, _COUNTED):
            for _evening in range(evenings):
                save()
            with suppress(FileNotFoundError):
                os.unlink(f"acknowledged-{evenings}")  # noqa: PTH108  the call the disk knows


def _bulk(folder: Path) -> Row:
    """Many slips in one change beside executemany of the same rows, once each."""
    ours, theirs = (_drafts(folder / name) for name in ("many.chapter", "plain.chapter"))
    bare = _bare(theirs)
    with Store(ours, author="Wanda") as store:
        own = timed(lambda: store.write("Many slips", _enter))
    bare.execute("BEGIN IMMEDIATE")
    peer = timed(lambda: bare.executemany(_INSERT, _many()))
    bare.execute("COMMIT")
    bare.close()
    assert _sums(ours) == _sums(theirs)
    return Row(f"{_SLIPS:,} slips in one change, journal included", own, peer, 4)


_COLUMNS = ("meeting_id", "kind", "dated_on", "giver_id", "receiver_id", "amount")
_INSERT = (
    f"INSERT INTO slip ({', '.join(_COLUMNS)}, giver_written, receiver_written, repeat, "
    "confirmed, contact, other_chapter, note, imported, version) "
    "VALUES (?, ?, ?, ?, ?, ?, '', '', 0, 0, '', '', '', 1, 1)"
)


def _enter(session: Session) -> None:
    bulk.enter(session, Slip, _COLUMNS, _many(), imported=True)


def _many() -> Iterator[tuple[str | int | None, ...]]:
    dice = random.Random(7)
    day = date(2026, 1, 6).isoformat()
    for _ in range(_SLIPS):
        giver, receiver = dice.sample(range(10, 10 + _MEMBERS), 2)
        yield (dice.randint(1, _MEETINGS), "closed_business", day, giver, receiver, 12_300)


def _sums(path: Path) -> tuple[int, int]:
    with sqlite3.connect(path) as file:
        found: tuple[int, int] = file.execute("SELECT count(*), sum(amount) FROM slip").fetchone()
    file.close()
    return found


def _drafts(path: Path) -> Path:
    books.empty(path)
    with sqlite3.connect(path) as file:
        books.people(file, _MEMBERS)
        for number in range(_MEETINGS):
            books.meeting(file, number, state="draft")
    file.close()
    return path


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


if __name__ == "__main__":
    _save_evenings(Path(sys.argv[1]), sys.argv[2])
