"""Finds out whose name it is: somebody the book knows, or somebody new; never by a guess.

A name is looked for on the slips the meeting has already, then by its exact key, among the
spellings the chapter remembers, and last by the same words in another order. What is only alike
is offered to the user and not merged.

As long as the book has no roster, a member's name on a slip is a current member; once it has
one, a name that is not on it belongs to somebody who has left.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Protocol

from app.exchange.parties import Origin
from app.queries.imports.entries import NOWHERE, Entry, Index, key, known, word_key
from app.queries.imports.people import Acquaintance, Becomes, How, NewPerson, Offer, SpellChange
from app.queries.imports.standing import SlipStanding, SpellStanding, Standing
from app.rules import names
from app.rules.people import PersonKind

_MOST_OFFERS = 3
_PSEUDO = {
    PersonKind.ORGANISATION: Becomes.ORGANISATION,
    PersonKind.VISITORS: Becomes.VISITORS,
}


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a summary reaches: its last day, and whether it is the latest one known.

    ``leavers`` tells that former members stand in it too, so that nobody is called back by it.
    """

    end: date | None
    one_meeting: bool
    latest: bool
    leavers: bool


class Listed(Protocol):
    """A line that names a member, in whatever list."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def given(self) -> str:
        """The given part."""

    @property
    def family(self) -> str:
        """The family part."""


class Directory:
    """Everybody in the book and everybody new, while the files of one import are gone through."""

    def __init__(self, standing: Standing) -> None:
        self._index = Index()
        self._aliases = standing.aliases
        self._new: list[Entry] = []
        self._spells: dict[int, SpellChange] = {}
        self._seats: list[int] = []
        self._own_names: Collection[tuple[str, str]] = ()
        self._written: dict[tuple[str, bool], set[int]] = {}
        self._listed: set[int] = set()
        self._whole_as_of: date | None = None
        self.strangers: set[str] = set()
        for person in standing.people:
            self._index.add(known(person))
        self._roster_known = any(
            entry.seated and entry.member_on(None) for entry in self._index.everybody()
        )

    def open_file(self, slips: Collection[SlipStanding] = ()) -> None:
        """Begin a file whose meeting has these slips already."""
        self._own_names = ()
        self.strangers = set()
        self._listed = set()
        self._written = defaultdict(set)
        written = {(slip.giver_written, slip.giver_id) for slip in slips}
        written.update((slip.receiver_written, slip.receiver_id) for slip in slips)
        for name, person_id in written:
            self._note_written(name, person_id)

    def expect(self, own_names: Collection[tuple[str, str]]) -> None:
        """Note all names of the file, as keys beside those of their chapters."""
        self._own_names = own_names

    def is_member(self, name: str) -> bool:
        """Tell whether somebody of this very name is a member.

        The meeting's own slips are asked first, so that the same file is read alike again; then
        the roster: who was only inferred from other files tells nothing.
        """
        name_key = key(name)
        home, away = ((name_key, side) in self._written for side in (True, False))
        if home is not away:
            return home
        return any(entry.seated for entry in self._index.members(name_key))

    def member(self, name: str, day: date | None) -> Acquaintance:
        """Return whom a name in plain type on a slip of a day means."""
        entry, how = self._find_member(name, day)
        if entry is None:
            becomes = Becomes.FORMER if self._roster_known else Becomes.MEMBER
            entry = Entry(self._next_ref(), PersonKind.MEMBER, name, becomes=becomes)
            entry.given, entry.family = names.split(name)
            self._welcome(entry)
        if day is not None:
            self._belonged(entry, day)
        return _acquaintance(entry, how)

    def listed(self, row: Listed, extent: Extent) -> Acquaintance:
        """Return whom a row of a summary means; it makes members of those who are none."""
        self._roster_known = True
        entry, how = self._find_member(row.name, extent.end, self._listed)
        if entry is None:
            entry = self._enlist(row, extent)
        elif extent.latest and not extent.leavers:
            self._call_back(entry)
        if extent.end is not None and (extent.one_meeting or entry.inferred):
            self._belonged(entry, extent.end)
        self._listed.add(entry.ref)
        return _acquaintance(entry, how)

    def enrolled(
        self, row: Listed, *, since: date | None = None, until: date | None = None
    ) -> Acquaintance:
        """Return whom a list of members means; it enters and calls back who is none of them.

        ``until`` is the first day somebody was no member any more.
        """
        self._roster_known = True
        entry, how = self._find_member(row.name, until, self._listed)
        if entry is None:
            becomes = Becomes.FORMER if until else Becomes.MEMBER
            entry = Entry(self._next_ref(), PersonKind.MEMBER, row.name, becomes=becomes)
            entry.given, entry.family, entry.seated = row.given, row.family, until is None
            entry.spells.append(SpellStanding(0, since, until))
            self._welcome(entry)
        elif until is None:
            self._call_back(entry)
        self._listed.add(entry.ref)
        return _acquaintance(entry, how)

    def known(self, name: str) -> Acquaintance | None:
        """Return the member a name surely means; nobody is entered for it."""
        entry, how = self._find_member(name, None)
        return _acquaintance(entry, how) if entry else None

    def is_current(self, ref: int) -> bool:
        """Tell whether somebody is a member today."""
        return self._index.by_ref(ref).open

    def close_list(self, until: date | None) -> None:
        """Take the list just read for the whole chapter as of a day, the latest where none is told.

        Whoever stands only in older files has left.
        """
        self._whole_as_of = until or date.max

    def _enlist(self, row: Listed, extent: Extent) -> Entry:
        """Enter a member from a summary, who has left since where later ones are known."""
        end = extent.end
        gone = not extent.latest or (
            self._whole_as_of is not None and end is not None and end <= self._whole_as_of
        )
        left_on = _day_after(end) if gone else None
        becomes = Becomes.FORMER if left_on else Becomes.MEMBER
        entry = Entry(self._next_ref(), PersonKind.MEMBER, row.name, becomes=becomes)
        entry.given, entry.family, entry.seated = row.given, row.family, left_on is None
        entry.spells.append(SpellStanding(0, None, left_on))
        self._welcome(entry)
        return entry

    def outsider(self, name: str, origin: Origin | None) -> Acquaintance:
        """Return whom a name in bold means; the same name in another chapter is someone else."""
        origin = origin or NOWHERE
        pair = (key(name), key(origin.chapter))
        entry, how = self._find_outsider(pair, origin)
        if entry is None:
            entry = Entry(self._next_ref(), PersonKind.EXTERNAL, name, becomes=Becomes.EXTERNAL)
            entry.origin = origin
            self._welcome(entry)
        return _acquaintance(entry, how)

    def pseudo(self, kind: PersonKind, name: str) -> Acquaintance:
        """Return the one record that stands for the organisation, or for visitors."""
        entry = self._index.pseudo(kind)
        how = How.EXACT
        if entry is None:
            entry = Entry(self._next_ref(), kind, name, becomes=_PSEUDO[kind])
            self._welcome(entry)
            how = How.NEW
        return _acquaintance(entry, how)

    def unlisted(self) -> tuple[str, ...]:
        """Return the current members of the book whom the summary just read does not list."""
        return tuple(
            entry.name
            for entry in self._index.all_members()
            if entry.becomes is None and entry.open and entry.ref not in self._listed
        )

    def new_people(self) -> tuple[NewPerson, ...]:
        """Return everybody to be entered, in the order they were met."""
        return tuple(entry.as_new() for entry in self._new)

    def spell_changes(self) -> tuple[SpellChange, ...]:
        """Return the memberships that last longer than the book knew."""
        return tuple(self._spells.values())

    def seats_given(self) -> tuple[int, ...]:
        """Return the people of the book that get a place in the seating order."""
        return tuple(self._seats)

    def _next_ref(self) -> int:
        return -1 - len(self._new)

    def _welcome(self, entry: Entry) -> None:
        entry.offers = self._offers(entry)
        self._new.append(entry)
        self._index.add(entry)

    def _note_written(self, written: str, person_id: int | None) -> None:
        if person_id is not None and written:
            home = self._index.by_ref(person_id).kind is PersonKind.MEMBER
            self._written[key(written), home].add(person_id)

    def _find_member(
        self, name: str, day: date | None, taken: Collection[int] = ()
    ) -> tuple[Entry | None, How]:
        """Find a member; those ``taken`` are other people of the same file."""
        name_key = key(name)
        written = self._written.get((name_key, True), set()) - set(taken)
        if len(written) == 1:
            return self._as_written(written.pop(), name_key)
        exact = [entry for entry in self._index.members(name_key) if entry.ref not in taken]
        if exact:
            then = [entry for entry in exact if entry.member_on(day)]
            return (then or exact)[0], How.EXACT
        remembered = self._aliases.get((name_key, ""))
        if remembered is not None and remembered not in taken:
            return self._index.by_ref(remembered), How.ALIAS
        turned = [entry for entry in self._turned(name) if entry.ref not in taken]
        return (turned[0], How.WORDS) if len(turned) == 1 else (None, How.NEW)

    def _as_written(self, ref: int, name_key: str) -> tuple[Entry, How]:
        """Return who a slip of the same meeting names, so that a file is read alike again."""
        entry = self._index.by_ref(ref)
        return entry, How.EXACT if name_key in entry.readings() else How.WRITTEN

    def _turned(self, name: str) -> Iterator[Entry]:
        """Yield members of the same words in another order, unless the file has both orders."""
        for entry in self._index.of_words(word_key(name)):
            if not any((own, "") in self._own_names for own in entry.readings()):
                yield entry

    def _find_outsider(self, pair: tuple[str, str], origin: Origin) -> tuple[Entry | None, How]:
        for entry in self._index.outsiders(pair):
            if entry.may_be_from(origin):
                return entry, How.EXACT
        remembered = self._aliases.get(pair)
        if remembered is not None:
            return self._index.by_ref(remembered), How.ALIAS
        written = self._written.get((pair[0], False), set())
        if len(written) == 1:
            entry = self._index.by_ref(next(iter(written)))
            if entry.pair() not in self._own_names:
                return entry, How.WRITTEN
        return None, How.NEW

    def _belonged(self, entry: Entry, day: date) -> None:
        """Let a membership known only from files reach as far as they do."""
        if entry.kind is not PersonKind.MEMBER or entry.member_on(day):
            return
        after = _day_after(day)
        if entry.becomes is Becomes.FORMER:
            entry.spells = [SpellStanding(0, None, after)]
        elif entry.becomes is Becomes.MEMBER:
            entry.spells = [SpellStanding(0, None, None)]
        elif not entry.spells or entry.inferred:
            self._lengthen(entry, after if self._roster_known else None)
        else:
            self.strangers.add(entry.name)

    def _call_back(self, entry: Entry) -> None:
        """Make a current member of somebody the book knew only from slips."""
        if entry.kind is not PersonKind.MEMBER or entry.seated:
            return
        if entry.becomes is not None:
            entry.becomes = Becomes.MEMBER
            entry.spells = [SpellStanding(0, None, None)]
        else:
            if not entry.spells or (entry.inferred and not entry.open):
                self._lengthen(entry, None)
            if entry.open:
                self._seats.append(entry.ref)
        entry.seated = entry.open

    def _lengthen(self, entry: Entry, left_on: date | None) -> None:
        spell_id = entry.spells[0].spell_id if entry.spells else None
        self._spells[entry.ref] = SpellChange(entry.ref, spell_id, left_on)
        entry.spells = [SpellStanding(spell_id or 0, None, left_on)]

    def _offers(self, entry: Entry) -> tuple[Offer, ...]:
        if entry.kind is PersonKind.MEMBER:
            among = self._index.all_members()
        else:
            among = self._index.of_chapter(entry.pair()[1])
        alike = (other for other in among if other.ref > 0 and names.alike(entry.name, other.name))
        return tuple(Offer(other.ref, other.name) for other in islice(alike, _MOST_OFFERS))


def _day_after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


def _acquaintance(entry: Entry, how: How) -> Acquaintance:
    return Acquaintance(
        ref=entry.ref,
        name=entry.name,
        chapter=entry.origin.chapter,
        kind=entry.kind,
        how=how if entry.ref > 0 else How.NEW,
        becomes=entry.becomes,
        offers=entry.offers,
    )
