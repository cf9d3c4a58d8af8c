"""Rows as text for the clipboard, ready to be pasted into a spreadsheet."""

from collections.abc import Sequence
from typing import Any

from app.exchange.outgoing.cells import defused
from app.ui.tables.columns import Column
from app.ui.tables.model import TableModel


def clip(
    model: TableModel[Any], rows: Sequence[Any], columns: Sequence[Column[Any]] | None = None
) -> str:
    """Return rows under their heads, cells parted by tabs; formulas are defused."""
    shown = model.columns if columns is None else columns
    heads = "\t".join(_cell(column.title) for column in shown)
    lines = ["\t".join(_cell(model.words(row, column)) for column in shown) for row in rows]
    return "\n".join([heads, *lines]) + "\n"


def _cell(words: str) -> str:
    flat = " ".join(words.split())
    return flat if _is_figure(flat) else defused(flat)


def _is_figure(words: str) -> bool:
    return words.lstrip("+-").replace(",", "").replace(".", "").replace(" ", "").isdecimal()
