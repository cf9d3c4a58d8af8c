"""Take a person's name and everything personal out of a book, its history included.

Figures stay: marks, slips and money go on under a name that says nothing. This is the one change
that rewrites the journal; the guards against that are lifted for its transaction only. Where his
name was written into texts, labels of entries included, it is replaced as whole words; a name
somebody else in the book has too stays there, since it may be his.
"""

import json
import re
import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Table, Text, func, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError, RuleError
from app.models.imports import Alias
from app.models.journal import EntryRow
from app.models.people import Person, Spell, Visitor
from app.models.whole import Base
from app.rules import names
from app.storage import journal
from app.storage.engine import driver
from app.storage.tracked import TRACKED

NAME, KEY, NOTHING = object(), object(), ""
_LEAST_WORDS = 2  # a single word would be found in the names of others

_LEAST_SIGNS = 6  # of a number or an address, to be found in texts
_LETTER = r"[^\W_]"
_NUMBER = re.compile(r"\+?[\d\s()./-]+")
_NAMES = ("name", "sort_name", "given_name", "family_name")
_REACH = ("phone", "email", "website")


@dataclass(frozen=True, slots=True)
class Personal:
    """What of a table is personal to whomever a column refers to, and what it becomes."""

    link: str
    columns: dict[str, object]


# Every table that refers to a person; a test holds that none is forgotten.
PERSONAL: dict[str, tuple[Personal, ...]] = {
    "person": (
        Personal(
            "id",
            {
                "name": NAME, "sort_name": NAME, "name_key": KEY, "given_name": NOTHING,
                "family_name": NOTHING, "company": NOTHING, "phone": NOTHING, "email": NOTHING,
                "website": NOTHING, "address": NOTHING, "note": NOTHING,
            },
        ),
    ),
    "visitor": (
        Personal(
            "joined_as_id",
            {
                "name": NAME, "name_key": KEY, "profession": NOTHING, "company": NOTHING,
                "phone": NOTHING, "email": NOTHING, "note": NOTHING,
            },
        ),
    ),
    "audited_figures": (Personal("person_id", {}),),
    "alias": (Personal("person_id", {"name_key": KEY}),),
    "duty_holder": (Personal("person_id", {"topic": NOTHING}),),
    "letter": (Personal("person_id", {"reason": NOTHING, "said": NOTHING}),),
    "mark": (Personal("person_id", {"substitute": NOTHING, "note": NOTHING}),),
    "official_row": (Personal("person_id", {"name_written": NAME}),),
    "own_figures": (
        Personal(
            "person_id",
            dict.fromkeys(("year_fee", "entry_fee", "meeting_cost", "lead_cost")),
        ),
    ),
    "ruling": (Personal("person_id", {"note": NOTHING}),),
    "slip": (
        Personal("giver_id", {"giver_written": NOTHING, "note": NOTHING}),
        Personal("receiver_id", {"receiver_written": NOTHING, "note": NOTHING, "contact": NOTHING}),
    ),
    "spell": (Personal("person_id", {"reason": NOTHING}),),
    "holder": (Personal("person_id", {}),),
    "training": (Personal("person_id", {}),),
}  # fmt: skip

# Words in a record that refers to a person, and yet are not about whom it refers to; his name is
# looked for in them as in every other text.
KEPT: tuple[tuple[str, str], ...] = (
    ("person", "home_chapter"), ("person", "home_region"), ("person", "home_country"),
    ("duty_holder", "duty"),  # which duty of the list
    ("official_row", "place"),  # which kind of row
    ("ruling", "decided_by"),  # an officer
    ("slip", "other_chapter"),
    ("training", "kind"), ("training", "role"),
    ("alias", "chapter_key"),
)  # fmt: skip


