"""Statements spelt once for SQLite, for what is asked with every figure.

SQLAlchemy takes four times as long to hand over a small statement as SQLite to answer it. Here it
writes the statement down once, with its constants; what comes back are SQLite's own tuples.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Generic, TypeVarTuple

from sqlalchemy import BindParameter, CompoundSelect, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from app.rows import row

Columns = TypeVarTuple("Columns")
_Turn = Callable[[Any], Any]
_DIALECT = sqlite.dialect()


class Ready(Generic[*Columns]):
    """A statement that is ready to be asked; types of columns are minded as everywhere."""

    def __init__(self, statement: Select[*Columns] | CompoundSelect[*Columns]) -> None:
        self._statement = statement

    def rows(self, session: Session, **asked: object) -> list[tuple[*Columns]]:
        """Return all rows, with what its ``bindparam`` ask for."""
        spelt = self._spelt
        found: list[tuple[*Columns]] = self._ask(session, asked).fetchall()
        if not found or not spelt.turns:
            return found
        columns: list[Any] = list(zip(*found, strict=True))
        for place, turn in spelt.turns:  # a column at a time, which is quicker than a row
            columns[place] = map(turn, columns[place])
        turned: Any = zip(*columns, strict=True)
        return list(turned)

    def stored(self, session: Session, **asked: object) -> Iterator[tuple[Any, ...]]:
        """Give rows one after another, each value as it stands in the file."""
        rows: Iterator[tuple[Any, ...]] = self._ask(session, asked)
        return rows

    def _ask(self, session: Session, asked: dict[str, object]) -> Any:  # noqa: ANN401  the driver's cursor
        spelt = self._spelt
        driver: Any = session.connection().connection.driver_connection
        return driver.execute(spelt.sql, spelt.values(asked))

    @cached_property
    def _spelt(self) -> "_Spelt":
        return _spell(self._statement)


@row(frozen=True, slots=True)
class _Spelt:
    """The text of a statement, its values in order, and how columns become what they mean."""

    sql: str
    constants: tuple[object, ...]
    asked: tuple[tuple[int, str, _Turn], ...]
    turns: tuple[tuple[int, _Turn], ...]

    def values(self, asked: dict[str, object]) -> list[object]:
        values = list(self.constants)
        for place, name, turn in self.asked:
            values[place] = turn(asked[name])
        return values


def _spell(
    statement: Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]],
) -> _Spelt:
    compiled = statement.compile(dialect=_DIALECT)
    values = list(enumerate(compiled.binds[name] for name in compiled.positiontup or ()))
    return _Spelt(
        sql=str(compiled),
        constants=tuple(None if one.required else _in(one)(one.value) for _place, one in values),
        asked=tuple((place, one.key, _in(one)) for place, one in values if one.required),
        turns=tuple(
            (place, turn)
            for place, column in enumerate(statement.selected_columns)
            if (turn := column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None))
        ),
    )


def _in(bound: BindParameter[Any]) -> _Turn:
    return bound.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _as_it_is


def _as_it_is(value: object) -> object:
    return value
