"""The weeks ahead: who speaks about what, who has which duty, what is doubtful, who is next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.formats import Money
from app.models.classifications import Classification
from app.models.imports import Training
from app.models.meetings import DutyHolder, Meeting
from app.models.people import Person, Spell
from app.queries.chapter import ChapterDetails, chapter_details
from app.queries.duties import duties
from app.queries.policy import policy_in_use
from app.queries.roster import seating
from app.rules.duties import Doubt, DutyKind, DutyLine
from app.rules.identifiers import MeetingId, PersonId
from app.rules.meetings import MeetingState, next_on, week_of
from app.rules.privacy import Audience

WEEKS = 12
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Held:
    """Who has a duty; ``duty`` is its key, ``doubts`` is empty for the room."""

    duty: str
    person_id: PersonId
    name: str
    seat: str
    topic: str
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class ScheduleWeek:
    """One week ahead; no id and no state where it is not on the calendar yet."""

    meeting_id: MeetingId | None
    held_on: date
    state: MeetingState | None
    reason: str
    held: tuple[Held, ...]

    @property
    def open(self) -> bool:
        """Whether duties may be given out for it."""
        return self.state in (None, MeetingState.DRAFT)

    def by(self, duty: str) -> Held | None:
        """Return who has a duty."""
        return next((one for one in self.held if one.duty == duty), None)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A member who may speak next; none where he has not spoken in this book."""

    person_id: PersonId
    name: str
    seat: str
    last_spoke: date | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Twelve weeks from a day on; ``waiting`` are those to speak next, longest not heard first."""

    chapter: str
    audience: Audience
    money: Money
    day: date
    starts_at: str
    duties: tuple[DutyLine, ...]
    weeks: tuple[ScheduleWeek, ...]
    waiting: tuple[Waiting, ...]


def schedule(session: Session, *, audience: Audience, day: date) -> Schedule:
    """Return the weeks ahead of a day; doubts and who is next are for officers."""
    chapter = chapter_details(session)
    given_out = duties(session)
    people = _people(session, day)
    weeks = _weeks(session, chapter, day, given_out)
    talks = {one.key for one in given_out if one.kind is DutyKind.TALK}
    counts = Counter(one.person_id for week in weeks for one in week.held if one.duty in talks)
    officers = audience is not Audience.ROOM
    if officers:
        weeks = [_doubted(week, people, counts, talks) for week in weeks]
    return Schedule(
        chapter=chapter.name,
        audience=audience,
        money=chapter.money,
        day=day,
        starts_at=chapter.starts_at,
        duties=given_out,
        weeks=tuple(weeks),
        waiting=tuple(_waiting(session, people, counts, talks, day)) if officers else (),
    )


@dataclass(frozen=True, slots=True)
class _People:
    """What is known of members: their memberships, trainings, and what new ones need."""

    spells: Mapping[int, Sequence[tuple[date | None, date | None]]]
    trained: Mapping[int, date]
    since: date | None  # trainings are kept from this day on
    days: int | None

    def belongs(self, person_id: int, day: date) -> bool:
        """Tell whether somebody is a member on a day, as far as is known now."""
        return any(
            (joined is None or joined <= day) and (left is None or left > day)
            for joined, left in self.spells.get(person_id, ())
        )

    def untrained(self, person_id: int, day: date) -> bool:
        """Tell whether somebody has no training by a day, though he should by his joining."""
        trained = self.trained.get(person_id)
        if trained is not None and trained <= day:
            return False
        joined = max((one for one, _left in self.spells.get(person_id, ()) if one), default=None)
        if joined is None:
            return False
        new = self.days is not None and joined > day - timedelta(days=self.days)
        return new or (self.since is not None and joined >= self.since)


def _people(session: Session, day: date) -> _People:
    spells: dict[int, list[tuple[date | None, date | None]]] = defaultdict(list)
    for person_id, joined, left in session.execute(_SPELLS):
        spells[person_id].append((joined, left))
    trained: dict[int, date] = dict(session.execute(_TRAINED).all())
    since = min(trained.values(), default=None)
    return _People(spells, trained, since, policy_in_use(session, day).policy.training_days)


def _weeks(
    session: Session, chapter: ChapterDetails, day: date, given_out: Sequence[DutyLine]
) -> list[ScheduleWeek]:
    """Return drafts and holidays, and the chapter's day of every week that has no meeting."""
    end = day + WEEKS * _WEEK
    planned = session.execute(_PLANNED, {"start": day - _WEEK, "end": end}).all()
    taken = {week_of(row.held_on) for row in planned}
    first = next_on(chapter.weekday, day)
    free = (first + number * _WEEK for number in range(WEEKS))
    held = _held(session, [row.id for row in planned], given_out)
    weeks = [
        ScheduleWeek(MeetingId(row.id), row.held_on, row.state, row.reason, tuple(held[row.id]))
        for row in planned
        if row.held_on >= day and row.state in {MeetingState.DRAFT, MeetingState.HOLIDAY}
    ]
    weeks += [ScheduleWeek(None, each, None, "", ()) for each in free if week_of(each) not in taken]
    return sorted(weeks, key=lambda one: one.held_on)


