"""One meeting as it is reported: exceptions first, visitors, slips against those read aloud."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models.meetings import Mark, Meeting
from app.queries.chapter import chapter_details
from app.queries.meeting import MeetingSheet, RollRow, meeting_sheet
from app.queries.policy import policy_in_use
from app.queries.roster import seating
from app.queries.term_weeks import TermWeek, term_weeks
from app.rules import periods
from app.rules.alphabet import alphabetical
from app.rules.attendance import EXCEPTIONS, Attendance
from app.rules.identifiers import MeetingId, PersonId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience, may_show, may_show_grown


class Line(StrEnum):
    """What is counted of a meeting, in the order it is printed."""

    INSIDE = "referrals_inside"
    OUTSIDE = "referrals_outside"
    REFERRALS = "referrals"
    ONE_TO_ONES = "one_to_ones"
    THANKS = "closed_business_slips"
    VISITORS = "visitors"
    EDUCATION = "education"
    TESTIMONIALS = "testimonials"


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A member who was not simply present.

    For officers: ``nth_absence`` counts those in the rolling window, this one included, and
    ``note`` is the remark on the mark. Notes on medical marks are printed for nobody.
    """

    attendance: Attendance
    name: str
    seat: str
    substitute: str
    note: str
    nth_absence: int | None


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor: names only, no way to reach them; ``nth`` counts the visits."""

    name: str
    profession: str
    inviter: str
    nth: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of slips: this meeting, what was read aloud, the week before, the term so far.

    ``weeks`` are the meetings of the term up to this one, which is the last.
    """

    line: Line
    recorded: int
    read_aloud: int | None
    week_before: int | None
    mean: float
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """Closed business in minor units; each figure none where it is withheld or unknown.

    ``thankers`` is how many are known to stand behind this meeting's amount.
    """

    recorded: int | None
    read_aloud: int | None
    week_before: int | None
    mean: int | None
    thankers: int
    withheld: bool
    before_withheld: bool
    mean_withheld: bool


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """The whole report; what its audience may not see is not in it.

    ``number`` counts the meetings of the term up to this one. ``seats`` is how many members
    there were, ``filled`` how many seats had somebody in them. ``absences_since`` is the first day
    of the rolling window absences are counted in.
    """

    chapter: str
    meeting_id: MeetingId
    held_on: date
    starts_at: str
    state: MeetingState
    completed_by: str
    completed_at: datetime | None
    reason: str
    audience: Audience
    money: Money
    term: Period
    number: int
    seats: int
    filled: int
    absences_allowed: int
    absences_since: date
    visits_allowed: int | None
    thankers_shown: int
    exceptions: tuple[Exceptional, ...]
    present: tuple[str, ...]
    not_recorded: tuple[str, ...]
    visitors: tuple[Guest, ...]
    lines: tuple[Counted, ...]
    closed_business: MoneyLine

    def line(self, line: Line) -> Counted:
        """Return one line of slips."""
        return next(one for one in self.lines if one.line is line)


def meeting_report(
    session: Session, *, period: Period, audience: Audience, meeting_id: int | None = None
) -> MeetingReport:
    """Return the report of one meeting, by default the last of a period that has begun.

    A meeting has begun when somebody is marked; where none has, the last of all is reported.

    NotFoundError where the meeting is not in the book, or none is in the period.
    """
    chapter = chapter_details(session)
    if meeting_id is None:
        meeting_id = _last_meeting(session, period)
    sheet = meeting_sheet(session, meeting_id)
    term = periods.term_of(sheet.held_on)
    weeks = term_weeks(session, Period(term.start, sheet.held_on), meeting_id)
    roll = _by_name(session, sheet)
    policy = policy_in_use(session, sheet.held_on).policy
    window = policy.window.holding(sheet.held_on)
    return MeetingReport(
        chapter=chapter.name,
        meeting_id=sheet.meeting_id,
        held_on=sheet.held_on,
        starts_at=chapter.starts_at,
        state=sheet.state,
        completed_by=sheet.completed_by if audience is Audience.OFFICERS else "",
        completed_at=sheet.completed_at,
        reason=sheet.reason if audience is Audience.OFFICERS else "",
        audience=audience,
        money=chapter.money,
        term=term,
        number=len(weeks),
        seats=len(roll),
        filled=sum(1 for one in roll if one.attendance in _FILLED),
        absences_allowed=policy.allowed,
        absences_since=window.start,
        visits_allowed=policy.visits,
        thankers_shown=chapter.settings.thankers_shown,
        exceptions=tuple(_exceptions(session, window, sheet, roll, audience)),
        present=tuple(one.name for one in roll if one.attendance is Attendance.PRESENT),
        not_recorded=tuple(one.name for one in roll if one.attendance is None),
        visitors=tuple(_guests(sheet)),
        lines=tuple(_counted(line, sheet, weeks) for line in Line),
        closed_business=_money(sheet, weeks, audience, chapter.settings.thankers_shown),
    )


