"""The next six month-ends of the chapter's lights under some assumptions, after the last twelve."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.meetings import Meeting
from app.queries.chapter import chapter_details
from app.queries.chapter_counts import chapter_counts
from app.queries.chapter_lights import ChapterMonth, course
from app.queries.profiles import profile_in_use
from app.rules.meetings import MeetingState, next_on
from app.rules.periods import Period, add_months, month_of
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind, Profile
from app.rules.scoring.scores import Score, Scorer
from app.rules.scoring.what_if import Assumed, Foreseen, PastMonth, foresee, usual

PAST, AHEAD, LEARNT = 12, 6, 6
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The past twelve months as they were, the next six as they may be.

    ``usual`` is what the last six months were like, and holds where nothing else is assumed.
    """

    chapter: str
    audience: Audience
    money: Money
    profile: Profile
    window: Period
    usual: Assumed
    assumed: Assumed
    members: int
    now: Score | None
    past: tuple[ChapterMonth, ...]
    coming: tuple[Foreseen, ...]


def what_if(
    session: Session,
    *,
    period: Period,
    audience: Audience,
    profile: str | None = None,
    assumed: Assumed | None = None,
) -> WhatIf:
    """Foresee the months after the one in which a period ends."""
    chapter = chapter_details(session)
    last = period.end.replace(day=1)
    chosen = profile_in_use(session, period.end, kind=Kind.CHAPTER, name=profile)
    scorer = Scorer(chosen, 10**chapter.currency_decimals)
    months = [add_months(last, place - PAST + 1) for place in range(PAST)]
    (now,) = chapter_counts(session, [chosen.window.ending(last)])
    known = _past(session, months)
    as_usual = usual(known[-LEARNT:])
    return WhatIf(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        profile=chosen,
        window=chosen.window.ending(last),
        usual=as_usual,
        assumed=assumed or as_usual,
        members=now["members"],
        now=scorer.score(now),
        past=course(session, chosen, months, chapter.currency_decimals),
        coming=foresee(
            scorer,
            known,
            now["members"],
            _meetings(session, chapter.weekday, last),
            assumed or as_usual,
        ),
    )


def _past(session: Session, months: list[date]) -> list[PastMonth]:
    """Return what was done in each month, and who of those before it are members at the end."""
    end = month_of(months[-1]).end
    done = chapter_counts(session, [month_of(month) for month in months])
    until_now = chapter_counts(session, [Period(month, end) for month in months])
    return [
        PastMonth(month, counts, since["members_at_start"], since["stayed"])
        for month, counts, since in zip(months, done, until_now, strict=True)
    ]


_HOLIDAYS = select(Meeting.held_on).where(
    Meeting.state == MeetingState.HOLIDAY,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)


def _meetings(session: Session, weekday: int, last: date) -> dict[date, int]:
    """Return how many meetings each month to come has, less the holidays known."""
    months = [add_months(last, place + 1) for place in range(AHEAD)]
    span = Period(months[0], month_of(months[-1]).end)
    holidays = set(session.scalars(_HOLIDAYS, {"start": span.start, "end": span.end}))
    found = dict.fromkeys(months, 0)
    day = next_on(weekday, span.start)
    while day <= span.end:
        found[day.replace(day=1)] += day not in holidays
        day += _WEEK
    return found
