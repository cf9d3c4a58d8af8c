"""Who is honoured for leading in what: the first of each category of the scoreboard.

Rows are those a room may see: who has an amount that must be withheld is not ranked there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.ledger import Ledger, ledger
from app.queries.roster_sheet import in_office
from app.queries.scoreboard import Category, leaders
from app.queries.tallies import Held
from app.rules.people import Office
from app.rules.periods import Period
from app.rules.privacy import Audience


@dataclass(frozen=True, slots=True)
class Honoured:
    """Somebody who leads, alone or with equals."""

    name: str
    seat: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """One category and those who lead in it; closed business in minor units."""

    category: Category
    value: int
    honoured: tuple[Honoured, ...]


@dataclass(frozen=True, slots=True)
class Certificates:
    """A certificate for each category anybody leads in; ``presidents`` are to sign them."""

    chapter: str
    period: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    certificates: tuple[Certificate, ...]
    presidents: tuple[str, ...]


def certificates(session: Session, *, period: Period, audience: Audience) -> Certificates:
    """Return those who lead in the categories of a period; equals share a certificate."""
    found = ledger(session, period, Audience.ROOM)
    officers = in_office(session, period.end)
    return Certificates(
        chapter=found.chapter.name,
        period=period,
        audience=audience,
        money=found.chapter.money,
        held=found.held,
        official=found.official.stand_in,
        certificates=tuple(_certificates(found)),
        presidents=tuple(one.name for one in officers if one.office is Office.PRESIDENT),
    )


def _certificates(found: Ledger) -> Iterable[Certificate]:
    seats = {one.person_id: one.seat for one in found.members}
    for category in Category:
        first = [one for one in leaders(found, category).places if one.rank == 1]
        if first:
            honoured = tuple(Honoured(one.name, seats[one.person_id]) for one in first)
            yield Certificate(category, first[0].value, honoured)
