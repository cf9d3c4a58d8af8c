"""Works out what a slips audit adds to the slips of its meeting."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.exchange import checks, homes
from app.exchange.findings import Finding
from app.exchange.parties import Origin, Party
from app.exchange.slips import SlipRow, SlipsAudit
from app.queries.imports.counting import Count
from app.queries.imports.desk import Desk
from app.queries.imports.directory import Directory
from app.queries.imports.entries import key
from app.queries.imports.guests import Guests
from app.queries.imports.people import Acquaintance
from app.queries.imports.plans import FilePlan, ImportFile, PlannedMeeting, PlannedSlip
from app.rules.people import PersonKind
from app.rules.slips import SlipKind

LONGEST_WRITTEN = 200  # of a cell; what is longer is blanks, and kept folded


def take(desk: Desk, source: ImportFile, audit: SlipsAudit) -> FilePlan:
    """Return what a slips audit adds to its meeting."""
    day = audit.meeting_date or source.day
    desk.directory.open_file(desk.slips_of(day))
    audit = homes.settle(audit, desk.directory.is_member)
    desk.directory.expect(own_names(audit.rows))
    reader = AuditReader(desk.directory, desk.guests, day)
    slips = tuple(reader.slips(audit.rows))
    mark = checks.fingerprint(audit)
    # Without bold type guests are a guess, and a better one today than when they were stored.
    there = not audit.bold_known and desk.filled_by(day, mark)
    new = () if there else desk.new_slips(day, slips)
    count = Count(slips, reader.people())
    if day is not None:
        desk.audit(day)
    preview = replace(
        desk.preview(source, day, mark, _remarks(desk, source, audit)),
        needs_date=day is None,
        rows_read=len(slips),
        rows_new=len(new),
        kinds=count.kinds(new),
        tiers=count.tiers(),
        people=reader.people(),
        members=count.persons(),
        referrals=count.pairings(SlipKind.REFERRAL),
        one_to_ones=count.pairings(SlipKind.ONE_TO_ONE),
        totals=count.totals(),
    )
    meetings = () if day is None or not new else (PlannedMeeting(day, slips=new),)
    return FilePlan(preview, mark, meetings)


def _remarks(desk: Desk, source: ImportFile, audit: SlipsAudit) -> Iterator[Finding | None]:
    if source.day and audit.meeting_date and source.day != audit.meeting_date:
        facts: dict[str, object] = {"asked": source.day, "day": audit.meeting_date}
        yield Finding("import_own_date", None, facts)
    yield from desk.strangers()


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
