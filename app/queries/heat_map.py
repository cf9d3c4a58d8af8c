"""The lights of every member in each of twelve months, as the chapter lets an audience see them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.chapter import chapter_details
from app.queries.known_month import last_known_month
from app.queries.monthly_lights import MemberMonths, monthly_lights
from app.queries.profiles import profile_in_use
from app.queries.traffic_lights import Shown, lights_shown
from app.rules.periods import Period, add_months
from app.rules.privacy import Audience
from app.rules.scoring.profile import Profile

MONTHS = 12


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Members by name, each with a total and a light for every month; the latest month last.

    ``window`` holds the days the last month's lights come from. Nobody is in it where the room
    sees nobody's.
    """

    chapter: str
    audience: Audience
    money: Money
    profile: Profile
    shown: Shown
    window: Period
    months: tuple[date, ...]
    members: tuple[MemberMonths, ...]


def heat_map(
    session: Session, *, period: Period, audience: Audience, profile: str | None = None
) -> HeatMap:
    """Return twelve months of lights, up to that in which a period ends, or the last met in."""
    chapter = chapter_details(session)
    chosen = profile_in_use(session, period.end, name=profile)
    shown = Shown.ITEMS if audience is not Audience.ROOM else lights_shown(session)
    last = last_known_month(session, period)
    found = monthly_lights(session, add_months(last, 1 - MONTHS), last, profile=chosen)
    return HeatMap(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        profile=chosen,
        shown=shown,
        window=chosen.window.ending(last),
        months=found.months,
        members=() if shown is Shown.NOBODY else _still_there(found.members),
    )


def _still_there(members: tuple[MemberMonths, ...]) -> tuple[MemberMonths, ...]:
    """Return those with a light in any of the months."""
    return tuple(one for one in members if any(one.lights))
