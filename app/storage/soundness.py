"""Whether a book is whole: the file itself, what refers to what, and its own journal."""

from collections.abc import Iterator

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from app.errors import AppError, StorageError
from app.models.whole import Base
from app.storage.tracked import TRACKED

_MOST_TOLD = 20  # of one kind; a file damaged throughout needs no complete list

# An image is written on each change, so a row's images follow each other without a gap.
_GAPS = """
    SELECT table_name, row_id FROM (
        SELECT table_name, row_id, before,
               lag(after) OVER (PARTITION BY table_name, row_id ORDER BY id) AS earlier
        FROM main.journal_row)
    WHERE before IS NOT earlier
"""
_EMPTY_ENTRIES = """
    SELECT id FROM main.journal_entry AS entry WHERE NOT EXISTS
        (SELECT 1 FROM main.journal_row WHERE entry_id = entry.id)
"""


def faults(session: Session) -> tuple[StorageError, ...]:
    """Return what is wrong with a book, as refusals nobody raised; nothing when it is whole."""
    return (
        *_file_faults(session),
        *_orphans(session),
        *_journal_faults(session),
    )


def makes_sense(session: Session) -> bool:
    """Tell whether a book is whole and says nothing that no book can say, its history aside."""
    if any(_file_faults(session)) or any(_orphans(session)):
        return False
    try:
        check_words(session)
    except AppError:
        return False
    return True


def check_words(session: Session) -> None:
    """Read everything once: a date or a word that is none would be refused on each page."""
    for table in Base.metadata.sorted_tables:
        for _row in session.execute(select(table)):
            pass


def _file_faults(session: Session) -> Iterator[StorageError]:
    for (said,) in _asked(session, f"PRAGMA integrity_check({_MOST_TOLD})"):
        if said != "ok":
            yield StorageError("check_file", said=said)


def _orphans(session: Session) -> Iterator[StorageError]:
    seen = _asked(session, "PRAGMA foreign_key_check")
    for table, row_id, parent, _ in seen[:_MOST_TOLD]:
        yield StorageError("check_orphan", table=table, row=row_id, parent=parent)


def _journal_faults(session: Session) -> Iterator[StorageError]:
    for (entry_id,) in _asked(session, _EMPTY_ENTRIES)[:_MOST_TOLD]:
        yield StorageError("check_empty_entry", entry=entry_id)
    for table, row_id in _asked(session, _GAPS)[:_MOST_TOLD]:
        yield StorageError("check_journal_gap", table=table, row=row_id)
    for tracked in TRACKED:
        for (row_id,) in _asked(session, _unlike_its_image(tracked))[:_MOST_TOLD]:
            yield StorageError("check_unlike_journal", table=tracked.name, row=row_id)


def _unlike_its_image(table: Table) -> str:
    """Return a question for rows that are not as the journal left them.

    A column that an image does not have was added later and is not compared.
    """
    changed = " OR ".join(
        f"(json_type(image.after, '$.{column.name}') IS NOT NULL "
        f"AND json_extract(image.after, '$.{column.name}') IS NOT row.{column.name})"
        for column in table.columns
    )
    images = (
        "SELECT row_id, after FROM main.journal_row WHERE id IN "  # noqa: S608  own tables' names
        f"(SELECT max(id) FROM main.journal_row WHERE table_name = '{table.name}' GROUP BY row_id)"
    )
    return (
        f"SELECT image.row_id FROM ({images}) AS image "  # noqa: S608  as above
        f"LEFT JOIN main.{table.name} AS row ON row.id = image.row_id "
        "WHERE (image.after IS NULL) <> (row.id IS NULL) "
        f"OR (image.after IS NOT NULL AND ({changed})) "
        f"UNION ALL SELECT row.id FROM main.{table.name} AS row WHERE row.id NOT IN "
        f"(SELECT row_id FROM main.journal_row WHERE table_name = '{table.name}')"
    )


def _asked(session: Session, question: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in session.connection().exec_driver_sql(question)]
