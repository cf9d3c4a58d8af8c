"""Goes through the files of one import, so that each sees what those before it have added."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.errors import AppError, RuleError
from app.exchange import checks, homes
from app.exchange.attendance_sheet import AttendanceSheet
from app.exchange.findings import Finding
from app.exchange.guests import GuestList
from app.exchange.lights import Lights
from app.exchange.members import Members
from app.exchange.own_lists import OwnSlips
from app.exchange.slips import SlipsAudit
from app.exchange.summary import Summary
from app.exchange.trainings import Trainings
from app.queries.imports import (
    attended,
    audits,
    compared,
    own_slips,
    rosters,
    summaries,
    trained,
    visits,
)
from app.queries.imports.counting import Count
from app.queries.imports.directory import Directory, Extent
from app.queries.imports.entries import key
from app.queries.imports.guests import Guests
from app.queries.imports.held import Held
from app.queries.imports.naming import ChapterNaming
from app.queries.imports.people import Ref
from app.queries.imports.plans import FilePlan, ImportFile, PlannedMeeting, PlannedPeriod
from app.queries.imports.preview import FilePreview
from app.queries.imports.remarks import about
from app.queries.imports.rosters import Records
from app.queries.imports.standing import (
    MeetingStanding,
    PeriodStanding,
    SlipStanding,
    Standing,
)
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind

_OPEN = {MeetingState.DRAFT, MeetingState.COMPLETED}


Listed = Members | AttendanceSheet | Trainings | GuestList | Lights


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

    def take(self, source: ImportFile) -> FilePlan:
        """Return what one file adds to the book and to the files before it."""
        match source.file.report:
            case SlipsAudit() as audit:
                return self._take_audit(source, audit)
            case Summary() as summary:
                return self._take_summary(source, summary)
            case OwnSlips() as own:
                return own_slips.merged(
                    [self._take_audit(*one) for one in _by_day(source, own)], own
                )
            case other:
                return self._take_list(source, other)

    def _take_list(self, source: ImportFile, listed: Listed) -> FilePlan:
        match listed:
            case Members():
                return rosters.take(self, source, listed)
            case AttendanceSheet():
                return attended.take(self, source, listed)
            case Trainings():
                return trained.take(self, source, listed)
            case GuestList():
                return visits.take(self, source, listed)
            case Lights():
                return compared.take(self, source, listed)

    def _take_audit(self, source: ImportFile, audit: SlipsAudit) -> FilePlan:
        day = audit.meeting_date or source.day
        self.directory.open_file(self._slips_of(day))
        audit = homes.settle(audit, self.directory.is_member)
        self.directory.expect(audits.own_names(audit.rows))
        reader = audits.AuditReader(self.directory, self.guests, day)
        slips = tuple(reader.slips(audit.rows))
        mark = checks.fingerprint(audit)
        new = () if self._is_there(audit, mark, day) else self._held_on(day).new_among(slips)
        count = Count(slips, reader.people())
        if day is not None:
            self.hold([day])
            self._audited.add(day)
        preview = replace(
            self.preview(source, day, mark, self._day_remarks(source, audit)),
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

    def _take_summary(self, source: ImportFile, summary: Summary) -> FilePlan:
        day = summaries.meeting_day(summary, source.day)
        self.directory.open_file(self._slips_of(day))
        self.directory.expect(summaries.own_names(summary))
        extent = summaries.extent(summary, day, self._periods)
        listed = summaries.persons(summary, self.directory, extent)
        marked = self.marks_on(day) if day else {}
        marks = summaries.marks(listed, marked) if day else summaries.NO_MARKS
        marked.update(marks.new)
        if day is not None:
            self.hold([day])
        period = self._keep(summaries.period(summary, listed, day, self._periods))
        mark = checks.fingerprint(summary)
        preview = replace(
            self.preview(source, day, mark, self._summary_remarks(summary, extent)),
            starts_on=summary.starts_on,
            ends_on=summary.ends_on,
            rows_read=len(summary.rows),
            rows_new=len(summary.rows) if period else len(marks.new),
            people=tuple(one.person for one in listed),
            members=listed,
            totals=summaries.total(one.figures for one in listed),
            visitors_row=summary.visitors_row.figures if summary.visitors_row else None,
            organisation_row=summary.organisation_row.figures if summary.organisation_row else None,
            total_row=summary.total_row.figures if summary.total_row else None,
            residual=checks.residual(summary),
            marks_new=len(marks.new),
            mark_conflicts=marks.conflicts,
            keeps_figures=period is not None,
            replaces_figures=bool(period and period.replaces),
        )
        filled = day is not None and marks.new
        meetings = (PlannedMeeting(day, marks=marks.new),) if day and filled else ()
        return FilePlan(preview, mark, meetings, period=period)

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

    def _day_remarks(self, source: ImportFile, audit: SlipsAudit) -> Iterator[Finding | None]:
        if source.day and audit.meeting_date and source.day != audit.meeting_date:
            facts: dict[str, object] = {"asked": source.day, "day": audit.meeting_date}
            yield Finding("import_own_date", None, facts)
        yield from self._stranger_remarks()

    def _summary_remarks(self, summary: Summary, extent: Extent) -> Iterator[Finding | None]:
        if extent.end is None:
            yield Finding("import_undated")
        unlisted = self.directory.unlisted()
        if unlisted and extent.latest:
            yield about("import_not_listed", unlisted)
        yield from checks.summary_findings(summary)
        yield from self._stranger_remarks()

    def _stranger_remarks(self) -> Iterator[Finding]:
        if self.directory.strangers:
            yield about("import_no_member_then", sorted(self.directory.strangers))

    def _meeting(self, day: date | None) -> MeetingStanding | None:
        return self._standing.meetings.get(day) if day else None

    def _slips_of(self, day: date | None) -> tuple[SlipStanding, ...]:
        meeting = self._meeting(day)
        return meeting.slips if meeting else ()

    def _is_there(self, audit: SlipsAudit, mark: str, day: date | None) -> bool:
        """Tell whether the meeting has been filled by this file, where its slips do not tell.

        Without bold type guests are a guess, and a better one today than when they were stored.
        """
        meeting = self._meeting(day)
        return not audit.bold_known and meeting is not None and mark in meeting.files

    def _held_on(self, day: date | None) -> Held:
        if day is None:
            return Held()
        if day not in self._held:
            self._held[day] = Held(self._slips_of(day))
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

    def is_audited(self, day: date) -> bool:
        """Tell whether a slips audit says who the visitors of a meeting were."""
        meeting = self._meeting(day)
        return day in self._audited or bool(
            meeting and any(slip.imported and slip.receiver_id for slip in meeting.slips)
        )

    def welcome(self, day: date, guest: Ref) -> bool:
        """Tell whether a guest is new to a meeting, and count the visit in."""
        there = self._visited.setdefault(
            day, {slip.visitor_id for slip in self._slips_of(day) if slip.visitor_id}
        )
        if guest in there:
            return False
        there.add(guest)
        return True

    def _keep(self, period: PlannedPeriod | None) -> PlannedPeriod | None:
        """Count official figures in, so that a later file of the same period replaces them."""
        if period is None:
            return None
        kept = replace(period, ref=-1 - len(self._periods))
        self._periods = [one for one in self._periods if one.period_id not in kept.replaces]
        self._periods.append(
            PeriodStanding(kept.ref, kept.starts_on, kept.ends_on, kept.chapter, kept.fingerprint)
        )
        return kept


def _by_day(source: ImportFile, own: OwnSlips) -> Iterator[tuple[ImportFile, SlipsAudit]]:
    """Yield the slips of each meeting as a file of their own."""
    for audit in own.audits:
        yield replace(source, file=replace(source.file, report=audit)), audit
