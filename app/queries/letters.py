"""The queue of letters: those the marks and dates make due, and what became of each."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import starmap
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.committee import Letter
from app.queries.policy import policy_in_use
from app.queries.ready import Ready
from app.queries.rulings import RulingRow, rulings
from app.queries.standings import MemberStanding, standings
from app.rows import row
from app.rules.attendance_policy import LetterDue, Missed, Standing
from app.rules.identifiers import PersonId
from app.rules.letters import LetterKey, LetterKind, LetterState, RulingKind
from app.rules.periods import Period
from app.rules.scoring.profile import Policy

_WELCOMED_FOR = timedelta(days=30)  # days after joining in which a welcome may still be sent


@row(frozen=True, slots=True)
class QueuedLetter:
    """One letter and its state; ``on`` is the day it became due.

    ``called_for`` is false for one that was sent and that the marks, as they stand now, do not
    ask for any more. ``said`` are the days it named when it was sent, ``missed`` those of now.
    """

    person_id: PersonId
    name: str
    sort_name: str
    kind: LetterKind
    step: int
    window: Period
    on: date
    absences: Fraction
    missed: tuple[Missed, ...]
    state: LetterState
    decided_on: date | None
    until: date | None
    reason: str
    said: tuple[date, ...]
    called_for: bool

    @property
    def key(self) -> LetterKey:
        """What makes it this letter."""
        return LetterKey(self.person_id, self.kind, self.step, self.window)

    @property
    def days(self) -> tuple[date, ...]:
        """The days it names."""
        return tuple(one.day for one in self.missed)

    @property
    def changed(self) -> bool:
        """Whether it was sent and the marks it was about have been corrected since."""
        if self.state is not LetterState.SENT or not self.said:
            return False
        return not self.called_for or self.said != self.days


def letter_queue(
    session: Session, day: date, *, members: Sequence[MemberStanding] | None = None
) -> tuple[QueuedLetter, ...]:
    """Return the letters of a day by when they became due; ``members`` if asked for already."""
    policy = policy_in_use(session, day).policy
    members = standings(session, day, policy=policy) if members is None else members
    decided = {_key(one): one for one in starmap(_Kept, _KEPT.rows(session))}
    decisions = rulings(session, day)
    dues = [(one, due) for one in members for due in _all_due(policy, one, decisions, day)]
    exact = [decided.pop(_key_of(member, due), None) for member, due in dues]
    queue = [
        _queued(member, due, letter or _moved(decided, policy, member, due, day), day)
        for (member, due), letter in zip(dues, exact, strict=True)
    ]
    queue += _no_longer(policy, members, decided.values(), day)
    return tuple(sorted(queue, key=lambda one: (one.on, one.sort_name, one.kind, one.step)))


class _Kept(NamedTuple):
    """What became of a letter, as the book keeps it."""

    person_id: int
    kind: LetterKind
    step: int
    window_start: date
    window_end: date
    state: LetterState
    decided_on: date
    until: date | None
    reason: str
    said: str


_KEPT = Ready(select(*(getattr(Letter, name) for name in _Kept._fields)))


class _Due(NamedTuple):
    """A letter that is due from a day on; absence letters say about what."""

    kind: LetterKind
    step: int
    window: Period
    on: date
    about: LetterDue | None = None


def _all_due(
    policy: Policy, member: MemberStanding, decisions: Sequence[RulingRow], day: date
) -> Iterator[_Due]:
    for due in member.letters:
        yield _Due(due.kind, due.step, due.window, due.on, due)
    for ruling in decisions:
        if ruling.person_id == member.person_id and ruling.kind is RulingKind.PROBATION:
            window = Period(ruling.starts_on, ruling.ends_on or ruling.starts_on)
            yield _Due(LetterKind.PROBATION, 0, window, ruling.starts_on)
    yield from _renewal(policy, member, day)
    joined = member.joined_on
    if joined is not None and joined <= day < joined + _WELCOMED_FOR:
        yield _Due(LetterKind.WELCOME, 0, Period(joined, joined), joined)


def _renewal(policy: Policy, member: MemberStanding, day: date) -> Iterator[_Due]:
    """Give the reminder whose days have come: the last of them, the ones before are overtaken."""
    due = member.renewal_due
    left = (due - day).days if due is not None else -1
    passed = [notice for notice in policy.membership.reminders if 0 <= left <= notice]
    if due is not None and passed:
        since = due - timedelta(days=min(passed))
        yield _Due(LetterKind.RENEWAL, min(passed), Period(since, due), since)


def _moved(
    decided: dict[LetterKey, _Kept], policy: Policy, member: MemberStanding, due: _Due, day: date
) -> _Kept | None:
    """Take the same letter of another day, which marks corrected since have moved to this one.

    So a member who was sent it does not get it twice because an earlier absence came to light.
    """
    now = policy.window.on(day, member.joined_on)
    for key in decided if due.about else ():
        same = (key.person_id, key.kind, key.step) == (member.person_id, due.kind, due.step)
        ended = key.window.end
        if same and now.start <= ended and (ended in due.window or due.on in key.window):
            return decided.pop(key)
    return None


def _queued(member: MemberStanding, due: _Due, letter: _Kept | None, day: date) -> QueuedLetter:
    about = due.about
    state = letter.state if letter else LetterState.DUE
    until = letter.until if letter else None
    if state is LetterState.DEFERRED and until is not None and until <= day:
        state = LetterState.DUE
    standing = member.standing
    return QueuedLetter(
        member.person_id, member.name, member.sort_name, due.kind, due.step,
        _key(letter).window if letter else due.window, due.on,
        absences=about.absences if about else standing.absences,
        missed=about.missed if about else _behind(due.kind, standing),
        state=state,
        decided_on=letter.decided_on if letter else None,
        until=until,
        reason=letter.reason if letter else "",
        said=_said(letter),
        called_for=True,
    )  # fmt: skip


def _behind(kind: LetterKind, standing: Standing) -> tuple[Missed, ...]:
    return standing.missed if kind is LetterKind.PROBATION else ()


def _no_longer(
    policy: Policy, members: Iterable[MemberStanding], letters: Iterable[_Kept], day: date
) -> Iterator[QueuedLetter]:
    """Give letters sent about absences of the window that are none as the marks stand now."""
    known = {member.person_id: member for member in members}
    for letter in letters:
        member = known.get(PersonId(letter.person_id))
        attendance = letter.kind in {LetterKind.ABSENCE, LetterKind.SEAT}
        if member is None or not attendance or letter.state is not LetterState.SENT:
            continue
        now = policy.window.on(day, member.joined_on)
        if letter.window_end < now.start or letter.window_start > now.end:
            continue
        yield QueuedLetter(
            member.person_id, member.name, member.sort_name, letter.kind, letter.step,
            Period(letter.window_start, letter.window_end), letter.decided_on,
            absences=member.standing.absences,
            missed=(),
            state=letter.state,
            decided_on=letter.decided_on,
            until=None,
            reason="",
            said=_said(letter),
            called_for=False,
        )  # fmt: skip


def _said(letter: _Kept | None) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, letter.said.split())) if letter else ()


def _key_of(member: MemberStanding, due: _Due) -> LetterKey:
    return LetterKey(member.person_id, due.kind, due.step, due.window)


def _key(letter: _Kept) -> LetterKey:
    window = Period(letter.window_start, letter.window_end)
    return LetterKey(PersonId(letter.person_id), letter.kind, letter.step, window)
