"""How a member stands: score, what each item lacks, what drops out next, month after month.

What the room may see of scores the chapter decides; the rest is not in the rows made for it.
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from app.formats import Money
from app.queries.dropping import look_ahead
from app.queries.monthly_lights import monthly_lights
from app.queries.profiles import profile_in_use, profiles
from app.queries.scores import MemberScore, Scores, scores
from app.queries.tallies import Held
from app.queries.traffic_lights import Shown, lights_shown
from app.rules.periods import Period, add_months
from app.rules.privacy import Audience
from app.rules.scoring.dropping import Outlook
from app.rules.scoring.profile import Kind, Light, Profile
from app.rules.scoring.scores import ItemScore

MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """The points at the end of a month, none where there was no score."""

    month: date
    total: Fraction | None


@dataclass(frozen=True, slots=True)
class Choosable:
    """A profile members can be scored by."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The score of one member by one profile; no total without weeks, or where not shown.

    ``window`` is the one in force, ``coming`` the one that ends with the running month; ``ahead``
    is what the score is then if he comes to every meeting and does nothing more.
    """

    audience: Audience
    shown: Shown
    money: Money
    profile: Profile
    profiles: tuple[Choosable, ...]
    window: Period
    held: Held
    total: Fraction | None
    light: Light | None
    items: tuple[ItemScore, ...]
    coming: Period
    ahead: Outlook | None
    months: tuple[MonthTotal, ...]


def standing(
    session: Session,
    person_id: int,
    today: date,
    *,
    audience: Audience,
    profile: str | None = None,
) -> Standing:
    """Return how a member stands on a day, by the chapter's profile or by the one named."""
    chosen = profile_in_use(session, today, name=profile)
    shown = Shown.ITEMS if audience is not Audience.ROOM else lights_shown(session)
    window = _window(chosen, today)
    found = scores(session, window, profile=chosen)
    own = next((one for one in found.members if one.person_id == person_id), None)
    score = own.score if own and shown is not Shown.NOBODY else None
    private = audience is not Audience.ROOM
    coming = chosen.window.ending(today)
    return Standing(
        audience=audience,
        shown=shown,
        money=found.chapter.money,
        profile=chosen,
        profiles=_choosable(session) if private else (),
        window=window,
        held=found.held,
        total=score.total if score else None,
        light=score.light if score else None,
        items=_items(score.items, private=private) if score and shown is Shown.ITEMS else (),
        coming=coming,
        ahead=_ahead(session, found, own, coming) if private and own else None,
        months=_months(session, chosen, person_id, window) if shown is not Shown.NOBODY else (),
    )


def _window(profile: Profile, today: date) -> Period:
    """Return the window in force: the one that ended with the last completed month."""
    return profile.window.ending(add_months(today.replace(day=1), -1))


def _choosable(session: Session) -> tuple[Choosable, ...]:
    titles = {one.name: one.title for one in profiles(session).profiles if one.kind is Kind.MEMBERS}
    return tuple(Choosable(name, title) for name, title in titles.items())


def _items(rows: tuple[ItemScore, ...], *, private: bool) -> tuple[ItemScore, ...]:
    """Return the items; of closed business the room sees the points alone."""
    if private:
        return rows
    return tuple(
        replace(row, count=Fraction(0), value=None, next=None) if row.item.of_money else row
        for row in rows
    )


def _ahead(session: Session, found: Scores, own: MemberScore, coming: Period) -> Outlook | None:
    """Return what the score is when the running month ends, or with the last window before."""
    windows = look_ahead(session, replace(found, members=(own,))).get(own.person_id, ())
    until = [one for one in windows if one.window.end <= coming.end]
    return until[-1].outlook if until else None


def _months(
    session: Session, profile: Profile, person_id: int, window: Period
) -> tuple[MonthTotal, ...]:
    last = window.end.replace(day=1)
    found = monthly_lights(session, add_months(last, 1 - MONTHS), last, profile=profile)
    own = next((one for one in found.members if one.person_id == person_id), None)
    totals = own.totals if own else (None,) * len(found.months)
    return tuple(
        MonthTotal(month, total) for month, total in zip(found.months, totals, strict=True)
    )
