"""A book whole by its pages, with values in it that make no sense: told in a sentence, never more.

Each field in turn gets what no book can hold, past what the file itself would refuse, and then the
command line is asked for what shows it.
"""

import sqlite3
import time
from pathlib import Path

import pytest
from sqlalchemy import Column, Table

from app.models.types import Flag, Step, Whole, Within
from app.models.whole import Base
from app.reports.catalogue import REPORTS
from app.storage import Store, salvaging, soundness
from tests.command_line import run
from tests.durability.extent import extent
from tests.grown_book import TODAY, grow
from tests.hostile.words import hostile_book
from tests.small_book import NOON

_LONGEST = 10.0  # seconds of this processor for one answer
_FIGURES = (2**63 - 1, -(2**63), b"\xff\x00", "many", 1.5)
_WORDS = ("9999-99-99", "", b"\xff\x00", b"\xed\xa0\x80", -1, "[" * 10_000)
FIELDS = [
    (table, column)
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if column.name != "id" and not table.name.startswith("journal")
]
_STEP = extent(short=71, whole=4)  # of each field one value at least, and all of them in turns


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return hostile_book(tmp_path_factory.mktemp("hostile") / "riverside.chapter", 3).read_bytes()


def poison(path: Path, table: str, column: str, value: object) -> None:
    """Put a value into every row, whatever the file says it takes, and say again what it said."""
    book = sqlite3.connect(path, isolation_level=None)
    triggers = [sql for (sql,) in book.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    )]  # fmt: skip
    book.execute(f"DROP TRIGGER IF EXISTS version_{table}")
    (said,) = book.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    put = "UPDATE sqlite_master SET sql = ? WHERE name = ?"
    book.execute("PRAGMA writable_schema = ON")
    book.execute(put, (said.replace("STRICT", "").replace("NOT NULL", ""), table))
    book.close()
    book = sqlite3.connect(path, isolation_level=None)
    book.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))  # noqa: S608  own names
    book.execute("PRAGMA writable_schema = ON")
    book.execute(put, (said, table))
    for trigger in triggers:
        book.execute(trigger)
    book.close()


def _poisons(column: "Column[object]") -> tuple[object, ...]:
    whole_number = isinstance(column.type, Whole | Within | Step | Flag) or column.primary_key
    return _FIGURES if whole_number else _WORDS


def _cases() -> list[object]:
    cases: list[object] = [
        pytest.param(table, column, value, id=f"{table.name}.{column.name}={str(value)[:12]}")
        for table, column in FIELDS
        for value in _poisons(column)
    ]
    return cases[::_STEP]


@pytest.mark.parametrize(("table", "column", "value"), _cases())
def test_every_document_is_made_or_refused_with_a_sentence(
    whole: bytes, tmp_path: Path, table: Table, column: "Column[object]", value: object
) -> None:
    path = tmp_path / "riverside.chapter"
    path.write_bytes(whole)
    poison(path, table.name, column.name, value)
    for one in REPORTS[:: extent(short=6, whole=1)]:
        begun = time.process_time()
        said = run("report", path, one.name, "--to", TODAY.isoformat(), "-o", tmp_path / "out.pdf")
        assert said.status == 0 or said.is_one_sentence, (one.name, said.err)
        assert time.process_time() - begun < _LONGEST
    said = run("check", path)
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "name", b"\xff\x00"),
        ("chapter", "region", b"\xff\x00"),
        ("chapter", "currency_decimals", 2**63 - 1),
        ("chapter", "starts_at", "9999-99-99"),
        ("mark", "attendance", "9999-99-99"),
        ("slip", "visitor_id", 2**63 - 1),
        ("meeting", "held_on", "9999-99-99"),
    ],
)
def test_what_is_poisoned_is_salvaged_without_the_poison(
    tmp_path: Path, table: str, column: str, value: object
) -> None:
    path = tmp_path / "riverside.chapter"
    grow(path, ["Ann Whitfield", "Bob Hart", "Cy Dunn"]).close()
    poison(path, table, column, value)
    target = tmp_path / "saved.chapter"
    salvaging.salvage(path, target, author="Wanda", label="Salvaged", at=NOON)
    with Store(target, author="Wanda") as saved:
        assert saved.read(soundness.faults) == ()
        assert saved.read(soundness.makes_sense)


def test_images_of_the_history_change_no_table_but_ours(tmp_path: Path) -> None:
    """What stands in the journal is data: undo knows tables and fields from the program alone."""
    path = tmp_path / "riverside.chapter"
    with grow(path, ["Ann Whitfield", "Bob Hart"]) as store:
        people = store.read(lambda session: session.connection().exec_driver_sql(
            "SELECT count(*) FROM person"
        ).scalar())  # fmt: skip
    raw = sqlite3.connect(path)
    raw.execute(
        "UPDATE journal_row SET table_name = 'person; DROP TABLE slip --' "
        "WHERE table_name = 'holder'"
    )
    raw.execute(
        """UPDATE journal_row SET after = '{"id": 1, "x''); DROP TABLE slip; --": 1}' """
        "WHERE table_name = 'slip'"
    )
    raw.commit()
    raw.close()
    with Store(path, author="Wanda") as store:
        with pytest.raises(Exception) as refused:  # noqa: PT011  told by its name below
            store.undo()
        assert type(refused.value).__module__ == "app.errors"
        assert store.read(lambda session: session.connection().exec_driver_sql(
            "SELECT count(*) FROM person"
        ).scalar()) == people  # fmt: skip
        store.read(lambda session: session.connection().exec_driver_sql("SELECT * FROM slip"))
