"""Why a member has his score: each item with its step, and the cheapest way to green."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.dropping import Coming, look_ahead
from app.queries.member import member_card
from app.queries.profiles import profile_in_use
from app.queries.scores import scores
from app.queries.tallies import Held
from app.queries.traffic_lights import window_of
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.counters import counts_of
from app.rules.scoring.path import Path, path
from app.rules.scoring.profile import Profile
from app.rules.scoring.scores import Score, Scorer
from app.rules.tally import NONE, Tally


@dataclass(frozen=True, slots=True)
class ExplainSheet:
    """One member's score; none without weeks, or for who was no member when the window ended.

    ``path`` is none where there is no score, or no way to green by doing more. ``ahead`` are the
    windows of the next weeks, empty where the days were freely chosen.
    """

    chapter: str
    person_id: PersonId
    name: str
    seat: str
    joined_on: date | None
    renewal_due: date | None
    window: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    profile: Profile
    tally: Tally
    score: Score | None
    path: Path | None
    ahead: tuple[Coming, ...] = ()


def explain_sheet(
    session: Session,
    *,
    member_id: int,
    period: Period,
    audience: Audience,
    drafts: bool = False,
    profile: str | None = None,
) -> ExplainSheet:
    """Return a member's score of a period: of one month by the profile's window, else of it."""
    card = member_card(session, member_id)
    chosen = profile_in_use(session, period.end, name=profile)
    found = scores(session, window_of(chosen, period), profile=chosen, drafts=drafts)
    own = next((one for one in found.members if one.person_id == member_id), None)
    scorer = Scorer(chosen, 10**found.chapter.currency_decimals)
    return ExplainSheet(
        chapter=found.chapter.name,
        person_id=card.person_id,
        name=card.name,
        seat=card.classification,
        joined_on=card.open_spell.joined_on if card.open_spell else None,
        renewal_due=card.open_spell.renewal_due if card.open_spell else None,
        window=found.window,
        audience=audience,
        money=found.chapter.money,
        held=found.held,
        official=found.official,
        official_meetings=found.official_meetings,
        profile=chosen,
        tally=own.tally if own else NONE,
        score=own.score if own else None,
        path=path(scorer, counts_of(own.tally, own.sponsored)) if own else None,
        ahead=look_ahead(session, found).get(card.person_id, ()) if own else (),
    )
