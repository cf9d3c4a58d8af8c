"""What a book holds, whole: for tests that ask whether anything changed."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from app.storage import Store
from app.storage.tracked import TRACKED

Images = dict[str, dict[int, dict[str, Any]]]


def images(store: Store, *, versions: bool = False) -> Images:
    """Return every row of every table under undo as stored, with or without its version."""
    return store.read(image_rows, versions=versions)


def image_rows(session: Session, *, versions: bool) -> Images:
    """Answer the same inside a session."""
    return {table.name: _rows(session, table, versions=versions) for table in TRACKED}


def _rows(session: Session, table: Table, *, versions: bool) -> dict[int, dict[str, Any]]:
    names = [name for name in table.columns.keys() if versions or name != "version"]  # noqa: SIM118  a list of columns
    statement = f"SELECT id, {', '.join(names)} FROM {table.name}"  # noqa: S608  our own names
    rows = session.connection().exec_driver_sql(statement)
    return {key: dict(zip(names, values, strict=True)) for key, *values in rows}
