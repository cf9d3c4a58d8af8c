"""An invented statement: as many referrals, one-to-ones and amounts as wanted, any names."""

from datetime import date, timedelta
from itertools import cycle, islice

from app.formats import Money
from app.queries.member_activity import Week
from app.queries.member_statement import MemberStatement, Met
from app.queries.own_money import Earned, OwnMoney, Thanks
from app.queries.passed_on import Passed
from app.queries.sides import Side
from app.queries.tallies import Held
from app.rules.attendance import Attendance
from app.rules.identifiers import PersonId, SlipId
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.returns import Costs, returned
from app.rules.scoring.counters import counts_of
from app.rules.scoring.path import path
from app.rules.scoring.scores import Scorer
from app.rules.slips import ReferralState
from app.rules.tally import NONE, Tally
from tests.reports.invented import names
from tests.rules.shipped import MEMBERS

TERM = Period(date(2026, 4, 1), date(2026, 9, 30))
_COSTS = Costs(year_fee=650_00, entry_fee=150_00, meeting_cost=14_00, lead_cost=60_00)
_NOTES = ("kitchen refit", "", "two lets", "pension review", "house on the quay")
_CONTACTS = ("", "Mrs Ray, 07700 900123", "", "Dr Lane, 07700 900456")


def statement(
    count: int,
    first: tuple[str, ...] = (),
    *,
    name: str = "Ann Kowalska",
    profile: str = "us-regional",
    costs: Costs = _COSTS,
) -> MemberStatement:
    """Return the statement of somebody who dealt with so many people; of nobody who did nothing."""
    sides = [_side(number, one) for number, one in enumerate(names(count, first), start=2)]
    weeks = _weeks(count)
    given, received = _passed(sides, 0), _passed(sides[: count // 2 + 1], 3)
    earned = _earned(sides[: count // 4])
    tally = _tally(weeks, len(given), len(received), len(sides)) if count else NONE
    scorer = Scorer(MEMBERS[profile])
    return MemberStatement(
        chapter="Riverside Chapter",
        person_id=PersonId(1),
        name=name,
        seat="Estate agent",
        company="Kowalska Homes",
        joined_on=TERM.start - timedelta(weeks=100),
        renewal_due=TERM.end + timedelta(weeks=15),
        window=TERM,
        audience=Audience.OWN,
        money=Money(),
        held=Held(len(weeks), 0, drafts_counted=False, holidays=()),
        official=(),
        official_meetings=0,
        absences_allowed=3,
        profile=MEMBERS[profile],
        tally=tally,
        score=scorer.score(counts_of(tally)),
        path=path(scorer, counts_of(tally)),
        weeks=weeks,
        given=given,
        received=received,
        met=tuple(Met(side, 1 + place % 3 // 2) for place, side in enumerate(sides)),
        worth=tuple(side.name for side in sides[:5]),
        earned=OwnMoney(earned, Thanks(7, 5, 8_150_00)) if count else OwnMoney(),
        costs=costs,
        back=returned(
            costs,
            TERM,
            joined_on=None,
            meetings=len(weeks),
            received=sum(one.amount for one in earned),
            referrals=len(received),
        ),
    )


def _side(number: int, name: str) -> Side:
    kind = PersonKind.EXTERNAL if number % 9 == 0 else PersonKind.MEMBER
    return Side(PersonId(number), name, kind, "Harbour" if kind is PersonKind.EXTERNAL else "")


def _weeks(count: int) -> tuple[Week, ...]:
    marks = islice(cycle("PPPLPPAPPMPPS"), 26 if count else 0)
    start = TERM.start
    return tuple(
        Week(start + timedelta(weeks=place), MeetingState.COMPLETED, Attendance(mark), member=True)
        for place, mark in enumerate(marks)
    )


def _passed(sides: list[Side], shift: int) -> tuple[Passed, ...]:
    states = tuple(ReferralState)
    return tuple(
        Passed(
            slip_id=SlipId(place),
            dated_on=TERM.start + timedelta(days=4 * place % 180),
            held_on=TERM.start + timedelta(days=4 * place % 180),
            partner=side,
            note=_NOTES[(place + shift) % len(_NOTES)],
            contact=_CONTACTS[place % len(_CONTACTS)],
            state=states[(place + shift) % len(states)],
            days=3,
            stale=False,
            thanked=False,
            amount=None,
        )
        for place, side in enumerate(sides)
    )


def _earned(sides: list[Side]) -> tuple[Earned, ...]:
    return tuple(
        Earned(TERM.end - timedelta(weeks=place), side, 1_234_00 * (place + 1), place % 3 == 2, "")
        for place, side in enumerate(sides)
    )


def _tally(weeks: tuple[Week, ...], given: int, received: int, met: int) -> Tally:
    marks = [week.mark for week in weeks]
    return Tally(
        present=marks.count(Attendance.PRESENT),
        absent=marks.count(Attendance.ABSENT),
        late=marks.count(Attendance.LATE),
        medical=marks.count(Attendance.MEDICAL),
        substitute=marks.count(Attendance.SUBSTITUTE),
        given_outside=given,
        received_outside=received,
        visitors=3,
        one_to_ones=met,
        education=13,
    )
