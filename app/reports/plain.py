"""Rows as JSON for other programs: field by field as their classes declare them.

Stable: names of fields stay, new ones may be added. Dates are ISO 8601, instants in UTC; money
is in whole minor units beside its currency; what is unknown or withheld is null.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction

VERSION = 1


def to_json(name: str, rows: object) -> str:
    """Return the rows of a report as one JSON document with the report's name."""
    document = {"report": name, "version": VERSION, "rows": plain(rows)}
    return json.dumps(document, ensure_ascii=False, indent=2)


def plain(value: object) -> object:
    """Return a value as what JSON knows: dataclasses become objects, tuples become lists."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return _number(value) if isinstance(value, Fraction) else value


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
