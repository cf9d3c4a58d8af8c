"""The calendar: every meeting with its figures, and the weeks nobody recorded."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.meeting import READ_ALOUD
from app.queries.what_is_off import missing_weeks
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.slips import SlipKind
from app.rules.totals import Gaps, Totals, added, gaps


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting of the calendar; ``marks`` counts P A L M S, closed business in minor units."""

    meeting_id: MeetingId
    held_on: date
    state: MeetingState
    reason: str
    marks: tuple[int, ...]
    entered: Totals
    gaps: Gaps

    @property
    def marked(self) -> int:
        """How many have a mark."""
        return sum(self.marks)

    def is_overdue(self, day: date) -> bool:
        """Tell whether it is a draft of a day that has come."""
        return self.state is MeetingState.DRAFT and self.held_on <= day


@dataclass(frozen=True, slots=True)
class Calendar:
    """Every meeting, the latest first, and the weeks between without any."""

    chapter: ChapterDetails
    rows: tuple[MeetingRow, ...]
    missing_weeks: tuple[date, ...]


_Marked = aliased(Mark)
_BLANK = (
    select(func.count(Spell.id))
    .join(Person, Person.id == Spell.person_id)
    .outerjoin(_Marked, and_(_Marked.meeting_id == Meeting.id, _Marked.person_id == Person.id))
    .where(
        Person.kind == PersonKind.MEMBER,
        _Marked.id.is_(None),
        or_(Spell.joined_on.is_(None), Spell.joined_on <= Meeting.held_on),
        or_(Spell.left_on.is_(None), Spell.left_on > Meeting.held_on),
    )
    .correlate(Meeting)
    .scalar_subquery()
)
_MEETINGS = select(
    Meeting.id, Meeting.held_on, Meeting.state, Meeting.reason, _BLANK.label("blank"), *READ_ALOUD
).order_by(Meeting.held_on.desc())
_MARKS = select(Mark.meeting_id, Mark.attendance, func.count()).group_by(
    Mark.meeting_id, Mark.attendance
)
_WEIGHT = case(
    (Slip.kind == SlipKind.CLOSED_BUSINESS, func.coalesce(Slip.amount, 0)),
    (Slip.kind == SlipKind.EDUCATION, func.coalesce(Slip.credits, 0)),
    else_=1,
)
_WAITING = and_(
    Slip.kind == SlipKind.VISITOR, Slip.giver_id.is_not(None), Slip.confirmed.is_(False)
)
_SLIPS = select(
    Slip.meeting_id,
    Slip.kind,
    func.sum(_WEIGHT),
    func.sum(case((_WAITING, 1), else_=0)),
).group_by(Slip.meeting_id, Slip.kind)


def calendar(session: Session, day: date) -> Calendar:
    """Return every meeting, and which weeks before a day are missing."""
    chapter = chapter_details(session)
    marks = defaultdict[int, dict[Attendance, int]](dict)
    for meeting_id, attendance, count in session.execute(_MARKS):
        marks[meeting_id][attendance] = count
    slips = defaultdict[int, list[tuple[SlipKind, int]]](list)
    waiting = defaultdict[int, int](int)
    for meeting_id, kind, weight, unconfirmed in session.execute(_SLIPS):
        slips[meeting_id].append((kind, weight))
        waiting[meeting_id] += unconfirmed
    rows = tuple(
        _row(row, marks.get(row.id, {}), added(slips.get(row.id, ())), waiting.get(row.id, 0))
        for row in session.execute(_MEETINGS)
    )
    return Calendar(chapter, rows, missing_weeks(session, chapter.weekday, day))


def _row(
    row: Row[*tuple[Any, ...]], marks: dict[Attendance, int], entered: Totals, waiting: int
) -> MeetingRow:
    read = Totals(*(row._mapping[column] for column in READ_ALOUD))  # noqa: SLF001  documented
    return MeetingRow(
        meeting_id=MeetingId(row.id),
        held_on=row.held_on,
        state=row.state,
        reason=row.reason,
        marks=tuple(marks.get(attendance, 0) for attendance in Attendance),
        entered=entered,
        gaps=gaps(blank=row.blank, unconfirmed=waiting, entered=entered, read=read),
    )
