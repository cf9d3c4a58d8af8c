"""Who refers whom: members round a circle, what passed between each two, and who is left out."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.ledger import members_of
from app.queries.matrices import Matrix, MatrixLine, referral_matrix
from app.queries.tallies import Held
from app.rules import circle
from app.rules.network import Node, Tie
from app.rules.periods import Period
from app.rules.privacy import Audience

_FEW, _ONE_WAY, _ONE_WAY_LEAST = 4, 5, 2


@dataclass(frozen=True, slots=True)
class OneWay:
    """Two members of whom only one ever gave to the other."""

    giver: str
    receiver: str
    count: int


@dataclass(frozen=True, slots=True)
class Network:
    """What passed between members in a period, inside and outside referrals alike.

    ``gave_to_few`` gave to one to four members only; ``one_way`` are the five strongest pairs
    in which nothing came back.
    """

    chapter: str
    period: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    members: tuple[Node, ...]
    ties: tuple[Tie, ...]
    gave_to_none: tuple[str, ...]
    received_from_none: tuple[str, ...]
    gave_to_few: tuple[str, ...]
    one_way: tuple[OneWay, ...]


def network(
    session: Session, *, period: Period, audience: Audience, drafts: bool = False
) -> Network:
    """Return the members in an order that lets few lines cross, spheres side by side."""
    matrix = referral_matrix(session, period=period, audience=audience, drafts=drafts)
    spheres = {one.person_id: one.sphere for one in members_of(session, period)}
    lines = matrix.lines
    counts = {
        (giver, receiver): count
        for giver, line in enumerate(lines)
        for receiver, count in enumerate(line.counts)
        if count and giver != receiver
    }
    groups = [spheres.get(line.person_id, "") for line in lines]
    places = circle.order(groups, counts)
    at = {number: place for place, number in enumerate(places)}
    return Network(
        chapter=matrix.chapter,
        period=matrix.period,
        audience=matrix.audience,
        money=matrix.money,
        held=matrix.held,
        official=matrix.official,
        members=tuple(_member(lines[number], groups[number]) for number in places),
        ties=tuple(sorted(_ties(counts, at), key=lambda tie: (tie.giver, tie.receiver))),
        gave_to_none=tuple(line.name for line in lines if not line.given),
        received_from_none=tuple(line.name for line in lines if not line.received),
        gave_to_few=tuple(line.name for line in lines if 0 < line.given_people <= _FEW),
        one_way=_one_way(matrix, counts),
    )


def _member(line: MatrixLine, sphere: str) -> Node:
    return Node(line.person_id, line.name, sphere, line.given, line.received)


def _ties(counts: circle.Weights, at: dict[int, int]) -> list[Tie]:
    return [Tie(at[giver], at[receiver], count) for (giver, receiver), count in counts.items()]


def _one_way(matrix: Matrix, counts: circle.Weights) -> tuple[OneWay, ...]:
    """Return the strongest pairs in which nothing came back; equals in the order of the names."""
    found = sorted(
        (
            (-count, giver, receiver)
            for (giver, receiver), count in counts.items()
            if count >= _ONE_WAY_LEAST and (receiver, giver) not in counts
        )
    )
    names = [line.name for line in matrix.lines]
    return tuple(
        OneWay(names[giver], names[receiver], -count) for count, giver, receiver in found[:_ONE_WAY]
    )
