"""What the projector may show: counts, names and thanks, all of it asked for the room.

Amounts with too few thankers, contact persons, marks and reasons are not in these rows, so no
board can draw them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.meetings import Meeting
from app.models.people import Person, Spell, Visitor
from app.models.slips import Slip
from app.queries.chapter import chapter_details
from app.queries.ledger import Ledger, ledger
from app.queries.scoreboard import Category, Leaders, Team, leaders, places, teams
from app.queries.term_weeks import TermWeek, term_weeks
from app.queries.usual_period import usual_month, usual_period
from app.rules.live_total import Thanks, Told, grown_so_far, may_follow, told
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind
from app.rules.periods import Period, month_of, rolling, term_of
from app.rules.privacy import Audience, may_show
from app.rules.slips import SlipKind


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody's place among those who gave referrals; equals share a rank."""

    rank: int
    name: str
    given: int


@dataclass(frozen=True, slots=True)
class Standings:
    """Who gave how many referrals in a period, the best first; completed meetings only."""

    period: Period
    meetings: int
    given: int
    members: int
    givers: tuple[Giver, ...]


@dataclass(frozen=True, slots=True)
class LiveTotals:
    """What the slips of one meeting come to; closed business in minor units, none if withheld."""

    referrals: int = 0
    one_to_ones: int = 0
    closed_business: int | None = 0
    visitors: int = 0
    education: int = 0


@dataclass(frozen=True, slots=True)
class Tonight:
    """One meeting; ``provisional`` while it is a draft, ``is_today`` where it is held today.

    ``told`` are the totals of closed business the room has seen, for the question after this one.
    """

    held_on: date
    is_today: bool
    provisional: bool
    givers: tuple[Giver, ...]
    totals: LiveTotals
    visitors: tuple[str, ...]
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Presented:
    """Everything the projector shows; ``tonight`` is none before there has been any meeting.

    ``starts_at`` is the chapter's usual time as HH:MM; ``leaders`` and ``teams`` are those of the
    month, ``newcomers`` joined in the month that ends with the meeting. ``some_withheld`` where
    somebody is left out of those who lead in closed business for having too few thankers.
    """

    chapter: str
    money: Money
    starts_at: str
    today: date
    tonight: Tonight | None
    month: Standings
    term: Standings
    leaders: tuple[Leaders, ...]
    teams: tuple[Team, ...]
    some_withheld: bool
    newcomers: tuple[str, ...]


def presented(session: Session, today: date, before: Sequence[Told] = ()) -> Presented:
    """Return what the room may see today; the last meeting where none is held today.

    ``before`` is what the room has seen so far, as the last answer ``told``.
    """
    chapter = chapter_details(session)
    meeting = session.execute(_MEETING, {"today": today}).first()
    month = ledger(session, _month(session, today), Audience.ROOM)
    term = ledger(session, usual_period(session, today), Audience.ROOM)
    return Presented(
        chapter=chapter.name,
        money=chapter.money,
        starts_at=chapter.starts_at,
        today=today,
        tonight=None if meeting is None else _tonight(session, meeting, today, before),
        month=_standings(month),
        term=_standings(term),
        leaders=tuple(_leaders(month)),
        teams=teams(month.members),
        some_withheld=bool(month.withheld.cells),
        newcomers=_newcomers(session, today if meeting is None else meeting.held_on),
    )


_MEETING = (
    select(Meeting.id, Meeting.held_on, Meeting.state)
    .where(
        Meeting.held_on <= bindparam("today"),
        Meeting.state.in_((MeetingState.COMPLETED, MeetingState.DRAFT)),
    )
    .order_by(Meeting.held_on.desc())
    .limit(1)
)
_VISITORS = (
    select(Visitor.name)
    .join(Slip, Slip.visitor_id == Visitor.id)
    .where(Slip.meeting_id == bindparam("meeting_id"), Slip.kind == SlipKind.VISITOR)
    .group_by(Visitor.id, Visitor.name)
    .order_by(Visitor.name, Visitor.id)
)
_THANKS = (
    select(Slip.id, Slip.version, Slip.amount, Slip.receiver_id, Slip.other_chapter)
    .where(Slip.meeting_id == bindparam("meeting_id"), Slip.kind == SlipKind.CLOSED_BUSINESS)
    .order_by(Slip.id)
)

_JOINED = (
    select(Person.name)
    .join(Spell, Spell.person_id == Person.id)
    .where(
        Person.kind == PersonKind.MEMBER,
        Spell.joined_on.between(bindparam("start"), bindparam("end")),
        or_(Spell.left_on.is_(None), Spell.left_on > bindparam("end")),
    )
    .order_by(Spell.joined_on.desc(), Person.sort_name, Person.id)
)


def _month(session: Session, today: date) -> Period:
    """Return the month of the last completed meeting, or this one where there is none yet."""
    usual = usual_month(session, today)
    return month_of(today) if usual == term_of(today) else usual


def _tonight(
    session: Session, meeting: Row[int, date, MeetingState], today: date, before: Sequence[Told]
) -> Tonight:
    day = Period(meeting.held_on, meeting.held_on)
    draft = meeting.state is MeetingState.DRAFT
    found = ledger(session, day, Audience.ROOM, drafts=draft)
    week = next(w for w in term_weeks(session, day, meeting.id) if w.meeting_id == meeting.id)
    seen = tuple(one for one in before if one.meeting_id == meeting.id)
    now = _total(session, week, found.chapter.settings.thankers_shown, seen, draft=draft)
    return Tonight(
        held_on=meeting.held_on,
        is_today=meeting.held_on == today,
        provisional=draft,
        givers=_givers(found),
        totals=LiveTotals(
            week.referrals,
            week.one_to_ones,
            None if now is None else now.total,
            week.visitors,
            week.education,
        ),
        visitors=tuple(session.scalars(_VISITORS, {"meeting_id": meeting.id})),
        told=seen if now is None or now in seen else (*seen, now),
    )


def _total(
    session: Session, week: TermWeek, fewest: int, seen: Sequence[Told], *, draft: bool
) -> Told | None:
    """Return the closed business the room may see now; what it saw last where this tells more."""
    rows = session.execute(_THANKS, {"meeting_id": week.meeting_id})
    slips = [
        Thanks(slip_id, version, amount or 0, earner_id or chapter)
        for slip_id, version, amount, earner_id, chapter in rows
    ]
    whole = slips if may_show(week.closed_business, fewest) else None
    shown = grown_so_far(slips, fewest) if draft else whole
    if shown is None:
        return None
    now = told(week.meeting_id, shown)
    return now if may_follow(seen, now, fewest) else seen[-1]


def _givers(found: Ledger) -> tuple[Giver, ...]:
    ranks = places(found.members, Category.REFERRALS)
    return tuple(Giver(one.rank, one.item.name, one.value) for one in ranks)


def _standings(found: Ledger) -> Standings:
    givers = _givers(found)
    given = sum(one.given for one in givers)
    return Standings(found.period, found.meetings, given, len(found.members), givers)


def _leaders(month: Ledger) -> Iterable[Leaders]:
    """Yield the first of each category.

    Where the month's total of closed business has to be withheld, so is who leads in it: the
    totals of its evenings stand on these boards, one after the other.
    """
    for category in Category:
        hidden = month.withheld.total and category is Category.CLOSED_BUSINESS
        yield Leaders(category, ()) if hidden else leaders(month, category)


def _newcomers(session: Session, day: date) -> tuple[str, ...]:
    """Return who joined in the month that ends with a day, the latest first."""
    month = rolling(day, 1)
    return tuple(session.scalars(_JOINED, {"start": month.start, "end": month.end}))
