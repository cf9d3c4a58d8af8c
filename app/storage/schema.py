"""Create a book and stamp it, by the same migrations that bring old books up to date."""

import sqlite3
from pathlib import Path

from app.errors import StorageError
from app.storage.engine import driver, open_engine
from app.storage.files import clear
from app.storage.header import APPLICATION_ID, SCHEMA

_MIGRATIONS = Path(__file__).parent / "migrations"


def create(path: Path) -> None:
    """Make an empty book where no file is yet."""
    try:
        with path.open("xb"):
            pass
    except FileExistsError as error:
        raise StorageError("book_exists", path=path) from error
    except OSError as error:
        raise StorageError("folder_read_only", path=path, cause=error.strerror) from error
    try:
        migrate(path)
    except BaseException:
        clear(path)
        raise


def migrate(path: Path) -> None:
    """Bring a file to today's schema, in one transaction.

    Foreign keys are off meanwhile: rebuilding a table with them on deletes its children.
    """
    from alembic import command  # noqa: PLC0415  costs 100 ms, needed once in a book's life
    from alembic.config import Config  # noqa: PLC0415

    engine = open_engine(path, foreign_keys=False)
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _check_children(driver(connection))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    finally:
        engine.dispose()


def _check_children(connection: sqlite3.Connection) -> None:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise StorageError("migration_failed", orphans=len(orphans))
