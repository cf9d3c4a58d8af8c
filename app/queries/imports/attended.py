"""Works out what a wide attendance report adds: the marks of many meetings at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.errors import RuleError
from app.exchange.attendance_sheet import AttendanceRow, AttendanceSheet
from app.exchange.findings import Finding
from app.exchange.summary import Figures
from app.queries.imports.desk import Desk
from app.queries.imports.directory import Extent
from app.queries.imports.people import Acquaintance, Ref
from app.queries.imports.plans import FilePlan, ImportFile, PlannedMeeting
from app.queries.imports.preview import (
    MarkConflict,
    PersonFigures,
    WhatCount,
)
from app.queries.imports.summaries import MARKED
from app.rules.attendance import Attendance
from app.rules.exports import What

_Found = dict[date, list[tuple[Ref, Attendance]]]


def take(desk: Desk, source: ImportFile, sheet: AttendanceSheet) -> FilePlan:
    """Return what an attendance report adds; a meeting nobody has a mark for was none."""
    desk.directory.open_file()
    desk.directory.expect(desk.own_names(row.name for row in sheet.rows))
    days = sheet.days(source.day)
    held = sorted({days[place] for row in sheet.rows for place, _ in row.marks}) if days else []
    extent = Extent(held[-1] if held else None, False, desk.is_latest(held[-1:]), False)  # noqa: FBT003  as declared
    listed = [desk.directory.listed(row, extent) for row in sheet.rows]
    closed = [day for day in held if desk.is_closed(day)]
    new, conflicts = _marks(desk, sheet, listed, days, closed)
    count = sum(map(len, new.values()))
    mark = desk.fingerprint(source)
    preview = replace(
        desk.preview(source, None, mark, _remarks(sheet, closed)),
        starts_on=held[0] if held else None,
        ends_on=held[-1] if held else None,
        needs_date=not days,
        rows_read=len(sheet.rows),
        rows_new=count,
        contents=(
            WhatCount(What.MEETINGS, len(held), sum(not desk.is_held(day) for day in new)),
            WhatCount(What.MARKS, sum(len(row.marks) for row in sheet.rows), count),
        ),
        people=tuple(listed),
        members=tuple(
            PersonFigures(person, _figures(row))
            for person, row in zip(listed, sheet.rows, strict=True)
        ),
        mark_conflicts=conflicts,
        marks_new=count,
    )
    if not days:
        refusal = RuleError("import_needs_last_date", file=source.file.name)
        preview = replace(preview, refusals=(*preview.refusals, refusal))
    meetings = tuple(PlannedMeeting(day, marks=tuple(marks)) for day, marks in sorted(new.items()))
    desk.hold(new)
    return FilePlan(preview, mark, meetings)


def _marks(
    desk: Desk, sheet: AttendanceSheet, listed: list[Acquaintance], days: tuple[date, ...],
    closed: list[date],
) -> tuple[_Found, tuple[MarkConflict, ...]]:  # fmt: skip
    new: _Found = {}
    conflicts: list[MarkConflict] = []
    for person, row in zip(listed, sheet.rows, strict=True):
        for place, mark in row.marks if days else ():
            day = days[place]
            marked = desk.marks_on(day)
            known = marked.get(person.ref)
            if known is None and day not in closed:
                marked[person.ref] = mark
                new.setdefault(day, []).append((person.ref, mark))
            elif known is not None and known is not mark:
                conflicts.append(MarkConflict(person.name, known, mark, day))
    return new, tuple(conflicts)


def _figures(row: AttendanceRow) -> Figures:
    counted = dict.fromkeys(MARKED.values(), 0)
    for _, mark in row.marks:
        counted[MARKED[mark]] += 1
    return Figures(**counted)


def _remarks(sheet: AttendanceSheet, closed: list[date]) -> Iterator[Finding | None]:
    if closed:
        yield Finding("import_closed_meetings", None, {"count": len(closed), "day": closed[0]})
    if sheet.starts_on and sheet.ends_on and (sheet.ends_on - sheet.starts_on).days > _YEAR:
        yield Finding("import_years_unclear")


_YEAR = 366
