"""Works out what a summary adds: the marks of one meeting, or the official figures of a period."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from datetime import date

from app.exchange import checks
from app.exchange.findings import Finding
from app.exchange.summary import Figures, Summary, SummaryRow
from app.queries.imports.desk import Desk
from app.queries.imports.directory import Directory, Extent
from app.queries.imports.entries import key
from app.queries.imports.people import Ref
from app.queries.imports.plans import (
    FilePlan,
    ImportFile,
    PlannedMeeting,
    PlannedPeriod,
    PlannedRow,
)
from app.queries.imports.preview import MarkConflict, PersonFigures
from app.queries.imports.remarks import about
from app.queries.imports.standing import PeriodStanding
from app.rules.attendance import Attendance

MARKED = dict(zip(Attendance, ("present", "absent", "late", "medical", "substitute"), strict=True))


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one meeting: those the book lacks, those it has, those it has otherwise."""

    new: tuple[tuple[Ref, Attendance], ...]
    conflicts: tuple[MarkConflict, ...]


NO_MARKS = Marks((), ())


def take(desk: Desk, source: ImportFile, summary: Summary) -> FilePlan:
    """Return what a summary adds: marks of a meeting, or official figures."""
    day = meeting_day(summary, source.day)
    desk.directory.open_file(desk.slips_of(day))
    desk.directory.expect(own_names(summary))
    reach = extent(summary, day, desk.periods)
    listed = persons(summary, desk.directory, reach)
    marked = desk.marks_on(day) if day else {}
    told = marks(listed, marked) if day else NO_MARKS
    marked.update(told.new)
    if day is not None:
        desk.hold([day])
    kept = desk.keep(period(summary, listed, day, desk.periods))
    mark = checks.fingerprint(summary)
    preview = replace(
        desk.preview(source, day, mark, _remarks(desk, summary, reach)),
        starts_on=summary.starts_on,
        ends_on=summary.ends_on,
        rows_read=len(summary.rows),
        rows_new=len(summary.rows) if kept else len(told.new),
        people=tuple(one.person for one in listed),
        members=listed,
        totals=total(one.figures for one in listed),
        visitors_row=summary.visitors_row.figures if summary.visitors_row else None,
        organisation_row=summary.organisation_row.figures if summary.organisation_row else None,
        total_row=summary.total_row.figures if summary.total_row else None,
        residual=checks.residual(summary),
        marks_new=len(told.new),
        mark_conflicts=told.conflicts,
        keeps_figures=kept is not None,
        replaces_figures=bool(kept and kept.replaces),
    )
    meetings = (PlannedMeeting(day, marks=told.new),) if day and told.new else ()
    return FilePlan(preview, mark, meetings, period=kept)


def _remarks(desk: Desk, summary: Summary, reach: Extent) -> Iterator[Finding | None]:
    if reach.end is None:
        yield Finding("import_undated")
    unlisted = desk.directory.unlisted()
    if unlisted and reach.latest:
        yield about("import_not_listed", unlisted)
    yield from checks.summary_findings(summary)
    yield from desk.strangers()


def own_names(summary: Summary) -> frozenset[tuple[str, str]]:
    """Return the keys of all names in a summary; members have no chapter beside them."""
    return frozenset((key(row.name), "") for row in summary.rows)


def meeting_day(summary: Summary, asked: date | None) -> date | None:
    """Return the day of the one meeting a summary covers; None where it covers more.

    That is a summary from and to the same day; or, given the day by the user, one without dates
    or of a few days around it. Either way nobody may have more than one mark in it.
    """
    if any(row.figures.weeks > 1 for row in summary.rows):
        return None
    if not any(row.figures.weeks for row in summary.rows):
        return None
    if summary.is_one_meeting:
        return summary.starts_on
    if asked is None or (summary.starts_on and asked < summary.starts_on):
        return None
    return None if summary.ends_on and asked > summary.ends_on else asked


def persons(summary: Summary, directory: Directory, extent: Extent) -> tuple[PersonFigures, ...]:
    """Return the members a summary lists, in its order, with their figures."""
    return tuple(PersonFigures(directory.listed(row, extent), row.figures) for row in summary.rows)


def extent(summary: Summary, day: date | None, known: Iterable[PeriodStanding]) -> Extent:
    """Return how far a summary reaches beside those known; without dates it is taken for new."""
    end = day or summary.ends_on
    latest = end is None or all(one.ends_on is None or one.ends_on <= end for one in known)
    return Extent(end, day is not None, latest, summary.dropped_included)


def marks(listed: Iterable[PersonFigures], held: dict[int, Attendance]) -> Marks:
    """Return what a summary says of one meeting beside what the book says."""
    new: list[tuple[Ref, Attendance]] = []
    conflicts: list[MarkConflict] = []
    for one in listed:
        mark = _mark(one.figures)
        if mark is None:
            continue
        known = held.get(one.person.ref)
        if known is None:
            new.append((one.person.ref, mark))
        elif known is not mark:
            conflicts.append(MarkConflict(one.person.name, known, mark))
    return Marks(tuple(new), tuple(conflicts))


def period(
    summary: Summary,
    listed: Iterable[PersonFigures],
    day: date | None,
    known: Iterable[PeriodStanding],
) -> PlannedPeriod | None:
    """Return the official figures to be kept; None where the book has these very figures.

    Other figures of the same chapter and days are replaced; without days nothing tells that
    they are of the same period, so both are kept.
    """
    starts_on, ends_on = (summary.starts_on, summary.ends_on) if day is None else (day, day)
    same = [
        one
        for one in known
        if (one.starts_on, one.ends_on) == (starts_on, ends_on)
        and key(one.chapter) == key(summary.chapter)
    ]
    mark = checks.fingerprint(summary)
    if any(one.fingerprint == mark for one in same):
        return None
    return PlannedPeriod(
        ref=0,
        starts_on=starts_on,
        ends_on=ends_on,
        chapter=summary.chapter,
        dropped_included=summary.dropped_included,
        fingerprint=mark,
        rows=_rows(summary, listed),
        replaces=tuple(one.period_id for one in same) if starts_on and ends_on else (),
    )


def total(figures: Iterable[Figures]) -> Figures:
    """Return the sum of rows; a column no row has stays none."""
    columns = zip(*map(astuple, figures), strict=True)
    return _figures(None if None in column else sum(column) for column in columns)


def _figures(columns: Iterable[int | None]) -> Figures:
    return Figures(*columns)  # type: ignore[arg-type]  # None stands only where a row may have none


def _mark(figures: Figures) -> Attendance | None:
    return next((mark for mark, name in MARKED.items() if getattr(figures, name)), None)


def _rows(summary: Summary, listed: Iterable[PersonFigures]) -> tuple[PlannedRow, ...]:
    members = tuple(
        PlannedRow("member", one.person.ref, row.written, row.figures)
        for row, one in zip(summary.rows, listed, strict=True)
    )
    pseudo = tuple(
        PlannedRow(place, None, row.written, row.figures)
        for place, row in _pseudo_rows(summary).items()
    )
    return (*members, *pseudo)


def _pseudo_rows(summary: Summary) -> dict[str, SummaryRow]:
    found = {
        "visitors": summary.visitors_row,
        "organisation": summary.organisation_row,
        "total": summary.total_row,
    }
    return {place: row for place, row in found.items() if row is not None}
