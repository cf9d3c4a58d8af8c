"""Invented rows for the sheets of a meeting ahead."""

from datetime import date

from app.formats import Money
from app.queries.seating_sheet import Expected, Seated, SeatingSheet
from app.rules.identifiers import PersonId
from app.rules.privacy import Audience
from tests.reports.invented import NAMES, names

_PROFESSIONS = ("Kitchen fitter", "Employment solicitor and notary public", "Florist", "")


def seats(
    count: int = 40,
    *,
    audience: Audience = Audience.ROOM,
    first: tuple[str, ...] = NAMES,
    expected: int = 2,
) -> SeatingSheet:
    """Return a sheet for that many seats and expected visitors."""
    return SeatingSheet(
        chapter="Riverside Chapter",
        audience=audience,
        money=Money(),
        meeting_id=None,
        held_on=date(2026, 10, 7),
        starts_at="06:45",
        place="Boathouse",
        seats=tuple(
            Seated(number, PersonId(number), name, _PROFESSIONS[number % 4])
            for number, name in enumerate(names(count, first), start=1)
        ),
        expected=tuple(
            Expected(name, "Bookkeeper", "Ann Kowalska") for name in names(expected, first[::-1])
        ),
    )
