"""Finding names by fragments and initials, blind to case and accents.

Used by the palette and every search box, so that they find alike; it says which letters were hit.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# Letters that carry no separable accent, and what a keyboard without them types.
_STROKED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t"})


@dataclass(frozen=True, slots=True)
class Match:
    """How well words were found, 0 best, and at which places of the text."""

    rank: int
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Folded:
    letters: str
    origin: tuple[int, ...]
    starts: frozenset[int]


def fold(text: str) -> str:
    """Return a text without case and accents, for comparison only."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_STROKED)


def holds(wanted: str, text: str) -> bool:
    """Tell whether every word of ``wanted`` stands somewhere in a text; for lists of thousands."""
    folded = _plain(text)
    return all(word in folded for word in _words(wanted))


def match(wanted: str, text: str) -> Match | None:
    """Find every word of ``wanted`` in a text; None where one of them is missing.

    Word beginnings come before initials, initials before the inside of words, and these before
    letters that run over a gap.
    """
    whole = _folded(text)
    rank, places = 0, set[int]()
    for word in fold(wanted).split():
        found = _find(word, whole)
        if found is None:
            return _over_gaps(wanted, whole)
        rank = max(rank, found[0])
        places |= found[1]
    return Match(rank, frozenset(whole.origin[place] for place in places))


def _find(word: str, whole: _Folded) -> tuple[int, set[int]] | None:
    inside = list(_occurrences(word, whole.letters))
    at_start = [place for place in inside if place in whole.starts]
    if at_start:
        first = at_start[0]
        return (0 if first == 0 else 1), set(range(first, first + len(word)))
    initials = sorted(whole.starts)
    spelled = "".join(whole.letters[place] for place in initials)
    begin = spelled.find(word)
    if len(word) > 1 and begin >= 0:
        return 2, set(initials[begin : begin + len(word)])
    if inside:
        return 3, set(range(inside[0], inside[0] + len(word)))
    return None


def _over_gaps(wanted: str, whole: _Folded) -> Match | None:
    word = "".join(fold(wanted).split())
    solid = [place for place, letter in enumerate(whole.letters) if letter.isalnum()]
    begin = "".join(whole.letters[place] for place in solid).find(word)
    if begin < 0 or not word:
        return None
    hit = solid[begin : begin + len(word)]
    return Match(4, frozenset(whole.origin[place] for place in hit))


def _occurrences(word: str, letters: str) -> Iterable[int]:
    begin = letters.find(word)
    while begin >= 0:
        yield begin
        begin = letters.find(word, begin + 1)


@lru_cache(maxsize=16)
def _words(wanted: str) -> tuple[str, ...]:
    return tuple(fold(wanted).split())


@lru_cache(maxsize=32_768)
def _plain(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> _Folded:
    letters, origin = list[str](), list[int]()
    starts = set[int]()
    fresh = True
    for place, char in enumerate(text):
        for letter in fold(char):
            if fresh and letter.isalnum():
                starts.add(len(letters))
            fresh = not letter.isalnum()
            letters.append(letter)
            origin.append(place)
    return _Folded("".join(letters), tuple(origin), frozenset(starts))
