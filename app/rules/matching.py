"""Find people by what a fast typist leaves of their names: a fragment, initials, a seat number.

A better kind of match hides the worse ones; among equals nobody is ever guessed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.rules import names
from app.rules.identifiers import PersonId

OUTSIDE = "@"  # parts a name from the chapter its bearer belongs to
JOINT = "\u00a0"  # a space inside one word of the line, so that a full name stays together
_BREAKS = re.compile(r"[\s._\-‐‑,/]+")
_SHORTEST_FRAGMENT = 2
_MOST_OFFERS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be meant; ``here`` for members, whose ``seat`` is the number on the roll."""

    person_id: PersonId
    name: str
    chapter: str = ""
    seat: int | None = None
    here: bool = True
    profession: str = ""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, without case, accents and punctuation."""
    found: list[str] = []
    for part in _BREAKS.split(text.replace("'", "").replace("’", "")):
        found.extend(sorted(names.words(part)))
    return tuple(found)


class Crowd:
    """Everybody who may be meant, ready to be searched at every key stroke."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._people = [(person, words(person.name)) for person in people]
        self._seats = {p.seat: p for p, _words in self._people if p.here and p.seat is not None}
        self._chapters = {names.key(p.chapter): p.chapter for p, _words in self._people}

    def find(self, token: str) -> tuple[Known, ...]:
        """Return whom a word of the line means: one, several, or nobody.

        Members of the chapter come before everybody else; ``@`` asks for people of elsewhere.
        """
        name, outside, chapter = token.partition(OUTSIDE)
        if outside:
            return self.find_outside(name, chapter)
        if token.isdecimal():
            return self._in_seat(token)
        return self._best(token, here=True) or self._best(token, here=False)

    def find_here(self, token: str) -> tuple[Known, ...]:
        """Return which members a word means."""
        if token.isdecimal():
            return self._in_seat(token)
        return self._best(token, here=True)

    def find_outside(self, name: str, chapter: str) -> tuple[Known, ...]:
        """Return who of elsewhere is meant; any chapter where none is given."""
        wanted = words(chapter)
        found = self._best(name, here=False)
        return tuple(p for p in found if p.chapter and _fits(wanted, words(p.chapter)))

    def chapter(self, written: str) -> str:
        """Return a chapter the book knows in its own spelling, else as it is written."""
        fitting = [c for c in self._chapters.values() if c and _fits(words(written), words(c))]
        return fitting[0] if len(fitting) == 1 else titled(written)

    def continues_chapter(self, written: Sequence[str], word: str) -> bool:
        """Tell whether a word goes on with the name of a chapter the book knows."""
        begun = words(" ".join(written))
        longer = words(" ".join((*written, word)))
        return len(longer) > len(begun) and any(
            words(chapter)[: len(longer)] == longer for chapter in self._chapters.values()
        )

    def offer(self, token: str) -> tuple[Known, ...]:
        """Return those a word may become, the likeliest first."""
        name, outside, chapter = token.partition(OUTSIDE)
        if token.isdecimal():
            fitting = [p for p, _words in self._people if p.here and _begins(p.seat, token)]
            return tuple(sorted(fitting, key=lambda p: p.seat or 0)[:_MOST_OFFERS])
        wanted = words(name)
        ranked = [
            (not person.here, rank, person.seat or 0, order, person)
            for order, (person, own) in enumerate(self._people)
            if not (outside and (person.here or not _fits(words(chapter), words(person.chapter))))
            and (rank := _rank(wanted, own)) is not None
        ]
        return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:-1])[:_MOST_OFFERS])

    def _in_seat(self, token: str) -> tuple[Known, ...]:
        person = self._seats.get(int(token))
        return () if person is None else (person,)

    def _best(self, name: str, *, here: bool) -> tuple[Known, ...]:
        wanted = words(name)
        ranked = [
            (rank, person)
            for person, own in self._people
            if person.here is here and (rank := _rank(wanted, own)) is not None
        ]
        best = min((rank for rank, _person in ranked), default=0)
        return tuple(person for rank, person in ranked if rank == best)


def titled(text: str) -> str:
    """Return a name typed in haste as one writes it; capitals already there stay."""
    plain = " ".join(part for part in re.split(r"[\s._]+", text) if part)
    return plain if plain != plain.lower() else plain.title()


def spells_on(written: str, name: str) -> bool:
    """Tell whether several words write a name out: beginnings of its own, the last one whole."""
    wanted, own = words(written), words(name)
    return len(wanted) > 1 and wanted[-1] in own and _runs(wanted, own, str.startswith)


def _rank(wanted: tuple[str, ...], own: tuple[str, ...]) -> int | None:
    """Return how well a word fits a name, 0 best, or nothing where it does not fit at all.

    0 the complete name, 1 whole words of it, 2 beginnings and initials, 3 two beginnings run
    together, 4 letters from the middle.
    """
    if not wanted or not own:
        return None
    if "".join(wanted) == "".join(own):
        return 0
    if len("".join(wanted)) > 1 and _runs(wanted, own, str.__eq__):
        return 1  # one letter is an initial, even where it is a whole word such as Ó
    if _runs(wanted, own, str.startswith):
        return 2
    return _rank_of_one(wanted[0], own) if len(wanted) == 1 else None


def _rank_of_one(word: str, own: tuple[str, ...]) -> int | None:
    initials = "".join(part[0] for part in own)
    whole = "".join(own)
    if len(own) > 1 and word in {initials, initials[0] + initials[-1]}:
        return 2
    if whole.startswith(word) or _packed(word, own):
        return 3
    return 4 if len(word) >= _SHORTEST_FRAGMENT and word in whole else None


def _packed(word: str, own: tuple[str, ...]) -> bool:
    """Tell whether a word is the beginnings of the first and last name run together: ``annw``."""
    return any(
        own[0].startswith(word[:cut]) and own[-1].startswith(word[cut:])
        for cut in range(2, len(word))
    )


def _runs(wanted: tuple[str, ...], own: tuple[str, ...], fits: Callable[[str, str], bool]) -> bool:
    """Tell whether each wanted word fits one of the name's own, in the same order."""
    rest = iter(own)
    return all(any(fits(part, word) for part in rest) for word in wanted)


def _fits(wanted: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return not wanted or _runs(wanted, own, str.startswith)


def _begins(seat: int | None, digits: str) -> bool:
    return seat is not None and str(seat).startswith(str(int(digits)))
