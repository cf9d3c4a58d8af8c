"""A person stands in every field of every table that can hold him, and is erased from all of them.

Tables and fields are those that are mapped, so one that is added later is among them by itself.
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Text, text
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models.whole import Base
from app.queries.person_data import person_data
from app.reports.catalogue import REPORTS
from app.reports.plain import to_json
from app.reports.report import Asks, Choice
from app.rules.privacy import Audience
from app.services import roster
from app.storage import Store, soundness
from app.storage.copies import Occasion, Shelf
from app.storage.erasing import KEPT, PERSONAL, holders_of_persons
from app.storage.keeping import keep, keep_only
from tests import every_table
from tests.grown_book import PERIOD, TODAY, grow
from tests.small_book import NOON

NAME = "Quorra Tokenfield"
BECOMES = "Somebody from before"  # sorted where she was, so that places stay comparable
TRACES = ("quorra", "tokenfield", "0117 555 0199", "quorra@example.org", "zzhush")
_WORDS = (
    "about Quorra Tokenfield",
    "QUORRA  TOKENFIELD’s slip",
    "Tokenfield, Quorra",
    "letter_Quorra_Tokenfield.pdf",
    "call 0117 555 0199 or quorra@example.org",
)
_LEFT_OUT = {"journal_entry", "journal_row", "chapter"}
_MADE_OF_WORDS = {
    ("setting", "value"): '{{"name": "{words}"}}',
    ("column_map", "columns"): "{{}}",
    ("own_profile", "text"): "# {words}",
    ("printed", "choice"): '{{"title": "{words}"}}',
}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("erasing") / "riverside.chapter"
    others = ["Bob Hart", "Cy Dunn", "Dee Estrada", "Eve Frost"]
    with grow(path, [NAME, *others]) as store:
        store.write(f"{NAME} written everywhere", _write_everywhere, 1)
        store.write(f"{NAME} reached", _reach)
        store.write(f"{NAME} leaves", roster.leave, person_id=1, on=TODAY, reason="zzhush quarrel")
    return path


@pytest.fixture
def book(original: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "riverside.chapter"
    path.write_bytes(original.read_bytes())
    with Store(path, author=NAME, clock=lambda: NOON) as store:
        yield store


def _reach(session: Session) -> None:
    roster.correct(
        session,
        person_id=1,
        given_name="Quorra",
        family_name="Tokenfield",
        phone="0117 555 0199",
        email="quorra@example.org",
        note="zzhush",
    )


def _write_everywhere(session: Session, person_id: int) -> None:
    """Add a record to every table: hers where it refers to a person, her name in every word."""
    latest: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in _LEFT_OUT:
            continue
        words = iter(_WORDS * 20)
        marked = {
            column.name: _MADE_OF_WORDS.get((table.name, column.name), "{words}").format(
                words=next(words)
            )
            for column in table.columns
            if type(column.type) is Text
        }
        latest[table.name] = every_table.add(
            session,
            table,
            lambda column: (
                person_id
                if every_table.target(column) == "person"
                else latest.get(every_table.target(column) or "")
            ),
            **({} if table.name == "person" else marked),
        )


def _erase(store: Store) -> None:
    store.erase("A person was erased", person_id=1, becomes=BECOMES)


def _traces(content: str) -> list[str]:
    return [trace for trace in TRACES if trace in content.lower()]


def _everything(path: Path) -> dict[str, str]:
    """Return every value of every table, by table and column."""
    raw = sqlite3.connect(path)
    found = {}
    tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    for (table,) in raw.execute(tables).fetchall():
        rows = raw.execute(f"SELECT * FROM {table}")  # noqa: S608  its own names
        for number, column in enumerate(rows.description):
            rows = raw.execute(f"SELECT * FROM {table}")  # noqa: S608  as above
            found[f"{table}.{column[0]}"] = "\n".join(str(row[number]) for row in rows)
    raw.close()
    return found


def test_she_stands_everywhere_before_and_nowhere_after(book: Store) -> None:
    before = {where for where, words in _everything(book.path).items() if _traces(words)}
    texts = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if type(column.type) is Text and table.name != "chapter"
    }
    assert texts - before <= {
        "column_map.columns",
        "journal_entry.author",
        "journal_row.table_name",
    } | {where for where in texts if where.startswith("person.")}
    _erase(book)
    after = {where: _traces(words) for where, words in _everything(book.path).items()}
    assert {where: traces for where, traces in after.items() if traces} == {}


def test_no_byte_of_her_is_left_in_any_file_beside_the_book(book: Store) -> None:
    keep(book, Occasion.ASKED, NOON)
    _erase(book)
    assert keep_only(book, Occasion.ERASURE, NOON + timedelta(minutes=1), None) == 1
    book.close()
    for file in book.path.parent.rglob("*"):
        if file.is_file():
            content = file.read_bytes().lower()
            assert [trace for trace in TRACES if trace.encode() in content] == [], file.name
            assert b"t\0o\0k\0e\0n\0f" not in content
    assert len(Shelf(book.path).copies()) == 1


def test_every_word_in_a_record_of_hers_is_personal_or_said_not_to_be() -> None:
    holders = {table for table, _column in holders_of_persons()} | {"person"}
    told = {
        (table, column)
        for table, ones in PERSONAL.items()
        for one in ones
        for column in one.columns
    }
    words = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        if table.name in holders
        for column in table.columns
        if type(column.type) is Text
    }
    assert words - told - set(KEPT) == set()
    assert set(KEPT) <= words


def test_every_figure_of_every_report_stays(book: Store) -> None:
    before = dict(_figures(book))
    _erase(book)
    after = dict(_figures(book))
    assert len(before) > 30
    assert {name for name in before if before[name] != after[name]} == set()


def _figures(store: Store) -> Iterator[tuple[str, list[int]]]:
    for one in REPORTS:
        for audience in one.audiences:
            own = Asks.MEMBER in one.asks or audience is Audience.OWN
            choice = Choice(PERIOD, audience, member_id=2 if own else None, drafts=True, day=TODAY)
            said = to_json(one.name, store.read(one.query, **one.arguments(choice)))
            yield f"{one.name} for {audience}", sorted(_numbers(json.loads(said)))


def _numbers(told: object) -> Iterator[int]:
    if isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from _numbers(one)
    elif isinstance(told, int):
        yield told


def test_no_report_of_an_earlier_day_knows_her(book: Store) -> None:
    moment = book.read(
        lambda session: session.execute(text("SELECT max(made_at) FROM journal_entry")).scalar_one()
    )
    assert moment is not None
    _erase(book)
    for one in REPORTS:
        for audience in one.audiences:
            own = Asks.MEMBER in one.asks or audience is Audience.OWN
            choice = Choice(PERIOD, audience, member_id=1 if own else None, drafts=True, day=TODAY)
            rows = book.read_as_of(NOON - timedelta(days=40), one.query, **one.arguments(choice))
            assert _traces(to_json(one.name, rows)) == [], one.name


def test_nothing_before_is_taken_back_and_the_book_is_sound(book: Store) -> None:
    _erase(book)
    with pytest.raises(NotFoundError, match="erased_before"):
        book.undo()
    assert book.read(soundness.faults) == ()
    images = book.read(
        lambda session: session.execute(text("SELECT before, after FROM journal_row")).all()
    )
    assert all(isinstance(json.loads(side), dict) for pair in images for side in pair if side)


def test_what_is_kept_about_her_is_handed_over_whole_before_and_empty_of_her_after(
    book: Store,
) -> None:
    ask = partial(person_data, audience=Audience.OWN, member_id=1)
    given = {one.table for one in book.read(ask).tables}
    assert given == {table for table, _column in holders_of_persons()} | {"person"}
    _erase(book)
    assert _traces(to_json("person-data", book.read(ask))) == []
