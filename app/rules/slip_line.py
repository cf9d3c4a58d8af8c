"""The slip line: one line of a few letters says who passed what to whom.

===========================  =====================================================
``r ann bob kitchen refit``  Ann refers business to Bob; ``r ann bob in`` when Ann buys herself
``o ann bob``                they had a one-to-one
``b bob ann 1200 rep``       Bob thanks Ann for 1,200 of business, ``rep`` when repeated
``v ann Mary Ray, florist``  Ann brought a visitor; ``v - Mary Ray`` when nobody did
``c ann 2``                  Ann earned two education units, one where no figure stands
``t ann bob``                Ann wrote a testimonial for Bob
===========================  =====================================================

People are said as ``matching`` finds them. ``dana@harbour`` and ``Dana Whitlock @ Harbour``
are of another chapter, and new people where the book does not know them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.formats import Money
from app.rules.amounts import amount
from app.rules.matching import JOINT, OUTSIDE, Crowd, Known, spells_on, titled
from app.rules.slip_entry import Missing, Piece, Role, Side, Understood, side_of
from app.rules.slips import LARGEST_AMOUNT, MOST_CREDITS, SlipKind, Tier

KINDS = {
    "r": SlipKind.REFERRAL,
    "o": SlipKind.ONE_TO_ONE,
    "b": SlipKind.CLOSED_BUSINESS,
    "v": SlipKind.VISITOR,
    "c": SlipKind.EDUCATION,
    "t": SlipKind.TESTIMONIAL,
}
LETTERS = {kind: letter for letter, kind in KINDS.items()}
TIERS = {"in": Tier.INSIDE, "out": Tier.OUTSIDE, "third": Tier.THIRD}
REPEATED = "rep"
REPEATS = frozenset({REPEATED, "repeat"})
NOBODY = "-"
NOTE_SIGN = ":"  # what follows is the note, even where it begins like a flag
_TIERED = (SlipKind.REFERRAL, SlipKind.CLOSED_BUSINESS)
_NAMELESS = (SlipKind.VISITOR, SlipKind.CLOSED_BUSINESS)  # nobody invited; earner unknown
_ALONE = (SlipKind.VISITOR, SlipKind.EDUCATION)
_FAR = 4  # words of a name before the @ that says where its bearer belongs


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def understand(
    line: str,
    crowd: Crowd,
    *,
    picked: Mapping[str, Side] | None = None,
    money: Money | None = None,
) -> Understood:
    """Return what a line says.

    ``picked`` holds words of the line that were already settled from a list.
    """
    found = [_Word(m[0], m.start(), m.end()) for m in re.finditer("[^ \t]+", line)]
    if not found or (kind := KINDS.get(found[0].text.lower())) is None:
        return Understood()
    reading = _Reading(kind, found, crowd, picked or {}, money or Money())
    return reading.read()


@dataclass(slots=True)
class _Reading:
    """The state of reading one line from left to right."""

    kind: SlipKind
    words: Sequence[_Word]
    crowd: Crowd
    picked: Mapping[str, Side]
    money: Money
    at: int = 1
    pieces: list[Piece] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)

    def read(self) -> Understood:
        self._say(Role.KIND, 0, 1)
        so_far = Understood(kind=self.kind)
        first = self._side(Role.FIRST, Missing.FIRST)
        second = None
        if self.kind not in _ALONE:
            second = self._side(Role.SECOND, Missing.SECOND, first)
        so_far = replace(so_far, first=first, second=second)
        so_far = self._rest(so_far)
        return replace(so_far, pieces=tuple(self.pieces), missing=tuple(self.missing))

    def _rest(self, so_far: Understood) -> Understood:
        if self.kind is SlipKind.VISITOR:
            return self._guest(so_far)
        so_far = self._flags(so_far)
        if self.kind is SlipKind.CLOSED_BUSINESS:
            so_far = self._flags(self._amount(so_far))
        if self.kind is SlipKind.EDUCATION:
            so_far = self._units(so_far)
        if self.kind is SlipKind.REFERRAL and so_far.tier is None:
            so_far = replace(so_far, tier=Tier.OUTSIDE)
        return replace(so_far, note=self._all_that_is_left(Role.NOTE))

    def _side(self, role: Role, lack: Missing, other: Side | None = None) -> Side | None:
        if self.at >= len(self.words):
            self.missing.append(lack)
            return None
        word = self.words[self.at]
        if word.text == NOBODY and role is Role.FIRST and self.kind in _NAMELESS:
            self._say(role, self.at, self.at + 1)
            self.at += 1
            return None
        begin = self.at
        candidates = self._people(role)
        if len(candidates) != 1:
            self._say(role, begin, self.at, candidates)
            self.missing.append(Missing.CHOICE if candidates else Missing.UNKNOWN)
            return None
        self._say(role, begin, self.at)
        (side,) = candidates
        if side.new and not side.chapter:
            self.missing.append(Missing.CHAPTER)
        if other is not None and not other.new and other.person_id == side.person_id:
            self.missing.append(Missing.SAME_PERSON)
        return side

    def _people(self, role: Role) -> tuple[Side, ...]:
        """Return who is meant by the words from here on, and go past them."""
        word = self.words[self.at]
        chosen = self.picked.get(word.text)
        if chosen is not None:
            self.at += 1
            return (chosen,)
        outside = self._outside()
        if outside is not None:
            return outside
        self.at += 1
        found = self.crowd.find(word.text)
        return tuple(side_of(person) for person in self._narrowed(found, role))

    def _narrowed(self, found: tuple[Known, ...], role: Role) -> tuple[Known, ...]:
        """Go past the words that write the same name out; the last one may be the second name."""
        begin = self.at - 1
        while self.at < len(self.words):
            written = " ".join(word.text for word in self.words[begin : self.at + 1])
            fitting = tuple(person for person in found if spells_on(written, person.name))
            if not fitting or (self._must_be_second(role) and self._means_another(found)):
                break
            found = fitting
            self.at += 1
        return found

    def _must_be_second(self, role: Role) -> bool:
        last = self.at == len(self.words) - 1
        return role is Role.FIRST and last and self.kind not in _ALONE

    def _means_another(self, found: tuple[Known, ...]) -> bool:
        return not set(self.crowd.find(self.words[self.at].text)) <= set(found)

    def _outside(self) -> tuple[Side, ...] | None:
        """Return who of another chapter is meant, if the words from here on say so."""
        mark = self._mark_ahead()
        if mark is None:
            return None
        name, _mark, chapter = self.words[mark].text.partition(OUTSIDE)
        name = " ".join([w.text for w in self.words[self.at : mark]] + [name]).strip()
        alone = self.words[mark].text == OUTSIDE
        self.at = mark + 1
        written = [chapter] if chapter else []
        if alone and self.at < len(self.words):
            written.append(self.words[self.at].text)
            self.at += 1
        while written and self.at < len(self.words):
            if not self.crowd.continues_chapter(written, self.words[self.at].text):
                break
            written.append(self.words[self.at].text)
            self.at += 1
        return self._of_chapter(name, " ".join(written))

    def _of_chapter(self, name: str, chapter: str) -> tuple[Side, ...]:
        found = tuple(side_of(person) for person in self.crowd.find_outside(name, chapter))
        if found or not name:
            return found
        return (Side(None, titled(name), self.crowd.chapter(chapter) if chapter else ""),)

    def _mark_ahead(self) -> int | None:
        """Return the word with the ``@`` that belongs to the name beginning here."""
        ahead = range(self.at, min(self.at + _FAR, len(self.words)))
        mark = next((i for i in ahead if OUTSIDE in self.words[i].text), None)
        if mark is None or mark == self.at:
            return mark
        here = self.words[self.at].text
        known = here in self.picked or self.crowd.find_here(here)
        return None if known and self.words[self.at + 1].text != OUTSIDE else mark

    def _flags(self, so_far: Understood) -> Understood:
        while self.at < len(self.words):
            word = self.words[self.at].text.lower()
            if word in TIERS and self.kind in _TIERED:
                so_far = replace(so_far, tier=TIERS[word])
            elif word in REPEATS and self.kind is SlipKind.CLOSED_BUSINESS:
                so_far = replace(so_far, repeat=True)
            else:
                break
            self._say(Role.FLAG, self.at, self.at + 1)
            self.at += 1
        return so_far

    def _amount(self, so_far: Understood) -> Understood:
        found = None
        if self.at < len(self.words):
            found = amount(
                self.words[self.at].text,
                decimals=self.money.decimals,
                grouping=self.money.grouping,
            )
        if found is None or not 0 < found <= LARGEST_AMOUNT:
            self.missing.append(Missing.AMOUNT)
            return so_far
        self._say(Role.AMOUNT, self.at, self.at + 1)
        self.at += 1
        return replace(so_far, amount=found)

    def _units(self, so_far: Understood) -> Understood:
        if self.at >= len(self.words) or not self.words[self.at].text.isdecimal():
            return replace(so_far, units=1)
        units = int(self.words[self.at].text)
        if not 0 < units <= MOST_CREDITS:
            self.missing.append(Missing.UNITS)
        self._say(Role.UNITS, self.at, self.at + 1)
        self.at += 1
        return replace(so_far, units=units)

    def _guest(self, so_far: Understood) -> Understood:
        name, _comma, profession = re.split(
            "([,，、;]|$)", self._all_that_is_left(Role.GUEST), maxsplit=1
        )[:3]
        if not name.strip():
            self.missing.append(Missing.GUEST)
        return replace(so_far, guest=titled(name), profession=" ".join(profession.split()))

    def _all_that_is_left(self, role: Role) -> str:
        if self.at < len(self.words) and self.words[self.at].text == NOTE_SIGN:
            self.at += 1
        if self.at >= len(self.words):
            return ""
        text = " ".join(word.text for word in self.words[self.at :])
        self._say(role, self.at, len(self.words))
        self.at = len(self.words)
        return text.replace(JOINT, " ")

    def _say(self, role: Role, begin: int, end: int, candidates: tuple[Side, ...] = ()) -> None:
        last = self.words[end - 1]
        self.pieces.append(Piece(self.words[begin].start, last.end, role, candidates))