def _last_meeting(session: Session, period: Period) -> int:
    found = session.scalar(_LAST, {"start": period.start, "end": period.end})
    if found is None:
        raise NotFoundError("no_meeting_in_period", start=period.start, end=period.end)
    return found


_FILLED = (Attendance.PRESENT, Attendance.LATE, Attendance.SUBSTITUTE)
_LAST = (
    select(Meeting.id)
    .where(
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
        Meeting.state.in_((MeetingState.COMPLETED, MeetingState.DRAFT)),
    )
    .order_by(exists().where(Mark.meeting_id == Meeting.id).desc(), Meeting.held_on.desc())
    .limit(1)
)
_ABSENCES = (
    select(Mark.person_id, func.count())
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(
        Mark.attendance == Attendance.ABSENT,
        Meeting.held_on.between(bindparam("start"), bindparam("end")),
        or_(Meeting.state == MeetingState.COMPLETED, Meeting.id == bindparam("meeting_id")),
    )
    .group_by(Mark.person_id)
)


def _by_name(session: Session, sheet: MeetingSheet) -> list[RollRow]:
    listed = {seat.person_id: seat.sort_name for seat in seating(session, sheet.held_on)}
    return sorted(sheet.roll, key=lambda one: alphabetical(listed.get(one.person_id, one.name)))


def _exceptions(
    session: Session,
    window: Period,
    sheet: MeetingSheet,
    roll: Iterable[RollRow],
    audience: Audience,
) -> Iterable[Exceptional]:
    """Yield who was not simply present: absent first, then late, medical, substituted."""
    officers = audience is Audience.OFFICERS
    absences = _absences(session, window, sheet) if officers else {}
    rows = [one for one in roll if one.attendance in EXCEPTIONS]
    for attendance in EXCEPTIONS:
        for one in rows:
            if one.attendance is attendance:
                yield Exceptional(
                    attendance=attendance,
                    name=one.name,
                    seat=one.profession,
                    substitute=one.substitute,
                    note=one.note if officers and attendance is not Attendance.MEDICAL else "",
                    nth_absence=_nth(attendance, one.person_id, absences),
                )


def _absences(session: Session, window: Period, sheet: MeetingSheet) -> dict[int, int]:
    asked = {"start": window.start, "end": sheet.held_on, "meeting_id": sheet.meeting_id}
    return dict(session.execute(_ABSENCES, asked).all())


def _nth(attendance: Attendance, person_id: PersonId, absences: dict[int, int]) -> int | None:
    return absences.get(person_id) if attendance is Attendance.ABSENT else None


def _guests(sheet: MeetingSheet) -> Iterable[Guest]:
    for slip in sheet.slips:
        if slip.visit is not None:
            visit = slip.visit
            yield Guest(visit.name, visit.profession, slip.giver.name, visit.nth, slip.confirmed)


def _counted(line: Line, sheet: MeetingSheet, weeks: Sequence[TermWeek]) -> Counted:
    values = tuple(_value(week, line) for week in weeks)
    return Counted(
        line,
        recorded=values[-1],
        read_aloud=_aloud(line, sheet),
        week_before=values[-2] if len(values) > 1 else None,
        mean=sum(values) / len(values),
        weeks=values,
    )


def _value(week: TermWeek, line: Line) -> int:
    return {
        Line.INSIDE: week.inside,
        Line.OUTSIDE: week.outside,
        Line.REFERRALS: week.referrals,
        Line.ONE_TO_ONES: week.one_to_ones,
        Line.THANKS: week.thanks,
        Line.VISITORS: week.visitors,
        Line.EDUCATION: week.education,
        Line.TESTIMONIALS: week.testimonials,
    }[line]


def _aloud(line: Line, sheet: MeetingSheet) -> int | None:
    read = sheet.read
    return {
        Line.REFERRALS: read.referrals,
        Line.ONE_TO_ONES: read.one_to_ones,
        Line.VISITORS: read.visitors,
        Line.EDUCATION: read.education,
        Line.TESTIMONIALS: read.testimonials,
    }.get(line)


def _money(
    sheet: MeetingSheet, weeks: Sequence[TermWeek], audience: Audience, fewest: int
) -> MoneyLine:
    """Return the line of closed business, less what its audience may not see."""
    amounts = [week.closed_business for week in weeks]
    now, before = amounts[-1], amounts[-2:-1]
    room = audience is Audience.ROOM
    hidden = room and not may_show(now, fewest)
    before_hidden = room and not all(may_show(one, fewest) for one in before)
    mean_hidden = room and not may_show_grown(amounts, fewest)
    mean = sum(one.amount for one in amounts) // len(amounts)
    return MoneyLine(
        recorded=None if hidden else now.amount,
        read_aloud=None if hidden else sheet.read.closed_business,
        week_before=None if before_hidden or not before else before[0].amount,
        mean=None if mean_hidden else mean,
        thankers=len(now.thankers),
        withheld=hidden,
        before_withheld=before_hidden,
        mean_withheld=mean_hidden,
    )
