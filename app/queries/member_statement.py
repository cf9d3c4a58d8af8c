"""The statement of a member for his own eyes: score, weeks, referrals, whom he met, money.

All statements of a chapter are asked for at once, by the same number of questions as one.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.queries.member_activity import Week
from app.queries.own_figures import own_figures
from app.queries.own_money import OwnMoney, own_money
from app.queries.passed_on import BothWays, Passed, passed_on
from app.queries.policy import policy_in_use
from app.queries.profiles import profile_in_use
from app.queries.scores import MemberScore, Scores, scores
from app.queries.sides import Side
from app.queries.statement_sources import Apart, Told, held, marked, met, not_met, told
from app.queries.tallies import Held
from app.queries.traffic_lights import window_of
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.returns import Costs, Return, returned
from app.rules.scoring.counters import counts_of
from app.rules.scoring.path import Path, path
from app.rules.scoring.profile import Profile
from app.rules.scoring.scores import Score, Scorer
from app.rules.tally import NONE, Tally

_MOST_WORTH = 5


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody a member had one-to-ones with, and how many."""

    partner: Side
    times: int


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """Everything a member may see of himself in a period; ``path`` leads to green.

    ``worth`` names members he has not met though they refer to each other or share clients.
    """

    chapter: str
    person_id: PersonId
    name: str
    seat: str
    company: str
    joined_on: date | None
    renewal_due: date | None
    window: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    absences_allowed: int
    profile: Profile
    tally: Tally
    score: Score | None
    path: Path | None
    weeks: tuple[Week, ...]
    given: tuple[Passed, ...]
    received: tuple[Passed, ...]
    met: tuple[Met, ...]
    worth: tuple[str, ...]
    earned: OwnMoney
    costs: Costs
    back: Return | None


def member_statement(
    session: Session,
    *,
    member_id: int,
    period: Period,
    audience: Audience,
    profile: str | None = None,
) -> MemberStatement:
    """Return the statement of one member; NotFoundError where there is nobody."""
    found = member_statements(
        session, period=period, audience=audience, profile=profile, member_ids=(member_id,)
    )
    if not found:
        raise NotFoundError("record_missing", kind="Person")
    return found[0]


def member_statements(
    session: Session,
    *,
    period: Period,
    audience: Audience,
    profile: str | None = None,
    member_ids: Collection[int] | None = None,
) -> tuple[MemberStatement, ...]:
    """Return the statements of some people, or of all members at the end of a period, by name.

    Of one month the score is that of the window which ends with it, else of the period.
    """
    chosen = profile_in_use(session, period.end, name=profile)
    people = told(session, period.end, member_ids)
    ids = [one.person_id for one in people]
    book = _Book(
        found=scores(session, window_of(chosen, period), profile=chosen),
        allowed=policy_in_use(session, period.end).policy.allowed,
        audience=audience,
        weeks=held(session, period),
        marks=marked(session, period),
        ways=passed_on(session, ids, period.end, audience=audience, period=period, drafts=False),
        met=met(session, period),
        apart=not_met(session, period.end),
        money=own_money(session, ids, period),
        costs=own_figures(session, ids),
    )
    return tuple(book.statement(one, period) for one in people)


@dataclass(frozen=True, slots=True)
class _Book:
    """The answers all statements are made from, by person."""

    found: Scores
    allowed: int
    audience: Audience
    weeks: Sequence[tuple[int, date, MeetingState]]
    marks: dict[tuple[int, int], Attendance]
    ways: dict[int, BothWays]
    met: dict[int, dict[Side, int]]
    apart: Apart
    money: dict[int, OwnMoney]
    costs: dict[int, Costs]

    def statement(self, one: Told, period: Period) -> MemberStatement:
        """Put one statement together."""
        found, key = self.found, one.person_id
        own = next((row for row in found.members if row.person_id == key), None)
        ways, earned, tally = self.ways[key], self.money[key], own.tally if own else NONE
        joined_on, _left, due = one.spells[-1] if one.spells else (None, None, None)
        weeks = self._weeks_of(one)
        return MemberStatement(
            chapter=found.chapter.name,
            person_id=key,
            name=one.name,
            seat=one.seat,
            company=one.company,
            joined_on=joined_on,
            renewal_due=due,
            window=period,
            audience=self.audience,
            money=found.chapter.money,
            held=found.held,
            official=found.official,
            official_meetings=found.official_meetings,
            absences_allowed=self.allowed,
            profile=found.profile,
            tally=tally,
            score=own.score if own else None,
            path=self._path(own) if own else None,
            weeks=weeks,
            given=tuple(reversed(ways.given)),
            received=tuple(reversed(ways.received)),
            met=tuple(Met(partner, times) for partner, times in self.met.get(key, {}).items()),
            worth=tuple(name for _gain, name in sorted(self.apart.get(key, ())))[:_MOST_WORTH],
            earned=earned,
            costs=self.costs[key],
            back=returned(
                self.costs[key],
                period,
                joined_on=joined_on,
                meetings=sum(1 for week in weeks if week.mark is not None),
                received=earned.received,
                referrals=len(ways.received),
            ),
        )

    def _path(self, own: MemberScore) -> Path | None:
        scorer = Scorer(self.found.profile, 10**self.found.chapter.currency_decimals)
        return path(scorer, counts_of(own.tally, own.sponsored))

    def _weeks_of(self, one: Told) -> tuple[Week, ...]:
        return tuple(
            Week(held_on, state, self.marks.get((key, one.person_id)), one.belonged(held_on))
            for key, held_on, state in self.weeks
        )
