"""Amounts down a column: one whose thousands could be its cents is told by the others.

``1.234`` alone is two amounts. Where another amount of the column shows which sign stands before
its cents, it is one; so is ``1,234`` where cents could not be so fine.
"""

import re

from app.errors import UnreadableFileError
from app.exchange import figures

_CENTS = re.compile(r"\d([.,])\d{1,2}$", re.ASCII)
_THOUSANDS = re.compile(r"\d([.,])\d{2,3}(?:\1\d{3})+(?![\d])", re.ASCII)


class Amounts:
    """Reads amounts in minor units of a currency, and remembers how they are written."""

    def __init__(self, decimals: int) -> None:
        self._decimals = decimals
        self._before_cents: set[str] = set()

    def note(self, text: str) -> None:
        """Take notice of how an amount is written."""
        if found := _CENTS.search(text):
            self._before_cents.add(found[1])
        elif found := _THOUSANDS.search(text):
            self._before_cents.add(_other(found[1]))

    def read(self, text: str) -> int | None:
        """Return an amount; none where it could be two, which ``settle`` decides in the end."""
        try:
            return figures.amount(text, self._decimals)
        except UnreadableFileError as error:
            if error.reason != "file_amount_ambiguous":
                raise
            return None

    def settle(self, text: str) -> int:
        """Return the one amount a text can be, all others known; raise where it still is two."""
        sign = "," if "," in text else "."
        grouped = figures.amount(text.replace(sign, ""), self._decimals)
        if self._before_cents == {_other(sign)}:
            return grouped
        try:
            exact = figures.amount(text.replace(sign, ".") + "0", self._decimals)
        except UnreadableFileError as error:
            if error.reason != "file_amount_too_fine":
                raise
            if sign == "," and not self._before_cents:
                return grouped
            raise UnreadableFileError("file_amount_ambiguous", text=text) from None
        if self._before_cents == {sign}:
            return exact
        raise UnreadableFileError("file_amount_ambiguous", text=text)


def _other(sign: str) -> str:
    return "," if sign == "." else "."
