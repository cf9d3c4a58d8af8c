"""The way of visitors to a seat: who came in a period, how far each has come, how many join.

A room reads names, professions and inviters; ways to reach a visitor are for officers.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.chapter import chapter_details
from app.queries.visitors import Visit, VisitorRow, guests
from app.rules.identifiers import VisitorId
from app.rules.people import VisitorStage
from app.rules.periods import Period
from app.rules.privacy import Audience

_WAY = tuple(stage for stage in VisitorStage if stage is not VisitorStage.DECLINED)


@dataclass(frozen=True, slots=True)
class PipelineLine:
    """A visitor; visits are those of the period, the seat's holder sits in his profession."""

    visitor_id: VisitorId
    name: str
    profession: str
    inviter: str
    visits: int
    last_visit: date | None
    stage: VisitorStage
    seat_holder: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Stage:
    """How many stand at a stage now, and how many came at least as far; declining ends the way."""

    stage: VisitorStage
    count: int
    reached: int


@dataclass(frozen=True, slots=True)
class VisitorPipeline:
    """Visitors of a period, and those invited who have not come yet, by stage.

    ``attended`` is how many came in the period, whatever became of them; ``joined`` how many of
    these are members now; ``conversion`` in whole per cent, none where nobody came.
    """

    chapter: str
    period: Period
    audience: Audience
    money: Money
    stages: tuple[Stage, ...]
    lines: tuple[PipelineLine, ...]
    attended: int
    joined: int
    declined: int
    conversion: int | None


def visitor_pipeline(session: Session, *, period: Period, audience: Audience) -> VisitorPipeline:
    """Return the visitors of a period, those nearest to a seat first."""
    chapter = chapter_details(session)
    rows = [(row, _within(row, period)) for row in guests(session)]
    kept = [(row, visits) for row, visits in rows if visits or _ahead(row)]
    lines = [_line(row, visits, audience) for row, visits in kept]
    came = [one for one in lines if one.visits]
    joined = sum(1 for one in came if one.stage is VisitorStage.JOINED)
    return VisitorPipeline(
        chapter=chapter.name,
        period=period,
        audience=audience,
        money=chapter.money,
        stages=tuple(_stage(stage, lines) for stage in _WAY),
        lines=tuple(sorted(lines, key=_nearest)),
        attended=len(came),
        joined=joined,
        declined=sum(1 for one in lines if one.stage is VisitorStage.DECLINED),
        conversion=_per_cent(joined, len(came)) if came else None,
    )


def _per_cent(part: int, whole: int) -> int:
    """Return a share in whole per cent, a half rounded up."""
    return (200 * part + whole) // (2 * whole)


def _within(row: VisitorRow, period: Period) -> list[Visit]:
    return [visit for visit in row.visits if visit.held_on in period]


def _ahead(row: VisitorRow) -> bool:
    return row.stage is VisitorStage.INVITED and not row.visits


def _nearest(one: PipelineLine) -> tuple[int, int]:
    """Return what sorts those nearest to a seat first, declined ones last, then the latest."""
    declined = one.stage is VisitorStage.DECLINED
    steps = len(_WAY) if declined else len(_WAY) - 1 - _WAY.index(one.stage)
    return steps, -(one.last_visit or date.min).toordinal()


def _line(row: VisitorRow, visits: list[Visit], audience: Audience) -> PipelineLine:
    officers = audience is Audience.OFFICERS
    return PipelineLine(
        visitor_id=row.visitor_id,
        name=row.name,
        profession=row.profession,
        inviter=row.inviter.name,
        visits=len(visits),
        last_visit=visits[-1].held_on if visits else None,
        stage=row.stage,
        seat_holder=row.seat_holder,
        phone=row.phone if officers else "",
        email=row.email if officers else "",
    )


def _stage(stage: VisitorStage, lines: list[PipelineLine]) -> Stage:
    here = sum(1 for one in lines if one.stage is stage)
    place = _WAY.index(stage)
    return Stage(stage, here, sum(1 for one in lines if _WAY.index(_furthest(one)) >= place))


def _furthest(one: PipelineLine) -> VisitorStage:
    """Return how far somebody came; of those who declined only the visit is known."""
    if one.stage is not VisitorStage.DECLINED:
        return one.stage
    return VisitorStage.ATTENDED if one.visits else VisitorStage.INVITED
