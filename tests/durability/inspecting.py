"""What must hold of a book that was left in the middle of something."""

import sqlite3
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.meetings import Mark, Meeting
from app.storage import Store, soundness
from tests.durability.working import MEMBERS


def saves_in(path: Path) -> set[int]:
    """Open a book as the program does and return the numbers of the saves it holds.

    Fails where the book is unsound, where its journal has a gap, or where it holds half a save.
    """
    with Store(path, author="after") as store:
        assert [fault.reason for fault in store.read(soundness.faults)] == []
        found = store.read(_meetings)
    assert {marks for _, marks in found} <= {MEMBERS}
    return {int(note.removeprefix("save ")) for note, _ in found}


def _meetings(session: Session) -> list[tuple[str, int]]:
    counted = (
        select(Meeting.note, func.count(Mark.id))
        .outerjoin(Mark, Mark.meeting_id == Meeting.id)
        .group_by(Meeting.id)
    )
    return [(note, marks) for note, marks in session.execute(counted)]


def saves_on_disk(path: Path) -> set[int]:
    """Return the same with bare SQLite, for thousands of states; -1 where the file is corrupt."""
    file = sqlite3.connect(path)
    try:
        if file.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            return {-1}
        rows = file.execute(
            "SELECT note, (SELECT count(*) FROM mark WHERE meeting_id = meeting.id) FROM meeting"
        ).fetchall()
    except sqlite3.DatabaseError:
        return {-1}
    finally:
        file.close()
    return {int(note[5:]) if marks == MEMBERS else -1 for note, marks in rows}
