"""How everybody will stand in the windows of the next weeks, from what is known by now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.queries.scores import MemberScore, Scores, scores
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState, next_on
from app.rules.periods import Period
from app.rules.scoring.counters import Counts, counts_of
from app.rules.scoring.dropping import Outlook, dropping_out, outlook, windows_ahead
from app.rules.scoring.scores import Scorer

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A window to come, and how somebody stands in it who comes to its meetings and no more.

    ``days`` drop out as it begins; ``meetings`` are still to come, taken as attended.
    """

    window: Period
    days: Period
    meetings: int
    outlook: Outlook


def look_ahead(session: Session, found: Scores) -> Mapping[PersonId, tuple[Coming, ...]]:
    """Return what drops out for each member, window by window; nothing for days freely chosen."""
    window = found.profile.window
    if found.window != window.ending(found.window.end):
        return {}
    by_member: dict[PersonId, tuple[Coming, ...]] = {}
    for later in windows_ahead(window, found.window):
        for person_id, one in _standing(session, found, later).items():
            by_member[person_id] = (*by_member.get(person_id, ()), one)
    return by_member


def _standing(session: Session, found: Scores, later: Period) -> dict[PersonId, Coming]:
    scorer = Scorer(found.profile, 10**found.chapter.currency_decimals)
    stays = _by_member(session, found, Period(later.start, found.window.end))
    then = _by_member(session, found, later)
    meetings = _to_come(session, found, later)
    days = dropping_out(found.window, later)
    standing: dict[PersonId, Coming] = {}
    for one in found.members:
        if one.person_id not in stays or one.person_id not in then:
            continue
        gone = _less(_counts(one), _counts(stays[one.person_id]))
        counts = _counts(then[one.person_id])
        comes = counts | {"present": counts["present"] + meetings}
        if (how := outlook(scorer, gone, comes)) is not None:
            standing[one.person_id] = Coming(later, days, meetings, how)
    return standing


def _by_member(session: Session, found: Scores, period: Period) -> dict[PersonId, MemberScore]:
    there = scores(session, period, profile=found.profile)
    return {one.person_id: one for one in there.members}


def _counts(one: MemberScore) -> dict[str, int]:
    return counts_of(one.tally, one.sponsored)


def _less(whole: Counts, part: Counts) -> dict[str, int]:
    return {name: count - part[name] for name, count in whole.items()}


def _to_come(session: Session, found: Scores, later: Period) -> int:
    """Return how many of the chapter's days in a window have had no meeting yet; no holidays."""
    last = session.scalar(_LAST, {"end": later.end})
    first = max(found.window.end, last or date.min) + _DAY
    holidays = set(session.scalars(_HOLIDAYS, {"start": first, "end": later.end}))
    day, meetings = next_on(found.chapter.weekday, first), 0
    while day <= later.end:
        meetings += day not in holidays
        day += _WEEK
    return meetings


_LAST = select(func.max(Meeting.held_on)).where(
    Meeting.state == MeetingState.COMPLETED, Meeting.held_on <= bindparam("end")
)
_HOLIDAYS = select(Meeting.held_on).where(
    Meeting.state == MeetingState.HOLIDAY,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
