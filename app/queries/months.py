"""What everybody did between the days on which any of many windows begins or ends.

For figures of many overlapping windows: the book is passed over once, and what was done is added
up here, stretch by stretch, as it comes into a window and leaves it. Rows are counted in Python:
grouped by stretch and person there are nearly as many, and the database would have to sort them.
Completed meetings only.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from operator import add, sub
from typing import Any

from sqlalchemy import Integer, bindparam, case, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.models.meetings import Mark, Meeting
from app.models.people import Person, Spell
from app.models.slips import Slip
from app.queries.ready import Ready
from app.rules.attendance import Attendance
from app.rules.meetings import MeetingState
from app.rules.periods import Period
from app.rules.scoring.counters import MARKS
from app.rules.slips import SlipKind, Tier
from app.rules.tally import COUNTED

COUNTERS = (*COUNTED, "sponsored")
NOBODY = 0  # stands for whoever gave where nobody is known, such as a visitor who came by himself
Sums = dict[int, list[int]]  # by person, in the order of COUNTERS
_DAY = timedelta(days=1)
_PLACE = {name: place for place, name in enumerate(COUNTERS)}


@dataclass(frozen=True, slots=True)
class Passed:
    """The counts of each stretch, with its first day; by day."""

    days: tuple[date, ...]
    sums: tuple[Sums, ...]

    def sliding(self, windows: Sequence[Period]) -> Iterator[Sums]:
        """Give the sums of windows, each beginning and ending no earlier than the one before.

        The sums are changed by the next step: whoever keeps them copies them.
        """
        running: Sums = defaultdict(_nothing)
        first = last = 0
        for window in windows:
            while last < len(self.days) and self.days[last] <= window.end:
                _shift(running, self.sums[last], add)
                last += 1
            while first < last and self.days[first] < window.start:
                _shift(running, self.sums[first], sub)
                first += 1
            yield running


def pass_over(
    session: Session, windows: Sequence[Period], *, wanted: Collection[str] = COUNTERS
) -> Passed:
    """Count what was done in some windows; less is asked where only some counters are wanted."""
    cuts = sorted({day for one in windows for day in (one.start, one.end + _DAY)})
    stretches: list[Sums] = [defaultdict(_nothing) for _cut in cuts]
    asked = {"start": cuts[0], "end": cuts[-1] - _DAY}
    by_meeting = {
        meeting_id: stretches[bisect_right(cuts, held_on) - 1]
        for meeting_id, held_on in session.execute(_MEETINGS, asked)
    }
    _count_marks(_MARKS.stored(session, **asked), by_meeting)
    kinds = frozenset(kind for kind, names in _NEEDED.items() if names & set(wanted))
    if kinds:
        _count_slips(_slips(kinds).stored(session, **asked), by_meeting)
    if "sponsored" in wanted:
        for joined_on, sponsor_id in session.execute(SPONSORED, asked):
            if joined_on is not None and sponsor_id is not None:
                stretches[bisect_right(cuts, joined_on) - 1][sponsor_id][_PLACE["sponsored"]] += 1
    return Passed(tuple(cuts), tuple(stretches))


def _nothing() -> list[int]:
    return [0] * len(COUNTERS)


def _shift(running: Sums, sums: Sums, change: Any) -> None:  # noqa: ANN401  add or sub of operator
    for person_id, counts in sums.items():
        row = running[person_id]
        row[:] = map(change, row, counts)


def _count_marks(rows: Iterator[tuple[Any, ...]], by_meeting: dict[int, Sums]) -> None:
    places = {mark.value: _PLACE[name] for mark, name in zip(Attendance, MARKS, strict=True)}
    for meeting_id, person_id, mark in rows:
        by_meeting[meeting_id][person_id][places[mark]] += 1


def _count_slips(rows: Iterator[tuple[Any, ...]], by_meeting: dict[int, Sums]) -> None:
    """Count slips for giver and receiver; ``value`` is what one of a kind is worth."""
    for meeting_id, kind, giver_id, receiver_id, value in rows:
        sums = by_meeting[meeting_id]
        given, received = _CREDITED[kind][value == Tier.INSIDE]
        if given:
            sums[giver_id or NOBODY][given] += 1 if received else value or 0
        if received and receiver_id is not None:
            sums[receiver_id][received] += 1


def _both(given: str, received: str = "") -> tuple[int, int]:
    return _PLACE[given], _PLACE[received] if received else 0


# where a slip counts for its giver and its receiver: outside, then inside
_CREDITED = {
    str(kind): pair
    for kind, pair in {
        SlipKind.REFERRAL: (
            _both("given_outside", "received_outside"),
            _both("given_inside", "received_inside"),
        ),
        SlipKind.ONE_TO_ONE: (_both("one_to_ones", "one_to_ones"),) * 2,
        SlipKind.VISITOR: (_both("visitors"),) * 2,
        SlipKind.EDUCATION: (_both("education"),) * 2,
        SlipKind.TESTIMONIAL: (_both("testimonials"),) * 2,
        SlipKind.CLOSED_BUSINESS: (_both("closed_business"),) * 2,
    }.items()
}
_NEEDED = {
    kind: {COUNTERS[place] for pair in _CREDITED[str(kind)] for place in pair if place}
    for kind in SlipKind
}
_HELD_IN_SPAN = (
    Meeting.state == MeetingState.COMPLETED,
    Meeting.held_on.between(bindparam("start"), bindparam("end")),
)
_MEETINGS = select(Meeting.id, Meeting.held_on).where(*_HELD_IN_SPAN)
_MARKS = Ready(
    select(Mark.meeting_id, Mark.person_id, Mark.attendance)
    .join(Meeting, Meeting.id == Mark.meeting_id)
    .where(*_HELD_IN_SPAN)
)
SPONSORED = (
    select(Spell.joined_on, Person.sponsor_id)
    .join(Person, Person.id == Spell.person_id)
    .where(
        Person.sponsor_id.is_not(None),
        Spell.joined_on.between(bindparam("start"), bindparam("end")),
    )
)
_VALUE = type_coerce(
    case(
        (Slip.kind == SlipKind.REFERRAL, Slip.tier),
        (Slip.kind == SlipKind.EDUCATION, Slip.credits),
        (Slip.kind == SlipKind.CLOSED_BUSINESS, Slip.amount),
        (Slip.kind == SlipKind.VISITOR, case((Slip.confirmed, 1), else_=0)),
        else_=1,
    ),
    Integer,
)


@lru_cache(maxsize=50)
def _slips(kinds: frozenset[SlipKind]) -> Ready[*tuple[Any, ...]]:
    """Ask for the slips of some kinds with all that is counted of them."""
    return Ready(
        select(Slip.meeting_id, Slip.kind, Slip.giver_id, Slip.receiver_id, _VALUE)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(*_HELD_IN_SPAN, or_(*(Slip.kind == kind for kind in sorted(kinds))))
    )
