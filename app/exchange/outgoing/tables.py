"""A table on its way out: headings that say what they mean, and rows of plain values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

Value = str | int | Decimal | date | datetime | bool | None
Progress = Callable[[int, int], object]


class Form(Enum):
    """What stands in a column."""

    TEXT = "text"
    NUMBER = "whole number"
    MONEY = "amount in the book's currency, as a number"
    DAY = "date"
    MOMENT = "date and time"
    FLAG = "yes or no"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what it is called, what stands in it, and one sentence on what that means."""

    title: str
    form: Form = Form.TEXT
    says: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a name for files, a title for people, and how many rows are to come."""

    name: str
    title: str
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Value]]
    count: int = 0


def counted(tables: Sequence[Table], progress: Progress | None) -> list[Table]:
    """Return tables that tell how far they have been written."""
    if progress is None:
        return list(tables)
    whole = sum(table.count for table in tables)
    done = 0
    found = []
    for table in tables:
        rows = _telling(table.rows, done, whole, progress)
        found.append(Table(table.name, table.title, table.headings, rows, table.count))
        done += table.count
    return found


_STEP = 500


def _telling(
    rows: Iterable[Sequence[Value]], before: int, whole: int, progress: Progress
) -> Iterable[Sequence[Value]]:
    progress(before, whole)
    for number, row in enumerate(rows, 1):
        if number % _STEP == 0:
            progress(before + number, whole)
        yield row
