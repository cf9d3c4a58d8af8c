"""Invented weeks ahead and an invented agenda."""

from datetime import date, timedelta

from app.formats import Money
from app.queries.agenda import Agenda, AgendaPoint
from app.queries.schedule import Held, Schedule, ScheduleWeek, Waiting
from app.rules.agenda import clock, lasts
from app.rules.duties import Doubt
from app.rules.identifiers import MeetingId, PersonId
from app.rules.meetings import MeetingState
from app.rules.privacy import Audience
from app.wording.schedules import usual_agenda, usual_duties
from tests.reports.invented import LONG, NAMES, names

DAY = date(2026, 10, 1)


def schedule(count: int = 40, *, first: tuple[str, ...] = NAMES) -> Schedule:
    """Return weeks in which that many members take turns, every fifth week a holiday."""
    people, duties = names(count, first), usual_duties()

    def held(week: int) -> tuple[Held, ...]:
        if not people or week % 5 == 4:
            return ()
        turns = (people[(week + place * 7) % count] for place in range(len(duties)))
        return tuple(
            Held(
                duty.key,
                PersonId(1),
                name,
                "Employment solicitor and notary public",
                LONG if duty.has_topic else "",
                tuple(Doubt) if place == 0 and week % 3 == 0 else (),
            )
            for place, (duty, name) in enumerate(zip(duties, turns, strict=True))
        )

    return Schedule(
        "Riverside Chapter",
        Audience.OFFICERS,
        Money(),
        DAY,
        "18:30",
        duties,
        tuple(
            ScheduleWeek(
                MeetingId(week),
                DAY + timedelta(weeks=week),
                MeetingState.HOLIDAY if week % 5 == 4 else MeetingState.DRAFT,
                "",
                held(week),
            )
            for week in range(max(12, count))
        ),
        tuple(Waiting(PersonId(1), name, "Florist", None) for name in people),
    )


def agenda(count: int = 40, *, first: tuple[str, ...] = NAMES) -> Agenda:
    """Return the usual agenda once for every so many members, led by them in turn."""
    people = names(count, first)
    lines = usual_agenda() if not people else tuple(
        usual_agenda()[place % 17] for place in range(max(count, 17))
    )  # fmt: skip
    return Agenda(
        "Riverside Chapter",
        Audience.ROOM,
        Money(),
        None,
        DAY,
        "18:30",
        "The Boathouse, upper room",
        tuple(
            AgendaPoint(
                line.minute,
                clock("18:30", line.minute),
                long,
                line.title,
                "Feature talk" if place % 2 else line.title,
                people[place % count] if people else line.who,
                LONG if place % 3 == 0 else "",
                line.remark,
            )
            for place, (line, long) in enumerate(zip(lines, lasts(lines), strict=True))
        ),
    )
