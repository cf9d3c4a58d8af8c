"""A process that works on a book until it is killed: ``python -m tests.durability.working``.

Arguments: the book, the work (``saving`` or ``taking_back``), how many saves, and SQLite's
synchronous setting. One save is a meeting with everybody's marks in one change. Each save that
returned is acknowledged: on standard output, and by removing a file that only a shim knows.
"""

import contextlib
import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import AppError
from app.models.meetings import Mark, Meeting
from app.rules.attendance import Attendance
from app.services import chapter, roster
from app.storage import Store, engine
from tests.durability.forking import order

MEMBERS = 12
_FIRST = date(2020, 1, 7)


def prepare(path: Path) -> None:
    """Make a chapter of a dozen members."""
    with Store.create(path, author="Wanda") as store:
        store.write("Found", chapter.found, name="Riverside")
        for number in range(MEMBERS):
            store.write(
                "Admit",
                roster.admit,
                given_name=f"Member {number}",
                family_name="",
                joined_on=date(2019, 1, 1),
            )


def save(session: Session, *, number: int) -> None:
    """Enter the meeting of a number with all its marks."""
    meeting = Meeting(held_on=_FIRST + timedelta(days=number), note=f"save {number}")
    session.add(meeting)
    session.flush()
    session.add_all(
        Mark(meeting_id=meeting.id, person_id=one + 1, attendance=Attendance.PRESENT)
        for one in range(MEMBERS)
    )


def main(path: Path, work: str, saves: int, synchronous: str) -> None:
    """Save, or save and take back in turns, until done or killed."""
    engine._SETTINGS = tuple(
        f"PRAGMA synchronous = {synchronous}" if "synchronous" in setting else setting
        for setting in engine._SETTINGS
    )
    try:
        with Store(path, author="Wanda") as store:
            for number in range(1, saves + 1):
                _try(store, work, number)
    except AppError as error:
        sys.stdout.write(f"unopened {error.reason}\n")


def _try(store: Store, work: str, number: int) -> None:
    try:
        store.write(f"save {number}", save, number=number)
        if work == "taking_back" and number % 2 == 0:
            store.undo()
    except AppError as error:
        sys.stdout.write(f"refused {number} {error.reason}\n")
        return
    acknowledge(number)


@dataclass(frozen=True, slots=True)
class Saved:
    """Which saves returned, which were refused with doubt whether they are there, and why."""

    acknowledged: frozenset[int]
    in_doubt: frozenset[int]
    reasons: frozenset[str]


def save_and_save_again(path: Path, saves: int) -> Saved:
    """Save on a disk that may fail, then once more in the same process when it answers again."""
    done: dict[int, str] = {}
    with ExitStack() as books:
        store = None
        try:
            store = books.enter_context(Store(path, author="Wanda"))
            for number in range(1, saves + 1):
                done[number] = _reason(store, number)
        except AppError as error:
            done[0] = error.reason
        order("count")
        order("mend")
        if store is None:
            store = books.enter_context(Store(path, author="Wanda"))
        done[saves + 1] = _reason(store, saves + 1)
    return Saved(
        frozenset(number for number, reason in done.items() if not reason),
        frozenset(number for number, reason in done.items() if reason == "disk_failing"),
        frozenset(done.values()),
    )


def _reason(store: Store, number: int) -> str:
    """Save; return the reason of a refusal, or nothing."""
    try:
        store.write(f"save {number}", save, number=number)
    except AppError as error:
        return error.reason
    return ""


def acknowledge(number: int) -> None:
    """Say that a save has returned."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(f"acknowledged-{number}")  # noqa: PTH108  the call that the shim knows
    sys.stdout.write(f"saved {number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
