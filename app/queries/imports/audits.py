"""Works out what a slips audit adds to the slips of its meeting."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.exchange.parties import Origin, Party
from app.exchange.slips import SlipRow
from app.queries.imports.directory import Directory
from app.queries.imports.entries import key
from app.queries.imports.guests import Guests
from app.queries.imports.people import Acquaintance
from app.queries.imports.plans import PlannedSlip
from app.rules.people import PersonKind
from app.rules.slips import SlipKind

LONGEST_WRITTEN = 200  # of a cell; what is longer is blanks, and kept folded


class AuditReader:
    """Understands the rows of one audit, each name once."""

    def __init__(self, directory: Directory, guests: Guests, day: date | None) -> None:
        self._directory = directory
        self._guests = guests
        self._day = day
        self._met: dict[tuple[int, int], Acquaintance] = {}

    def slips(self, rows: Iterable[SlipRow]) -> Iterator[PlannedSlip]:
        """Yield what each row says, with people of the book in the place of names."""
        for row in rows:
            kind, giver, receiver, origin = row.kind, row.giver, row.receiver, row.origin
            one = None if giver is None else self._person(giver, origin)
            other = None if receiver is None else self._person(receiver, origin)
            guest = None
            if kind is SlipKind.VISITOR:
                guest = self._guests.ref(row.visitor, one.ref if one else None)
            thanker = row.thanker if kind is SlipKind.CLOSED_BUSINESS else None
            yield PlannedSlip(
                kind,
                None if one is None else one.ref,
                None if other is None else other.ref,
                guest,
                row.tier,
                (row.amount or 0) if kind is SlipKind.CLOSED_BUSINESS else None,
                (row.credits or 0) if kind is SlipKind.EDUCATION else None,
                thanker.chapter if thanker else "",
                "" if giver is None else _written(giver),
                row.visitor
                if guest is not None
                else ""
                if receiver is None
                else _written(receiver),
            )

    def people(self) -> tuple[Acquaintance, ...]:
        """Return everybody met in the rows, by name."""
        met = {person.ref: person for person in self._met.values()}
        return tuple(sorted(met.values(), key=lambda person: (not person.home, key(person.name))))

    def _person(self, party: Party, origin: Origin | None) -> Acquaintance:
        # The reader hands out one object for each text, so its identity is as good as the text.
        place = (id(party), 0 if party.home else id(origin))
        found = self._met.get(place)
        if found is None:
            found = self._met[place] = self._find(party, origin)
        return found

    def _find(self, party: Party, origin: Origin | None) -> Acquaintance:
        if party.kind in {PersonKind.ORGANISATION, PersonKind.VISITORS}:
            return self._directory.pseudo(party.kind, party.name)
        if party.home:
            return self._directory.member(party.name, self._day)
        return self._directory.outsider(party.name, origin)


def own_names(rows: Iterable[SlipRow]) -> frozenset[tuple[str, str]]:
    """Return the keys of all names in a file with the keys of their chapters; ours has none."""
    seen: set[tuple[int, int]] = set()
    found: set[tuple[str, str]] = set()
    for row in rows:
        origin = row.origin
        for party in (row.giver, row.receiver):
            # The reader hands out one object for each text.
            if party is not None and (place := (id(party), id(origin))) not in seen:
                seen.add(place)
                away = origin.chapter if origin and not party.home else ""
                found.add((key(party.name), key(away)))
    return frozenset(found)


def _written(party: Party) -> str:
    return party.written if len(party.written) <= LONGEST_WRITTEN else party.name
