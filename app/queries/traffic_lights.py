"""The traffic lights of a chapter as printed: what its audience may not see is not in it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.chapter import Setting
from app.queries.profiles import profile_in_use
from app.queries.scores import MemberScore, scores
from app.queries.tallies import Held
from app.rules.identifiers import PersonId
from app.rules.periods import Period, month_of
from app.rules.privacy import Audience
from app.rules.scoring.exact import printed
from app.rules.scoring.profile import Light, Per, Profile
from app.rules.scoring.scores import ItemScore


class Shown(StrEnum):
    """What the room may see of scores: nobody's, everybody's total, or each item's points too.

    Amounts of closed business stay hidden from it even then; only their points are shown.
    """

    NOBODY = "nobody"
    TOTALS = "totals"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Cell:
    """One item of one member; ``printed`` is the value as the profile rounds it."""

    item: str
    count: Fraction | None
    divisor: Fraction | None
    value: Fraction | None
    printed: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class LightRow:
    """One member; no total and no light where there are no weeks, no cells where not shown."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    weeks: int | None
    cells: tuple[Cell, ...]
    total: Fraction | None
    light: Light | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many members have a light; none stands for those without a score."""

    light: Light | None
    members: int


@dataclass(frozen=True, slots=True)
class TrafficLights:
    """The lights of a window; members by name, empty where the room sees nobody's."""

    chapter: str
    window: Period
    audience: Audience
    money: Money
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    profile: Profile
    shown: Shown
    counted: tuple[Counted, ...]
    members: tuple[LightRow, ...]


def traffic_lights(
    session: Session,
    *,
    period: Period,
    audience: Audience,
    drafts: bool = False,
    profile: str | None = None,
) -> TrafficLights:
    """Return the lights of a period: of one month by the profile's window, else of those days."""
    chosen = profile_in_use(session, period.end, name=profile)
    found = scores(session, window_of(chosen, period), profile=chosen, drafts=drafts)
    shown = Shown.ITEMS if audience is not Audience.ROOM else lights_shown(session)
    hide = audience is Audience.ROOM
    rows = tuple(_row(one, shown, hide_money=hide) for one in found.members)
    return TrafficLights(
        chapter=found.chapter.name,
        window=found.window,
        audience=audience,
        money=found.chapter.money,
        held=found.held,
        official=found.official,
        official_meetings=found.official_meetings,
        profile=chosen,
        shown=shown,
        counted=_counted(rows),
        members=() if shown is Shown.NOBODY else rows,
    )


def window_of(profile: Profile, period: Period) -> Period:
    """Return the window that ends with a calendar month, or else the period itself."""
    if period == month_of(period.start):
        return profile.window.ending(period.start)
    return period


def printed_value(row: ItemScore) -> str:
    """Return an item's value as its profile rounds it, a share in per cent; empty for none."""
    if row.value is None:
        return ""
    scaled = row.value * 100 if row.item.per is Per.SHARE else row.value
    return printed(scaled, row.item.places)


def _row(one: MemberScore, shown: Shown, *, hide_money: bool) -> LightRow:
    score = one.score
    items = score.items if score and shown is Shown.ITEMS else ()
    return LightRow(
        person_id=one.person_id,
        name=one.name,
        sort_name=one.sort_name,
        seat=one.seat,
        weeks=score.weeks if score else None,
        cells=tuple(_cell(row, hidden=hide_money and row.item.of_money) for row in items),
        total=score.total if score else None,
        light=score.light if score else None,
    )


def _cell(row: ItemScore, *, hidden: bool) -> Cell:
    if hidden:
        return Cell(row.item.name, None, None, None, "", row.points)
    shown = printed_value(row)
    return Cell(row.item.name, row.count, row.divisor, row.value, shown, row.points)


def _counted(rows: Sequence[LightRow]) -> tuple[Counted, ...]:
    return tuple(
        Counted(light, sum(row.light is light for row in rows)) for light in (*Light, None)
    )


_DECIDED = select(Setting.value).where(Setting.name == "lights_shown")


def lights_shown(session: Session) -> Shown:
    """Return what the chapter lets the room see; totals where it has not decided."""
    value = session.scalar(_DECIDED)
    decided = json.loads(value) if value else None
    return Shown(decided) if decided in set(Shown) else Shown.TOTALS
