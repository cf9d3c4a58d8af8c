"""Works out what the files of one import add to a book, all of them together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.exchange.attendance_sheet import AttendanceSheet
from app.exchange.guests import GuestList
from app.exchange.lights import Lights
from app.exchange.own_lists import OwnSlips
from app.exchange.slips import SlipsAudit
from app.exchange.summary import Summary
from app.queries.imports import taking, together
from app.queries.imports.desk import Desk
from app.queries.imports.facts import Fact
from app.queries.imports.people import NewPerson, Ref
from app.queries.imports.plans import (
    Answers,
    FilePlan,
    ImportFile,
    ImportPlan,
    NewVisitor,
)
from app.queries.imports.preview import ImportPreview
from app.queries.imports.standing import Standing
from app.rules.exports import ReportKind
from app.rules.periods import Period, last_months


def meeting_days(files: Iterable[ImportFile]) -> set[date]:
    """Return the days of the meetings that files may fill."""
    days = set[date]()
    for file in files:
        days.update(_days(file))
    return days


def compared_period(files: Iterable[ImportFile], latest: date) -> Period | None:
    """Return the days whose scores published lights are held against; none without such a file.

    Where none of them says, that is the half-year up to the last full month.
    """
    lights = [file.file.report for file in files if isinstance(file.file.report, Lights)]
    for report in lights:
        if report.starts_on and report.ends_on:
            return Period(report.starts_on, report.ends_on)
    return last_months(latest, _HALF_YEAR) if lights else None


def _days(file: ImportFile) -> Iterable[date]:
    report = file.file.report
    if isinstance(report, SlipsAudit):
        written: Iterable[date | None] = (report.meeting_date,)
    elif isinstance(report, OwnSlips):
        written = (audit.meeting_date for audit in report.audits)
    elif isinstance(report, Summary):
        written = (report.starts_on,)
    elif isinstance(report, AttendanceSheet):
        written = report.days(file.day)
    elif isinstance(report, GuestList):
        written = (row.visited_on for row in report.rows)
    else:
        written = ()
    return filter(None, (*written, file.day))


def plan(
    standing: Standing,
    files: Sequence[ImportFile],
    *,
    other_chapter: bool = False,
    answers: Answers | None = None,
) -> ImportPlan:
    """Return what to store for files; nothing is refused here, but the refusals are in it.

    ``other_chapter`` allows files that name another chapter than the book's; ``answers`` say whose
    names the user was asked about.
    """
    told = answers or {}
    standing = replace(standing, aliases={**standing.aliases, **told})
    desk = Desk(standing, other_chapter=other_chapter)
    order = sorted(range(len(files)), key=lambda place: _turn(files[place]))
    done = {place: taking.take(desk, files[place]) for place in order}
    plans = _without_replaced([done[place] for place in range(len(files))])
    visitors = _needed_visitors(plans, desk.guests.new)
    people = _needed_people(plans, visitors, desk.directory.new_people())
    return ImportPlan(
        as_of=standing.as_of,
        sources=tuple(files),
        other_chapter=other_chapter,
        answers=told,
        naming=desk.naming.outcome(),
        files=plans,
        people=people,
        spells=desk.directory.spell_changes(),
        seats=desk.directory.seats_given(),
        visitors=visitors,
        preview=_preview(standing, plans, people, visitors),
    )


_HALF_YEAR = 6  # months
_TURNS = {kind: place for place, kind in enumerate((
    ReportKind.ROSTER, ReportKind.DATABASE, ReportKind.DUES, ReportKind.LENGTH,
    ReportKind.SPONSORS, ReportKind.SUMMARY, ReportKind.ATTENDANCE, ReportKind.TRAININGS,
    ReportKind.SLIPS_AUDIT, ReportKind.OWN_SLIPS, ReportKind.VISITORS, ReportKind.PROSPECTS,
    ReportKind.LIGHTS,
))}  # fmt: skip


def _turn(file: ImportFile) -> tuple[int, int]:
    """Return what to sort by: first what tells who is a member, of summaries the latest first."""
    report = file.file.report
    end = date.max
    if isinstance(report, Summary):
        end = report.ends_on or file.day or date.max
    return _TURNS[file.file.kind], -end.toordinal()


def _without_replaced(plans: Sequence[FilePlan]) -> tuple[FilePlan, ...]:
    """Leave out figures that a later file of the same import replaces."""
    gone = {ref for one in plans if one.period for ref in one.period.replaces if ref < 0}
    return tuple(
        replace(one, period=None) if one.period and one.period.ref in gone else one for one in plans
    )


def _needed_visitors(
    plans: Sequence[FilePlan], new: Iterable[NewVisitor]
) -> tuple[NewVisitor, ...]:
    met: set[Ref | None] = {ref for one in plans for ref in one.guests}
    met.update(slip.visitor for one in plans for place in one.meetings for slip in place.slips)
    return tuple(visitor for visitor in new if visitor.ref in met)


def _needed_people(
    plans: Sequence[FilePlan], visitors: Iterable[NewVisitor], new: Iterable[NewPerson]
) -> tuple[NewPerson, ...]:
    """Return the people something is to be stored about; rows that are there already need none."""
    met = {visitor.inviter for visitor in visitors}
    for one in plans:
        met.update(one.people)
        met.update(_named_in(one.facts, "sponsor_id"))
        met.update(_named_in(one.guest_facts, "inviter_id"))
        for place in one.meetings:
            met.update(slip.giver for slip in place.slips)
            met.update(slip.receiver for slip in place.slips)
            met.update(person for person, _mark in place.marks)
        met.update(row.person for row in (one.period.rows if one.period else ()))
    return tuple(person for person in new if person.ref in met)


def _named_in(facts: Iterable[Fact], field: str) -> Iterable[Ref]:
    return (fact.value for fact in facts if fact.field == field and isinstance(fact.value, int))


def _preview(
    standing: Standing,
    plans: Sequence[FilePlan],
    people: Sequence[NewPerson],
    visitors: Sequence[NewVisitor],
) -> ImportPreview:
    return ImportPreview(
        chapter=standing.chapter.name if standing.chapter else "",
        currency=standing.chapter.currency if standing.chapter else "",
        decimals=standing.decimals,
        files=tuple(one.preview for one in plans),
        people_new=dict(Counter(person.becomes for person in people)),
        visitors_new=len(visitors),
        oddities=tuple(together.remarks(plans, standing)),
    )
