"""Works out what a list of members adds: who belongs to the chapter, and what is known of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.exchange.findings import Finding
from app.exchange.members import Belonging, MemberRow, Members
from app.queries.imports.desk import Desk
from app.queries.imports.facts import Fact
from app.queries.imports.people import Acquaintance, Ref
from app.queries.imports.plans import FilePlan, ImportFile
from app.queries.imports.preview import WhatCount
from app.queries.imports.remarks import about
from app.rules.exports import ReportKind, What
from app.rules.people import PersonKind

_OF_MEMBERSHIP = {"joined_on", "renewal_due"}
_ALL_OF_THEM = {ReportKind.ROSTER, ReportKind.DUES, ReportKind.DATABASE}


def take(desk: Desk, source: ImportFile, listed: Members) -> FilePlan:
    """Return what a list of members adds."""
    desk.directory.open_file()
    reading = _Reading(desk, source.file.kind, listed)
    reading.read()
    remarks = reading.remarks()
    facts = tuple(reading.facts)
    told = {fact.ref for fact in facts} | reading.new
    mark = desk.fingerprint(source)
    preview = replace(
        desk.preview(source, None, mark, remarks),
        starts_on=None,
        rows_read=len(listed.rows),
        rows_new=len(told),
        contents=_contents(reading, facts),
        people=tuple(reading.people.values()),
    )
    return FilePlan(preview, mark, facts=facts, people=frozenset(told))


class _Reading:
    """Goes through a list: first everybody is found, then who sponsored whom."""

    def __init__(self, desk: Desk, kind: ReportKind, listed: Members) -> None:
        self._desk = desk
        self._kind = kind
        self._listed = listed
        self._as_of = listed.run_at.date() if listed.run_at else None
        self._unknown: list[str] = []
        self._sponsors: list[str] = []
        self._gone: list[str] = []
        self._applicants: list[str] = []
        self._taken: list[str] = []
        self._elsewhere = 0
        self.people: dict[int, Acquaintance] = {}
        self.facts: list[Fact] = []
        self.new: set[Ref] = set()

    def read(self) -> None:
        """Read the lines."""
        rows = [row for row in self._listed.rows if self._is_ours(row)]
        for row in rows:
            person = self._find(row)
            if person is not None:
                self._take(row, person)
        for row in rows:
            if row.sponsor and row.number in self.people:
                self._sponsor(row, self.people[row.number].ref)
        if self._listed.complete:
            self._desk.directory.close_list(self._as_of)

    def remarks(self) -> Iterator[Finding | None]:
        """Yield what is odd about the list as a whole."""
        named: Sequence[tuple[str, Sequence[str]]] = (
            ("import_gone_by_list", self._gone),
            ("import_applicants", self._applicants),
            ("import_profession_taken", self._taken),
            ("import_unknown_in_list", self._unknown),
            ("import_sponsor_unknown", self._sponsors),
            ("import_details_differ", self._differing()),
        )
        if not self._listed.chapter:
            yield self._desk.naming.doubt(self._listed.told_chapter)
        yield from (about(reason, names) for reason, names in named if names)
        if self._elsewhere:
            yield Finding("import_of_others", None, {"count": self._elsewhere})
        if self._listed.officers:
            told = [f"{office}: {name}" for office, name in self._listed.officers]
            yield about("import_officers", told)
        if self._listed.complete and (missing := self._desk.directory.unlisted()):
            yield about("import_not_listed", missing)

    def _is_ours(self, row: MemberRow) -> bool:
        one = self._listed.chapter or self._listed.told_chapter
        ours = bool(one) or not row.chapter or self._desk.naming.is_own(row.chapter)
        self._elsewhere += not ours
        return ours

    def _find(self, row: MemberRow) -> Acquaintance | None:
        """Return who a line is about; enter who is new, if the list is one of members."""
        directory = self._desk.directory
        if row.belonging is Belonging.APPLICANT:
            self._applicants.append(row.name)
            return None
        if row.belonging is Belonging.GONE:
            return self._former(row)
        if self._kind not in _ALL_OF_THEM:
            known = directory.known(row.name)
            if known is None:
                self._unknown.append(row.name)
            return known
        return directory.enrolled(row, since=row.joined_on)

    def _former(self, row: MemberRow) -> Acquaintance | None:
        """Return somebody the list says has left; a member in the book is left to the chapter."""
        directory = self._desk.directory
        until = row.left_on or row.renewal_due or self._as_of
        known = directory.known(row.name)
        if known is None and until is None:
            self._unknown.append(row.name)
            return None
        if known is not None and directory.is_current(known.ref):
            self._gone.append(row.name)
        return known or directory.enrolled(row, since=_before(row.joined_on, until), until=until)

    def _take(self, row: MemberRow, person: Acquaintance) -> None:
        records, ref = self._desk.records, person.ref
        self.people[row.number] = person
        if ref < 0 and ref not in self._desk.entered:
            self._desk.entered.add(ref)
            self.new.add(ref)
        if person.kind is not PersonKind.MEMBER:
            return
        current = row.belonging is not Belonging.GONE
        self.facts += filter(None, records.told(ref, row, current=current))
        if current and records.is_taken(ref, row):
            self._taken.append(f"{row.name} ({row.profession})")
        elif current and (fact := records.seated(ref, row)):
            self.facts.append(fact)

    def _sponsor(self, row: MemberRow, ref: Ref) -> None:
        sponsor = self._desk.directory.known(row.sponsor)
        if sponsor is None:
            self._sponsors.append(row.sponsor)
        elif sponsor.ref != ref and (
            fact := self._desk.records.facts.tell(ref, "sponsor_id", sponsor.ref)
        ):
            self.facts.append(fact)

    def _differing(self) -> list[str]:
        by_ref = {person.ref: person.name for person in self.people.values()}
        found = Counter(by_ref.get(ref, "") for ref, _ in self._desk.records.facts.differing())
        return sorted(name for name in found if name)


def _contents(reading: _Reading, facts: Sequence[Fact]) -> tuple[WhatCount, ...]:
    fields = Counter(fact.field for fact in facts)
    details = sum(count for field, count in fields.items() if field not in _OF_MEMBERSHIP)
    due = fields["renewal_due"]
    counts = [WhatCount(What.MEMBERS, len(reading.people), len(reading.new))]
    if details or fields["joined_on"]:
        more = details + fields["joined_on"]
        counts.append(WhatCount(What.DETAILS, more, more))
    if due:
        counts.append(WhatCount(What.DUE, due, due))
    return tuple(counts)


def _before(since: date | None, until: date | None) -> date | None:
    return None if since and until and since > until else since
