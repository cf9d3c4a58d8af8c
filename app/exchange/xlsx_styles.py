"""What the styles of an xlsx workbook say that matters here: bold or not, a date or not."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from app.exchange.markup import Event, truth

BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DATE_SIGN = re.compile(r"[dyhs]|m{3}", re.IGNORECASE)
_LAST_SERIAL = 2_958_466  # the first day of the year 10000
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's clock has no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001


class CellStyle(NamedTuple):
    """How a cell is shown."""

    bold: bool = False
    is_date: bool = False


def read_styles(styles_part: Iterable[Event]) -> list[CellStyle]:
    """Return the cell styles by their number."""
    fonts: list[bool] = []
    dates: set[str] = {str(number) for number in BUILT_IN_DATES}
    styles: list[CellStyle] = []
    part = ""
    for name, attributes, _text in styles_part:
        if name in {"fonts", "cellXfs"}:
            part = name
        elif name in {"/fonts", "/cellXfs"}:
            part = ""
        elif name == "numFmt" and shows_date(attributes.get("formatCode", "")):
            dates.add(attributes.get("numFmtId", ""))
        elif part == "fonts" and name == "font":
            fonts.append(False)
        elif part == "fonts" and name == "b" and fonts:
            fonts[-1] = truth(attributes)
        elif part == "cellXfs" and name == "xf":
            bold = _at(fonts, attributes.get("fontId", "0"))
            styles.append(CellStyle(bold, attributes.get("numFmtId", "0") in dates))
    return styles


def date_text(serial: str, *, from_1904: bool) -> str:
    """Return a sheet's day number as an ISO date and time; what is no date stays as it is."""
    try:
        days = float(serial)
    except ValueError:
        return serial
    if not 0 <= days < _LAST_SERIAL:
        return serial
    moment = (_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(seconds=round(days * 86400))
    return moment.isoformat()


def shows_date(code: str) -> bool:
    """Tell whether a number format shows days or hours."""
    return bool(_DATE_SIGN.search(_LITERAL.sub("", code)))


def _at(flags: list[bool], place: str) -> bool:
    return place.isdecimal() and int(place) < len(flags) and flags[int(place)]
