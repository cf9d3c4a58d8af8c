"""Who rose to a better colour and who slipped to a worse one since the window before, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.profiles import profile_in_use
from app.queries.scores import MemberScore, scores
from app.queries.tallies import Held
from app.queries.traffic_lights import Shown, lights_shown, window_of
from app.rules.identifiers import PersonId
from app.rules.periods import Period, before
from app.rules.privacy import Audience
from app.rules.scoring.profile import Light, Profile
from app.rules.scoring.scores import Score


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that gives other points than before."""

    item: str
    before: Fraction
    after: Fraction


@dataclass(frozen=True, slots=True)
class Changed:
    """A member with another colour than before; ``items`` say why, where they may be shown."""

    person_id: PersonId
    name: str
    sort_name: str
    seat: str
    before: Fraction
    was: Light
    after: Fraction
    light: Light
    items: tuple[ItemChange, ...]


@dataclass(frozen=True, slots=True)
class LightChanges:
    """Those with another colour than in the window before, the largest change first.

    ``unchanged`` counts those who have the same one; who has none in either is in neither.
    """

    chapter: str
    audience: Audience
    money: Money
    profile: Profile
    shown: Shown
    window: Period
    before: Period
    held: Held
    official: tuple[Period, ...]
    official_meetings: int
    rose: tuple[Changed, ...]
    slipped: tuple[Changed, ...]
    unchanged: int


def light_changes(
    session: Session, *, period: Period, audience: Audience, profile: str | None = None
) -> LightChanges:
    """Compare the lights of a period with those of the one before: month with month, term so."""
    chosen = profile_in_use(session, period.end, name=profile)
    shown = Shown.ITEMS if audience is not Audience.ROOM else lights_shown(session)
    earlier = window_of(chosen, before(period))
    now = scores(session, window_of(chosen, period), profile=chosen)
    then = {one.person_id: one.score for one in scores(session, earlier, profile=chosen).members}
    pairs = [(one, then.get(one.person_id)) for one in now.members]
    changed = [] if shown is Shown.NOBODY else list(_changed(pairs, shown))
    lights = list(Light)
    return LightChanges(
        chapter=now.chapter.name,
        audience=audience,
        money=now.chapter.money,
        profile=chosen,
        shown=shown,
        window=now.window,
        before=earlier,
        held=now.held,
        official=now.official,
        official_meetings=now.official_meetings,
        rose=_sorted(one for one in changed if lights.index(one.light) < lights.index(one.was)),
        slipped=_sorted(one for one in changed if lights.index(one.light) > lights.index(one.was)),
        unchanged=sum(_same(one.score, old) for one, old in pairs),
    )


def _same(score: Score | None, old: Score | None) -> bool:
    return score is not None and old is not None and score.light is old.light


def _sorted(found: Iterator[Changed]) -> tuple[Changed, ...]:
    return tuple(sorted(found, key=lambda one: -abs(one.after - one.before)))


def _changed(pairs: list[tuple[MemberScore, Score | None]], shown: Shown) -> Iterator[Changed]:
    for one, old in pairs:
        if one.score is None or old is None or one.score.light is old.light:
            continue
        yield Changed(
            person_id=one.person_id,
            name=one.name,
            sort_name=one.sort_name,
            seat=one.seat,
            before=old.total,
            was=old.light,
            after=one.score.total,
            light=one.score.light,
            items=_why(old, one.score) if shown is Shown.ITEMS else (),
        )


def _why(old: Score, new: Score) -> tuple[ItemChange, ...]:
    """Return the items that give other points, the largest change first."""
    found = (
        ItemChange(one.item.name, was.points, one.points)
        for was, one in zip(old.items, new.items, strict=True)
        if was.points != one.points
    )
    return tuple(sorted(found, key=lambda one: -abs(one.after - one.before)))
