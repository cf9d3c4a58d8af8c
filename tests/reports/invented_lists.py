"""Invented renewals and visitors."""

from datetime import date, timedelta

from app.formats import Money
from app.queries.renewals import RenewalGroup, RenewalLine, Renewals
from app.queries.visitor_pipeline import PipelineLine, Stage, VisitorPipeline
from app.rules.identifiers import PersonId, VisitorId
from app.rules.people import VisitorStage
from app.rules.privacy import Audience
from tests.reports.invented import NAMES, PERIOD, names

DAY = date(2026, 10, 1)
NOTICES = (30, 60, 90, 120)


def renewals(count: int = 40, *, first: tuple[str, ...] = NAMES) -> Renewals:
    """Return the renewals of that many members, some in each group and some without a date."""
    people = list(enumerate(names(count, first)))
    bounds = (0, *NOTICES)
    groups = tuple(
        RenewalGroup(
            bound,
            tuple(
                _line(number, name, bound - 15) for number, name in people if number % 6 == place
            ),
        )
        for place, bound in enumerate(bounds)
    )
    undated = tuple(name for number, name in people if number % 6 == len(bounds))
    return Renewals("Riverside Chapter", Audience.OFFICERS, Money(), DAY, groups, 3, undated)


def _line(number: int, name: str, days: int) -> RenewalLine:
    seat = "Employment solicitor and notary public" if number % 9 == 0 else "Florist"
    due = DAY + timedelta(days=days)
    return RenewalLine(PersonId(number), name, seat, date(2019, 5, 1), due, days)


def pipeline(count: int = 40, *, first: tuple[str, ...] = NAMES) -> VisitorPipeline:
    """Return that many visitors at all stages, for officers."""
    stages = list(VisitorStage)
    lines = tuple(
        PipelineLine(
            VisitorId(number),
            name,
            "Employment solicitor" if number % 5 == 0 else "Baker",
            "Ann Kowalska",
            number % 3,
            DAY if number % 3 else None,
            stages[number % 6],
            "Bob Hartley" if number % 7 == 3 else "",
            "+44 7700 900123",
            f"guest{number}@example.org",
        )
        for number, name in enumerate(names(count, first))
    )
    way = [one for one in stages if one is not VisitorStage.DECLINED]
    counts = [sum(1 for one in lines if one.stage is stage) for stage in way]
    return VisitorPipeline(
        "Riverside Chapter",
        PERIOD,
        Audience.OFFICERS,
        Money(),
        tuple(Stage(stage, counts[place], sum(counts[place:])) for place, stage in enumerate(way)),
        lines,
        sum(1 for one in lines if one.visits),
        counts[-1],
        sum(1 for one in lines if one.stage is VisitorStage.DECLINED),
        17 if count else None,
    )
