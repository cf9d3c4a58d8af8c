"""What the files of one import have added so far, so that each sees what those before it say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.errors import AppError, RuleError
from app.exchange import checks
from app.exchange.findings import Finding
from app.exchange.slips import SlipsAudit
from app.queries.imports.directory import Directory
from app.queries.imports.entries import key
from app.queries.imports.guests import Guests
from app.queries.imports.held import Held
from app.queries.imports.naming import ChapterNaming
from app.queries.imports.people import Ref
from app.queries.imports.plans import ImportFile, PlannedPeriod, PlannedSlip
from app.queries.imports.preview import FilePreview
from app.queries.imports.records import Records
from app.queries.imports.remarks import about
from app.queries.imports.standing import (
    MeetingStanding,
    PeriodStanding,
    SlipStanding,
    Standing,
)
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState

_OPEN = {MeetingState.DRAFT, MeetingState.COMPLETED}


class Desk:
    """Where files are opened one after the other, and what they tell is laid out."""

    def __init__(self, standing: Standing, *, other_chapter: bool) -> None:
        self._standing = standing
        self._held: dict[date, Held] = {}
        self._marked: dict[date, dict[int, Attendance]] = {}
        self._periods = list(standing.periods)
        self._filled: set[date] = set()
        self._audited: set[date] = set()
        self._visited: dict[date, set[Ref | None]] = {}
        self.directory = Directory(standing)
        self.guests = Guests(standing.guests)
        self.records = Records(standing)
        self.trainings = standing.trainings.copy()
        self.entered: set[Ref] = set()
        self.naming = ChapterNaming(standing.chapter, other_chapter=other_chapter)

    def preview(
        self, source: ImportFile, day: date | None, mark: str, remarks: Iterator[Finding | None]
    ) -> FilePreview:
        """Return what is to be shown of any file; what its rows say is still to come."""
        file, report = source.file, source.file.report
        refusals = tuple(filter(None, self._refusals(source, day)))
        oddities = (*report.findings, self.naming.remark(report), *remarks)
        return FilePreview(
            name=file.name,
            kind=file.kind,
            container=file.container,
            encoding=file.encoding,
            header_row=file.header_row,
            chapter=report.chapter,
            region=report.region,
            country=report.country,
            run_at=report.run_at,
            starts_on=day,
            ends_on=day,
            day=day,
            seen_before=(file.kind.value, mark) in self._standing.files,
            oddities=tuple(filter(None, oddities)),
            refusals=refusals,
        )

    def _refusals(self, source: ImportFile, day: date | None) -> Iterator[AppError | None]:
        file = source.file
        yield self.naming.refusal(file.report, file.name)
        if day is None and isinstance(file.report, SlipsAudit):
            yield RuleError("import_needs_date", file=file.name)
        meeting = self._meeting(day)
        if meeting is not None and meeting.state not in _OPEN:
            yield RuleError(
                "import_meeting_closed", file=file.name, held_on=day, state=meeting.state
            )

    def strangers(self) -> Iterator[Finding]:
        """Yield a remark on names of nobody who was a member then, if there are any."""
        if self.directory.strangers:
            yield about("import_no_member_then", sorted(self.directory.strangers))

    def _meeting(self, day: date | None) -> MeetingStanding | None:
        return self._standing.meetings.get(day) if day else None

    def slips_of(self, day: date | None) -> tuple[SlipStanding, ...]:
        """Return the slips that the book has of a meeting."""
        meeting = self._meeting(day)
        return meeting.slips if meeting else ()

    def filled_by(self, day: date | None, mark: str) -> bool:
        """Tell whether a file that says the same has filled a meeting before."""
        meeting = self._meeting(day)
        return meeting is not None and mark in meeting.files

    def new_slips(self, day: date | None, slips: Iterable[PlannedSlip]) -> tuple[PlannedSlip, ...]:
        """Return those slips of a meeting that neither the book nor a file before has."""
        return self._held_on(day).new_among(slips)

    def _held_on(self, day: date | None) -> Held:
        if day is None:
            return Held()
        if day not in self._held:
            self._held[day] = Held(self.slips_of(day))
        return self._held[day]

    def marks_on(self, day: date) -> dict[int, Attendance]:
        """Return the marks of a meeting, those of files read before among them."""
        meeting = self._meeting(day)
        return self._marked.setdefault(day, dict(meeting.marks) if meeting else {})

    def fingerprint(self, source: ImportFile) -> str:
        """Return what a file shares with others that say the same."""
        return checks.fingerprint(source.file.report)

    def score_of(self, ref: Ref) -> int | None:
        """Return somebody's own score in hundredths of a point."""
        return self._standing.scores.get(ref)

    def own_names(self, names: Iterable[str]) -> frozenset[tuple[str, str]]:
        """Return the keys of names that stand in a file of members."""
        return frozenset((key(name), "") for name in names)

    def is_latest(self, end: Sequence[date]) -> bool:
        """Tell whether no official figures reach beyond a day; without one nobody knows better."""
        return not end or all(one.ends_on is None or one.ends_on <= end[0] for one in self._periods)

    def is_closed(self, day: date) -> bool:
        """Tell whether the book says that there was no such meeting."""
        meeting = self._meeting(day)
        return meeting is not None and meeting.state not in _OPEN

    def is_held(self, day: date) -> bool:
        """Tell whether there is such a meeting, in the book or in the files read before."""
        meeting = self._meeting(day)
        return day in self._filled or (meeting is not None and meeting.state in _OPEN)

    def hold(self, days: Iterable[date]) -> None:
        """Take note of meetings that a file fills."""
        self._filled.update(days)

    def audit(self, day: date) -> None:
        """Take note of a meeting whose slips a file tells."""
        self.hold([day])
        self._audited.add(day)

    def is_audited(self, day: date) -> bool:
        """Tell whether a slips audit says who the visitors of a meeting were."""
        meeting = self._meeting(day)
        return day in self._audited or bool(
            meeting and any(slip.imported and slip.receiver_id for slip in meeting.slips)
        )

    def welcome(self, day: date, guest: Ref) -> bool:
        """Tell whether a guest is new to a meeting, and count the visit in."""
        there = self._visited.setdefault(
            day, {slip.visitor_id for slip in self.slips_of(day) if slip.visitor_id}
        )
        if guest in there:
            return False
        there.add(guest)
        return True

    @property
    def periods(self) -> tuple[PeriodStanding, ...]:
        """The official figures of the book and of the files read before."""
        return tuple(self._periods)

    def keep(self, period: PlannedPeriod | None) -> PlannedPeriod | None:
        """Count official figures in, so that a later file of the same period replaces them."""
        if period is None:
            return None
        kept = replace(period, ref=-1 - len(self._periods))
        self._periods = [one for one in self._periods if one.period_id not in kept.replaces]
        self._periods.append(
            PeriodStanding(kept.ref, kept.starts_on, kept.ends_on, kept.chapter, kept.fingerprint)
        )
        return kept
