"""Invented lights: twelve months of everybody, and a change of colour for all but the last."""

from datetime import date
from fractions import Fraction

from app.formats import Money
from app.queries.heat_map import HeatMap
from app.queries.light_changes import Changed, ItemChange, LightChanges
from app.queries.monthly_lights import MemberMonths
from app.queries.traffic_lights import Shown
from app.rules.identifiers import PersonId
from app.rules.periods import Period, add_months
from app.rules.privacy import Audience
from app.rules.scoring.profile import Light
from tests.reports.invented import HELD, NAMES, PERIOD, names
from tests.rules.shipped import MEMBERS

US = MEMBERS["us-regional"]
FIRST = date(2025, 10, 1)


def months(count: int = 40, *, first: tuple[str, ...] = NAMES) -> HeatMap:
    """Return the lights of that many members."""
    return HeatMap(
        chapter="Riverside Chapter",
        audience=Audience.OFFICERS,
        money=Money(),
        profile=US,
        shown=Shown.ITEMS,
        window=PERIOD,
        months=tuple(add_months(FIRST, place) for place in range(12)),
        members=tuple(_member(n, name) for n, name in enumerate(names(count, first))),
    )


def changes(count: int = 40, *, first: tuple[str, ...] = NAMES) -> LightChanges:
    """Return as many changes, half of them for the worse."""
    found = tuple(_changed(n, name) for n, name in enumerate(names(count, first)))
    return LightChanges(
        chapter="Riverside Chapter",
        audience=Audience.OFFICERS,
        money=Money(),
        profile=US,
        shown=Shown.ITEMS,
        window=PERIOD,
        before=Period(FIRST, date(2026, 3, 31)),
        held=HELD,
        official=(),
        official_meetings=0,
        rose=found[1::2],
        slipped=found[::2],
        unchanged=3,
    )


def _member(number: int, name: str) -> MemberMonths:
    totals = tuple(
        None if (number + place) % 9 == 0 else Fraction((number * 7 + place * 5) % 21 * 5)
        for place in range(12)
    )
    bands = US.bands
    lights = tuple(None if one is None or bands is None else bands.light(one) for one in totals)
    return MemberMonths(PersonId(number), name, name, totals, lights)


def _changed(number: int, name: str) -> Changed:
    items = (
        ItemChange("given", Fraction(20), Fraction(5)),
        ItemChange("one_to_ones", Fraction(10), Fraction(5)),
        ItemChange("visitors", Fraction(0), Fraction(20)),
    )
    return Changed(
        PersonId(number), name, name, "Florist", Fraction(70), Light.GREEN, Fraction(45), Light.RED,
        items,
    )  # fmt: skip
