"""Words meant to harm, and a book with them in everything somebody may have typed.

They are put into the file behind the program's back, so that no form and no reader of files has
cleaned them before; into the images and labels of its history too.
"""

import json
import sqlite3
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

from sqlalchemy import Column, Table, Text
from sqlalchemy.orm import Session

from app.models.whole import Base
from app.storage.tracked import TRACKED
from tests import every_table
from tests.grown_book import grow

# What names are made of here: markup, entities, formulas, patterns, signs that are not seen.
MARKUP = (
    "<b>Ann</b>",
    '<img src="file:///etc/passwd">',
    "<table>" * 24 + "x",
    "a<b",
    "&amp;&lt;",
    "Bell & Sons",
    "</qt><qt><h1>Ann",
    '<a href="javascript:alert(1)">Ann</a>',
    "<!DOCTYPE html><body>",
    '<font color="red">',
    "<?xml version='1.0'?>",
    "{name} %(name)s %s {0.__class__}",
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(1)", "＝1+1", "'=1")
PATTERNS = ("100%", "a_b", "c\\d", "%", "_", "\\")
UNSEEN = (
    "Ann\u202egnidaer",
    "Ann\u200bLee",
    "Ann\x07Lee",
    "Ann\nLee",
    "Ann\r\nLee",
    "Ann\x1b[31m",
    "\ufeffAnn",
    "\ufffd\uffff",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "Z̸̡̛͎͓͇͍̝̫̹̜̺̟̓̆̉͐͊̕͠͝A",
    "word" * 60,
    "long name " * 60,
)
WORDS = (*MARKUP, *FORMULAS, *PATTERNS, *UNSEEN)

# Words the program itself chooses, or that say which record is meant.
_OWN = {
    "currency", "key", "name_key", "chapter_key", "header_key", "fingerprint", "kind", "duty",
    "subject", "columns", "report", "choice", "value", "text", "place", "table_name",
    "before", "after", "said",
}  # fmt: skip
_FREE_PLACE = {"chapter"}  # of a chapter a place is where it meets
_LEFT = {"chapter", "journal_entry", "journal_row", "setting", "column_map", "own_profile"}


def hostile_book(path: Path, people: int = 16) -> Path:
    """Make a book with a row in every table and hostile words in every field for words."""
    with grow(path, [f"Ann{number} Lee" for number in range(people)]) as store:
        store.write("filled", _fill)
    _spoil(path)
    return path


def free_columns(table: Table) -> Iterator["Column[str]"]:
    """Yield the columns somebody's own words may stand in."""
    for column in table.columns:
        own = column.name in _OWN and not (column.name == "place" and table.name in _FREE_PLACE)
        if type(column.type) is Text and not own and (table.name, column.name) not in _NAMES_OF:
            yield column


_NAMES_OF = {("setting", "name"), ("own_profile", "name")}


def _fill(session: Session) -> None:
    latest: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in _LEFT:
            latest[table.name] = every_table.add(
                session, table, lambda column: latest.get(every_table.target(column) or "")
            )


def _spoil(path: Path) -> None:
    """Write hostile words over every word, another one for each row and column."""
    book = sqlite3.connect(path)
    words = (f"{word}{number}" for word, number in zip(cycle(WORDS), count(), strict=False))
    for table in Base.metadata.sorted_tables:
        names = [column.name for column in free_columns(table)]
        counted = ", version = version + 1" if "version" in table.columns else ""
        for (row_id,) in book.execute(f"SELECT id FROM {table.name}").fetchall() if names else ():  # noqa: S608  our own names
            sets = ", ".join(f"{name} = ?" for name in names)
            book.execute(
                f"UPDATE {table.name} SET {sets}{counted} WHERE id = ?",  # noqa: S608  as above
                (*(next(words) for _name in names), row_id),
            )
    for side in ("before", "after"):
        found = book.execute(f"SELECT id, table_name, {side} FROM journal_row").fetchall()  # noqa: S608  as above
        for row_id, name, image in found:
            if image is not None:
                spoilt = json.dumps(_spoilt(name, json.loads(image), words), ensure_ascii=False)
                book.execute(
                    f"UPDATE journal_row SET {side} = ? WHERE id = ?",  # noqa: S608  as above
                    (spoilt, row_id),
                )
    book.commit()
    book.close()


def _spoilt(name: str, image: dict[str, object], words: Iterator[str]) -> dict[str, object]:
    (table,) = (one for one in TRACKED if one.name == name)
    free = {column.name for column in free_columns(table)}
    return {key: next(words) if key in free else value for key, value in image.items()}
