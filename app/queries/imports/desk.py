"""Goes through the files of one import, so that each sees what those before it have added."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.errors import AppError, RuleError
from app.exchange import checks, homes
from app.exchange.findings import Finding
from app.exchange.slips import SlipsAudit
from app.exchange.summary import Summary
from app.queries.imports import audits, summaries
from app.queries.imports.counting import Count
from app.queries.imports.directory import Directory, Extent
from app.queries.imports.held import Held
from app.queries.imports.naming import ChapterNaming
from app.queries.imports.plans import FilePlan, ImportFile, PlannedPeriod
from app.queries.imports.preview import FilePreview
from app.queries.imports.standing import (
    MeetingStanding,
    PeriodStanding,
    SlipStanding,
    Standing,
)
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.slips import SlipKind

_MOST_NAMED = 5
_OPEN = {MeetingState.DRAFT, MeetingState.COMPLETED}


class Desk:
    """Where files are opened one after the other, and what they tell is laid out."""

    def __init__(self, standing: Standing, *, other_chapter: bool) -> None:
        self._standing = standing
        self._held: dict[date, Held] = {}
        self._marked: dict[date, dict[int, Attendance]] = {}
        self._periods = list(standing.periods)
        self.directory = Directory(standing)
        self.guests = audits.Guests(standing.visitors)
        self.naming = ChapterNaming(standing.chapter, other_chapter=other_chapter)

    def take(self, source: ImportFile) -> FilePlan:
        """Return what one file adds to the book and to the files before it."""
        report = source.file.report
        if isinstance(report, SlipsAudit):
            return self._take_audit(source, report)
        return self._take_summary(source, report)

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
        preview = replace(
            self._preview(source, day, mark, self._day_remarks(source, audit)),
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
        return FilePlan(preview, mark, day, slips=new)

    def _take_summary(self, source: ImportFile, summary: Summary) -> FilePlan:
        day = summaries.meeting_day(summary, source.day)
        self.directory.open_file(self._slips_of(day))
        self.directory.expect(summaries.own_names(summary))
        extent = summaries.extent(summary, day, self._periods)
        listed = summaries.persons(summary, self.directory, extent)
        marked = self._marks_on(day)
        marks = summaries.marks(listed, marked) if day else summaries.NO_MARKS
        marked.update(marks.new)
        period = self._keep(summaries.period(summary, listed, day, self._periods))
        mark = checks.fingerprint(summary)
        preview = replace(
            self._preview(source, day, mark, self._summary_remarks(summary, extent)),
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
        return FilePlan(preview, mark, day, marks=marks.new, period=period)

    def _preview(
        self, source: ImportFile, day: date | None, mark: str, remarks: Iterator[Finding | None]
    ) -> FilePreview:
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
            yield _about("import_not_listed", unlisted)
        yield from checks.summary_findings(summary)
        yield from self._stranger_remarks()

    def _stranger_remarks(self) -> Iterator[Finding]:
        if self.directory.strangers:
            yield _about("import_no_member_then", sorted(self.directory.strangers))

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

    def _marks_on(self, day: date | None) -> dict[int, Attendance]:
        if day is None:
            return {}
        meeting = self._meeting(day)
        return self._marked.setdefault(day, dict(meeting.marks) if meeting else {})

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


def _about(reason: str, names: Sequence[str]) -> Finding:
    """Return one remark about several people, the first of them by name."""
    shown = ", ".join(names[:_MOST_NAMED]) + (" …" if names[_MOST_NAMED:] else "")
    return Finding(reason, None, {"count": len(names), "names": shown})
