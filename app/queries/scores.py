"""Scores of all members in one window, each with its explanation."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.queries.chapter import ChapterDetails
from app.queries.ledger import Account, ledger
from app.queries.months import SPONSORED
from app.queries.profiles import profile_in_use
from app.queries.tallies import Held
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.counters import counts_of
from app.rules.scoring.profile import Profile
from app.rules.scoring.scores import Score, Scorer
from app.rules.tally import Tally


@dataclass(frozen=True, slots=True)
class MemberScore:
    """A member at the end of a window; no score where there is nothing to divide by."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    tally: Tally
    sponsored: int
    score: Score | None


@dataclass(frozen=True, slots=True)
class Scores:
    """Everybody's scores of one window by one profile, members by name."""

    chapter: ChapterDetails
    window: Period
    profile: Profile
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    members: tuple[MemberScore, ...]


def scores(
    session: Session, window: Period, *, profile: Profile | None = None, drafts: bool = False
) -> Scores:
    """Return the scores of a window by a profile, or by the one the chapter uses."""
    profile = profile or profile_in_use(session, window.end)
    found = ledger(session, window, Audience.OFFICERS, drafts=drafts)
    scorer = Scorer(profile, 10**found.chapter.currency_decimals)
    brought = _sponsored(session, window)
    return Scores(
        chapter=found.chapter,
        window=window,
        profile=profile,
        held=found.held,
        official=found.official.stand_in,
        official_meetings=found.official.meetings,
        members=tuple(
            _scored(one, scorer, brought.get(one.person_id, 0))
            for one in found.members
            if one.left_on is None
        ),
    )


def _scored(one: Account, scorer: Scorer, sponsored: int) -> MemberScore:
    score = scorer.score(counts_of(one.tally, sponsored))
    return MemberScore(
        one.person_id, one.name, one.sort_name, one.seat, one.tally, sponsored, score
    )


def _sponsored(session: Session, window: Period) -> dict[int, int]:
    found: dict[int, int] = {}
    span = {"start": window.start, "end": window.end}
    for _joined_on, sponsor_id in session.execute(SPONSORED, span):
        found[sponsor_id or 0] = found.get(sponsor_id or 0, 0) + 1
    return found
