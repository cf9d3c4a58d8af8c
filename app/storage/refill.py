"""A new book from the rows of another, as a document has them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import ColumnDefault, Connection, Table
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from app.errors import StorageError
from app.models.journal import Entry
from app.models.whole import Base
from app.storage import header, schema, soundness
from app.storage.engine import open_engine
from app.storage.files import growing
from app.storage.store import Store

Value = str | int | None
Tables = Mapping[str, Sequence[Mapping[str, Value]]]


def restore(path: Path, tables: Tables, *, written_by: int, author: str, label: str) -> None:
    """Make a book where no file is yet, with every row of a document.

    A document with its journal comes back with its whole history; else the history begins with
    one entry, ``label``. StorageError where a row does not fit; then no file is left.
    """
    if written_by > header.SCHEMA:
        raise StorageError("newer_book", path=path, schema=written_by, ours=header.SCHEMA)
    if path.exists():
        raise StorageError("book_exists", path=path)
    _check_known(tables)
    with growing(path) as part:
        schema.create(part)
        try:
            _put(part, tables, author, label)
            _check_whole(part, author)
        except (DatabaseError, ValueError) as error:
            raise StorageError("document_does_not_fit", path=path) from error


def _put(path: Path, tables: Tables, author: str, label: str) -> None:
    if tables.get(Entry.__tablename__):
        _with_history(path, tables)
    else:
        with Store(path, author=author) as store:
            store.write(label, _fill, tables)


def _with_history(path: Path, tables: Tables) -> None:
    """Put rows in without keeping a journal of it: theirs comes with them."""
    engine = open_engine(path)
    try:
        with Session(engine) as session, session.begin():
            _fill(session, tables)
    finally:
        engine.dispose()


def _fill(session: Session, tables: Tables) -> None:
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in Base.metadata.sorted_tables:
        _insert(connection, table, tables.get(table.name, ()))


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
    """Insert rows; what an older document does not have yet gets its default."""
    usual: dict[str, Value] = {
        column.name: column.default.arg
        for column in table.columns
        if isinstance(column.default, ColumnDefault) and column.default.is_scalar
    }
    shapes: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
    for row in rows:
        whole = {**usual, **row} if len(row) < len(table.columns) else row
        shapes.setdefault(tuple(whole), []).append(tuple(whole.values()))
    for names, values in shapes.items():
        signs = ", ".join("?" for _name in names)
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({signs})",  # noqa: S608  checked
            values,
        )


def _check_known(tables: Tables) -> None:
    """Refuse what this program has no place for, before anything is made."""
    known = {table.name: table for table in Base.metadata.sorted_tables}
    for name, rows in tables.items():
        if name not in known:
            raise StorageError("document_unknown_table", table=name)
        for field in set[str]().union(*rows) - set(known[name].columns.keys()):
            raise StorageError("document_unknown_field", table=name, field=field)


def _check_whole(path: Path, author: str) -> None:
    with Store(path, author=author, read_only=True) as store:
        for fault in store.read(soundness.faults):
            raise fault
        store.read(soundness.check_words)
