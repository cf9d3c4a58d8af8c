"""What the lights of a chapter are made from: size, growth, referrals, visitors, absences.

Many windows are counted in one pass over the book.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.meetings import Meeting
from app.models.people import Person, Spell, Visitor
from app.models.slips import Slip
from app.queries.months import COUNTERS, Sums, pass_over
from app.queries.official_figures import OfficialFigures, official_figures
from app.rules.meetings import MeetingState
from app.rules.people import PersonKind, VisitorStage
from app.rules.periods import Period
from app.rules.scoring.counters import CHAPTER, MARKS, counts_of
from app.rules.slips import SlipKind
from app.rules.tally import COUNTED, Tally, added

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Belonging:
    """One membership; ``left_on`` is the first day the person was no member."""

    person_id: int
    joined_on: date
    left_on: date

    def on(self, day: date) -> bool:
        """Tell whether it covers a day."""
        return self.joined_on <= day < self.left_on


def chapter_counts(session: Session, windows: Sequence[Period]) -> list[dict[str, int]]:
    """Return the counters of a chapter by name, window by window, earlier windows first."""
    span = Period(min(one.start for one in windows), max(one.end for one in windows))
    asked = {"start": span.start, "end": span.end}
    spells = list(_spells(session))
    members = {one.person_id for one in spells}
    held = session.scalars(_HELD, asked).all()
    guests = session.execute(_GUESTS, asked).all()
    found = []
    passed = pass_over(session, windows)
    for window, sums in zip(windows, passed.sliding(windows), strict=True):
        official = official_figures(session, window)
        counts = _done(sums, members, official)
        counts["meetings"] = sum(day in window for day in held) + official.meetings
        counts |= _size(spells, window)
        came = {visitor_id: stage for visitor_id, held_on, stage in guests if held_on in window}
        counts["guests"] = len(came)
        counts["guests_joined"] = sum(one is VisitorStage.JOINED for one in came.values())
        found.append({name: counts[name] for name in CHAPTER})
    return found


def _done(sums: Sums, members: set[int], official: OfficialFigures) -> dict[str, int]:
    """Return what members did; visitors count whoever invited them."""
    own = added((*_tallies(sums, members), *official.by_person.values()))
    counts = counts_of(own)
    place = COUNTERS.index("visitors")
    others = sum(row[place] for person_id, row in sums.items() if person_id not in members)
    counts["visitors"] += others + official.visitors.visitors + official.others.visitors
    counts["member_weeks"] = sum(counts[name] for name in MARKS)
    return counts


def _tallies(sums: Sums, members: set[int]) -> Iterable[Tally]:
    width = len(COUNTED)
    return (Tally(*row[:width]) for person_id, row in sums.items() if person_id in members)


def _size(spells: Sequence[Belonging], window: Period) -> dict[str, int]:
    """Return who was there before the window began and when it ends, who came and went."""
    before = {one.person_id for one in spells if one.on(window.start - _DAY)}
    after = {one.person_id for one in spells if one.on(window.end)}
    return {
        "members": len(after),
        "members_at_start": len(before),
        "stayed": len(before & after),
        "joined": len(after - before),
        "left": len(before - after),
        "growth": len(after) - len(before),
    }


def _spells(session: Session) -> Iterator[Belonging]:
    for person_id, joined_on, left_on in session.execute(_SPELLS):
        yield Belonging(person_id, joined_on or date.min, left_on or date.max)


_SPELLS = (
    select(Spell.person_id, Spell.joined_on, Spell.left_on)
    .join(Person, Person.id == Spell.person_id)
    .where(Person.kind == PersonKind.MEMBER)
)
_IN_SPAN = (
    Meeting.state == MeetingState.COMPLETED,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
_HELD = select(Meeting.held_on).where(*_IN_SPAN)
_GUESTS = (
    select(Slip.visitor_id, Meeting.held_on, Visitor.stage)
    .join(Meeting, Meeting.id == Slip.meeting_id)
    .join(Visitor, Visitor.id == Slip.visitor_id)
    .where(Slip.kind == SlipKind.VISITOR, *_IN_SPAN)
)
