"""Invented rosters: any number of members, with and without ways to reach them."""

from datetime import date

from app.formats import Money
from app.queries.roster_sheet import OfficeHolder, RosterLine, RosterSheet
from app.rules.identifiers import PersonId
from app.rules.people import Office
from app.rules.periods import Period
from app.rules.privacy import Audience
from tests.reports.invented import NAMES, names

DAY = date(2026, 10, 1)


def roster(
    count: int = 40, *, audience: Audience = Audience.OFFICERS, first: tuple[str, ...] = NAMES
) -> RosterSheet:
    """Return a roster of that many members; the first ones hold the offices."""
    people = names(count, first)
    contacts = audience is Audience.OFFICERS
    offices = tuple(Office)
    return RosterSheet(
        chapter="Riverside Chapter",
        audience=audience,
        money=Money(),
        day=DAY,
        period=Period(date(2026, 7, 4), DAY),
        contacts=contacts,
        members=tuple(
            RosterLine(
                number,
                PersonId(number),
                name,
                name,
                "Employment solicitor and notary public" if number % 9 == 0 else "Florist",
                "Featherstone, Raven and Partners Limited" if number % 4 == 0 else "Bloom & Co",
                f"+44 7700 900{number:03}" if contacts else "",
                f"member{number}@example.org" if contacts else "",
                offices[number - 1 : number],
                number % 12,
                number % 7,
                number % 3,
                number % 15,
                None if number % 13 == 12 else number % 2,
                None if number % 13 == 12 else number % 4,
            )
            for number, name in enumerate(people, start=1)
        ),
        officers=tuple(
            OfficeHolder(one, name, PersonId(0)) for one, name in zip(offices, people, strict=False)
        ),
        open_seats=("Baker", "Chartered surveyor", "Locksmith", "Vet") if count else (),
    )
