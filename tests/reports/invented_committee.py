"""Invented papers of the committee."""

from datetime import date, timedelta
from fractions import Fraction

from app.queries.committee import Matter
from app.queries.committee_pack import (
    Change,
    Coached,
    CommitteePack,
    MonthMark,
    Waiting,
    WaitingLetter,
)
from app.rules.attendance import EXCEPTIONS
from app.rules.identifiers import PersonId
from app.rules.letters import LetterKind
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.scoring.profile import Light, Policy
from tests.reports.invented import NAMES, names

DAY = date(2026, 11, 23)
DAYS = tuple(DAY - timedelta(weeks=ago) for ago in (20, 12, 7))
_OTHERS = tuple(one for one in Matter if one not in {Matter.LETTER, Matter.COACH})


def pack(count: int = 40, *, first: tuple[str, ...] = NAMES) -> CommitteePack:
    """Return papers in which everybody is named once, in one section after another."""
    people = list(enumerate(names(count, first)))
    parts = [[(n, name) for n, name in people if n % 6 == place] for place in range(6)]
    return CommitteePack(
        chapter="Riverside Chapter",
        audience=Audience.OFFICERS,
        day=DAY,
        month=Period(date(2026, 10, 1), date(2026, 10, 31)),
        held=4,
        policy=Policy(),
        terms={},
        marks=tuple(
            MonthMark(PersonId(n), name, mark, DAYS, ("Kay Whitfield",), Fraction(3))
            for mark, (n, name) in sorted(
                ((EXCEPTIONS[place % 4], one) for place, one in enumerate(parts[0])),
                key=lambda pair: EXCEPTIONS.index(pair[0]),
            )
        ),
        letters=tuple(
            WaitingLetter(name, list(LetterKind)[n % 5], 1, DAY, DAYS) for n, name in parts[1]
        ),
        waiting=tuple(
            Waiting(_OTHERS[n % len(_OTHERS)], name, DAY, Fraction(2), DAYS, "Ann", overdue=False)
            for n, name in parts[2]
        ),
        members_before=38,
        members_now=40,
        joined=tuple(Change(name, "Florist", DAY) for _n, name in parts[3]),
        left=tuple(Change(name, "Notary public", DAY) for _n, name in parts[4]),
        to_coach=tuple(Coached(name, Fraction(35), Light.RED) for _n, name in parts[5]),
    )