def erase(session: Session, *, person_id: int, becomes: str) -> None:
    """Take one person out; ``becomes`` is what stands in place of the name."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFoundError("record_missing")
    current = select(Spell.id).where(Spell.person_id == person_id, Spell.left_on.is_(None))
    if session.scalar(current) is not None:
        raise RuleError("still_a_member", name=person.name)
    called = _called(session, person)
    session.flush()
    connection = driver(session.connection())
    with _unguarded(connection, _pattern(called), becomes):
        values = {NAME: becomes, KEY: names.key(becomes)}
        _forget_spellings(connection, person_id)
        tracked = list(TRACKED)
        for table in tracked:
            for personal in PERSONAL.get(table.name, ()):
                _blank(connection, table, personal, person_id, values)
                _blank_images(connection, table, personal, person_id, values)
        untracked = [one for one in Base.metadata.sorted_tables if one not in tracked]
        for table in (*tracked, *untracked):  # the journal last: it writes down the others
            _sweep(connection, table)
    session.expire_all()


def holders_of_persons() -> Iterator[tuple[str, str]]:
    """Yield every table and column that refers to a person, from one person to another aside."""
    for table in TRACKED:
        for column in table.columns:
            if any(key.column.table.name == "person" for key in column.foreign_keys):
                yield table.name, column.name


def _called(session: Session, person: Person) -> set[str]:
    """Return what he is and was called, as far as nobody else is, and how he was reached."""
    images = session.execute(
        select(EntryRow.before, EntryRow.after).where(
            EntryRow.table == "person", EntryRow.row_id == person.id
        )
    )
    sides = [json.loads(side) for pair in images for side in pair if side]
    known = [{name: getattr(person, name) for name in (*_NAMES, *_REACH)}, *sides]
    called = {str(one[name]) for one in known for name in _NAMES[:2]}
    called |= {f"{one['given_name']} {one['family_name']}" for one in known}
    called |= {f"{one['family_name']} {one['given_name']}" for one in known}
    called |= set(session.scalars(select(Alias.name_key).where(Alias.person_id == person.id)))
    reached = {str(one[name]) for one in known for name in _REACH}
    return {one for one in called if _is_his_alone(session, person.id, one)} | {
        one for one in reached if len(one) >= _LEAST_SIGNS
    }


def _is_his_alone(session: Session, person_id: int, name: str) -> bool:
    if len(name.split()) < _LEAST_WORDS:
        return False
    key = names.key(name)
    others = select(func.count()).where(Person.name_key == key, Person.id != person_id)
    guests = select(func.count()).where(
        Visitor.name_key == key, Visitor.joined_as_id.is_distinct_from(person_id)
    )
    return not (session.scalar(others) or session.scalar(guests))


def _pattern(called: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a name as whole words, in a text, a file's name and within JSON."""
    spelt = {form for one in called for form in (one, json.dumps(one, ensure_ascii=False)[1:-1])}
    words = "|".join(map(_form, sorted(spelt, key=len, reverse=True)))
    return re.compile(rf"(?<!{_LETTER})(?:{words or '(?!)'})(?!{_LETTER})", re.IGNORECASE)


def _form(spelt: str) -> str:
    """Return a pattern of one spelling: its words however they are set apart, or its digits."""
    if _NUMBER.fullmatch(spelt):
        return r"[\s()./-]*".join(map(re.escape, re.sub(r"[\s()./-]", "", spelt)))
    return r"[\s_.,-]+".join(map(re.escape, re.findall(r"[^\s,]+", spelt)))


@contextmanager
def _unguarded(
    connection: sqlite3.Connection, pattern: re.Pattern[str], becomes: str
) -> Generator[None]:
    """Lift the journal's guards, and let statements find and replace a name meanwhile.

    Where something fails, the transaction puts the guards back.
    """

    def mentions(words: object) -> bool:
        return isinstance(words, str) and pattern.search(words) is not None

    def without(words: str | int | None) -> str | int | None:
        return pattern.sub(becomes, words) if isinstance(words, str) else words

    journal.lift_guards(connection)
    connection.create_function("mentions", 1, mentions)
    connection.create_function("without", 1, without)
    try:
        yield
    finally:
        connection.create_function("mentions", 1, None)
        connection.create_function("without", 1, None)
    journal.set_guards(connection)


def _forget_spellings(connection: sqlite3.Connection, person_id: int) -> None:
    connection.execute("DELETE FROM alias WHERE person_id = ?", (person_id,))


def _blank(
    connection: sqlite3.Connection,
    table: Table,
    personal: Personal,
    person_id: int,
    values: dict[object, str],
) -> None:
    if not personal.columns:
        return
    sets = ", ".join(f"{name} = ?" for name in personal.columns)
    connection.execute(
        f"UPDATE {table.name} SET {sets}, version = version + 1 "  # noqa: S608  own names
        f"WHERE {personal.link} = ?",
        (*_new(personal, values), person_id),
    )


def _blank_images(
    connection: sqlite3.Connection,
    table: Table,
    personal: Personal,
    person_id: int,
    values: dict[object, str],
) -> None:
    """Do the same in every image; a row that once was his keeps nothing of that time either."""
    if not personal.columns:
        return
    pairs = ", ".join(f"'$.{name}', ?" for name in personal.columns)
    for side in ("before", "after"):
        connection.execute(
            f"UPDATE journal_row SET {side} = json_replace({side}, {pairs}) "  # noqa: S608  own names
            f"WHERE table_name = ? AND json_extract({side}, '$.{personal.link}') = ?",
            (*_new(personal, values), table.name, person_id),
        )


def _new(personal: Personal, values: dict[object, str]) -> list[object]:
    return [values.get(value, value) for value in personal.columns.values()]


def _sweep(connection: sqlite3.Connection, table: Table) -> None:
    """Replace the name wherever it is written, in words that only one record may have too."""
    columns = [column.name for column in table.columns if type(column.type) is Text]
    if not columns:
        return
    unique = {name for one in table.constraints for name in one.columns.keys()}  # type: ignore[attr-defined]  # noqa: SIM118
    sets = [f"{name} = {_swept(name, alone=name in unique)}" for name in columns]
    sets += ["version = version + 1"] if "version" in table.columns else []
    found = " OR ".join(f"mentions({name})" for name in columns)
    connection.execute(
        f"UPDATE {table.name} SET {', '.join(sets)} WHERE {found}"  # noqa: S608  own names
    )


def _swept(column: str, *, alone: bool) -> str:
    if not alone:
        return f"without({column})"
    return f"iif(mentions({column}), without({column}) || ' ' || id, {column})"
