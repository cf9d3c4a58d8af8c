"""Column types that a STRICT SQLite table takes, and that are native on other databases.

STRICT knows only INTEGER, REAL, TEXT, BLOB and ANY, so dates, flags and enums are kept there
as text and whole numbers; a wrong type is then refused by the file itself.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Any, Never, TypeVar

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

from app.errors import StorageError

T = TypeVar("T")
Words = TypeVar("Words", bound=StrEnum)
Steps = TypeVar("Steps", bound=IntEnum)


def _read(make: Callable[[Any], T], stored: object) -> T:
    """Make a value of what a book says; what makes no sense is damage, not a fault of ours."""
    try:
        return make(stored)
    except (ValueError, TypeError, LookupError) as error:
        raise StorageError("value_damaged", value=stored) from error


@lru_cache(maxsize=10_000)  # some thirty years of days: lists say each of them again and again
def _day(stored: object) -> date | None:
    return _read(date.fromisoformat, stored) if isinstance(stored, str) else None


class _Known(dict[Any, Any]):
    """What each stored word or number stands for; a look-up here is all that a row costs."""

    def __init__(self, kind: type[StrEnum] | type[IntEnum]) -> None:
        super().__init__({one.value: one for one in kind} | {None: None})

    def __missing__(self, stored: object) -> Never:
        raise StorageError("value_damaged", value=stored)


class Day(TypeDecorator[date]):
    """A date; ISO text in SQLite, so that it sorts."""

    impl = Text
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> object:
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], date | None] | None:
        return _day if dialect.name == "sqlite" else None  # others give dates of their own


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; ISO text in SQLite."""

    impl = Text
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        text = dialect.name == "sqlite"
        return dialect.type_descriptor(Text() if text else DateTime(timezone=True))

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).isoformat(timespec="milliseconds")

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        return _read(datetime.fromisoformat, value) if isinstance(value, str) else value  # type: ignore[return-value]  # the driver's own datetime


class Flag(TypeDecorator[bool]):
    """Yes or no; 1 or 0 in SQLite."""

    impl = Integer
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> object:
        return int(value) if value is not None and dialect.name == "sqlite" else value

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Whole(TypeDecorator[int]):
    """A whole number of up to 64 bits: identifiers, counts, money in minor units."""

    impl = Integer
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())


class Within(TypeDecorator[int]):
    """A whole number from 0 to a largest one: what is counted with would never end otherwise."""

    impl = Integer
    cache_ok = True

    def __init__(self, largest: int) -> None:
        super().__init__()
        self.largest = largest

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> int | None:
        return None if value is None else _read(range(self.largest + 1).__getitem__, value)


class TimeOfDay(TypeDecorator[str]):
    """A time written HH:MM, or nothing."""

    impl = Text
    cache_ok = True

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return f"{_read(time.fromisoformat, value):%H:%M}" if value else value


class Word(TypeDecorator[Words]):
    """One of the words of a ``StrEnum``."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Words]) -> None:
        super().__init__()
        self.kind = kind

    @override
    def process_bind_param(self, value: Words | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Words | None]:
        return _Known(self.kind).__getitem__


class Step(TypeDecorator[Steps]):
    """One of the numbers of an ``IntEnum``."""

    impl = Integer
    cache_ok = True

    def __init__(self, kind: type[Steps]) -> None:
        super().__init__()
        self.kind = kind

    @override
    def process_bind_param(self, value: Steps | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Steps | None]:
        return _Known(self.kind).__getitem__
