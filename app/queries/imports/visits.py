"""Works out what a list of visitors adds: guests, what is known of them, and their visits."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.exchange.findings import Finding
from app.exchange.guests import GuestList, GuestRow, Visit
from app.queries.imports.desk import Desk
from app.queries.imports.people import Ref
from app.queries.imports.plans import FilePlan, ImportFile, PlannedMeeting, PlannedSlip
from app.queries.imports.preview import WhatCount
from app.queries.imports.remarks import about
from app.rules.exports import What
from app.rules.people import VisitorStage
from app.rules.slips import SlipKind

if TYPE_CHECKING:
    from app.queries.imports.facts import Fact


def take(desk: Desk, source: ImportFile, listed: GuestList) -> FilePlan:
    """Return what a list of visitors adds; of substitutes it says too little to be kept."""
    desk.directory.open_file()
    reading = _Reading(desk, listed)
    for row in listed.rows:
        reading.take(row)
    mark = desk.fingerprint(source)
    days = sorted({row.visited_on for row in listed.rows if row.visited_on})
    preview = replace(
        desk.preview(source, None, mark, reading.remarks()),
        starts_on=days[0] if days else None,
        ends_on=days[-1] if days else None,
        rows_read=len(listed.rows),
        rows_new=len(reading.new_rows),
        contents=reading.contents(),
    )
    return FilePlan(
        preview,
        mark,
        meetings=reading.meetings(),
        guest_facts=tuple(reading.facts),
        guests=frozenset(reading.new | {fact.ref for fact in reading.facts}),
    )


class _Reading:
    def __init__(self, desk: Desk, listed: GuestList) -> None:
        self._desk = desk
        self._expected = listed.expected
        self._seen: set[Ref] = set()
        self._visits: dict[date, list[PlannedSlip]] = {}
        self._known_visits = 0
        self._no_meeting = Counter[date]()
        self._substitutes: list[str] = []
        self._inviters: dict[str, None] = {}
        self.facts: list[Fact] = []
        self.new: set[Ref] = set()
        self.new_rows: set[int] = set()

    def take(self, row: GuestRow) -> None:
        """Read one line."""
        if row.visit is Visit.SUBSTITUTE:
            self._substitutes.append(row.name)
            return
        inviter = self._inviter(row.invited_by)
        guest = self._guest(row, inviter)
        if guest is None:
            return
        told = list(self._desk.guests.told(guest, row, inviter))
        if not self._expected:
            told += filter(None, [self._desk.guests.came(guest)])
            self._visit(row, guest, inviter)
        self.facts += told
        if told:
            self.new_rows.add(row.number)

    def _guest(self, row: GuestRow, inviter: Ref | None) -> Ref | None:
        stage = VisitorStage.INVITED if self._expected else VisitorStage.ATTENDED
        before = len(self._desk.guests.new)
        guest = self._desk.guests.ref(row.name, inviter, stage)
        if guest is not None:
            self._seen.add(guest)
        if guest is not None and len(self._desk.guests.new) > before:
            self.new.add(guest)
            self.new_rows.add(row.number)
        return guest

    def _inviter(self, name: str) -> Ref | None:
        """Return the member who invited; where it is a web site or a stranger, nobody."""
        found = self._desk.directory.known(name) if name else None
        if name and found is None:
            self._inviters[name] = None
        return found.ref if found else None

    def _visit(self, row: GuestRow, guest: Ref, inviter: Ref | None) -> None:
        """Enter a visit in its meeting, unless that has the guest already or an audit to say so."""
        day = row.visited_on
        if day is None:
            return
        if not self._desk.is_held(day):
            self._no_meeting[day] += 1
            return
        if self._desk.is_audited(day) or not self._desk.welcome(day, guest):
            self._known_visits += 1
            return
        slip = PlannedSlip(
            SlipKind.VISITOR, inviter, None, guest, None, None, None, "", row.invited_by, row.name
        )
        self._visits.setdefault(day, []).append(slip)
        self.new_rows.add(row.number)

    def meetings(self) -> tuple[PlannedMeeting, ...]:
        """Return the visits by meeting."""
        return tuple(PlannedMeeting(day, tuple(slips)) for day, slips in self._visits.items())

    def contents(self) -> tuple[WhatCount, ...]:
        """Return what the list holds."""
        counts = [WhatCount(What.GUESTS, len(self._seen), len(self.new))]
        new = sum(map(len, self._visits.values()))
        if not self._expected:
            read = new + self._known_visits + self._no_meeting.total()
            counts.append(WhatCount(What.VISITS, read, new))
        if details := len(self.facts):
            counts.append(WhatCount(What.DETAILS, details, details))
        return tuple(counts)

    def remarks(self) -> Iterator[Finding | None]:
        """Yield what is odd about the list as a whole."""
        if self._substitutes:
            yield about("import_substitutes", self._substitutes)
        if self._inviters:
            yield about("import_inviter_unknown", list(self._inviters))
        if self._no_meeting:
            facts: dict[str, object] = {
                "count": self._no_meeting.total(),
                "meetings": len(self._no_meeting),
            }
            yield Finding("import_visits_without_meeting", None, facts)
        self._desk.guests.facts.differing()
