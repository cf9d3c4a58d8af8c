"""What the papers about the weeks ahead have in common: their head, days, doubts."""

from app import formats
from app.i18n import _
from app.queries.schedule import Schedule, ScheduleWeek
from app.reports.kit.document import Masthead
from app.reports.words import for_whom
from app.rules.duties import Doubt
from app.rules.meetings import MeetingState
from app.rules.periods import Period


def masthead(rows: Schedule, title: str, says: str) -> Masthead:
    """Return the head of a paper about the weeks ahead."""
    days = [week.held_on for week in rows.weeks] or [rows.day]
    ahead = Period(min(days), max(days))
    return Masthead(
        title=title,
        subtitle=says,
        chapter=rows.chapter,
        span=formats.period(ahead.start, ahead.end),
        audience=for_whom(rows.audience),
    )


def no_meeting(week: ScheduleWeek) -> str:
    """Return why a week has no meeting; nothing where it has one."""
    if week.state is not MeetingState.HOLIDAY:
        return ""
    return week.reason or _("no meeting, holiday")


def doubt_words(doubt: Doubt) -> str:
    """Return what is doubtful about who has a duty."""
    return {
        Doubt.UNTRAINED: _("no newcomer training known"),
        Doubt.TWICE: _("speaks twice in these weeks"),
        Doubt.NO_MEMBER: _("no member on that day"),
    }[doubt]
