"""A list as it is seen, turned into a table for a file: its columns, all its rows, its order."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.exchange.outgoing.tables import Form, Heading, Value
from app.exchange.outgoing.tables import Table as Outgoing
from app.formats import MINUS
from app.ui.tables import Column, Table

_GROUPING = re.compile(r"[.,\u00a0\u202f ]")
_CENTS = re.compile(r"[.,](\d{1,2})$")
_MOST_DECIMALS = 3
_FORMS = ((date, Form.DAY), (Decimal, Form.MONEY), (int, Form.NUMBER))


def outgoing(table: Table, shown: Sequence[Any]) -> Outgoing:
    """Return the columns of a table as they are seen, with some of its rows."""
    model = table.rows()
    columns = [one for place, one in enumerate(model.columns) if not table.isColumnHidden(place)]
    rows = [[_value(column, row, model.words(row, column)) for column in columns] for row in shown]
    headings = [
        Heading(column.title, _form([row[place] for row in rows]))
        for place, column in enumerate(columns)
    ]
    return Outgoing(table.objectName(), table.accessibleName(), headings, rows, len(rows))


def _value(column: Column[Any], row: object, words: str) -> Value:
    """Return a day or a figure as what it is where the words say just that, else the words."""
    behind = column.show(row) if column.sort is None else column.sort(row)
    if isinstance(behind, date) and words:
        return behind
    if isinstance(behind, int) and not isinstance(behind, bool):
        figure = _figure(words, behind)
        return words if figure is None else figure
    return words


def _figure(words: str, behind: int) -> Value:
    """Return the figure that words say of a number kept behind them; None where they say more."""
    digits = _GROUPING.sub("", words.lstrip(f"+-{MINUS}"))
    if not digits.isdecimal() or (behind < 0) != words.startswith(("-", MINUS)):
        return None
    cents = _CENTS.search(words)
    if cents:
        exact = int(digits) == abs(behind)
        return Decimal(behind).scaleb(-len(cents[1])) if exact else None
    for decimals in range(_MOST_DECIMALS + 1):
        unit = 10**decimals
        if (abs(behind) + unit // 2) // unit == int(digits):
            return Decimal(behind).scaleb(-decimals) if decimals else behind
    return None


def _form(values: Sequence[Value]) -> Form:
    there = [value for value in values if value not in (None, "")]
    for kind, form in _FORMS:
        if there and any(isinstance(value, kind) for value in there):
            return form
    return Form.TEXT