def _held(
    session: Session, meeting_ids: Sequence[int], given_out: Sequence[DutyLine]
) -> dict[int, list[Held]]:
    order = {one.key: place for place, one in enumerate(given_out)}
    held: dict[int, list[Held]] = defaultdict(list)
    for row in session.execute(_HOLDERS, {"meeting_ids": meeting_ids}):
        if row.duty in order:
            one = Held(row.duty, PersonId(row.id), row.name, row.seat, row.topic, ())
            held[row.meeting_id].append(one)
    for each in held.values():
        each.sort(key=lambda one: order[one.duty])
    return held


def _doubted(
    week: ScheduleWeek, people: _People, counts: Mapping[PersonId, int], talks: set[str]
) -> ScheduleWeek:
    held = (
        replace(one, doubts=tuple(_doubts(one, week.held_on, people, counts, talks)))
        for one in week.held
    )
    return replace(week, held=tuple(held))


def _doubts(
    one: Held, day: date, people: _People, counts: Mapping[PersonId, int], talks: set[str]
) -> Iterable[Doubt]:
    if not people.belongs(one.person_id, day):
        yield Doubt.NO_MEMBER
    elif one.duty in talks and people.untrained(one.person_id, day):
        yield Doubt.UNTRAINED
    if one.duty in talks and counts[one.person_id] > 1:
        yield Doubt.TWICE


def _waiting(
    session: Session, people: _People, counts: Mapping[PersonId, int], talks: set[str], day: date
) -> Iterable[Waiting]:
    asked = {"talks": sorted(talks), "day": day}
    spoke: dict[int, date] = dict(session.execute(_SPOKE, asked).all())
    members = [
        Waiting(one.person_id, one.name, one.classification, spoke.get(one.person_id))
        for one in seating(session, day)
        if not counts.get(one.person_id) and not people.untrained(one.person_id, day)
    ]
    return sorted(members, key=lambda one: one.last_spoke or date.min)


_SPELLS = select(Spell.person_id, Spell.joined_on, Spell.left_on)
_TRAINED = select(Training.person_id, func.min(Training.held_on)).group_by(Training.person_id)
_PLANNED = (
    select(Meeting.id, Meeting.held_on, Meeting.state, Meeting.reason)
    .where(Meeting.held_on >= bindparam("start"), Meeting.held_on < bindparam("end"))
    .order_by(Meeting.held_on)
)
_HOLDERS = (
    select(
        DutyHolder.meeting_id,
        DutyHolder.duty,
        DutyHolder.topic,
        Person.id,
        Person.name,
        func.coalesce(Classification.name, "").label("seat"),
    )
    .join(Person, Person.id == DutyHolder.person_id)
    .outerjoin(Classification, Classification.id == Person.classification_id)
    .where(DutyHolder.meeting_id.in_(bindparam("meeting_ids", expanding=True)))
)
_SPOKE = (
    select(DutyHolder.person_id, func.max(Meeting.held_on))
    .join(Meeting, Meeting.id == DutyHolder.meeting_id)
    .where(
        DutyHolder.duty.in_(bindparam("talks", expanding=True)),
        Meeting.held_on < bindparam("day"),
        Meeting.state.in_((MeetingState.COMPLETED, MeetingState.DRAFT)),
    )
    .group_by(DutyHolder.person_id)
)
