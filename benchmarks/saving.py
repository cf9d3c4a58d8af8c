"""Saving beside bare sqlite3 with the same settings: one evening's marks, and years of slips."""

import itertools
import random
import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from app.models import Slip
from app.rules.attendance import Attendance
from app.services import attendance, bulk
from app.storage import Store
from app.storage.engine import _SETTINGS
from benchmarks import books
from benchmarks.race import Row, race, timed

_MEETINGS = 200
_MEMBERS = 60
_SLIPS = 200_000


def rows() -> list[Row]:
    """Race the marks of an evening, many slips in one change, and taking such a change back."""
    with TemporaryDirectory() as folder:
        return [_evening(Path(folder)), _bulk(Path(folder))]


def _evening(folder: Path) -> Row:
    ours, theirs = (_drafts(folder / name) for name in ("ours.chapter", "bare.chapter"))
    bare = _bare(theirs)
    people = tuple(range(10, 10 + _MEMBERS))
    mine, others = itertools.count(1), itertools.count(1)
    with Store(ours, author="Wanda") as store:

        def mark() -> None:
            store.write(
                "Attendance",
                attendance.mark_all,
                meeting_id=next(mine),
                person_ids=people,
                attendance=Attendance.PRESENT,
            )

        def insert() -> None:
            meeting_id = next(others)
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany(
                "INSERT INTO mark (meeting_id, person_id, attendance, substitute, note, version) "
                "VALUES (?, ?, 'P', '', '', 1)",
                [(meeting_id, one) for one in people],
            )
            bare.execute("COMMIT")

        row = race(
            "A meeting of 60 marks saved, journal included",
            mark,
            insert,
            target=6,
            rounds=61,
            clock=time.perf_counter,
        )
    same = bare.execute("SELECT count(*) FROM mark").fetchone()
    bare.close()
    assert same == sqlite3.connect(ours).execute("SELECT count(*) FROM mark").fetchone()
    return row


def _bulk(folder: Path) -> Row:
    """200,000 slips in one change beside executemany of the same rows, once each."""
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
