"""What a book holds, told from the file alone: enough to see that nothing of it was lost."""

import sqlite3
from datetime import datetime
from pathlib import Path

from app.errors import StorageError
from app.rows import row
from app.storage import fingerprint
from app.storage.engine import attaching, connect

_NOT_OURS = {"alembic_version"}
_LATEST = "SELECT id, made_at, label FROM journal_entry ORDER BY id DESC LIMIT 1"
_CURRENCY = "SELECT name, currency, currency_decimals FROM chapter LIMIT 1"
_MONEY = "SELECT coalesce(sum(amount), 0) FROM slip"
_ENOUGH_ORPHANS = 20
_DECIMALS = range(4)


@row(frozen=True, slots=True)
class Contents:
    """Rows of each table, money in minor units, and the entry of the history made last."""

    schema: int
    rows: dict[str, int]
    money: int
    chapter: str
    currency: str
    decimals: int
    last_entry: int
    last_at: datetime | None
    last_label: str

    @property
    def meetings(self) -> int:
        """How many meetings there are."""
        return self.rows.get("meeting", 0)

    @property
    def slips(self) -> int:
        """How many slips there are."""
        return self.rows.get("slip", 0)

    @property
    def last(self) -> tuple[int, datetime | None]:
        """What tells one state of a book from another."""
        return self.last_entry, self.last_at


def of_file(path: Path) -> Contents:
    """Read what a book holds that is open nowhere in this process as a file."""
    connection = connect(path, read_only=True)
    try:
        return of(connection)
    finally:
        connection.close()


def of(connection: sqlite3.Connection) -> Contents:
    """Read what a book holds, of whatever schema."""
    chapter, currency, decimals = connection.execute(_CURRENCY).fetchone() or ("", "", 2)
    entry, made_at, label = connection.execute(_LATEST).fetchone() or (0, None, "")
    return Contents(
        schema=connection.execute("PRAGMA user_version").fetchone()[0],
        rows={name: _count(connection, name) for name in _tables(connection)},
        money=connection.execute(_MONEY).fetchone()[0],
        chapter=chapter,
        currency=currency,
        decimals=decimals if decimals in _DECIMALS else 2,
        last_entry=entry,
        last_at=None if made_at is None else datetime.fromisoformat(made_at),
        last_label=label,
    )


def last(connection: sqlite3.Connection) -> tuple[int, datetime | None]:
    """Read only what tells one state of a book from another."""
    entry, made_at, _label = connection.execute(_LATEST).fetchone() or (0, None, "")
    return entry, None if made_at is None else datetime.fromisoformat(made_at)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not ours, not whole, or where something refers to what is not there."""
    fingerprint.check(connection, path)
    for (said,) in connection.execute("PRAGMA integrity_check(1)"):
        if said != "ok":
            raise StorageError("book_damaged", path=path)
    orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(_ENOUGH_ORPHANS)
    if orphans:
        raise StorageError("book_damaged", path=path, orphans=len(orphans))


def version(connection: sqlite3.Connection) -> int:
    """Return a number that changes whenever another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def compact(connection: sqlite3.Connection) -> None:
    """Write the file anew, without the space of what is gone."""
    with attaching(connection):
        connection.execute("VACUUM")


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether every page can be read."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def lost(before: Contents, after: Contents) -> bool:
    """Tell whether anything that was there is not there any more."""
    fewer = any(after.rows.get(name) != count for name, count in before.rows.items())
    return fewer or before.money != after.money or before.last != after.last


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if name not in _NOT_OURS and not name.startswith("sqlite_")]


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    statement = f'SELECT count(*) FROM "{quoted}"'  # noqa: S608  quoted; a file may be prepared
    return int(connection.execute(statement).fetchone()[0])
