"""The referral matrix of a period against the one before: which pairs are new, gone or kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.ledger import Account, ledger
from app.queries.matrices import Pairs, pair_counts
from app.queries.tallies import Held
from app.rules import periods
from app.rules.identifiers import PersonId
from app.rules.periods import Period
from app.rules.privacy import Audience
from app.rules.slips import SlipKind


class Turn(StrEnum):
    """What became of a pair since the period before."""

    NEW = "new"
    MORE = "more"
    SAME = "same"
    FEWER = "fewer"
    GONE = "gone"


def turn(now: int, before: int) -> Turn | None:
    """Return what became of a pair; none where it has had nothing in either period."""
    if not before:
        return Turn.NEW if now else None
    if not now:
        return Turn.GONE
    return Turn.SAME if now == before else Turn.MORE if now > before else Turn.FEWER


@dataclass(frozen=True, slots=True)
class Side:
    """What a member gave or received among members: how much and with how many partners."""

    now: int
    before: int
    people: int
    people_before: int
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A member's row: what he gave to each member, in the order of the rows, now and before."""

    person_id: PersonId
    name: str
    sort_name: str
    counts: tuple[int, ...]
    counts_before: tuple[int, ...]
    given: Side
    received: Side


@dataclass(frozen=True, slots=True)
class TurnCount:
    """How many pairs took a turn."""

    turn: Turn
    pairs: int


@dataclass(frozen=True, slots=True)
class MatrixChange:
    """Everybody who was a member in either period, in a row and a column each.

    ``official`` are periods whose official figures are left out, since they name no pairs.
    """

    chapter: str
    period: Period
    before: Period
    audience: Audience
    money: Money
    held: Held
    held_before: Held
    official: tuple[Period, ...]
    total: Side
    turns: tuple[TurnCount, ...]
    lines: tuple[ChangeLine, ...]


def matrix_change(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> MatrixChange:
    """Return the referrals of every pair in a period and in the one of the same length before."""
    earlier = periods.before(period)
    both = ledger(session, Period(earlier.start, period.end), audience, drafts=drafts)
    found = ledger(session, period, audience, drafts=drafts)
    found_before = ledger(session, earlier, audience)
    now = pair_counts(session, SlipKind.REFERRAL, period, drafts=drafts)
    before = pair_counts(session, SlipKind.REFERRAL, earlier, drafts=False)
    lines = tuple(_lines(both.members, now, before))
    turns = Counter(
        turn(one, other)
        for line in lines
        for one, other in zip(line.counts, line.counts_before, strict=True)
    )
    return MatrixChange(
        chapter=found.chapter.name,
        period=period,
        before=earlier,
        audience=audience,
        money=found.chapter.money,
        held=found.held,
        held_before=found_before.held,
        official=(*found_before.official.stand_in, *found.official.stand_in),
        total=_total(lines),
        turns=tuple(TurnCount(one, turns[one]) for one in Turn),
        lines=lines,
    )


def _lines(members: Sequence[Account], now: Pairs, before: Pairs) -> Iterable[ChangeLine]:
    ids = [one.person_id for one in members]
    for one in members:
        me = one.person_id
        given, given_before = ([pairs.get((me, to), 0) for to in ids] for pairs in (now, before))
        got, got_before = ([pairs.get((by, me), 0) for by in ids] for pairs in (now, before))
        yield ChangeLine(
            person_id=me,
            name=one.name,
            sort_name=one.sort_name,
            counts=tuple(given),
            counts_before=tuple(given_before),
            given=_side(given, given_before),
            received=_side(got, got_before),
        )


def _side(now: Sequence[int], before: Sequence[int]) -> Side:
    turns = [turn(one, other) for one, other in zip(now, before, strict=True)]
    return Side(
        now=sum(now),
        before=sum(before),
        people=sum(1 for one in now if one),
        people_before=sum(1 for one in before if one),
        new=turns.count(Turn.NEW),
        gone=turns.count(Turn.GONE),
    )


def _total(lines: Sequence[ChangeLine]) -> Side:
    given = [line.given for line in lines]
    return Side(*(sum(getattr(one, field) for one in given) for field in Side.__dataclass_fields__))
