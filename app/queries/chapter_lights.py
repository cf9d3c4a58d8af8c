"""The light of the chapter itself: each item explained, and its course over twelve months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.chapter import chapter_details
from app.queries.chapter_counts import chapter_counts
from app.queries.known_month import last_known_month
from app.queries.official_figures import official_figures
from app.queries.profiles import dated, profile_in_use
from app.queries.tallies import Held, tallies
from app.queries.traffic_lights import window_of
from app.rules.periods import Period, add_months, month_of
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind, Light, Profile
from app.rules.scoring.scores import Score, Scorer

MONTHS = 12


@dataclass(frozen=True, slots=True)
class ChapterMonth:
    """The chapter's points at the end of a month; none where no meeting was held."""

    month: date
    total: Fraction | None
    light: Light | None


@dataclass(frozen=True, slots=True)
class ChapterLights:
    """The chapter's score of a window, none without a meeting; ``months`` with the latest last."""

    chapter: str
    audience: Audience
    money: Money
    window: Period
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    profile: Profile
    score: Score | None
    months: tuple[ChapterMonth, ...]


def chapter_lights(
    session: Session, *, period: Period, audience: Audience, profile: str | None = None
) -> ChapterLights:
    """Return the chapter's light of a period: of one month by the profile's window, else of it."""
    chapter = chapter_details(session)
    chosen = profile_in_use(session, period.end, kind=Kind.CHAPTER, name=profile)
    scorer = Scorer(chosen, 10**chapter.currency_decimals)
    window = window_of(chosen, period)
    last = last_known_month(session, period)
    months = tuple(add_months(last, place - MONTHS + 1) for place in range(MONTHS))
    official = official_figures(session, window)
    (own,) = chapter_counts(session, [window])
    return ChapterLights(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        window=window,
        held=tallies(session, window, thankers=False).held,
        official=official.stand_in,
        official_meetings=official.meetings,
        profile=chosen,
        score=scorer.score(own),
        months=course(session, chosen, months, chapter.currency_decimals),
    )


def course(
    session: Session, profile: Profile, months: Sequence[date], decimals: int
) -> tuple[ChapterMonth, ...]:
    """Return the chapter's points at the end of some months, each by what was valid then."""
    valid = dated(session, profile, [month_of(month).end for month in months])
    found: list[ChapterMonth] = []
    for _same, run in groupby(zip(months, valid, strict=True), key=lambda one: id(one[1])):
        several = tuple(run)
        one = several[0][1]
        scorer = Scorer(one, 10**decimals)
        counts = chapter_counts(session, [one.window.ending(month) for month, _one in several])
        found += (
            ChapterMonth(month, scorer.total(count), scorer.light(count))
            for (month, _one), count in zip(several, counts, strict=True)
        )
    return tuple(found)
