"""Dates down a column: written in one order of day and month, which the column itself may tell."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from app.exchange import figures
from app.exchange.findings import Notebook

_MONTH_NAMES = {
    1: "jan january januar janvier janv ene enero janeiro gen gennaio",
    2: "feb february februar février févr fevrier fev febrero fevereiro febbraio",
    3: "mar march mär märz mrz mars marzo março",
    4: "apr april avril avr abr abril aprile",
    5: "may mai maj mayo maio maggio mag",
    6: "jun june juni juin junio junho giugno giu",
    7: "jul july juli juillet juil julio julho luglio lug",
    8: "aug august août aout ago agosto",
    9: "sep sept september septembre septiembre setembro set settembre",
    10: "oct october okt oktober octobre octubre out outubro ott ottobre",
    11: "nov november novembre noviembre novembro",
    12: "dec december dez dezember décembre déc dic diciembre dezembro dicembre",
}
MONTHS = {word: month for month, names in _MONTH_NAMES.items() for word in names.split()}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[\s./-]+([^\W\d_]+)\.?[\s,./-]+(\d{4}|\d{2})(?!\d)")
_MONTH_DAY_YEAR = re.compile(r"([^\W\d_]+)\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_THIS_CENTURY = 2000
_TWO_DIGITS = 100


def read(written: Mapping[int, str], notebook: Notebook) -> dict[int, date]:
    """Return the dates of a column by row; what is none is noted and left out."""
    month_first = _is_month_first(written.values())
    found: dict[int, date] = {}
    for row, text in written.items():
        day = one(text, month_first=month_first)
        if day is None:
            notebook.note("note_day_unclear", row, text=text[:40])
        else:
            found[row] = day
    return found


def one(text: str, *, month_first: bool = False) -> date | None:
    """Return the day a text names; the day stands before the month unless told otherwise."""
    if month_first and figures.is_ambiguous(text):
        return _turned(figures.day(text))
    return figures.day(text) or _with_name(text)


def _is_month_first(texts: Iterable[str]) -> bool:
    """Tell whether the month comes first: some date makes sense only so, and none otherwise."""
    told = [text for text in texts if figures.day(text) and not figures.is_ambiguous(text)]
    return any(map(figures.is_month_first, told)) and not any(map(figures.is_day_first, told))


def _turned(found: date | None) -> date | None:
    return found.replace(month=found.day, day=found.month) if found else None


def _with_name(text: str) -> date | None:
    """Read ``25 Feb 2026`` or ``Feb 25, 2026``."""
    if found := _DAY_MONTH_YEAR.search(text):
        day_text, name, year = found.groups()
    elif found := _MONTH_DAY_YEAR.search(text):
        name, day_text, year = found.groups()
    else:
        return None
    month = MONTHS.get(name.casefold())
    return figures.valid_day(_whole_year(int(year)), month, int(day_text)) if month else None


def _whole_year(year: int) -> int:
    return year + _THIS_CENTURY if year < _TWO_DIGITS else year
