"""What has changed in a report since a moment, and what changed in weeks completed by then."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.journal import Entry, EntryRow
from app.models.meetings import Meeting
from app.models.people import Person, Visitor
from app.queries.chapter import chapter_details
from app.rules.changes import Change
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.slips import SlipKind

_OF_A_WEEK = ("mark", "meeting", "slip")
# What a slip, a mark or a meeting may learn later without any figure of its week changing.
_COUNTS_NOTHING = frozenset(
    {"version", "note", "contact", "state_on", "referral_id", "completed_at", "completed_by"}
    | {"reason", "giver_written", "receiver_written"}
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A report at two moments; ``completed`` are the meetings completed at the first of them.

    ``period`` is none where the report asks for none; ``printed_by`` where it was not printed.
    """

    report: str
    title: str
    period: Period | None
    since: datetime
    printed_by: str | None
    completed: tuple[int, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """A visitor credited, or no longer credited, to who invited."""

    visitor: str
    inviter: str
    counted: bool


@dataclass(frozen=True, slots=True)
class WeekDeed:
    """What was done to a completed week, by whom and when; for officers only."""

    label: str
    author: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class ChangedWeek:
    """A week completed at the first moment that has been changed since."""

    held_on: date
    credits: tuple[Credit, ...]
    deeds: tuple[WeekDeed, ...]


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """A report then and now; without a report to compare, nothing has changed."""

    chapter: str
    audience: Audience
    money: Money
    compared: Compared | None
    weeks: tuple[ChangedWeek, ...]


def completed_meetings(session: Session) -> tuple[int, ...]:
    """Return the meetings that are completed."""
    return tuple(session.scalars(select(Meeting.id).where(Meeting.state == MeetingState.COMPLETED)))


def change_sheet(
    session: Session, *, audience: Audience, compared: Compared | None = None
) -> ChangeSheet:
    """Return what differs between two moments of a report, in its own order."""
    chapter = chapter_details(session)
    weeks = _weeks(session, compared, audience) if compared else ()
    return ChangeSheet(chapter.name, audience, chapter.money, compared, weeks)


def _weeks(session: Session, compared: Compared, audience: Audience) -> tuple[ChangedWeek, ...]:
    completed = set(compared.completed)
    later = [row for row in _later(session, compared.since) if row.meeting in completed]
    touched = {row.meeting for row in later}
    days = select(Meeting.held_on, Meeting.id).where(Meeting.id.in_(touched))
    if compared.period is not None:
        period = compared.period
        days = days.where(Meeting.held_on.between(period.start, period.end))
    return tuple(
        _week(session, held_on, [row for row in later if row.meeting == meeting], audience)
        for held_on, meeting in session.execute(days.order_by(Meeting.held_on))
    )


def _week(
    session: Session, held_on: date, rows: Sequence["_Later"], audience: Audience
) -> ChangedWeek:
    deeds = dict.fromkeys(WeekDeed(row.label, row.author, row.made_at) for row in rows)
    credited = tuple(_credits(session, rows))
    return ChangedWeek(
        held_on,
        credited if audience is not Audience.OWN else (),
        tuple(deeds) if audience is Audience.OFFICERS else (),
    )


@dataclass(frozen=True, slots=True)
class _Later:
    """A row of a week touched after a moment."""

    meeting: object
    table: str
    row_id: int
    before: dict[str, Any]
    after: dict[str, Any]
    label: str
    author: str
    made_at: datetime


def _later(session: Session, since: datetime) -> Iterator[_Later]:
    rows = session.execute(
        select(
            EntryRow.table,
            EntryRow.row_id,
            EntryRow.before,
            EntryRow.after,
            Entry.label,
            Entry.author,
            Entry.made_at,
        )
        .join(Entry, Entry.id == EntryRow.entry_id)
        .where(Entry.made_at > since, EntryRow.table.in_(_OF_A_WEEK))
        .order_by(EntryRow.id)
    )
    for table, row_id, before, after, label, author, made_at in rows:
        old, new = json.loads(before or "{}"), json.loads(after or "{}")
        if not _counts(table, old, new):
            continue
        for image in _differing(old, new):
            meeting = row_id if table == "meeting" else image["meeting_id"]
            yield _Later(meeting, table, row_id, old, new, label, author, made_at)


def _counts(table: str, old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Tell whether a figure may have changed; the state of a referral is no figure of a week."""
    changed = {name for name in old | new if old.get(name) != new.get(name)} - _COUNTS_NOTHING
    return bool(changed - {"state"} if table == "slip" else changed)


def _differing(old: dict[str, Any], new: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Return the images to find a row's meetings in: both where it went from one to another."""
    if not old or not new or old.get("meeting_id") == new.get("meeting_id"):
        return (new or old,)
    return (old, new)


def _credits(session: Session, rows: Sequence[_Later]) -> Iterator[Credit]:
    """Yield visitors whose credit is another at the end than it was at the beginning."""
    visits: dict[int, list[_Later]] = {}
    for row in rows:
        if row.table == "slip" and SlipKind.VISITOR in {
            row.before.get("kind"),
            row.after.get("kind"),
        }:
            visits.setdefault(row.row_id, []).append(row)
    for of_one in visits.values():
        first, last = of_one[0].before, of_one[-1].after
        if bool(first.get("confirmed")) != bool(last.get("confirmed")):
            image = last or first
            visitor = session.scalar(
                select(Visitor.name).where(Visitor.id == image.get("visitor_id"))
            )
            inviter = session.scalar(select(Person.name).where(Person.id == image.get("giver_id")))
            yield Credit(visitor or "", inviter or "", bool(last.get("confirmed")))
