"""What waits for the membership committee: letters, warnings, renewals, reviews, coaching."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.imports import Training
from app.queries.letter_sheets import signing_officer
from app.queries.letters import QueuedLetter, letter_queue
from app.queries.policy import policy_in_use
from app.queries.profiles import profile_in_use
from app.queries.reviews import review_by
from app.queries.rulings import RulingRow, rulings
from app.queries.scores import scores
from app.queries.standings import MemberStanding, standings
from app.rules.attendance_policy import Level, Standing
from app.rules.identifiers import PersonId
from app.rules.letters import LetterState, RulingKind
from app.rules.periods import Period, last_months
from app.rules.scoring.profile import Beyond, Light, Membership, Policy


class Matter(StrEnum):
    """What a row of the committee is about, most urgent first."""

    BEYOND = "beyond"
    REMOVED = "removed"
    EXPIRED = "expired"
    LATE = "late"
    LIMIT = "limit"
    LETTER = "letter"
    WARNING = "warning"
    SUBSTITUTES = "substitutes"
    MEDICAL = "medical"
    PROBATION = "probation"
    SEAT_OPENED = "seat_opened"
    LEAVE = "leave"
    REVIEW = "review"
    TRAINING = "training"
    COACH = "coach"


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """One thing that waits; ``on`` is the day since or until which it does.

    ``standing`` is there where it is about attendance, ``total`` and ``light`` where about a
    score, ``renewal_due`` where about a membership; ``overdue`` is what had to be done by then.
    """

    matter: Matter
    person_id: PersonId
    name: str
    sort_name: str
    on: date | None
    letter: QueuedLetter | None = None
    standing: Standing | None = None
    ruling: RulingRow | None = None
    total: Fraction | None = None
    light: Light | None = None
    renewal_due: date | None = None
    overdue: bool = False

    @property
    def open(self) -> bool:
        """Whether it still wants something: all but letters that were dealt with."""
        letter = self.letter
        return letter is None or letter.state is LetterState.DUE or letter.changed


@dataclass(frozen=True, slots=True)
class Committee:
    """Everything that waits on a day, the rules it is held against, and who signs letters."""

    day: date
    policy: Policy
    officer: str
    rows: tuple[CommitteeRow, ...]

    def of(self, *matters: Matter) -> tuple[CommitteeRow, ...]:
        """Return the rows about some matters."""
        return tuple(row for row in self.rows if row.matter in matters)


def committee(session: Session, day: date) -> Committee:
    """Return what waits for the committee on a day."""
    policy = policy_in_use(session, day).policy
    members = standings(session, day, policy=policy)
    decided = rulings(session)
    held = [one for one in decided if one.ends_on is None or one.ends_on >= day]
    rows = [
        *(_of_letter(one) for one in letter_queue(session, day, members=members)),
        *(row for one in members for row in _attendance(policy, one)),
        *_decisions(held, members),
        *(row for one in members for row in _membership(policy.membership, one, decided, day)),
        *_untrained(session, policy, members, day),
        *_to_coach(session, day),
    ]
    order = {matter: place for place, matter in enumerate(Matter)}
    rows.sort(key=lambda row: (order[row.matter], not row.open, row.on or date.max))
    return Committee(day, policy, signing_officer(session, day), tuple(rows))


def _of_letter(one: QueuedLetter) -> CommitteeRow:
    return CommitteeRow(Matter.LETTER, one.person_id, one.name, one.sort_name, one.on, letter=one)


def _attendance(policy: Policy, one: MemberStanding) -> Iterator[CommitteeRow]:
    found, leaves = one.standing, one.standing.next_to_leave
    matter = _LEVELS.get(found.level)
    if matter is not None:
        yield _row(matter, one, leaves.leaves_on if leaves else None, standing=found)
    limit = found.substitutes_limit
    if policy.substitutes_beyond is Beyond.NOTE and limit is not None and found.substitutes > limit:
        yield _row(Matter.SUBSTITUTES, one, None, standing=found)
    if found.unapproved or found.medical_over:
        first = found.unapproved[0] if found.unapproved else None
        yield _row(Matter.MEDICAL, one, first, standing=found)


_LEVELS = {
    Level.WARNED: Matter.WARNING,
    Level.AT_LIMIT: Matter.LIMIT,
    Level.BEYOND: Matter.BEYOND,
}


def _row(
    matter: Matter, one: MemberStanding, on: date | None, *, standing: Standing | None = None
) -> CommitteeRow:
    return CommitteeRow(matter, one.person_id, one.name, one.sort_name, on, standing=standing)


def _decisions(
    held: Iterable[RulingRow], members: Iterable[MemberStanding]
) -> Iterator[CommitteeRow]:
    known = {one.person_id: one for one in members}
    for ruling in held:
        one, matter = known.get(ruling.person_id), _DECIDED.get(ruling.kind)
        if one is not None and matter is not None:
            day = ruling.ends_on or ruling.starts_on
            yield CommitteeRow(
                matter, one.person_id, one.name, one.sort_name, day, ruling=ruling,
                standing=one.standing,
            )  # fmt: skip


_DECIDED = {
    RulingKind.PROBATION: Matter.PROBATION,
    RulingKind.SEAT_OPENED: Matter.SEAT_OPENED,
    RulingKind.MEDICAL_LEAVE: Matter.LEAVE,
}


def _membership(
    rules: Membership, one: MemberStanding, decided: Iterable[RulingRow], day: date
) -> Iterator[CommitteeRow]:
    due = one.renewal_due
    if due is None:
        return
    past = (day - due).days
    steps = ((rules.removed, Matter.REMOVED), (rules.expired, Matter.EXPIRED))
    for bound, matter in (*steps, (rules.late, Matter.LATE)):
        if past >= bound:
            yield replace(_row(matter, one, due), renewal_due=due, overdue=True)
            return
    by = review_by(rules, one, decided, day)
    if by is not None:
        yield replace(_row(Matter.REVIEW, one, by), renewal_due=due, overdue=by < day)


_TRAINED = select(Training.person_id).where(Training.held_on <= bindparam("day")).distinct()


def _untrained(
    session: Session, policy: Policy, members: Iterable[MemberStanding], day: date
) -> Iterator[CommitteeRow]:
    """Give new members without any training, until as long again as they have for it."""
    if policy.training_days is None:
        return
    allowed = timedelta(days=policy.training_days)
    trained = set(session.scalars(_TRAINED, {"day": day}))
    for one in members:
        joined = one.joined_on
        if joined and joined <= day < joined + 2 * allowed and one.person_id not in trained:
            by = joined + allowed
            yield replace(_row(Matter.TRAINING, one, by), overdue=by < day)


def _to_coach(session: Session, day: date) -> Iterator[CommitteeRow]:
    """Give members whose light of the last completed month is red or grey, lowest first."""
    month: Period = last_months(day, 1)
    profile = profile_in_use(session, month.end)
    if profile.bands is None:
        return
    found = scores(session, profile.window.ending(month.start), profile=profile)
    scored = [(one, one.score.total) for one in found.members if one.score is not None]
    for one, total in sorted(scored, key=lambda pair: pair[1]):
        light = profile.bands.light(total)
        if light in {Light.RED, Light.GREY}:
            yield CommitteeRow(
                Matter.COACH, one.person_id, one.name, one.sort_name, None, total=total,
                light=light,
            )  # fmt: skip
