"""The statement of a member for his own eyes: score, weeks, referrals, whom he met, money.

All statements of a chapter are asked for at once, by the same number of questions as one.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.formats import Money
from app.models import Classification, Mark, Meeting, Person, Slip, Spell
from app.queries.member_activity import Week
from app.queries.one_to_ones import UnmetPair, unmet
from app.queries.own_figures import own_figures
from app.queries.own_money import OwnMoney, own_money
from app.queries.passed_on import BothWays, Passed, passed_on
from app.queries.policy import policy_in_use
from app.queries.profiles import profile_in_use
from app.queries.roster import member_on
from app.queries.scores import MemberScore, Scores, scores
from app.queries.sides import Giver, Receiver, Side, side, side_columns
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
from app.rules.slips import SlipKind
from app.rules.tally import NONE, Tally

_WEEKS_APART = 26  # who has not met for so long is worth a coffee
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
    people = _people(session, period.end, member_ids)
    ids = [one.person_id for one in people]
    book = _Book(
        found=scores(session, window_of(chosen, period), profile=chosen),
        allowed=policy_in_use(session, period.end).policy.allowed,
        audience=audience,
        weeks=_weeks(session, period),
        marks=_marks(session, period),
        ways=passed_on(session, ids, period.end, audience=audience, period=period, drafts=False),
        met=_met(session, period),
        apart=_apart(unmet(session, period.end, _WEEKS_APART)),
        money=own_money(session, ids, period),
        costs=own_figures(session, ids),
    )
    return tuple(book.statement(one, period) for one in people)


@dataclass(frozen=True, slots=True)
class _One:
    """Who a statement is about, with every spell he was a member."""

    person_id: PersonId
    name: str
    seat: str
    company: str
    spells: tuple[tuple[date | None, date | None, date | None], ...]

    def belonged(self, day: date) -> bool:
        return any(
            (joined is None or joined <= day) and (left is None or left > day)
            for joined, left, _due in self.spells
        )


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
    apart: dict[int, list[tuple[tuple[int, bool], str]]]
    money: dict[int, OwnMoney]
    costs: dict[int, Costs]

    def statement(self, one: _One, period: Period) -> MemberStatement:
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

    def _weeks_of(self, one: _One) -> tuple[Week, ...]:
        return tuple(
            Week(held_on, state, self.marks.get((key, one.person_id)), one.belonged(held_on))
            for key, held_on, state in self.weeks
        )


_PEOPLE = (
    select(
        Person.id,
        Person.name,
        Classification.name.label("seat"),
        Person.company,
        Spell.joined_on,
        Spell.left_on,
        Spell.renewal_due,
    )
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .outerjoin(Spell, Spell.person_id == Person.id)
    .order_by(Person.sort_name, Person.id, Spell.joined_on, Spell.id)
)


def _people(session: Session, day: date, member_ids: Collection[int] | None) -> list[_One]:
    wanted = member_on(day) if member_ids is None else member_ids
    rows = defaultdict[int, list[Any]](list)
    for row in session.execute(_PEOPLE.where(Person.id.in_(wanted))):
        rows[row.id].append(row)
    return [
        _One(
            PersonId(key),
            found[0].name,
            found[0].seat or "",
            found[0].company,
            tuple((row.joined_on, row.left_on, row.renewal_due) for row in found),
        )
        for key, found in rows.items()
    ]


_HELD = Meeting.held_on.between(bindparam("start"), bindparam("end"))
_WEEKS = (
    select(Meeting.id, Meeting.held_on, Meeting.state)
    .where(_HELD, Meeting.state.in_((MeetingState.COMPLETED, MeetingState.HOLIDAY)))
    .order_by(Meeting.held_on)
)
_MARKS = (
    select(Mark.meeting_id, Mark.person_id, Mark.attendance)
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(_HELD, Meeting.state == MeetingState.COMPLETED)
)
_MET = (
    select(
        *side_columns("giver", Giver, Slip.giver_written),
        *side_columns("receiver", Receiver, Slip.receiver_written),
    )
    .select_from(Slip)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .outerjoin(Giver, Giver.id == Slip.giver_id)
    .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
    .where(_HELD, Slip.kind == SlipKind.ONE_TO_ONE, Meeting.state == MeetingState.COMPLETED)
    .order_by(Meeting.held_on, Slip.id)
)


def _span(period: Period) -> dict[str, date]:
    return {"start": period.start, "end": period.end}


def _weeks(session: Session, period: Period) -> list[tuple[int, date, MeetingState]]:
    return [(key, day, state) for key, day, state in session.execute(_WEEKS, _span(period))]


def _marks(session: Session, period: Period) -> dict[tuple[int, int], Attendance]:
    rows = session.execute(_MARKS, _span(period))
    return {(meeting_id, person_id): mark for meeting_id, person_id, mark in rows}


def _met(session: Session, period: Period) -> dict[int, dict[Side, int]]:
    """Return how often each person met whom."""
    found: dict[int, dict[Side, int]] = defaultdict(lambda: defaultdict(int))
    for row in session.execute(_MET, _span(period)):
        giver, receiver = side(row, "giver"), side(row, "receiver")
        for one, other in ((giver, receiver), (receiver, giver)):
            if one.person_id is not None:
                found[one.person_id][other] += 1
    return found


def _apart(pairs: Sequence[UnmetPair]) -> dict[int, list[tuple[tuple[int, bool], str]]]:
    """Return for each member those not met who are worth it, with what puts the best first."""
    found: dict[int, list[tuple[tuple[int, bool], str]]] = defaultdict(list)
    for pair in pairs:
        between = pair.referred + pair.referred_back
        if between or pair.sphere:
            gain = (-between, not pair.sphere)
            found[pair.one_id].append((gain, pair.other))
            found[pair.other_id].append((gain, pair.one))
    return found
