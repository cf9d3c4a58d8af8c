"""Works out what the files of one import add to a book, all of them together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.exchange.slips import SlipsAudit
from app.queries.imports.desk import Desk
from app.queries.imports.people import NewPerson
from app.queries.imports.plans import FilePlan, ImportFile, ImportPlan, NewVisitor
from app.queries.imports.preview import ImportPreview
from app.queries.imports.standing import Standing


def meeting_days(files: Iterable[ImportFile]) -> set[date]:
    """Return the days of the meetings that files may fill."""
    days = set[date]()
    for file in files:
        report = file.file.report
        written = report.meeting_date if isinstance(report, SlipsAudit) else report.starts_on
        days.update(day for day in (written, file.day) if day)
    return days


def plan(
    standing: Standing, files: Sequence[ImportFile], *, other_chapter: bool = False
) -> ImportPlan:
    """Return what to store for files; nothing is refused here, but the refusals are in it.

    ``other_chapter`` allows files that name another chapter than the book's.
    """
    desk = Desk(standing, other_chapter=other_chapter)
    order = sorted(range(len(files)), key=lambda place: _turn(files[place]))
    done = {place: desk.take(files[place]) for place in order}
    plans = _without_replaced([done[place] for place in range(len(files))])
    visitors = _needed_visitors(plans, desk.guests.new)
    people = _needed_people(plans, visitors, desk.directory.new_people())
    return ImportPlan(
        as_of=standing.as_of,
        sources=tuple(files),
        other_chapter=other_chapter,
        naming=desk.naming.outcome(),
        files=plans,
        people=people,
        spells=desk.directory.spell_changes(),
        seats=desk.directory.seats_given(),
        visitors=visitors,
        preview=_preview(standing, plans, people, visitors),
    )


def _turn(file: ImportFile) -> tuple[bool, int]:
    """Return what to sort by: first the summaries, which tell who is a member, the latest first."""
    report = file.file.report
    if isinstance(report, SlipsAudit):
        return True, 0
    end = report.ends_on or file.day or date.max
    return False, -end.toordinal()


def _without_replaced(plans: Sequence[FilePlan]) -> tuple[FilePlan, ...]:
    """Leave out figures that a later file of the same import replaces."""
    gone = {ref for one in plans if one.period for ref in one.period.replaces if ref < 0}
    return tuple(
        replace(one, period=None) if one.period and one.period.ref in gone else one for one in plans
    )


def _needed_visitors(
    plans: Sequence[FilePlan], new: Iterable[NewVisitor]
) -> tuple[NewVisitor, ...]:
    met = {slip.visitor for one in plans for slip in one.slips}
    return tuple(visitor for visitor in new if visitor.ref in met)


def _needed_people(
    plans: Sequence[FilePlan], visitors: Iterable[NewVisitor], new: Iterable[NewPerson]
) -> tuple[NewPerson, ...]:
    """Return the people something is to be stored about; rows that are there already need none."""
    met = {visitor.inviter for visitor in visitors}
    for one in plans:
        met.update(slip.giver for slip in one.slips)
        met.update(slip.receiver for slip in one.slips)
        met.update(person for person, _mark in one.marks)
        met.update(row.person for row in (one.period.rows if one.period else ()))
    return tuple(person for person in new if person.ref in met)


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
    )
