"""The calendar: every meeting with its figures, and the weeks nobody recorded."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from app.models.meetings import Mark, Meeting
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.still_open import BLANK, NOTHING, READ_ALOUD, HandedIn, handed_in, still_open
from app.queries.what_is_off import missing_weeks
from app.rules.attendance import Attendance
from app.rules.identifiers import MeetingId
from app.rules.meetings import MeetingState
from app.rules.totals import Gaps, Totals


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


_MEETINGS = select(
    Meeting.id, Meeting.held_on, Meeting.state, Meeting.reason, BLANK.label("blank"), *READ_ALOUD
).order_by(Meeting.held_on.desc())
_MARKS = select(Mark.meeting_id, Mark.attendance, func.count()).group_by(
    Mark.meeting_id, Mark.attendance
)


def calendar(session: Session, day: date) -> Calendar:
    """Return every meeting, and which weeks before a day are missing."""
    chapter = chapter_details(session)
    marks = defaultdict[int, dict[Attendance, int]](dict)
    for meeting_id, attendance, count in session.execute(_MARKS):
        marks[meeting_id][attendance] = count
    handed = handed_in(session)
    rows = tuple(
        _row(row, marks.get(row.id, {}), handed.get(row.id, NOTHING))
        for row in session.execute(_MEETINGS)
    )
    return Calendar(chapter, rows, missing_weeks(session, chapter.weekday, day))


def _row(row: Row[*tuple[Any, ...]], marks: dict[Attendance, int], handed: HandedIn) -> MeetingRow:
    return MeetingRow(
        meeting_id=MeetingId(row.id),
        held_on=row.held_on,
        state=row.state,
        reason=row.reason,
        marks=tuple(marks.get(attendance, 0) for attendance in Attendance),
        entered=handed.totals,
        gaps=still_open(row, handed),
    )
