"""The entries of a directory of people, and the keys under which they are found."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from app.exchange.parties import Origin
from app.queries.imports.people import Becomes, NewPerson, Offer
from app.queries.imports.standing import PersonStanding, SpellStanding
from app.rules import names
from app.rules.people import PersonKind

NOWHERE = Origin("", "", "", "")
_FEWEST_WORDS = 2
_NO_WORD = re.compile(r"[\s,.;/()\[\]_]+")

Pair = tuple[str, str]
key = lru_cache(1 << 16)(names.key)  # a file repeats each name a hundred times


@dataclass(slots=True)
class Entry:
    """Somebody in the directory; what is inferred of a membership grows file by file."""

    ref: int
    kind: PersonKind
    name: str
    given: str = ""
    family: str = ""
    origin: Origin = NOWHERE
    seated: bool = False
    spells: list[SpellStanding] = field(default_factory=list)
    becomes: Becomes | None = None
    offers: tuple[Offer, ...] = ()

    @property
    def inferred(self) -> bool:
        """Whether the only membership known is one an import has inferred."""
        return not self.seated and len(self.spells) == 1 and self.spells[0].joined_on is None

    @property
    def open(self) -> bool:
        """Whether this is a member with no last day."""
        return any(spell.left_on is None for spell in self.spells)

    def member_on(self, day: date | None) -> bool:
        """Tell whether this was a member on a day; without a day, whether still open."""
        return self.open if day is None else any(spell.covers(day) for spell in self.spells)

    def pair(self) -> Pair:
        """Return the keys of name and chapter."""
        return key(self.name), key(self.origin.chapter)

    def readings(self) -> set[str]:
        """Return the keys of the name as it is read, not turned round."""
        found = {key(self.name)}
        if self.given and self.family:
            found.add(key(f"{self.given} {self.family}"))
            found.add(key(names.display(self.given, self.family)))
        return found

    def may_be_from(self, origin: Origin) -> bool:
        """Tell whether region and country agree, as far as both are known."""
        return _agree(self.origin.region, origin.region) and _agree(
            self.origin.country, origin.country
        )

    def as_new(self) -> NewPerson:
        """Return the record to be entered."""
        return NewPerson(
            ref=self.ref,
            becomes=self.becomes or Becomes.EXTERNAL,
            name=self.name,
            given_name=self.given,
            family_name=self.family,
            chapter=self.origin.chapter,
            region=self.origin.region,
            country=self.origin.country,
            since=self.spells[0].joined_on if self.spells else None,
            until=self.spells[0].left_on if self.spells else None,
            seated=self.seated,
        )


class Index:
    """Finds entries by what a file may write of them."""

    def __init__(self) -> None:
        self._by_ref: dict[int, Entry] = {}
        self._members: dict[str, list[Entry]] = defaultdict(list)
        self._by_words: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self._outsiders: dict[Pair, list[Entry]] = defaultdict(list)
        self._by_chapter: dict[str, list[Entry]] = defaultdict(list)
        self._pseudo: dict[PersonKind, Entry] = {}

    def add(self, entry: Entry) -> None:
        """Enter somebody."""
        self._by_ref[entry.ref] = entry
        if entry.kind is PersonKind.MEMBER:
            for reading in entry.readings():
                self._members[reading].append(entry)
            for words in {word_key(reading) for reading in entry.readings()} - {()}:
                self._by_words[words].append(entry)
        elif entry.kind is not PersonKind.EXTERNAL:
            self._pseudo.setdefault(entry.kind, entry)
        if entry.kind is PersonKind.EXTERNAL or entry.origin.chapter:
            pair = entry.pair()  # a member may have come from another chapter
            self._outsiders[pair].append(entry)
            self._by_chapter[pair[1]].append(entry)

    def everybody(self) -> Iterable[Entry]:
        """Return all entries."""
        return self._by_ref.values()

    def all_members(self) -> Iterable[Entry]:
        """Return the members, current and former."""
        return (e for e in self._by_ref.values() if e.kind is PersonKind.MEMBER)

    def by_ref(self, ref: int) -> Entry:
        """Return one entry."""
        return self._by_ref[ref]

    def members(self, name_key: str) -> list[Entry]:
        """Return the members of exactly this name."""
        return self._members.get(name_key, [])

    def of_words(self, words: tuple[str, ...]) -> list[Entry]:
        """Return the members whose name has these words, in whatever order."""
        return self._by_words.get(words, [])

    def outsiders(self, pair: Pair) -> list[Entry]:
        """Return the people of exactly this name and chapter."""
        return self._outsiders.get(pair, [])

    def of_chapter(self, chapter_key: str) -> Collection[Entry]:
        """Return the people of another chapter."""
        return self._by_chapter.get(chapter_key, ())

    def pseudo(self, kind: PersonKind) -> Entry | None:
        """Return the record of the organisation, or of visitors."""
        return self._pseudo.get(kind)


def known(person: PersonStanding) -> Entry:
    """Return the entry of somebody in the book."""
    return Entry(
        ref=person.person_id,
        kind=person.kind,
        name=person.name,
        given=person.given_name,
        family=person.family_name,
        origin=Origin(person.chapter, person.region, person.country, ""),
        seated=person.seat is not None,
        spells=list(person.spells),
    )


def word_key(name: str) -> tuple[str, ...]:
    """Return the words of a name in the order of the alphabet; nothing for a single word."""
    words = sorted(filter(None, _NO_WORD.split(key(name))))
    return tuple(words) if len(words) >= _FEWEST_WORDS else ()


def _agree(one: str, other: str) -> bool:
    return not one or not other or key(one) == key(other)
