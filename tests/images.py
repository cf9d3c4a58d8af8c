"""What a book holds, whole: for tests that ask whether anything changed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.storage import Store
from app.storage.journal import TRACKED

Images = dict[str, dict[int, dict[str, object]]]


def images(store: Store, *, versions: bool = False) -> Images:
    """Return every row of every table under undo, with or without its version."""
    return store.read(_images, versions=versions)


def _images(session: Session, *, versions: bool) -> Images:
    left_out = set() if versions else {"version"}
    return {
        table.name: {
            row["id"]: {name: row[name] for name in row.keys() - left_out}
            for row in session.execute(select(table)).mappings()
        }
        for table in TRACKED
    }
