"""What is odd about the files of one import together: weeks between them, periods that overlap."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from app import formats
from app.exchange.findings import Finding
from app.queries.imports.plans import FilePlan
from app.queries.imports.remarks import about
from app.queries.imports.standing import Standing
from app.rules.exports import ReportKind
from app.rules.meetings import week_of

_WEEK = timedelta(days=7)
_FEWEST = 3  # meetings; fewer show no rhythm


def remarks(plans: Sequence[FilePlan], standing: Standing) -> Iterator[Finding]:
    """Yield what only all files together show."""
    if missing := _missing_weeks(plans, standing.held_days):
        yield about("import_weeks_missing", [formats.day_short(day, year=True) for day in missing])
    if overlapping := [*_overlaps(plans)]:
        yield about("import_periods_overlap", overlapping)
    if twice := [*_copies(plans)]:
        yield about("import_copies", twice)


def _missing_weeks(plans: Sequence[FilePlan], held: frozenset[date]) -> list[date]:
    """Return the weeks nobody has anything of, between the first and last meeting of the files."""
    days = {one.preview.day for one in plans if one.preview.day}
    days |= {meeting.day for one in plans for meeting in one.meetings}
    if len(days) < _FEWEST:
        return []
    usual, _ = Counter(day.weekday() for day in days).most_common(1)[0]
    known = {week_of(day) for day in days | held}
    first, last = min(days), max(days)
    start = first + timedelta(days=(usual - first.weekday()) % 7)
    weeks = (last - start) // _WEEK + 1
    return [day for place in range(weeks) if week_of(day := start + place * _WEEK) not in known]


def _overlaps(plans: Sequence[FilePlan]) -> Iterator[str]:
    """Yield two summaries that cover some days both, unless one is a part of the other."""
    spans = sorted(
        (preview.starts_on, preview.ends_on, preview.name)
        for preview in (one.preview for one in plans)
        if preview.kind is ReportKind.SUMMARY and preview.starts_on and preview.ends_on
    )
    for (start, end, name), (later, until, other) in pairwise(spans):
        if start < later <= end < until:
            yield f"{name} / {other}"


def _copies(plans: Sequence[FilePlan]) -> Iterator[str]:
    """Yield files that say the very same as one before them."""
    seen: dict[tuple[str, date | None], str] = {}
    for one in plans:
        place = (one.fingerprint, one.preview.day)
        if place in seen:
            yield f"{one.preview.name} = {seen[place]}"
        seen.setdefault(place, one.preview.name)
