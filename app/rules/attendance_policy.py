"""How a member stands by the rules of attendance: absences in the window, letters, what drops out.

Every number comes from the policy; all it is told are the member's marks of completed meetings.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from app.rows import row
from app.rules.attendance import Attendance
from app.rules.letters import LetterKind
from app.rules.periods import Period
from app.rules.scoring.profile import Beyond, Policy

_LIMITED = {Attendance.ABSENT, Attendance.LATE, Attendance.SUBSTITUTE, Attendance.MEDICAL}
_COUNTERS = {one.name.lower(): one for one in Attendance}


class Week(NamedTuple):
    """One mark of a member; ``approved`` tells whether a medical one was allowed beforehand."""

    day: date
    mark: Attendance
    approved: bool = False


@row(frozen=True, slots=True)
class Missed:
    """A mark that counts against the limit, and the first day on which it no longer does."""

    day: date
    mark: Attendance
    leaves_on: date


@row(frozen=True, slots=True)
class LetterDue:
    """A letter that became due with the mark of a day; ``step`` counts letters from 1."""

    kind: LetterKind
    step: int
    on: date
    window: Period
    absences: Fraction
    missed: tuple[Missed, ...]


class Level(StrEnum):
    """How near the limit a member is."""

    FINE = "fine"
    WARNED = "warned"
    AT_LIMIT = "at_limit"
    BEYOND = "beyond"


@row(frozen=True, slots=True)
class Standing:
    """How a member stands on a day.

    ``absences`` are those the policy makes of all marks in the window; ``missed`` the marks
    behind them. ``unapproved`` are medical weeks nobody approved, ``medical_over`` those beyond
    the limit, ``substitutes_limit`` none where there is no limit.
    """

    window: Period
    level: Level
    absences: Fraction
    allowed: int
    missed: tuple[Missed, ...]
    late: int
    substitutes: int
    substitutes_limit: int | None
    medical: int
    medical_over: int
    unapproved: tuple[date, ...]

    @property
    def next_to_leave(self) -> Missed | None:
        """The mark that drops out of the window next."""
        return min(self.missed, key=lambda one: one.leaves_on, default=None)


def too_many(count: int, allowed: int | None) -> bool:
    """Tell whether a count goes beyond what is allowed; none is no limit."""
    return allowed is not None and count > allowed


def standing(
    policy: Policy, weeks: Sequence[Week], day: date, joined_on: date | None = None
) -> Standing:
    """Return how a member stands on a day, from his marks in the order of their days.

    Marks from before ``joined_on`` are of an earlier membership, which has ended, and its absences
    with it.
    """
    window = policy.window.on(day, joined_on)
    own = _of_membership(weeks, joined_on)
    counted = _Counted(policy, [week for week in own if week.day in window])
    return Standing(
        window=window,
        level=_level(policy, counted.absences),
        absences=counted.absences,
        allowed=policy.allowed,
        missed=_missed(policy, counted, joined_on),
        late=len(counted.of(Attendance.LATE)),
        substitutes=len(counted.of(Attendance.SUBSTITUTE)),
        substitutes_limit=counted.substitutes_limit,
        medical=len(counted.of(Attendance.MEDICAL)),
        medical_over=len(counted.medical_over),
        unapproved=tuple(week.day for week in counted.unapproved),
    )


def counted_marks(policy: Policy) -> frozenset[Attendance]:
    """Return the marks that matter to a policy: all but Present, unless it counts that too."""
    return frozenset({_COUNTERS[term.counter] for term in policy.absences} | _LIMITED)


def letters_due(
    policy: Policy,
    weeks: Sequence[Week],
    joined_on: date | None = None,
    *,
    since: date = date.min,
) -> tuple[LetterDue, ...]:
    """Return every letter that became due since a day, by the meetings that made it so.

    A letter is due at the meeting whose mark carries the absences of the window ending there
    to its number; in a fixed window that happens once, whatever is corrected afterwards.
    """
    due: list[LetterDue] = []
    weeks = _of_membership(weeks, joined_on)
    counting = counted_marks(policy)
    for place, week in enumerate(weeks):
        if week.mark not in counting or week.day < since:
            continue
        window = policy.window.holding(week.day, joined_on)
        inside = [one for one in weeks[: place + 1] if one.day in window]
        before, now = _Counted(policy, inside[:-1]), _Counted(policy, inside)
        due += (
            LetterDue(kind, step, week.day, window, now.absences, _missed(policy, now, joined_on))
            for kind, step in _crossed(policy, before.absences, now.absences)
        )
    return tuple(_once(due))


def _of_membership(weeks: Sequence[Week], joined_on: date | None) -> Sequence[Week]:
    return [week for week in weeks if joined_on is None or week.day >= joined_on]


def _once(due: Sequence[LetterDue]) -> Iterator[LetterDue]:
    """Give each letter once a window: a fixed one may be crossed twice where limits move."""
    given = set()
    for one in due:
        key = (one.kind, one.step, one.window)
        if key not in given:
            given.add(key)
            yield one


def _crossed(policy: Policy, before: Fraction, now: Fraction) -> Iterator[tuple[LetterKind, int]]:
    for step, bound in enumerate(policy.letters, start=1):
        if before < bound <= now:
            yield LetterKind.ABSENCE, step
    if policy.seat_beyond and before <= policy.allowed < now:
        yield LetterKind.SEAT, 0


def _level(policy: Policy, absences: Fraction) -> Level:
    if absences > policy.allowed:
        return Level.BEYOND
    if absences == policy.allowed:
        return Level.AT_LIMIT
    return Level.WARNED if 0 < absences >= policy.allowed - policy.warn_before else Level.FINE


def _missed(policy: Policy, counted: "_Counted", joined_on: date | None) -> tuple[Missed, ...]:
    return tuple(
        Missed(week.day, week.mark, policy.window.leaves(week.day, joined_on))
        for week in counted.missed
    )


class _Counted:
    """The marks of one window, and what the policy makes of them."""

    def __init__(self, policy: Policy, weeks: Sequence[Week]) -> None:
        self._weeks = weeks
        self.substitutes_limit = policy.substitutes
        if policy.substitutes_after_absence is not None and self.of(Attendance.ABSENT):
            self.substitutes_limit = policy.substitutes_after_absence
        medical = self.of(Attendance.MEDICAL)
        self.unapproved = [one for one in medical if policy.medical_approval and not one.approved]
        approved = [one for one in medical if one not in self.unapproved]
        self.medical_over = _beyond(approved, policy.medical_weeks)
        self.absences = Fraction(0)
        behind: set[Week] = set()
        for term in policy.absences:
            own = self.of(_COUNTERS[term.counter])
            whole = len(own) // term.every
            self.absences += term.weight * whole
            behind.update(own[: whole * term.every])
        for week in self._more(policy):
            self.absences += 1
            behind.add(week)
        self.missed = [week for week in weeks if week in behind]

    def of(self, mark: Attendance) -> list[Week]:
        """Return the weeks with a mark."""
        return [week for week in self._weeks if week.mark is mark]

    def _more(self, policy: Policy) -> Iterator[Week]:
        """Give the weeks that are absences because they go beyond a limit."""
        if policy.substitutes_beyond is Beyond.ABSENCE:
            yield from _beyond(self.of(Attendance.SUBSTITUTE), self.substitutes_limit)
        if policy.medical_beyond is Beyond.ABSENCE:
            yield from self.unapproved
            yield from self.medical_over


def _beyond(weeks: list[Week], limit: int | None) -> list[Week]:
    return [] if limit is None else weeks[limit:]
