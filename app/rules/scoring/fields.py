"""Taking values out of a table of a profile: each of its kind, or refused with its line."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from app.errors import UnreadableFileError
from app.rows import row
from app.rules.people import clean_text
from app.rules.scoring.exact import exact
from app.rules.scoring.lines import Place, lines_of

Words = TypeVar("Words", bound=StrEnum)
_LONGEST_TEXT = 400
_MOST_SHOWN = 40


@row(frozen=True, slots=True)
class Source:
    """The file a profile is read from; lines are only looked for when one has to be told."""

    file: str
    text: str

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest around it."""
        lines = lines_of(self.text)
        while place and place not in lines:
            place = place[:-1]
        return lines.get(place, 1)


class Table:
    """One table of the file; every key must be asked for, or it is unknown."""

    def __init__(self, source: Source, content: object, place: Place = ()) -> None:
        self.source = source
        self.place = place
        if not isinstance(content, dict):
            raise self.wrong("profile_table", place, key=_name(place))
        self.content: dict[str, object] = content

    def wrong(self, reason: str, place: Place, **facts: object) -> UnreadableFileError:
        """Return the refusal of a place, with file and line."""
        line = self.source.line(place)
        return UnreadableFileError(reason, file=self.source.file, line=line, **facts)

    def allow(self, *names: str) -> None:
        """Refuse keys nobody knows."""
        for name in self.content:
            if name not in names:
                place = (*self.place, name)
                raise self.wrong("profile_key_unknown", place, key=name, names=", ".join(names))

    def has(self, name: str) -> bool:
        """Tell whether a key is there."""
        return name in self.content

    def text(self, name: str, default: str | None = None) -> str:
        """Return one line of text."""
        found = self._value(name, default)
        if not isinstance(found, str) or len(found) > _LONGEST_TEXT or "\n" in found:
            raise self._not("profile_text", name)
        return clean_text(found)

    def day(self, name: str) -> date:
        """Return a date."""
        found = self._value(name, None)
        if not isinstance(found, date) or hasattr(found, "hour"):
            raise self._not("profile_date", name)
        return found

    def whole(self, name: str, default: int | None = None, *, least: int = 0, most: int) -> int:
        """Return a whole number within bounds."""
        found = self._value(name, default)
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise self._not("profile_whole", name, least=least, most=most)
        return found

    def number(self, name: str, *, above_zero: bool = False) -> Fraction:
        """Return an exact number."""
        found = exact(self._value(name, None))
        if found is None or (above_zero and not found):
            raise self._not("profile_number", name)
        return found

    def yes(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        found = self._value(name, default)
        if not isinstance(found, bool):
            raise self._not("profile_true_false", name)
        return found

    def word(self, name: str, words: type[Words], default: Words | None = None) -> Words:
        """Return one of some words."""
        return words(self.one_of(name, [*words], default))

    def one_of(self, name: str, names: Collection[str], default: str | None = None) -> str:
        """Return one of some names."""
        found = self._value(name, default)
        if not isinstance(found, str) or found not in names:
            raise self._not("profile_word", name, names=", ".join(names))
        return found

    def wholes(self, name: str, default: tuple[int, ...], *, most: int) -> tuple[int, ...]:
        """Return some whole numbers."""
        found = self._value(name, list(default))
        if not isinstance(found, list) or not found or not all(_whole(one, most) for one in found):
            raise self._not("profile_wholes", name, most=most)
        return tuple(found)

    def names(self, name: str, names: Collection[str]) -> tuple[str, ...]:
        """Return some of a set of names."""
        found = self._value(name, None)
        if not isinstance(found, list) or not found or any(one not in names for one in found):
            raise self._not("profile_names", name, names=", ".join(names))
        return tuple(found)

    def table(self, name: str) -> "Table":
        """Return a table within this one, empty where there is none."""
        return Table(self.source, self.content.get(name, {}), (*self.place, name))

    def tables(self, name: str) -> Iterator["Table"]:
        """Give the tables of an array of them."""
        found = self.content.get(name, [])
        if not isinstance(found, list):
            raise self.wrong("profile_tables", (*self.place, name), key=name)
        for number, one in enumerate(found):
            yield Table(self.source, one, (*self.place, name, number))

    def _value(self, name: str, default: object) -> object:
        found = self.content.get(name, default)
        if found is None:
            raise self.wrong("profile_key_missing", self.place, key=name)
        return found

    def _not(self, reason: str, name: str, **facts: object) -> UnreadableFileError:
        found = str(self.content.get(name))
        shown = found if len(found) <= _MOST_SHOWN else found[:_MOST_SHOWN] + "…"
        return self.wrong(reason, (*self.place, name), key=name, found=shown, **facts)


def _whole(found: object, most: int) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= most


def _name(place: Place) -> str:
    return next((one for one in reversed(place) if isinstance(one, str)), "")
