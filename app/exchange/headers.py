"""Finds where a table begins, which column is which, and what stands above it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from app.errors import UnreadableFileError
from app.exchange import figures
from app.exchange.findings import Notebook
from app.exchange.labels import Heading, heading
from app.exchange.sheets import Row

PREAMBLE_ROWS = 40  # the header row has been seen at 1, 2, 4, 8, 9 and 10

_Label = TypeVar("_Label", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Preamble:
    """What stands above a table; empty where the file does not say."""

    title: str = ""
    chapter: str = ""
    region: str = ""
    country: str = ""
    run_at: datetime | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    flags: tuple[str, ...] = ()


def columns_of(row: Row, meaning: Callable[[str], _Label | None]) -> dict[_Label, int]:
    """Return the columns a row of labels names; of two alike the first counts."""
    found: dict[_Label, int] = {}
    for column, text in row.filled():
        label = meaning(text)
        if label is not None:
            found.setdefault(label, column)
    return found


def read_preamble(rows: Sequence[Row], notebook: Notebook) -> Preamble:
    """Return what the rows above the header say."""
    told: dict[Heading, str] = {}
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else None
        told.update(_labels_over_values(row, below) or _label_before_value(row))
    return replace(
        _period(told, notebook),
        title=_title(rows),
        chapter=told.get(Heading.CHAPTER, ""),
        region=told.get(Heading.REGION, ""),
        country=told.get(Heading.COUNTRY, ""),
        run_at=figures.moment(told.get(Heading.RUN_AT, "")),
        flags=tuple(filter(None, [told.get(Heading.FLAGS, "")])),
    )


def _labels_over_values(row: Row, below: Row | None) -> dict[Heading, str]:
    """Read ``Running User | Run At | Country | Region | Chapter`` with its values underneath."""
    columns = columns_of(row, heading)
    if below is None or below.number != row.number + 1 or Heading.RUN_AT not in columns:
        return {}
    return {label: below.text(column) for label, column in columns.items()}


def _label_before_value(row: Row) -> dict[Heading, str]:
    """Read ``From: | 2026-01-01``."""
    cells = [text for _, text in row.filled()]
    label = heading(cells[0]) if cells else None
    return {label: cells[1]} if label and len(cells) > 1 and heading(cells[1]) is None else {}


def _title(rows: Sequence[Row]) -> str:
    """Return the first text of the first row, unless that is a label already."""
    first = rows[0].filled() if rows else []
    return first[0][1] if first and heading(first[0][1]) is None else ""


def _period(told: dict[Heading, str], notebook: Notebook) -> Preamble:
    written = (told.get(Heading.FROM, ""), told.get(Heading.TO, ""))
    starts_on, ends_on = (_day(text) for text in written)
    if starts_on and ends_on and ends_on < starts_on:
        raise UnreadableFileError("file_period_reversed", start=starts_on, end=ends_on)
    if any(map(figures.is_ambiguous, written)):
        notebook.note("note_day_before_month", start=starts_on, end=ends_on)
    return Preamble(starts_on=starts_on, ends_on=ends_on)


def _day(text: str) -> date | None:
    found = figures.day(text)
    if text and found is None:
        raise UnreadableFileError("file_date_unclear", text=text[:40])
    return found
