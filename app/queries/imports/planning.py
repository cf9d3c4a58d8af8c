"""Works out what the files of one import add to a book, all of them together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.exchange.slips import SlipsAudit
from app.queries.imports.desk import Desk
from app.queries.imports.plans import FilePlan, ImportFile, ImportPlan
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
    return ImportPlan(
        as_of=standing.as_of,
        sources=tuple(files),
        other_chapter=other_chapter,
        naming=desk.naming.outcome(),
        files=plans,
        people=desk.directory.new_people(),
        spells=desk.directory.spell_changes(),
        seats=desk.directory.seats_given(),
        visitors=tuple(desk.guests.new),
        preview=_preview(standing, desk, plans),
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


def _preview(standing: Standing, desk: Desk, plans: Sequence[FilePlan]) -> ImportPreview:
    return ImportPreview(
        chapter=standing.chapter.name if standing.chapter else "",
        currency=standing.chapter.currency if standing.chapter else "",
        decimals=standing.decimals,
        files=tuple(one.preview for one in plans),
        people_new=dict(Counter(person.becomes for person in desk.directory.new_people())),
        visitors_new=len(desk.guests.new),
    )
